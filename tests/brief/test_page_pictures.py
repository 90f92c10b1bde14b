"""The pictures that the page draws: lanes, dot-plots, origins, the map. Every word escaped, every number where it belongs."""

from __future__ import annotations

import re
from datetime import date

from legation.brief.dotplot import Dot, dotplot
from legation.brief.flows import Flow
from legation.brief.lanes import Lane, lanes
from legation.brief.network import network_of
from legation.brief.origins import Carrier, Origin, origins
from legation.brief.worldmap import HEIGHT, WIDTH, shapes, worldmap
from legation.words.event import EventType
from legation.words.period import Period

HOSTILE = "<script>x</script>"
YEAR = Period(date(2017, 1, 1), date(2017, 12, 31))


def flow(giver: str, receiver: str, n: int = 2) -> Flow:
    out = Flow(giver, receiver, "conflictual", False)
    out.types[EventType.ACCUSE] = n
    return out


def test_lanes() -> None:
    days = tuple((date(2017, month, 1), tone, 2) for month in range(1, 6) for tone in ("cooperative", "conflictual"))
    svg = lanes([Lane(HOSTILE, days, '/pair/"x'), Lane("b", ((date(1950, 1, 1), "cooperative", 1),))])
    assert svg.count('class="cooperative"') == svg.count('class="conflictual"') == 5
    assert "+1 at other times" in svg
    assert "<script" not in svg
    assert 'href="/pair/&quot;x"' in svg
    assert lanes([Lane("a", days[:1])]) == ""
    assert lanes([]) == ""


def dot(low: float | None, high: float | None, when: Period | None = YEAR, sure: bool = True) -> Dot:
    return Dot(low, high, when, 0, sure, False, HOSTILE, "/claim/x")


def test_dots() -> None:
    svg = dotplot([dot(10, 10), dot(20, None), dot(None, 30, sure=False), dot(5, 8, None)], "people")
    assert svg.count('class="dot o0') == 4
    assert svg.count('class="head"') == 2
    assert "unsure" in svg
    assert "no day" in svg
    assert "<script" not in svg
    assert dotplot([dot(10, 10)], None) == ""
    assert dotplot([dot(-5, -5), dot(1, 1)], None) == ""


def test_dots_far_apart_stand_on_powers_of_ten() -> None:
    svg = dotplot([dot(1, 1), dot(1e6, 1e6)], "USD")
    heights = [float(y) for y in re.findall(r'<circle class="point" cx="[\d.]+" cy="([\d.]+)"', svg)]
    assert heights[0] - heights[1] > 100


def test_origins() -> None:
    svg = origins([Origin(HOSTILE, 0, (Carrier("a paper: 5", "/x"), Carrier("b: 6"))), Origin("own", 9, (Carrier("c: 7"),))])
    assert svg.count('class="carrier"') == 3
    assert "origin o5" in svg
    assert "<script" not in svg
    assert origins([]) == ""


def test_the_map() -> None:
    svg = worldmap(
        {"RUS": 9, "PRK": 3, "SGP": 1}, [flow("RUS", "PRK"), flow("UN", "PRK"), flow("RUS", "RUS")], lambda a: f"<{a}>", lambda a, b: f"/{a}/{b}"
    )
    assert svg.count('class="arc conflictual"') == 1
    assert 'href="/RUS/PRK"' in svg
    assert "&lt;RUS&gt;: named 9 times" in svg
    assert "<RUS>" not in svg
    assert worldmap({}, [], str, lambda a, b: "").count("<a ") == 0


def test_every_shape_is_on_the_map() -> None:
    known = shapes()
    assert len(known) > 240
    assert {"USA", "RUS", "XKX", "SUN", "TWN", "SSD", "ESH"} <= known.keys()
    for shape in known.values():
        assert 0 <= shape.x <= WIDTH
        assert -1 <= shape.y <= HEIGHT + 30
        assert re.fullmatch(r"(?:M[\d.]+ [\d.]+(?:l[-\d. ]+)z)*", shape.path)


def test_a_network_that_leads_on() -> None:
    svg = network_of([flow("A", "B", 3)], lambda a: f"<{a}>", lambda a, b: f"/{a}/{b}")
    assert 'href="/A/B"' in svg
    assert 'href="/A/A"' in svg
    assert svg.count('class="hit"') == 1
    assert "<A>" not in svg
    plain = network_of([flow("A", "B", 3)], str)
    assert "href" not in plain
    assert "hit" not in plain

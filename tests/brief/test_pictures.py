from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from making import Maker, northern, period

from legation import api
from legation.brief.network import HEIGHT, WIDTH, network
from legation.brief.pile import Pile
from legation.brief.strip import strip
from legation.words.reading import Reading


def pile(*readings: Reading) -> Pile:
    return Pile.of(readings, api.ledger(readings))


def acts(days: list[date]) -> Reading:
    maker = Maker("\n".join(f"On {d.isoformat()} Norway aided Sweden, time {n}." for n, d in enumerate(days)), published="2021-01-01")
    for n, d in enumerate(days):
        maker.event(f"On {d.isoformat()} Norway aided Sweden, time {n}", "AID", ["NOR"], ["SWE"], when=period(d.isoformat()))
    return maker.done()


def test_network_stays_inside_its_frame() -> None:
    svg = network(pile(*northern()))
    for x, y, w, h in re.findall(r'<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg):
        assert float(x) >= 0
        assert float(y) >= 0
        assert float(x) + float(w) <= WIDTH
        assert float(y) + float(h) <= HEIGHT


def test_network_of_nobody_is_no_picture() -> None:
    assert network(pile()) == ""
    assert strip(pile()) == ""


def test_network_of_many_actors_shows_the_weightiest() -> None:
    names = [f"actor {n} with a rather long name" for n in range(30)]
    maker = Maker("\n".join(f"Act {n}." for n in range(30)))
    for n in range(29):
        maker.event(f"Act {n}.", "AID", [names[n]], [names[n + 1]])
    svg = network(pile(maker.done()))
    assert svg.count('class="node"') == 9


@pytest.mark.parametrize("step", [1, 9, 40, 400, 4000, 40000])
def test_strip_has_a_bounded_number_of_bars_and_all_acts(step: int) -> None:
    days = [date(1700, 1, 1) + timedelta(step * n) for n in range(min(40, 110_000 // step))]
    svg = strip(pile(acts(days)))
    tips = re.findall(r"<title>[^<]*?([\d,]+) cooperative act", svg)
    if len(days) >= 3:
        assert 1 <= len(tips) <= 70
        assert sum(int(t) for t in tips) == len(api.ledger([acts(days)]).events)


def test_strip_survives_the_ends_of_the_calendar() -> None:
    assert "<svg" in strip(pile(acts([date.min, date(1, 1, 9), date(9999, 12, 20), date.max])))


def test_a_lone_early_act_does_not_squeeze_the_others() -> None:
    svg = strip(pile(acts([date(1948, 9, 9), *(date(2017, 3, n) for n in range(1, 20))])))
    assert ">earlier</text>" in svg
    assert "1 Mar 2017" in svg

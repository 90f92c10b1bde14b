import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legation.brief.intervals import END, FROM, TO, Interval, Panel, intervals
from legation.brief.scale import scale_of, tick_words

SVG = "{http://www.w3.org/2000/svg}"
SIDES = st.none() | st.floats(allow_nan=True, allow_infinity=True)
ROWS = st.builds(Interval, st.text(), SIDES, SIDES, st.booleans(), st.booleans(), st.integers(-2, 40), st.text(), st.booleans(), st.text())


def draw(*rows: Interval, unit: str | None = "people") -> str:
    return intervals((Panel("2015", rows),), unit)


def places(svg: str) -> list[float]:
    return [float(x) for x in re.findall(r'x[12]?="([\d.e+-]+)%"', svg)]


def test_each_row_is_told_in_words_too() -> None:
    svg = draw(Interval("[1]", 47000, None, note="the ministry"), Interval("[2]", None, 80000, hedged=True), Interval("[3]", 5e4, 5e4, True))
    desc = re.search(r"<desc>(.*?)</desc>", svg)
    assert desc
    assert desc[1] == "[1] (the ministry): at least 47,000 people; [2]: at most 80,000 people, not told as fact; [3]: about 50,000 people"


def test_an_open_side_runs_to_the_end_with_an_arrow_and_a_closed_one_does_not() -> None:
    above, below, closed = (draw(Interval("x", *sides)) for sides in ((10.0, None), (None, 10.0), (5.0, 10.0)))
    assert f'x2="{END:.2f}%"' in above
    assert f'x1="{FROM:.2f}%" x2="{TO:.2f}%" y1="57"' not in closed
    assert (above.count('class="head" d'), below.count('class="head" d'), closed.count('class="head" d')) == (1, 1, 0)
    assert "l11" in above
    assert "l-9" in below


def test_a_row_without_sides_is_shown_as_open_and_nothing_but_such_rows_is_no_picture() -> None:
    assert 'class="open"' in draw(Interval("told", 3, 3), Interval("no bound implied", None, None, answer=True))
    assert draw(Interval("no bound implied", None, None, answer=True)) == ""
    assert intervals((), None) == ""


def test_hedged_claims_are_hollow_and_origins_differ_in_shape() -> None:
    svg = draw(Interval("a", 1, 1), Interval("b", 1, 1, origin=1, hedged=True), Interval("c", 1, 1, origin=2))
    assert 'class="dot o0"' in svg
    assert 'class="dot o1 unsure"' in svg
    assert ("<circle" in svg, "<rect" in svg, "l7 7l-7 7l-7" in svg) == (True, True, True)


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([47_000.0, 50_000.0], "people", ["0", "20,000", "40,000", "60,000"]),
        ([80.0, 50.0], "percent", ["0%", "25%", "50%", "75%", "100%"]),
        ([3.0, 4.5], "percent", ["0%", "2%", "4%", "6%"]),
        ([-3.0, 4.0], "percent", ["-4%", "-2%", "0%", "2%", "4%"]),
        ([24e6, 48e6], "USD", ["$0", "$20m", "$40m", "$60m"]),
        ([3e3, 4.5e9], "EUR", ["€1,000", "€100,000", "€10m", "€1bn"]),
    ],
)
def test_ticks_are_round(values: list[float], unit: str, ticks: list[str]) -> None:
    scale = scale_of(values, unit)
    assert scale
    assert [tick_words(t, unit) for t in scale.ticks] == ticks


@given(st.lists(ROWS, max_size=6), st.text() | st.none(), st.text())
def test_any_rows_make_a_whole_picture_inside_its_frame(rows: list[Interval], unit: str | None, title: str) -> None:
    svg = intervals((Panel(title, tuple(rows)), Panel("", ())), unit, title)
    if svg:
        root = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{svg}</svg>')[0]
        assert [e.tag for e in root][:2] == [f"{SVG}title", f"{SVG}desc"]
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {"svg", "title", "desc", "line", "text", "tspan", "g", "a", "rect", "circle", "path"}
        assert all(0 <= x <= 100 for x in places(svg))
        assert sum(1 for e in root.iter(f"{SVG}g") if "dot" in e.get("class", "") or e.get("class") == "answer") == len(rows)


@given(st.lists(st.floats(allow_nan=False) | st.none(), min_size=1, max_size=9))
@example([1.00001, -7.9e-130])
def test_values_keep_their_order_on_the_scale(values: list[float | None]) -> None:
    scale = scale_of(values)
    known = sorted(v for v in values if v is not None)
    if scale:
        shares = [scale.share(v) for v in known]
        assert shares == sorted(shares)
        assert all(0 <= s <= 1 for s in shares)
        assert 2 <= len(scale.ticks) <= 6

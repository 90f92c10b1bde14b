import re

from hypothesis import given
from hypothesis import strategies as st

from legation.brief.bars import WIDTH, bars
from legation.brief.dossier import Bar


def test_open_sides_are_open() -> None:
    svg = bars([Bar("[1] 2015", 47000.0, None), Bar("[2] 2017", None, 80000.0), Bar("[3]", 50000.0, 50000.0, True)], "people")
    assert "[1] 2015: at least 47,000 people" in svg
    assert "[2] 2017: at most 80,000 people" in svg
    assert "<circle" in svg
    assert ">50,000 people</text>" in svg
    assert ">100,000 people</text>" in svg


def test_percent_ends_at_a_hundred() -> None:
    assert ">100 percent</text>" in bars([Bar("a", None, 80.0), Bar("b", None, 50.0)], "percent")


def test_no_picture_where_it_would_tell_nothing() -> None:
    assert bars([Bar("a", 1.0, 1.0)], None) == ""
    assert bars([Bar("a", 1.0, 1.0), Bar("b", 1e9, 1e9)], "USD") == ""
    assert bars([Bar("a", -3.0, -3.0), Bar("b", 4.0, 4.0)], "percent") == ""
    assert bars([Bar("a", 0.0, 0.0), Bar("b", 0.0, 0.0)], "USD") == ""


def test_labels_are_escaped() -> None:
    assert "<b>" not in bars([Bar("<b>", 1.0, 1.0), Bar("c", 2.0, 2.0)], "<i>")


@given(st.lists(st.tuples(st.floats(1, 150), st.floats(1, 150)), min_size=2, max_size=5))
def test_everything_stays_inside(found: list[tuple[float, float]]) -> None:
    svg = bars([Bar("x", min(p), max(p)) for p in found], "tonnes")
    for x, width in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg):
        assert float(x) + float(width) <= WIDTH

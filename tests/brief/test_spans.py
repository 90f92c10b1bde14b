"""Bars of standing relations, and the axis under pictures over time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from making import Maker

from legation.brief.axis import LETTER, ticks
from legation.brief.pile import Pile
from legation.brief.since import since
from legation.brief.spans import Span, spans
from legation.brief.strip import calendar
from legation.words.period import Period
from legation.words.quantity import Ledger
from legation.words.reading import Reading

DAY = date(2017, 3, 1)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_a_bar_for_what_is_told_a_ring_for_each_day_it_is_told_on() -> None:
    year = Period(date(2016, 1, 1), date(2016, 12, 31))
    svg = spans([Span("<b>Norway</b> backs Sweden", (year, year, Period(date(2015, 5, 1), None)), (DAY, DAY), '/pair/"x')])
    assert svg.count("<rect") == 2
    assert svg.count('class="open"') == 1
    assert svg.count("<circle") == 1
    assert "since 1 May 2015" in svg
    assert "told 1 March 2017" in svg
    assert "<b>" not in svg
    assert 'href="/pair/&quot;x"' in svg


def test_without_two_days_there_is_no_picture() -> None:
    assert spans([]) == ""
    assert spans([Span("a", (), (DAY,)), Span("b", (), (DAY,)), Span("c")]) == ""
    two = spans([Span("a", (), (DAY,)), Span("b", (), (DAY + timedelta(9),)), Span("of no day")])
    assert "of no day" not in two


@given(st.lists(st.builds(lambda a, b: Span("x", (Period(min(a, b), max(a, b)),), (a,)), DAYS, DAYS), min_size=1, max_size=6))
def test_nothing_stands_outside(found: list[Span]) -> None:
    svg = spans(found)
    for place in re.findall(r'(?:cx|x|x1|x2)="([\d.]+)%"', svg):
        assert 0 <= float(place) <= 100
    for x, width in re.findall(r'<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', svg):
        assert float(x) + float(width) <= 101


@given(DAYS, st.integers(0, 30_000))
def test_labels_of_the_axis_never_touch(first: date, length: int) -> None:
    units = calendar(first, min(first + timedelta(length), date(2150, 1, 1)))
    svg = ticks(units, [100 * n / len(units) for n in range(len(units))], (90, 100))
    labels = [(float(x), len(words) * LETTER) for x, words in re.findall(r'<text class="soft" x="([\d.]+)%"[^>]*>([^<]+)<', svg)]
    assert labels
    assert all(a + width < b for (a, width), (b, _) in pairwise(labels))
    assert all(x + width <= 100.01 for x, width in labels)


def test_the_year_stands_where_it_changes() -> None:
    svg = ticks(calendar(date(2016, 12, 1), date(2017, 4, 1)), [5.0 * n for n in range(18)], (90, 100))
    words = re.findall(r">([^<]+)</text>", svg)
    assert words[0].endswith("2016")
    assert sum("2017" in w for w in words) == 1


def test_the_relations_of_a_pile() -> None:
    def told(n: int, *kinds: str) -> Reading:
        made = Maker(f"Norway and Sweden are {', '.join(kinds)} {n}.", published=f"2021-05-0{n}", id=str(n))
        for kind in kinds:
            made.tie("Norway and Sweden", kind, "NOR", "SWE")
        return made.done()

    readings = [told(1, "trade", "border", "ally"), told(2, "trade"), told(3)]
    svg = since(Pile.of(readings, Ledger()))
    assert "Norway and Sweden trade" in svg
    assert svg.count("<circle") == 4
    assert since(Pile.of(readings[1:], Ledger())) == ""

"""Finding time expressions: spans, pieces, and no crash on any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import plain_doc

from legation.codes.times import time_words
from legation.find.timegrammar import Form
from legation.find.times import FoundTime, find_times

WORDS = [
    *time_words(),
    "2017",
    "31",
    "5th",
    "1990s",
    "'99",
    "18:00",
    "2016-02-30",
    "13/13/2010",
    "Christmas",
    "May",
    "-",
    "–",
    ",",
    ".",
    "of",
    "x",
    "\U0001f600",
]


def only(text: str) -> FoundTime:
    found = list(find_times(plain_doc(text)))
    assert len(found) == 1, [text[slice(*f.span)] for f in found]
    return found[0]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [f.span for f in find_times(plain_doc(text))]
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=80))
@settings(deadline=None)
def test_no_text_breaks_the_finder(text: str) -> None:
    list(find_times(plain_doc(text)))


@pytest.mark.parametrize(
    ("text", "form", "pieces"),
    [
        ("late January", Form.DATE, {"month": 1, "edge": "END"}),
        ("the first five months of 2017", Form.PORTION, {"ordinal": 1, "count": 5.0, "unit": "M"}),
        ("two days after", Form.SHIFT, {"count": 2.0, "unit": "D", "shift": 1}),
        ("several years ago", Form.SHIFT, {"count": None, "shift": -1}),
        ("the previous year", Form.RELATIVE, {"relation": -1, "telling": True}),
        ("last year", Form.RELATIVE, {"relation": -1, "telling": False}),
        ("the same period last year", Form.SAME, {}),
        ("493 BC", Form.DATE, {"year": 493, "bc": True}),
        ("the 19th century", Form.DATE, {"ordinal": 19, "unit": "100Y"}),
        ("Christmas 2007", Form.DATE, {"holiday": "Christmas", "year": 2007}),
        ("10-year", Form.DURATION, {"count": 10.0, "unit": "Y"}),
        ("twenty-five years", Form.DURATION, {"count": 25.0}),
        ("6:40 p.m.", Form.CLOCK, {"clock": "18:40"}),
        ("12:05 a.m.", Form.CLOCK, {"clock": "00:05"}),
    ],
)
def test_pieces(text: str, form: Form, pieces: dict[str, object]) -> None:
    found = only(text)
    assert found.form is form
    assert found.span == (0, len(text))
    assert {k: getattr(found, k) for k in pieces} == pieces


@pytest.mark.parametrize("text", ["32 March", "2016-13-01", "13/40/2016"])
def test_impossible_days_are_not_days(text: str) -> None:
    assert all(f.day is None for f in find_times(plain_doc(text)))


def test_ranges_give_both_ends() -> None:
    text = "on 5 – 7 June and in 1914–18"
    found = [(text[slice(*f.span)], f.year, f.month, f.day) for f in find_times(plain_doc(text))]
    assert ("1914", 1914, None, None) in found
    assert ("18", 1918, None, None) in found
    assert ("7 June", None, 6, 7) in found


def test_long_hostile_text_stays_linear() -> None:
    text = "the last two weeks of the " * 4000
    start = time.process_time()
    list(find_times(plain_doc(text)))
    assert time.process_time() - start < 50

"""Frequencies of services."""

from __future__ import annotations

from collections.abc import Callable

from legation.find.services import services
from legation.parse.doc import Doc


def rates(parsed: Callable[[str], Doc], text: str) -> list[tuple[float | None, float | None, str | None]]:
    doc = parsed(text)
    return [(s.amount.low, s.amount.high, s.amount.per) for sentence in doc.sentences for s in services(doc, sentence)]


def test_words_of_frequency_before_a_service(parsed: Callable[[str], Doc]) -> None:
    assert rates(parsed, "They opened a bi-weekly ferry service.") == [(0.5, 2, "week")]
    assert rates(parsed, "The fortnightly flights resumed.") == [(0.5, 0.5, "week")]
    assert rates(parsed, "Three-times-weekly trains run to Oslo.") == [(3, 3, "week")]


def test_a_rhythm_told_after_the_service(parsed: Callable[[str], Doc]) -> None:
    assert rates(parsed, "A ferry leaves every other day.") == [(0.5, 0.5, "day")]


def test_other_nouns_have_no_timetable(parsed: Callable[[str], Doc]) -> None:
    assert rates(parsed, "The daily paper printed weekly reports, and every two weeks a letter came.") == []


def test_a_counted_service_is_left_to_its_number(parsed: Callable[[str], Doc]) -> None:
    assert rates(parsed, "Three weekly flights were added.") == []

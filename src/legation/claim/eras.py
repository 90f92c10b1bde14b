"""Wars, crises and other eras that date what happened in, after or before them: "during the Cold War"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from legation.codes.times import eras
from legation.words.evidence import Span
from legation.words.period import Period

WITHIN = {"during", "throughout", "in", "amid"}
LATER = {"after", "following", "since"}
BEFORE = {"before", "until", "till"}
LONGEST_PREPOSITION = 14


def era_times(text: str, day: date | None) -> Iterator[tuple[Span, Period]]:
    """The eras that a preposition makes a date, with the days they name, in text order; `day` is the article's."""
    for m in _pattern().finditer(text):
        words = text[max(0, m.start() - LONGEST_PREPOSITION) : m.start()].lower().split()
        words = words[:-1] if words[-1:] == ["the"] else words
        first, last = eras()[m.group()]
        when = _bounded(words[-1] if words else "", first, last, day)
        if when is not None:
            yield m.span(), when


def _bounded(preposition: str, first: date, last: date, day: date | None) -> Period | None:
    if preposition in WITHIN:
        return Period(first, last)
    if preposition in LATER:
        return Period(last, day) if day is not None and day >= last else None
    return Period(None, first - timedelta(1)) if preposition in BEFORE else None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(eras(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

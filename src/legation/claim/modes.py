"""PLOVER's auxiliary modes: what keeps an event apart from the day's deeds."""

from __future__ import annotations

from datetime import date, timedelta

from legation.words.period import Period
from legation.words.status import Status

# An act that ended so long before the article is told as history, not as news.
HISTORY = timedelta(days=365)
HYPOTHETICAL = (Status.POSSIBLE, Status.CONDITIONAL, Status.DEMANDED)


def aux_modes(status: Status, when: Period | None, day: date | None) -> tuple[str, ...]:
    """`historical`, `future`, `hypothetical`, `negation`: those that an event's status and period, seen from the article's day, ask for."""
    ahead = when is not None and when.first is not None and day is not None and when.first > day
    modes = {
        "historical": when is not None and when.last is not None and day is not None and when.last < day - HISTORY,
        "future": status is Status.PLANNED or ahead,
        "hypothetical": status in HYPOTHETICAL,
        "negation": status is Status.DENIED,
    }
    return tuple(name for name, holds in modes.items() if holds)


def settled(status: Status, when: Period | None, day: date | None) -> Status:
    """The status by the calendar: what takes effect only after the article's day is planned, however it is told."""
    ahead = when is not None and when.first is not None and day is not None and when.first > day
    return Status.PLANNED if ahead and status is Status.ACTUAL else status

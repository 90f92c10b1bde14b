"""PLOVER's auxiliary modes, statuses by the calendar, and voices that a text hides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from legation.claim.modes import aux_modes, settled
from legation.words.period import Period
from legation.words.reading import Reading
from legation.words.status import Status

DAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("status", "when", "expected"),
    [
        (Status.ACTUAL, None, ()),
        (Status.ACTUAL, Period(date(2020, 5, 30), date(2020, 5, 30)), ()),
        (Status.ACTUAL, Period(None, date(1999, 1, 1)), ("historical",)),
        (Status.PLANNED, None, ("future",)),
        (Status.CONDITIONAL, Period(date(2020, 8, 1), None), ("future", "hypothetical")),
        (Status.POSSIBLE, None, ("hypothetical",)),
        (Status.DEMANDED, None, ("hypothetical",)),
        (Status.DENIED, Period(date(2012, 1, 1), date(2012, 12, 31)), ("historical", "negation")),
    ],
)
def test_modes_follow_from_status_and_period(status: Status, when: Period | None, expected: tuple[str, ...]) -> None:
    assert aux_modes(status, when, DAY) == expected
    assert "historical" not in aux_modes(status, when, None)


def test_what_takes_effect_later_is_planned() -> None:
    assert settled(Status.ACTUAL, Period(date(2020, 6, 10), None), DAY) is Status.PLANNED
    assert settled(Status.ACTUAL, Period(date(2020, 6, 1), None), DAY) is Status.ACTUAL
    assert settled(Status.DENIED, Period(date(2020, 6, 10), None), DAY) is Status.DENIED
    assert settled(Status.ACTUAL, Period(date(2020, 6, 10), None), None) is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran is believed to have shipped missiles to Syria.", "unknown"),
        ("It was reported that Iran shipped missiles to Syria.", "unknown"),
        ("Iran reportedly shipped missiles to Syria.", "unknown"),
        ("Iran shipped missiles to Syria.", None),
    ],
)
def test_a_hidden_voice_is_told(read: Callable[..., Reading], text: str, kind: str | None) -> None:
    (event,) = read(text).events
    assert event.voice is None
    assert event.voice_kind == kind

"""What a time expression is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legation.link.tense import Tense
from legation.link.timex import period_of
from legation.words.period import Period

Value = tuple[str, Period | None]
"""A TIMEX3 value and the days it names here."""


@dataclass(frozen=True, slots=True)
class Base:
    """What an expression is reckoned from: the day of writing, the period told last, and which of them rules here.

    `range` is the stretch told last ("from January to May"), `perfect` that a duration lasts till now, `outer` what the
    expression is a part of ("the first half *of 2017*").
    """

    now: date | None
    told: Period | None
    use_told: bool
    tense: Tense | None
    range: Period | None = None
    narrative: bool = False
    perfect: bool = False
    outer: Value | None = None

    @property
    def day(self) -> date | None:
        """The day that relative words are counted from."""
        told = self.told and (self.told.last if self.told.first is None else self.told.first)
        return (told or (None if self.narrative else self.now)) if self.use_told else self.now


def named(value: str) -> Value:
    """A value with the days it names by itself."""
    return value, period_of(value)

"""Periods and the time expressions that name them (TIMEX3, ISO 8601)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legation.words.evidence import Span


class Grain(StrEnum):
    """How coarse a period is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last` day, both included; a side left open is None, but not both.

    In JSON a list of two ISO 8601 days. Raises ValueError where the days are out of order or both are missing.
    """

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a period needs a first or a last day")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @property
    def days(self) -> int | None:
        """Length in days; None where a side is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def grain(self) -> Grain:
        """The calendar unit that the period is exactly, or `span`."""
        first, last, days = self.first, self.last, self.days
        if first is None or last is None or days is None:
            return Grain.SPAN
        if days == 1:
            return Grain.DAY
        if days == 7 and first.weekday() == 0:
            return Grain.WEEK
        opens, closes = first.day == 1, (date.fromordinal(last.toordinal() + 1)).day == 1
        if opens and closes:
            if days <= 31:
                return Grain.MONTH
            if 90 <= days <= 92 and first.month % 3 == 1:
                return Grain.QUARTER
            if days in (365, 366) and first.month == 1:
                return Grain.YEAR
        return Grain.SPAN

    def meets(self, other: Period) -> bool:
        """Whether the two periods share a day; an open side reaches for ever."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (self.last or date.max)

    def as_json(self) -> list[str | None]:
        """The contract's `[first, last]`."""
        return [d.isoformat() if d else None for d in (self.first, self.last)]

    @classmethod
    def from_json(cls, data: list[str | None]) -> Period:
        """Reads `[first, last]`; raises ValueError for anything but two ISO days or nulls."""
        first, last = (date.fromisoformat(d) if d else None for d in data)
        return cls(first, last)

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or '…'} – {self.last or '…'}"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression of the text with its place on the calendar.

    `value` is the TIMEX3 value (`2017-W10`, `P10Y`, `PRESENT_REF`), `when` the days it names where it names any,
    `anchor` what it was reckoned from: the `publication` day, another expression (`span`), or nothing (`none`).
    """

    span: Span
    type: TimeType
    value: str
    when: Period | None = None
    anchor: str = "none"

"""Sets of days as stretches, for narrowing down a day by one clue after another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legation.words.period import Period

BEGIN, END = date.min, date.max


@dataclass(frozen=True, slots=True)
class Days:
    """Stretches of days, first and last included, in order; a last day None is open."""

    stretches: tuple[tuple[date, date | None], ...]

    @classmethod
    def all(cls) -> Days:
        """Every day."""
        return cls(((BEGIN, None),))

    @classmethod
    def of(cls, first: date | None, last: date | None) -> Days:
        """One stretch; sides left open reach for ever."""
        return cls(((first or BEGIN, last),))

    def meet(self, other: Days) -> Days:
        """The days in both sets."""
        out = []
        for a, b in self.stretches:
            for c, d in other.stretches:
                first, last = max(a, c), min(b or END, d or END)
                if first <= last:
                    out.append((first, None if last == END else last))
        return Days(tuple(sorted(out, key=lambda s: s[0])))

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def hull(self) -> Period | None:
        """From the first to the last day; None for an empty set or one without a first day."""
        if not self.stretches or self.stretches[0][0] == BEGIN:
            return None
        lasts = [last for _, last in self.stretches]
        return Period(self.stretches[0][0], None if None in lasts else max(d for d in lasts if d))

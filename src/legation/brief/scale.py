"""A scale for values: from zero or by powers of ten, with a few round ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from legation.brief.wording import SYMBOLS, interval_words, number

SPREAD = 200
"""Values further apart than this factor stand on a scale of powers of ten: on another all but the largest would stand at zero."""
HAIR = 0.001
"""So little beyond a tick, in steps, a value stands at it: one more tick for it would be one too many."""
STEPS = 4
"""Stretches between ticks, at most: their labels must fit a phone."""
ALL = 40.0
"""Shares up to here are small enough for a scale of their own; beyond it the scale goes to all hundred percent."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values stand between `bottom` and `top`; `ticks` are the values that get a line and a label."""

    bottom: float
    top: float
    ticks: tuple[float, ...]
    powers: bool = False

    def share(self, value: float) -> float:
        """How far along the scale a value stands, from 0 to 1; what lies beyond an end stands at that end."""
        value = min(max(value, self.bottom), self.top)
        if self.powers:
            return min(1.0, (log10(value) - log10(self.bottom)) / (log10(self.top) - log10(self.bottom)))
        # halves, because the whole of two far ends may be more than a float can hold
        return (value / 2 - self.bottom / 2) / (self.top / 2 - self.bottom / 2)


def scale_of(values: Iterable[float | None], unit: str | None = None) -> Scale | None:
    """The scale that holds all values with some room above, or None where no value is a number other than zero."""
    known = [v for v in values if v is not None and isfinite(v) and abs(v) < 1e300]
    sizes = [abs(v) for v in known if v]
    if not sizes or min(sizes) < 1e-300:
        return None
    if min(known) > 0 and max(sizes) / min(sizes) > SPREAD:
        return _powers(floor(log10(min(sizes))), ceil(log10(max(sizes) * 1.0001)))
    whole = unit == "percent" and ALL < max(known) <= 100 and min(known) >= 0
    step = 25.0 if whole else _step((max(*known, 0.0) - min(*known, 0.0)) / STEPS)
    low, high = floor(min(*known, 0.0) / step + HAIR), 4 if whole else ceil(max(*known, 0.0) / step - HAIR)
    return Scale(low * step, high * step, tuple(n * step for n in range(low, high + 1)))


def _powers(low: int, high: int) -> Scale:
    every = max(1, ceil((high - low) / STEPS))
    return Scale(10.0**low, 10.0**high, tuple(10.0**n for n in range(low, high + 1, every)), True)


def _step(least: float) -> float:
    """The smallest easy number that is not below `least`."""
    size = 10.0 ** floor(log10(least))
    return next(n * size for n in (1.0, 2.0, 2.5, 5.0, 10.0, 20.0) if n * size >= least * 0.9999)


def tick_words(value: float, unit: str | None) -> str:
    """A value beside an axis: `$25m`, `40%`, `50,000`."""
    words = interval_words(value, value, unit) if unit in SYMBOLS else number(value) + ("%" if unit == "percent" else "")
    return words.replace(" million", "m").replace(" billion", "bn").replace(" trillion", "tn")

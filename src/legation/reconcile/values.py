"""Amounts against each other: equal, compatible, or not."""

from __future__ import annotations

import math

from legation.reconcile.entry import Entry
from legation.words.amount import Bound

SAME = 0.002
"""Two numbers this close are one number told in other words (`435 miles`, `700 km`)."""

ROUGH = 0.05
"""How far `some`, `roughly` and round numbers reach."""

INFINITE = math.inf


def equal(a: Entry, b: Entry) -> bool:
    """Whether both sides are the same numbers, open sides included."""
    return _close(a.low, b.low) and _close(a.high, b.high)


def same_limit(a: Entry, b: Entry) -> bool:
    """Whether both name the same kind of limit, and limits further apart than roundness explains."""
    return a.bound is b.bound and a.bound in (Bound.AT_LEAST, Bound.AT_MOST) and not _near(_limit(a), _limit(b))


def compatible(a: Entry, b: Entry) -> bool:
    """Whether some number satisfies both, `about` and rounding allowed."""
    (al, ah), (bl, bh) = reach(a), reach(b)
    return al <= bh and bl <= ah


def reach(e: Entry) -> tuple[float, float]:
    """The interval a figure allows: its own, widened where it is rough or rounded."""
    low = -INFINITE if e.low is None else e.low - _margin(e, e.low)
    return low, INFINITE if e.high is None else e.high + _margin(e, e.high)


def _margin(e: Entry, value: float) -> float:
    return max(abs(value) * ROUGH if e.figure.amount.approx else 0.0, rounding(value, e.factor))


def rounding(value: float, factor: float = 1.0) -> float:
    """Just under half of the last digit told (`48 million` may be 47.5), never more than ROUGH; one digit alone is exact."""
    if value == 0:
        return 0.0
    digits = f"{abs(value / factor):.12g}".replace(".", "").split("e")[0].strip("0")
    told = abs(value) / 10 ** (len(digits) - 1)
    step = 10 ** math.floor(math.log10(told)) * 0.499 if told else 0.0
    return min(step, abs(value) * ROUGH) if len(digits) > 1 else 0.0


def _limit(e: Entry) -> float:
    value = e.high if e.low is None else e.low
    assert value is not None
    return value


def _close(x: float | None, y: float | None) -> bool:
    if x is None or y is None:
        return x is None and y is None
    return abs(x - y) <= SAME * max(abs(x), abs(y), 1e-9)


def _near(x: float, y: float) -> bool:
    return abs(x - y) <= ROUGH * max(abs(x), abs(y), 1e-9)


def shown(value: float) -> str:
    """A number for people: `48 million`, `3,000`, `2.5`."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.4g}"

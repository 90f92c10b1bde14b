"""Numbers and bounds in words."""

from __future__ import annotations

from legation.model.bounds import Range

SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def number(value: float) -> str:
    """A number for people, four digits of it: `706.4 million`, `381`, `2.105`."""
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{value / size:.4g}{word}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def sides(low: float | None, high: float | None) -> str:
    """An interval: `at least 381`, `1.9 to 2.1`; the number alone where both sides are one to the eye."""
    if low is None or high is None:
        return "anything" if low is None and high is None else f"at least {number(low)}" if low is not None else f"at most {number(high or 0.0)}"
    return number(low) if number(low) == number(high) else f"{number(low)} to {number(high)}"


def range_words(r: Range) -> str:
    """A bound: as `sides`, or that none is implied, or that the claims cannot all hold."""
    if not r.possible:
        return "no value: the claims cannot all hold"
    if r.low.value is None and r.high.value is None:
        return "no bound implied"
    return sides(r.low.value, r.high.value) + ("" if r.exact else " (or narrower)")


def short(claim: str) -> str:
    """A claim's id as it is shown: its first eight digits; a what-if's name whole."""
    return claim if claim.startswith("what-if") else claim[:8]

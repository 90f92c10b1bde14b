"""Merging: two amounts that stand side by side and are one: a floor and its ceiling, dollars and the cents after them."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.find.found import FoundAmount

# "more than 5 but less than 10 percent": a floor and a ceiling of one amount.
FLOOR_TO_CEILING = re.compile(r"\s*,?\s+(?:and|but)\s+", re.I)
# "three dollars and 50 cents"
TO_CHANGE = re.compile(r"\s+(?:and\s+)?", re.I)
SMALL = ("cents", "pence")


def merged(text: str, one: FoundAmount, other: FoundAmount) -> FoundAmount | None:
    """The one amount that a floor and the ceiling right after it make, or dollars and the cents after them; None where they do not."""
    if one.family == "money" and other.amount.unit in SMALL and TO_CHANGE.fullmatch(text, one.span[1], other.span[0]):
        return _with_change(one, other)
    floor, ceiling = (one, other) if one.amount.high is None else (other, one)  # "at most 100 and at least 20" too
    low, high = floor.amount.low, ceiling.amount.high
    if low is None or floor.amount.high is not None or high is None or ceiling.amount.low is not None or not low < high:
        return None
    if one.amount.unit not in (None, other.amount.unit) or not FLOOR_TO_CEILING.fullmatch(text, one.span[1], other.span[0]):
        return None
    return replace(other, span=(one.span[0], other.span[1]), amount=replace(other.amount, low=low, high=high))


def _with_change(one: FoundAmount, cents: FoundAmount) -> FoundAmount | None:
    small = (cents.amount.low or 0.0) / 100
    if not 0 < small < 1 or one.amount.unit in SMALL:
        return None
    low, high = (None if side is None else round(side + small, 2) for side in (one.amount.low, one.amount.high))
    return replace(one, span=(one.span[0], cents.span[1]), amount=replace(one.amount, low=low, high=high, per=one.amount.per or cents.amount.per))

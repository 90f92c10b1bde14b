"""Amounts: an interval with a bound, a unit and a rate; never a bare number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """Which side of an amount the text leaves open."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    BETWEEN = "between"


class Change(StrEnum):
    """Which way an amount moved, where the number is the size of a change."""

    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: `more than 47,000` is `low=47000, high=None`; `up to half` is `low=None, high=50, unit="percent"`.

    `unit` is an ISO 4217 currency, `percent`, `people`, or a plural noun as GUIDE writes units; `per` the divisor of a rate;
    `noun` the head noun that is counted. Raises ValueError where both sides are open or out of order.
    """

    low: float | None
    high: float | None
    approx: bool = False
    unit: str | None = None
    per: str | None = None
    change: Change | None = None
    noun: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("an amount needs a low or a high side")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an amount cannot run from {self.low} down to {self.high}")

    @property
    def bound(self) -> Bound:
        """Which side is open."""
        if self.high is None:
            return Bound.AT_LEAST
        if self.low is None:
            return Bound.AT_MOST
        return Bound.EXACT if self.low == self.high else Bound.BETWEEN

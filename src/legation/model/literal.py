"""Amounts taken literally: as intervals, with the unit they are told in."""

from __future__ import annotations

from legation.reconcile.values import ROUGH, rounding, shown
from legation.words.amount import Amount, Change

PERSON = {
    "capita": "person",
    "head": "person",
    "worker": "person",
    "employee": "person",
    "labourer": "person",
    "laborer": "person",
    "resident": "person",
}
"""Divisors that mean a person."""


def told_unit(amount: Amount, per: str, each: str) -> str:
    """The unit of an amount; `per` is the rate of one that names none, `each` what the number is for where that goes without saying."""
    parts = [amount.unit or "things", PERSON.get(amount.per or "", amount.per or "") or per]
    return "/".join([p for p in parts if p] + ([each] if each and each not in parts else []))


def interval(amount: Amount, rounded: bool = False) -> tuple[float | None, float | None]:
    """What an amount allows if it is taken literally: "some" 5 percent either way, and where `rounded` half of the last digit told."""

    def margin(value: float) -> float:
        return max(abs(value) * ROUGH if amount.approx else 0.0, rounding(value) if rounded else 0.0)

    low, high = amount.low, amount.high
    return None if low is None else low - margin(low), None if high is None else high + margin(high)


def in_words(amount: Amount) -> str:
    """An amount in a few words: `some 50,000 people`."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        number = shown(low) if low == high else f"{shown(low)} to {shown(high)}"
    else:
        number = f"at least {shown(low)}" if low is not None else f"at most {shown(high or 0.0)}"
    change = {Change.INCREASE: "up ", Change.DECREASE: "down ", None: ""}[amount.change]
    return f"{change}{'some ' if amount.approx else ''}{number} {amount.unit or amount.noun or ''}".strip() + (
        f" a {amount.per}" if amount.per else ""
    )

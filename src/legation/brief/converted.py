"""Amounts in the other system of measures: 1,200 miles is also 1,931 km. Loads pint, so it is imported only where asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pint

from legation.codes.tables import table
from legation.words.amount import Amount

DIGITS = 4
"""Significant digits of what is reckoned: the article's own number is rarely finer."""


def converted(amount: Amount) -> Amount | None:
    """The amount in the other system, with the same bound; None for units that have no other, and for degrees, which may be a difference."""
    row = next((r for r in table("conversions") if r["unit"] == amount.unit), None)
    if row is None:
        return None
    factor = _factor(row["pint"], row["into"])
    low, high = (None if side is None else float(f"{side * factor:.{DIGITS}g}") for side in (amount.low, amount.high))
    return replace(amount, low=low, high=high, unit=row["other"], noun=None)


@cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


@cache
def _factor(unit: str, into: str) -> float:
    return float(_registry().Quantity(1.0, unit).to(into).magnitude)

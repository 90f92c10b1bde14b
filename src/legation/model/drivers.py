"""Drivers: what each claim does to a bound, by leaving it out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from legation.model.bounds import Range, bounds
from legation.model.system import System


@dataclass(frozen=True, slots=True)
class Driver:
    """A claim and the bound that is left without it; `opens` where a side is then without any bound."""

    claim: str
    low: float | None
    high: float | None
    opens: bool
    widens: float


def drivers(system: System, target: str, whole: Range) -> tuple[Driver, ...]:
    """The claims whose absence widens the bound, the strongest first.

    Only claims that bind one side can matter: for the others the same reasons still give the same bound.
    """
    found = []
    for claim in dict.fromkeys((*whole.low.binding, *whole.high.binding)):
        left = bounds(system.without(claim), target)
        opens = (left.low.value is None) != (whole.low.value is None) or (left.high.value is None) != (whole.high.value is None)
        widens = _apart(whole.low.value, left.low.value) + _apart(whole.high.value, left.high.value)
        if opens or widens > 1e-9:
            found.append(Driver(claim, left.low.value, left.high.value, opens, widens))
    return tuple(sorted(found, key=lambda d: (not d.opens, -d.widens)))


def _apart(a: float | None, b: float | None) -> float:
    """How far two sides are apart: the size of their ratio, or where one is nothing or signs differ their difference."""
    if a is None or b is None:
        return 0.0
    return abs(math.log(a / b)) if a * b > 0 else abs(a - b)

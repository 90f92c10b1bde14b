"""What the ledger knows of each measure: how it lives in time, whose it is, and when two of a measure speak of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from legation.codes.tables import table


class Nature(StrEnum):
    """How a measure lives in time."""

    STOCK = "stock"
    FLOW = "flow"
    DECREED = "decreed"
    TOLL = "toll"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table of measures; see its head for the meaning of the columns."""

    name: str
    nature: Nature
    parties: str
    subject: str
    unit: str
    goods: bool = False
    divided: bool = False


@cache
def _measures() -> dict[str, Measure]:
    return {
        r["measure"]: Measure(r["measure"], Nature(r["nature"]), r["parties"], r["subject"], r["unit"], bool(r["goods"]), bool(r["divided"]))
        for r in table("ledger_measures")
    }


@cache
def measure(name: str | None) -> Measure:
    """The row of a measure; an unknown one is treated like `other`."""
    return _measures().get(name or "other") or Measure(name or "other", Nature.EVENT, "holder", "like", "count")


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {r["unit"]: (r["dimension"], float(r["factor"])) for r in table("ledger_units")}


MONEY = "money:"


def dimension(unit: str | None) -> tuple[str, float]:
    """What a unit measures and the factor to that dimension's base; a currency is a dimension of its own, counted nouns share `count`."""
    if unit is None:
        return "count", 1.0
    if len(unit) == 3 and unit.isupper():
        return MONEY + unit, 1.0
    return _units().get(unit, ("count", 1.0))

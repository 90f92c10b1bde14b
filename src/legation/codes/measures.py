"""Measures: which words around an amount say what it measures, and where its parties stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.codes.units import cells

BY_FAMILY = {
    "time": "duration",
    "area": "area",
    "temperature": "temperature",
    "scale": "magnitude",
    "yield": "yield",
    "power": "capacity",
    "length": "distance",
}
"""What a unit of a family measures where no word says more."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One row of the table: `giver` and `receiver` name the places where the parties stand, in the order tried."""

    measure: str
    families: frozenset[str]
    place: str
    giver: tuple[str, ...]
    receiver: tuple[str, ...]
    change: str | None
    rule: str


@cache
def measure_rows() -> dict[tuple[str, str], tuple[MeasureRow, ...]]:
    """Rows by place (`own`, `noun`, `verb`) and word, in the table's order."""
    out: dict[tuple[str, str], tuple[MeasureRow, ...]] = {}
    for row in table("measures"):
        for word in cells(row["words"]):
            made = MeasureRow(
                row["measure"],
                frozenset(row["families"].split()),
                row["as"],
                tuple(row["from"].split()),
                tuple(row["to"].split()),
                row["change"] or None,
                f"{row['as']}:{word}",
            )
            key = (row["as"], word)
            out[key] = (*out.get(key, ()), made)
    return out


def measure_row(place: str, word: str, family: str) -> MeasureRow | None:
    """The first row for a word in a place that takes the family."""
    return next((r for r in measure_rows().get((place, word), ()) if family in r.families), None)

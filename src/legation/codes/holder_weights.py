"""How much each trait of an actor speaks for its being the giver or the receiver of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.codes.tables import table


@cache
def holder_weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """The weights for the giver and for the receiver, by trait (codes/data/holder_weights.tsv); a trait that is not listed says nothing."""
    rows = table("holder_weights")
    giver, receiver = ({row["trait"]: float(row[side]) for row in rows if row[side]} for side in ("giver", "receiver"))
    return giver, receiver


@cache
def measure_group(measure: str) -> str:
    """The group of a measure in codes/data/measure_groups.tsv; `rest` for one that is in none."""
    return next((row["group"] for row in table("measure_groups") if measure in row["measures"].split(";")), "rest")

"""Which states lie beside each other, by land or across a narrow sea."""

from __future__ import annotations

from functools import cache

from legation.codes.gazetteer import split
from legation.codes.tables import table


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """By ISO 3166 code the codes of the states that papers call its neighbours."""
    return {row["code"]: frozenset(split(row["land"]) + split(row["sea"])) for row in table("borders")}

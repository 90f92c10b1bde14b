"""Word sets: small named lists of words that rules look things up in, kept in one table."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table


@cache
def wordset(name: str) -> frozenset[str]:
    """The words of a set. Raises KeyError for a name the table does not have."""
    found = next((row["words"] for row in table("wordsets") if row["set"] == name), None)
    if found is None:
        raise KeyError(f"no word set named {name!r}")
    return frozenset(w.strip() for w in found.split(";"))

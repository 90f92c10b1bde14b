"""Closed classes of words that the rules of voices and status name (light verbs, conjunctions of time)."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table


@cache
def closed(name: str) -> frozenset[str]:
    """The words of a class, as lemmas or forms in lower case. Raises KeyError for a class the table does not have."""
    return {row["class"]: frozenset(row["words"].split()) for row in table("closed")}[name]

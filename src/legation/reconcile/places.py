"""Where an act took place and who was there, by the names a sentence gives: two attacks in two places are two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from legation.codes.tables import table
from legation.reconcile.weights import is_rare
from legation.reconcile.wording import proper_names

CAPITAL = re.compile(r"\b(?:in|at|near|on|over|outside|around)\s+((?:[A-Z][\w’'-]+\s?){1,3})")


@lru_cache(maxsize=20_000)
def places(sentence: str) -> frozenset[str]:
    """Names of a sentence that are not in everybody's mouth (`Orakzai`, not `International` or `Force`), and the capitals something is in.

    A capital elsewhere in a sentence stands for its state.
    """
    rare = {w for w in proper_names(sentence, sentence) if is_rare(w)}
    return frozenset(rare | {name for m in CAPITAL.finditer(sentence) for name in _starting(m.group(1).lower().split())})


def _starting(words: list[str]) -> list[str]:
    """The capital that words begin with, as a list of one, or none."""
    return [name for size in range(len(words), 0, -1) if (name := " ".join(words[:size])) in _capitals()][:1]


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name.strip().lower() for row in table("states") for name in row["capitals"].split(";") if name.strip())

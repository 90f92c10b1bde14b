"""How much a word tells of what a sentence is about.

That stands in a table and not in the case: two figures are as alike in a pile of thousands as they are alone, so that a new article
changes nothing between those that were there before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from legation.codes.tables import table
from legation.reconcile.wording import STATE

A_STATE = 4.0
"""What the name of a state tells, between a common word and a rare one."""


@cache
def _weights() -> dict[str, float]:
    return {r["word"]: float(r["weight"]) for r in table("ledger_weights")}


def weight(word: str) -> float:
    """How much a canonical word tells."""
    return A_STATE if word.startswith(STATE) else _weights().get(word, _weights()["(rare)"])


def is_rare(word: str) -> bool:
    """Whether hardly any sentence has a canonical word."""
    return not word.startswith(STATE) and word not in _weights()


def rarest(words: Iterable[str], count: int = 8) -> list[str]:
    """The words that tell most."""
    return sorted(words, key=lambda w: (-weight(w), w))[:count]


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of what two sets of words tell they share, 0 to 1."""
    common = a & b
    return 2 * sum(map(weight, common)) / (sum(map(weight, a)) + sum(map(weight, b))) if common else 0.0

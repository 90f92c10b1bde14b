"""Ranks and estimates: how the claims of a quantity are weighed against each other. A view with its reasons; nothing is decided by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rank(StrEnum):
    """The ranks that Wikidata has."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim's rank with all that speaks for and against it; where both is said it stays normal."""

    claim: str
    rank: Rank
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """How often what a source told could be checked against others, and how often it was right."""

    checked: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """What may be reckoned with: from `low` to `high`; `middle` only where enough sources have a record, with the reason.

    It is a median by origins, weighed by their records; a mean is never offered.
    """

    low: float | None
    high: float | None
    middle: float | None
    why: str

"""Disputes: what of a ledger an analyst looks at first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.verdict import Place


class DisputeKind(StrEnum):
    """Kinds of dispute in the order in which they are shown."""

    CONFLICT = "conflict"
    DENIAL = "denial"
    FINDING = "finding"
    TENSION = "tension"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that do not go together. `subject` is the id of the quantity, happening, finding or tension; `sides` are the claims
    that are furthest apart, one of each camp; `more` is how many further pairs of it clash.

    `weight` orders disputes of one kind: the number of `origins` on the two sides, and between 0 and 1 how far the sides lie apart.
    """

    kind: DisputeKind
    subject: str
    why: str
    sides: tuple[Place, ...]
    origins: tuple[str, ...] = ()
    weight: float = 0.0
    more: int = 0

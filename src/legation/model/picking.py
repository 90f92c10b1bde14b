"""Which members of a quantity a pattern takes."""

from __future__ import annotations

from legation.model.text import Pick
from legation.reconcile.measures import dimension
from legation.words.quantity import Member, Quantity

RATIOS = ("percent", "times")
"""Dimensions of a growth."""


def picked(pick: Pick, q: Quantity, m: Member) -> bool:
    """Whether a pick takes a member: by measure, role, sides, size and words."""
    if pick.measure not in (q.measure, "*") or pick.role != _role(m) or (pick.ceiling and (m.amount.low is not None or m.amount.high is None)):
        return False
    number, of = number_of(m), f"{m.of or ''} {m.amount.noun or ''}".lower()
    if (pick.above is not None and number < pick.above) or (pick.below is not None and number >= pick.below):
        return False
    return not any(w in of for w in pick.unless) and (not pick.words or any(w in of for w in pick.words))


def _role(m: Member) -> str:
    """A member's role; a change in the level's own unit (`3,000 more`) is no growth."""
    return "added" if m.role == "change" and dimension(m.amount.unit)[0] not in RATIOS else m.role


def number_of(m: Member) -> float:
    """A member's number, of one with two sides the lower."""
    return (m.amount.high if m.amount.low is None else m.amount.low) or 0.0

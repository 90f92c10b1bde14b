"""Claims: what one place in one article says. Events, figures, statements and ties share this face."""

from __future__ import annotations

from typing import TypeAlias

from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.statement import Statement, Tie

Claim: TypeAlias = Event | Figure | Statement | Tie

KINDS: dict[str, type[Event] | type[Figure] | type[Statement] | type[Tie]] = {"event": Event, "figure": Figure, "statement": Statement, "tie": Tie}


def kind_of(claim: Claim) -> str:
    """`event`, `figure`, `statement` or `tie`."""
    return type(claim).__name__.lower()

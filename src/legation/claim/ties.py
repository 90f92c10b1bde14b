"""Ties: standing relations between actors that the text describes without an act."""

from __future__ import annotations

from collections.abc import Sequence

from legation.link.linked import Linked
from legation.words.figure import Figure
from legation.words.statement import Tie


def read_ties(linked: Linked, figures: Sequence[Figure]) -> tuple[Tie, ...]:
    """The standing relations of an article, each with the figures that measure it."""
    return ()

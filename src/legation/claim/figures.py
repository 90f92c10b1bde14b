"""Figures: amounts with measure, parties, period, status and voices."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.words.figure import Figure
from legation.words.reading import Unread


def read_figures(linked: Linked) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Unread, ...]]:
    """The figures of an article, all its numbers (also those without a meaning), and what no rule could take."""
    return (), (), ()

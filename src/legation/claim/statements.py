"""Statements: motives, assessments, comparisons, superlatives, parts and forecasts."""

from __future__ import annotations

from collections.abc import Sequence

from legation.link.linked import Linked
from legation.words.figure import Figure
from legation.words.statement import Statement


def read_statements(linked: Linked, figures: Sequence[Figure]) -> tuple[Statement, ...]:
    """What the article says that is neither act nor figure."""
    return ()

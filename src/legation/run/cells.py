"""How a notebook shows what Legation gives: the words stay plain, and are told here how they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from legation.brief.cells import article_cell, counts_cell, event_cell, figure_cell, ledger_cell, quantity_cell, reading_cell
from legation.store.case import Case
from legation.words.article import Article
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.quantity import Ledger, Quantity
from legation.words.reading import Reading

METHOD = "_repr_html_"
"""What notebooks ask an object for."""


def case_cell(case: Case) -> str:
    """A case: its file and what it holds."""
    return counts_cell(case.path.name, case.counts().items())


CELLS: dict[type, Callable[[Any], str]] = {
    Article: article_cell,
    Case: case_cell,
    Event: event_cell,
    Figure: figure_cell,
    Ledger: ledger_cell,
    Quantity: quantity_cell,
    Reading: reading_cell,
}
"""The words that a notebook shows as more than their fields."""


def show_in_notebooks() -> None:
    """Gives each of them the method that notebooks look for."""
    for kind, cell in CELLS.items():
        setattr(kind, METHOD, cell)

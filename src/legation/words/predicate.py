"""Rows of the lexicon that an analyst adds, as they stand in the file."""

from __future__ import annotations

from dataclasses import dataclass

SILENT = "NONE"
"""In the place of a type: the shipped row of this head and object tells no act."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row; the fields are the columns of the lexicon's table, see docs/tables.md."""

    head: str
    pos: str
    type: str
    object: str = ""
    frame: str = ""
    mode: str = ""
    contexts: str = ""
    cameo: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class OwnPredicates:
    """What the analyst adds to the lexicon, overrides and takes out. False where there is nothing."""

    rows: tuple[OwnRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


NO_PREDICATES = OwnPredicates()

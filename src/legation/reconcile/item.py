"""What a claim brings to the ledger: its matter, and the shelf on which all claims stand that it can have to do with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from legation.reconcile.contests import Known, Ranking
from legation.reconcile.entry import Entry
from legation.reconcile.happenings import Act
from legation.reconcile.records import Record
from legation.reconcile.tensions import Stance
from legation.words.period import Period

RUNS = (18, 14, 10, 6)
"""A shelf of one day is divided into runs of 2 to the power of so many articles."""

UNDATED = ("0000", "00", "00")

Matter: TypeAlias = Entry | Record | Act | Stance | Ranking | Known

STEP = "#"
"""Stands between a shelf's name and the steps of the path to one of its parts."""

FIGURES, ACTS, STANCES, RANKINGS = "figures", "acts", "stances", "rankings"
"""Kinds of shelves: the first part of their names."""


@dataclass(frozen=True, slots=True)
class Item:
    """One claim on its shelf. `at` is the place of its article in the case, and its own place in the article.

    `path` says how a shelf that grows too long is divided: by year, month, day and runs of articles, of acts by their actor before all.
    A figure that names all its parties makes its shelf `known`; one that leaves some out goes to the one known shelf of `sides`.
    `follows` is the claim of its article beside which it stands whatever it is itself; `joins` the one it goes with where it stands alone.
    """

    shelf: str
    path: tuple[str, ...]
    at: tuple[int, int]
    claim: str
    matter: Matter
    known: str = ""
    sides: tuple[str, ...] = ()
    follows: str | None = None
    joins: str | None = None

    @property
    def kind(self) -> str:
        """The kind of its shelf."""
        return self.shelf.partition("|")[0]


def shelf_of(kind: str, *parts: str | None) -> str:
    """The name of a shelf; actors' names come from articles and may hold anything."""
    return "|".join((kind, *((p or "").replace("|", "/").replace(STEP, "/") for p in parts)))


def path_of(when: Period | None, article: int, *before: str) -> tuple[str, ...]:
    """How an item's shelf is divided where it must be: what stands before, year, month, day, and runs of articles, ever shorter."""
    day = when and (when.first or when.last)
    dated = (f"{day.year:04}", f"{day.month:02}", f"{day.day:02}") if day else UNDATED
    return (*(b.replace(STEP, "/") or "-" for b in before), *dated, *(str(article >> bits) for bits in RUNS))

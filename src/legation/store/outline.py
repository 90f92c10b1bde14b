"""The outline of the kept ledger: rows that lists, counts and pictures of a large case go by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import combinations

from legation.words.quantity import Happening, Ledger
from legation.words.status import Status

NEVER = "9999"
"""Stands for the day of what no dated article tells: it is never known to have been out."""

TOLD = """
SELECT min(coalesce(a.published_last, '9999')) FROM ledger_member m JOIN claim c ON c.id = m.claim AND c.live JOIN article a ON a.n = c.article
WHERE m.entry = ?
"""


def outline(db: sqlite3.Connection, ledger: Ledger, numbers: Mapping[str, int]) -> None:
    """Puts down the entries of a ledger, whose numbers are given by their ids; their members must stand already."""
    for q in ledger.quantities:
        _put(db, numbers[q.id], ("quantity", q.measure, "", _told(db, numbers[q.id]), 1))
    for h in ledger.events:
        n, day, fact = numbers[h.id], _day(h), any(m.status is Status.ACTUAL for m in h.members)
        told = _told(db, n)
        _put(db, n, ("event", h.type.value, day, told, int(fact)))
        rows = [(giver, receiver, mutual, h.type.value, int(fact), day, told, n) for giver, receiver, mutual in _pairs(h)]
        db.executemany("INSERT OR IGNORE INTO ledger_flow VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _put(db: sqlite3.Connection, entry: int, cells: tuple[object, ...]) -> None:
    db.execute("INSERT OR REPLACE INTO ledger_outline VALUES (?, ?, ?, ?, ?, ?)", (entry, *cells))


def _told(db: sqlite3.Connection, entry: int) -> str:
    return str(db.execute(TOLD, (entry,)).fetchone()[0] or NEVER)


def _day(h: Happening) -> str:
    day = h.when and (h.when.first or h.when.last)
    return day.isoformat() if day else ""


def _pairs(h: Happening) -> Iterator[tuple[str, str, int]]:
    """Who acts towards whom, and whether together; whoever acts alone, or is acted on by nobody named, stands beside an empty name."""
    if h.recipients:
        found = [(a, r, 0) for a in h.actors or ("",) for r in h.recipients if a != r]
    else:
        found = [(a, b, 1) for a, b in combinations(sorted(set(h.actors)), 2)]
    yield from found or [(a, "", 0) for a in h.actors]

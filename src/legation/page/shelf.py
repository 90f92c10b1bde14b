"""The shelf: which books a visit reads, and those made for days gone by, kept while the case does not change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from legation import api
from legation.errors import CaseError
from legation.page.books import Books
from legation.page.kept import KeptBooks
from legation.page.made import MadeBooks
from legation.run.ledger import book_of
from legation.store.case import Case
from legation.words.rank import Record

KEPT = 6
"""Ledgers kept that were made for once: of the days that the slider was last drawn to."""
SMALL = 20_000
"""Claims up to which a ledger of a day gone by is made in the time of a page; in a larger case today's is shown without what was told later."""

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]


class Shelf:
    """The books of a case, by day."""

    def __init__(self) -> None:
        self._lock, self._kept = Lock(), OrderedDict[tuple[object, ...], Books]()
        self._records: tuple[object, Mapping[str, Record] | None] = (None, None)

    def books(self, case: Case, ask: Ask, as_of: date | None) -> Books:
        """The books of a day: those that the case keeps, where they are up to date."""
        book, large = case.book(), _large(ask)
        if as_of is None or large:
            if book.due():
                self._bring_up_to_date(case.path)
            if not book.due():
                return KeptBooks(book, ask, as_of)
        key = (as_of, *_state(case.path))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = MadeBooks(api.ledger(case, as_of))
                for old in self._outlived(key):
                    del self._kept[old]
            self._kept.move_to_end(key)
            return self._kept[key]

    def records(self, case: Case, ask: Ask) -> Mapping[str, Record] | None:
        """How often each origin was right; None of a large case as long as that is being reckoned, in a thread of its own."""
        state = _state(case.path)
        with self._lock:
            if self._records[0] == state:
                return self._records[1]
            self._records = (state, None)
        if _large(ask):
            Thread(target=self._reckon, args=(case.path, state), daemon=True).start()
            return None
        return self._note(state, case.book().records())

    def _reckon(self, path: Path, state: object) -> None:
        with suppress(CaseError), Case.open(path, readonly=True) as case:
            self._note(state, case.book().records())

    def _note(self, state: object, found: Mapping[str, Record]) -> Mapping[str, Record]:
        with self._lock:
            if self._records[0] == state:
                self._records = (state, found)
        return found

    def _bring_up_to_date(self, path: Path) -> None:
        """Articles may come into the case while it is shown; where it cannot be written it stays behind."""
        with self._lock, Case.open(path) as case:
            book_of(case)

    def _outlived(self, key: tuple[object, ...]) -> Iterable[tuple[object, ...]]:
        stale = [k for k in self._kept if k[1:] != key[1:]]
        return stale + [k for k in self._kept if k not in stale][:-KEPT]


def _large(ask: Ask) -> bool:
    return int(ask("SELECT count(*) FROM (SELECT 1 FROM claim LIMIT ?)", [SMALL])[0][0]) >= SMALL


def _state(path: Path) -> tuple[object, ...]:
    """What changes whenever the case does: size and time of its file and its log."""
    seen = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            stat = file.stat()
            seen.append((stat.st_size, stat.st_mtime_ns))
        except FileNotFoundError:
            seen.append((0, 0))
    return tuple(seen)

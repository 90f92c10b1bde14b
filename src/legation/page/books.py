"""The books: the ledger as pages ask for it, kept while the case file does not change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from legation import api
from legation.brief.flows import Flow, flows_of
from legation.errors import QueryError
from legation.store.case import Case
from legation.words.dispute import Dispute
from legation.words.quantity import Happening, Ledger, Quantity

KEPT = 6
"""Ledgers kept: of today, and of the days that the slider was last drawn to."""


@dataclass(frozen=True)
class Books:
    """A ledger with what pages look up in it."""

    ledger: Ledger

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """All disputes, heaviest first."""
        return api.disputes(self.ledger)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities: disputed ones first, then those that most origins tell of."""
        clashing = {d.subject for d in self.disputes}
        return tuple(sorted(self.ledger.quantities, key=lambda q: (q.id not in clashing, -q.origins, -len(q.members), q.label)))

    @cached_property
    def _by_id(self) -> dict[str, Quantity]:
        own = {q.id: q for q in self.ledger.quantities}
        return {m.claim: q for q in self.ledger.quantities for m in q.members} | own

    @cached_property
    def _happenings(self) -> dict[str, Happening]:
        return {m.claim: h for h in self.ledger.events for m in h.members} | {h.id: h for h in self.ledger.events}

    def quantity(self, id: str) -> Quantity:
        """The quantity with this id, or that a claim is a member of. Raises QueryError where there is none."""
        if id in self._by_id:
            return self._by_id[id]
        raise QueryError("no quantity has that id, or none on that day")

    def quantity_of(self, claim: str) -> Quantity | None:
        """The quantity that a claim is a member of."""
        return self._by_id.get(claim)

    def happening(self, id: str) -> Happening | None:
        """The happening with this id, or of which a claim is a telling."""
        return self._happenings.get(id)

    def happenings(self, fits: Callable[[Happening], bool]) -> list[Happening]:
        """Happenings, latest first, undated ones last."""
        return sorted(filter(fits, self.ledger.events), key=_latest, reverse=True)

    @cached_property
    def flows(self) -> list[Flow]:
        """Who acts towards whom, told as fact, most acts first."""
        return flows_of(self.ledger.events)


def _latest(h: Happening) -> tuple[str, int]:
    day = h.when and (h.when.first or h.when.last)
    return str(day or ""), h.origins


class Shelf:
    """The ledgers of a case that were asked for lately, by day."""

    def __init__(self) -> None:
        self._lock, self._kept = Lock(), OrderedDict[tuple[object, ...], Books]()

    def books(self, case: Case, as_of: date | None) -> Books:
        """The books of a day, made where the case changed since."""
        key = (as_of, *_state(case.path))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = Books(api.ledger(case, as_of))
                for old in self._outlived(key):
                    del self._kept[old]
            self._kept.move_to_end(key)
            return self._kept[key]

    def _outlived(self, key: tuple[object, ...]) -> Iterable[tuple[object, ...]]:
        stale = [k for k in self._kept if k[1:] != key[1:]]
        return stale + [k for k in self._kept if k not in stale][:-KEPT]


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

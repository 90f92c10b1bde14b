"""All of the kept ledger as of the claims that counted at some time. Which claims belong together is as of now.

Entries all of whose claims counted are as kept; only those of which a part did are reckoned anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from legation.reconcile.blocks import Block, settled
from legation.reconcile.ledger import in_order
from legation.store import entries, matters
from legation.store.glimpse import beside
from legation.store.judging import Judged
from legation.store.telling import THEN
from legation.words.quantity import Happening, Ledger, Quantity

Ask = Callable[..., Iterator[tuple[Any, ...]]]
Told = TypeVar("Told", Quantity, Happening)

TABLES = ("claim", "voice")
OUT = "SELECT c.id FROM {} c JOIN article a ON a.n = c.article WHERE c.live AND a.published_last <= ?"
COUNTED = f"SELECT c.id, c.live FROM {{}} c WHERE {THEN}"  # noqa: S608 - our own words
AT_ONCE = 500
"""Claims that one question asks for."""


def out_by(ask: Ask, day: date) -> frozenset[str]:
    """The claims that articles had told by a day."""
    return frozenset(id for table in TABLES for (id,) in ask(OUT.format(table), (day.isoformat(),)))


def counted_before(ask: Ask, moment: datetime) -> frozenset[str] | None:
    """The claims that counted just before a moment; None where some of them count no more, of which the kept ledger knows nothing."""
    at = moment.astimezone(UTC).isoformat(timespec="seconds")
    found = [row for table in TABLES for row in ask(COUNTED.format(table), (at, at))]
    return frozenset(id for id, _ in found) if all(live for _, live in found) else None


@dataclass(frozen=True, slots=True)
class Then:
    """The ledger, which must be up to date, as of the claims `counted`, by their ids."""

    ask: Ask
    judged: Judged
    counted: frozenset[str]

    def whole(self) -> Ledger:
        """All of it."""
        kept = "e.kind = ? ORDER BY e.article, e.place"
        quantities, events = entries.quantities(self.ask, kept, ("quantity",)), entries.happenings(self.ask, kept, ("event",))
        tensions = (t for t in entries.tensions(self.ask) if {t.a.claim, t.b.claim} <= self.counted)
        findings = (f for f in entries.findings(self.ask) if all(p.claim in self.counted for p in f.places))
        return in_order(
            Ledger(
                tuple(self._as_then(quantities, lambda part: part.quantities)),
                tuple(self._as_then(events, lambda part: part.events)),
                tuple(tensions),
                tuple(findings),
            )
        )

    def _as_then(self, found: Iterable[Told], of: Callable[[Ledger], Sequence[Told]]) -> Iterator[Told]:
        for entry in found:
            told = [m.claim for m in entry.members if m.claim in self.counted]
            if len(told) == len(entry.members):
                yield entry
            elif told:
                yield from of(self._settled(told))

    def _settled(self, claims: Sequence[str]) -> Ledger:
        """What claims of one entry come to without the others."""
        reader = matters.Reader(self.judged)
        sql = "i.kind IN ('entry', 'act') AND i.claim IN ({})"
        parts = (claims[n : n + AT_ONCE] for n in range(0, len(claims), AT_ONCE))
        found = (self.ask(matters.ITEMS.format(sql.format(", ".join("?" * len(part)))), part) for part in parts)
        return settled([Block("", beside([reader.item(row) for rows in found for row in rows]))], {}, self.judged.rulings)

"""The book: the ledger as the case keeps it. It is brought up to date block by block, and read in pages."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from legation.reconcile.blocks import Block, settled
from legation.reconcile.entry import Entry
from legation.reconcile.estimates import JURY, estimate, records
from legation.reconcile.happenings import Act
from legation.reconcile.item import Item
from legation.reconcile.ledger import in_order
from legation.reconcile.ranks import ranks
from legation.reconcile.rules import rules_hash
from legation.reconcile.view import Sight
from legation.store import entries, matters
from legation.store.glimpse import Glimpse
from legation.store.judging import Judged
from legation.store.shelving import Shelves
from legation.store.then import Then, counted_before, out_by
from legation.words.codec import decode
from legation.words.dispute import Dispute
from legation.words.quantity import Happening, Ledger, Quantity
from legation.words.rank import Estimate, Ranked, Record

ARTICLES, BLOCKS = 200, 400
"""Articles filed, and blocks settled, in one transaction: an interruption costs no more than that."""

HOMES = """
SELECT block FROM ledger_item WHERE kind IN ('entry', 'act')
AND (claim IN (?1, ?2) OR claim IN (SELECT joins FROM ledger_item WHERE claim IN (?1, ?2) AND joins IS NOT NULL))
"""

TABLES = tuple(f"ledger_{name}" for name in ["made", "due", "stale", "linked", "paper", "item", "side", "entry", "member", "verdict", "dispute"])

RIGHT, WRONG = ("1", "2"), ("4", "5")
"""Ratings of a claim's credibility by which its source was right or wrong."""

Ask = Callable[..., Iterator[tuple[Any, ...]]]
Change = Callable[[], AbstractContextManager[sqlite3.Connection]]


@dataclass(frozen=True, slots=True)
class Book:
    """The kept ledger of a case: `ask` runs a query, `change` opens a transaction, `judged` gives the judgements that count."""

    ask: Ask
    change: Change
    judged: Callable[[], Judged]

    # ---- keeping it ----

    def due(self) -> bool:
        """Whether something changed since the book was last brought up to date."""
        sql = "SELECT EXISTS (SELECT 1 FROM ledger_due) OR EXISTS (SELECT 1 FROM ledger_stale)"
        return self._of_other_rules() or bool(next(self.ask(sql))[0])

    def _of_other_rules(self) -> bool:
        return next(self.ask("SELECT rules FROM ledger_made"), None) != (rules_hash(),)

    def bring_up_to_date(self, told: Callable[[int, int], None] = lambda articles, blocks: None) -> None:
        """Files the articles that are due and settles the blocks that are stale; at once done where there are none.

        `told` hears after each step how many articles and blocks are left. Raises CaseError where the case cannot be written.
        """
        if not self.due():
            return
        judged = self.judged()
        if self._of_other_rules():
            self._begin_anew()
        for step in (self._file, self._settle):
            while step(judged):
                told(*next(self.ask("SELECT (SELECT count(*) FROM ledger_due), (SELECT count(*) FROM ledger_stale)")))

    def _begin_anew(self) -> None:
        with self.change() as db:
            for table in TABLES:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
            db.execute("INSERT INTO ledger_due SELECT n FROM article")
            db.execute("INSERT INTO ledger_made VALUES (?)", (rules_hash(),))

    def _file(self, judged: Judged) -> bool:
        with self.change() as db:
            due = [n for (n,) in db.execute("SELECT article FROM ledger_due LIMIT ?", (ARTICLES,))]
            shelves = Shelves(db, judged)
            shelves.file(due)
            db.executemany("DELETE FROM ledger_due WHERE article = ?", [(n,) for n in due])
            for article, findings in shelves.findings.items():
                entries.replace(db, [f"article|{article}"], Ledger(findings=findings), {})
            return bool(due)

    def _settle(self, judged: Judged) -> bool:
        with self.change() as db:
            stale = [b for (b,) in db.execute("SELECT block FROM ledger_stale LIMIT ?", (BLOCKS,))]
            settling, done = _Settling(db, judged), set[str]()
            for block in stale:
                if block not in done:
                    done |= settling.settle(block)
            return bool(stale)

    # ---- reading it ----

    def whole(self) -> Ledger:
        """All of it."""
        return in_order(
            Ledger(
                tuple(self.quantities()),
                tuple(self.happenings()),
                tuple(entries.tensions(self.ask)),
                tuple(entries.findings(self.ask)),
            )
        )

    def quantities(self, limit: int = -1, offset: int = 0) -> Iterator[Quantity]:
        """Quantities in the order in which they are first told."""
        return entries.quantities(self.ask, "e.kind = 'quantity' ORDER BY e.article, e.place LIMIT ? OFFSET ?", (limit, offset))

    def heaviest(self, limit: int, offset: int = 0) -> Iterator[Quantity]:
        """Quantities with most conflicts first, then those of most origins and members."""
        order = "e.kind = 'quantity' ORDER BY e.conflicts DESC, e.origins DESC, e.members DESC, e.article, e.place LIMIT ? OFFSET ?"
        return entries.quantities(self.ask, order, (limit, offset))

    def happenings(self, limit: int = -1, offset: int = 0) -> Iterator[Happening]:
        """Events in the order in which they are first told."""
        return entries.happenings(self.ask, "e.kind = 'event' ORDER BY e.article, e.place LIMIT ? OFFSET ?", (limit, offset))

    def quantity(self, key: str) -> Quantity | None:
        """The quantity with this id, or of which the claim with this id is a member."""
        return next(entries.quantities(self.ask, f"e.kind = 'quantity' AND {entries.BY_KEY}", (key, key)), None)

    def happening(self, key: str) -> Happening | None:
        """The event with this id, or of which the claim with this id is a telling."""
        return next(entries.happenings(self.ask, f"e.kind = 'event' AND {entries.BY_KEY}", (key, key)), None)

    def weighed(self, quantity: Quantity, known: Mapping[str, Record] | None = None) -> tuple[tuple[Ranked, ...], Estimate | None]:
        """The ranks of a quantity's claims by the ratings that count, and what may be reckoned with by the records of its origins.

        `known` are these records where they are at hand: to gather them takes a look at all that many origins tell.
        """
        return ranks(quantity, self.judged().ratings), estimate(quantity, self.records() if known is None else known)

    def records(self) -> Mapping[str, Record]:
        """How often what each origin told could be checked, and was right."""
        ratings = self.judged().ratings
        judged = {id: rating in RIGHT for id, rating in ratings.items() if rating in RIGHT or rating in WRONG}
        told = entries.quantities(self.ask, "e.kind = 'quantity' AND e.origins > ?", (JURY,))
        return records(told, judged)

    def disputes(self, limit: int = -1, offset: int = 0) -> Iterator[Dispute]:
        """Disputes, the heaviest first."""
        found = self.ask("SELECT record FROM ledger_dispute ORDER BY rank, weight DESC, subject LIMIT ? OFFSET ?", (limit, offset))
        return (decode(Dispute, json.loads(record)) for (record,) in found)

    def glimpse(self, sight: Sight) -> Glimpse:
        """The ledger as it was on a day, or as far as it speaks of a period."""
        return Glimpse(self.ask, self.judged(), sight)

    def on(self, day: date) -> Ledger:
        """All of the ledger as articles had told it by a day."""
        return Then(self.ask, self.judged(), out_by(self.ask, day)).whole()

    def before(self, moment: datetime) -> Ledger | None:
        """All of it as the case stood just before a moment; None where claims that counted then were read in another way since."""
        counted = counted_before(self.ask, moment)
        return None if counted is None else Then(self.ask, self.judged(), counted).whole()

    def part(self, subjects: Iterable[str]) -> Ledger:
        """The entries with these ids: what disputes are about."""
        wanted = list(dict.fromkeys(subjects))
        return Ledger(
            tuple(q for id in wanted if (q := self.quantity(id))),
            tuple(h for id in wanted if (h := self.happening(id))),
            tuple(t for id in wanted for t in entries.tensions(self.ask, id)),
            tuple(f for id in wanted for f in entries.findings(self.ask, id)),
        )

    def articles(self, part: Ledger) -> frozenset[int]:
        """The numbers of the articles that a part of the ledger is told in."""
        claims = [m.claim for q in part.quantities for m in q.members] + [m.claim for h in part.events for m in h.members]
        claims += [c for t in part.tensions for c in (t.a.claim, t.b.claim)] + [p.claim for f in part.findings for p in f.places]
        sql = "SELECT article FROM ledger_item WHERE claim = ? LIMIT 1"
        return frozenset(n for claim in dict.fromkeys(claims) for (n,) in self.ask(sql, (claim,)))

    def counts(self) -> dict[str, int]:
        """How many quantities, events, tensions, findings and disputes there are."""
        found: dict[str, int] = dict(self.ask("SELECT kind, count(*) FROM ledger_entry GROUP BY kind"))
        disputes = next(self.ask("SELECT count(*) FROM ledger_dispute"))[0]
        return {name: found.get(kind, 0) for name, kind in entries.NAMES.items()} | {"disputes": disputes}


class _Settling:
    """Makes the entries of stale blocks, each with those that belong with it, anew."""

    def __init__(self, db: sqlite3.Connection, judged: Judged) -> None:
        self._db, self._rulings, self._reader = db, judged.rulings, matters.Reader(judged)
        self._merged = [found for pair in self._rulings.together if len(found := self._homes(pair)) > 1]
        self._before = [set(pair) for pair in db.execute("SELECT block, head FROM ledger_linked")]

    def settle(self, block: str) -> set[str]:
        """Settles a block with all that the analyst joined to it; gives their names."""
        names = sorted(_joined(block, [*self._merged, *self._before]))
        self._db.executemany("DELETE FROM ledger_stale WHERE block = ?", [(name,) for name in names])
        if len(names) > 1:
            self._link(names)
        blocks = [self._block(name) for name in names]
        coming: dict[str, list[Item]] = defaultdict(list)
        for b in blocks:
            self._send(b)
        for b in blocks:
            for item in self._coming(b.name):
                coming[str(item.joins)].append(item)
        at = {i.claim: (b.name, *i.at) for b in blocks for i in b.items if isinstance(i.matter, (Entry, Act))}
        at |= {i.claim: (names[0], *i.at) for own in coming.values() for i in own if i.claim not in at}
        entries.replace(self._db, names, settled(blocks, coming, self._rulings), at)
        return set(names)

    def _homes(self, claims: tuple[str, str]) -> set[str]:
        """The blocks in which two merged claims stand, or may stand beside another."""
        return {name for (name,) in self._db.execute(HOMES, claims)}

    def _link(self, names: list[str]) -> None:
        """Notes what merges make one now: when they are undone, all of these blocks are to be settled."""
        now = sorted({name for found in self._merged if found.issubset(names) for name in found})
        self._db.executemany("DELETE FROM ledger_linked WHERE block = ?", [(name,) for name in names])
        self._db.executemany("INSERT OR REPLACE INTO ledger_linked VALUES (?, ?)", [(name, now[0]) for name in now])

    def _block(self, name: str) -> Block:
        found = self._db.execute(matters.ITEMS.format("i.block = ?"), (name,))
        return Block(name, [self._reader.item(row) for row in found])

    def _send(self, block: Block) -> None:
        """Notes which figures of a block go with one of another block; where that changes, the other block is stale."""
        leaving = block.leaving()
        sql = "SELECT n, claim, article, joins, leaves FROM ledger_item WHERE block = ? AND joins IS NOT NULL"
        for n, claim, article, joins, leaves in self._db.execute(sql, (block.name,)).fetchall():
            if leaves != (claim in leaving):
                self._db.execute("UPDATE ledger_item SET leaves = ? WHERE n = ?", (int(claim in leaving), n))
                self._db.execute(
                    "INSERT OR IGNORE INTO ledger_stale SELECT block FROM ledger_item WHERE article = ? AND claim = ? AND kind = 'entry'",
                    (article, joins),
                )

    def _coming(self, block: str) -> Iterator[Item]:
        """Figures of other blocks that go with one of this block."""
        where = "i.leaves AND i.joins IN (SELECT claim FROM ledger_item WHERE block = ? AND kind = 'entry') AND i.kind = 'entry'"
        return (self._reader.item(row) for row in self._db.execute(matters.ITEMS.format(where), (block,)).fetchall())


def _joined(block: str, links: Sequence[set[str]]) -> set[str]:
    """All that links make one with a block."""
    found, grown = {block}, True
    while grown:
        fresh = {name for link in links if not link.isdisjoint(found) for name in link}
        grown = not fresh.issubset(found)
        found |= fresh
    return found

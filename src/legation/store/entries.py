"""Entries of the kept ledger as rows and rows as entries: the one place that knows which column of them holds what."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from legation.reconcile.disputes import ORDER, disputes
from legation.store.outline import outline
from legation.store.rows import as_text
from legation.words.codec import decode, encode
from legation.words.finding import Finding
from legation.words.quantity import Happening, Ledger, Quantity
from legation.words.tension import Tension
from legation.words.verdict import EventVerdict, Place, Relation, Verdict

Ask = Callable[..., Iterator[tuple[Any, ...]]]
At = Mapping[str, tuple[str, int, int]]
"""Where each figure and event stands: its block, the number of its article, its place there."""

NAMES = {"quantities": "quantity", "events": "event", "tensions": "tension", "findings": "finding"}
"""Names of a ledger's lists, with what an entry of each is."""

BY_KEY = "e.n IN (SELECT n FROM ledger_entry WHERE id = ? UNION SELECT entry FROM ledger_member WHERE claim = ?)"

ENTRY = """
INSERT INTO ledger_entry (id, kind, block, article, place, type, label, unit, "from", "to", first, last, members, origins, conflicts, checks,
  low, high, disputed, why, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ALL_OF, ONE_OF = "SELECT record FROM ledger_entry WHERE kind = ?", "SELECT record FROM ledger_entry WHERE kind = ? AND id = ?"
OF_BLOCK = "SELECT n FROM ledger_entry WHERE block = ?"


def replace(db: sqlite3.Connection, blocks: Sequence[str], ledger: Ledger, at: At) -> None:
    """Puts what blocks come to in the place of what they came to before."""
    for block in blocks:
        if not db.execute(OF_BLOCK, (block,)).fetchone():
            continue
        for table in ("ledger_member", "ledger_verdict", "ledger_dispute"):
            db.execute(f"DELETE FROM {table} WHERE entry IN ({OF_BLOCK})", (block,))  # noqa: S608 - our own names
        db.execute("DELETE FROM ledger_entry WHERE block = ?", (block,))
    put = _Writer(db, blocks[0], at)
    numbers = {q.id: put.quantity(q) for q in ledger.quantities}
    numbers |= {h.id: put.happening(h) for h in ledger.events}
    numbers |= {t.id: put.plain("tension", t, t.kind, ()) for t in ledger.tensions}
    numbers |= {f.id: put.plain("finding", f, f.kind, [p.claim for p in f.places]) for f in ledger.findings}
    outline(db, ledger, numbers)
    for d in disputes(ledger):
        values = (numbers[d.subject], d.kind.value, ORDER.index(d.kind), d.weight, d.subject, as_text(encode(d)))
        db.execute("INSERT INTO ledger_dispute (entry, kind, rank, weight, subject, record) VALUES (?, ?, ?, ?, ?, ?)", values)


class _Writer:
    """Inserts the entries of one block."""

    def __init__(self, db: sqlite3.Connection, block: str, at: At) -> None:
        self._db, self._block, self._at = db, block, at

    def quantity(self, q: Quantity) -> int:
        s = q.stands
        stands = (s.low, s.high, s.disputed, s.why) if s else (None, None, None, None)
        what = (q.measure, q.label, q.unit, q.giver, q.receiver, None, None)
        return self._told("quantity", q, what, stands)

    def happening(self, h: Happening) -> int:
        first, last = h.when.as_json() if h.when else (None, None)
        what = (h.type.value, "", None, ";".join(h.actors), ";".join(h.recipients), first, last)
        return self._told("event", h, what, (None, None, None, None))

    def plain(self, kind: str, found: Tension | Finding, sort: str, claims: Sequence[str]) -> int:
        what = (str(sort), found.why, None, None, None, None, None)
        at = next((self._at[c] for c in claims if c in self._at), (self._block, 0, 0))
        return self._entry(found.id, kind, at, (*what, 2, 0, 0, 0, None, None, None, None), encode(found))

    def _told(self, kind: str, q: Quantity | Happening, what: Sequence[Any], stands: Sequence[Any]) -> int:
        """An entry with members and verdicts."""
        clashing = [getattr(v, "sure", True) for v in q.verdicts if v.verdict is Relation.CONFLICT]
        counts = (len(q.members), q.origins, sum(clashing), len(clashing) - sum(clashing))
        record = encode(q)
        members, verdicts = record.pop("members"), record.pop("verdicts")
        place = {m["claim"]: k for k, m in enumerate(members)}
        n = self._entry(q.id, kind, self._at[members[0]["claim"]], (*what, *counts, *stands), record)
        rows = [(n, k, m["claim"], m["origin"], as_text(m)) for k, m in enumerate(members)]
        self._db.executemany("INSERT INTO ledger_member VALUES (?, ?, ?, ?, ?)", rows)
        pairs = ((n, k, place[v["a"]["claim"]], place[v["b"]["claim"]], v["verdict"], v["why"], v.get("sure", True)) for k, v in enumerate(verdicts))
        self._db.executemany("INSERT INTO ledger_verdict VALUES (?, ?, ?, ?, ?, ?, ?)", pairs)
        return n

    def _entry(self, id: str, kind: str, at: tuple[str, int, int], cells: Sequence[Any], record: Any) -> int:
        row = self._db.execute(ENTRY, (id, kind, *at, *cells, as_text(record)))
        assert row.lastrowid is not None
        return row.lastrowid


def quantities(ask: Ask, where: str, values: Sequence[Any]) -> Iterator[Quantity]:
    """Quantities that meet a condition over `ledger_entry e`, with its order and page."""
    for whole, verdicts in _whole(ask, where, values):
        q = decode(Quantity, whole)
        places = [Place(m.article, m.span, m.claim) for m in q.members]
        yield dataclasses.replace(q, verdicts=tuple(Verdict(places[a], places[b], Relation(v), why, bool(sure)) for a, b, v, why, sure in verdicts))


def happenings(ask: Ask, where: str, values: Sequence[Any]) -> Iterator[Happening]:
    """Events that meet a condition."""
    for whole, verdicts in _whole(ask, where, values):
        h = decode(Happening, whole)
        places = [Place(m.article, m.span, m.claim) for m in h.members]
        yield dataclasses.replace(h, verdicts=tuple(EventVerdict(places[a], places[b], Relation(v), why) for a, b, v, why, _ in verdicts))


def tensions(ask: Ask, id: str | None = None) -> Iterator[Tension]:
    """All tensions, or that with an id."""
    return (decode(Tension, json.loads(r)) for (r,) in _plain(ask, "tension", id))


def findings(ask: Ask, id: str | None = None) -> Iterator[Finding]:
    """All failed checks, or that with an id."""
    return (decode(Finding, json.loads(r)) for (r,) in _plain(ask, "finding", id))


def _plain(ask: Ask, kind: str, id: str | None) -> Iterator[tuple[Any, ...]]:
    return ask(ONE_OF, (kind, id)) if id else ask(ALL_OF, (kind,))


def _whole(ask: Ask, where: str, values: Sequence[Any]) -> Iterator[tuple[dict[str, Any], Iterator[tuple[Any, ...]]]]:
    """Records with their members, and rows of their verdicts: a large quantity has thousands, which are made without a look at each field."""
    for n, record in ask(f"SELECT e.n, e.record FROM ledger_entry e WHERE {where}", values):  # noqa: S608 - conditions of ours
        members = [json.loads(r) for (r,) in ask("SELECT record FROM ledger_member WHERE entry = ? ORDER BY place", (n,))]
        verdicts = ask("SELECT a, b, verdict, why, sure FROM ledger_verdict WHERE entry = ? ORDER BY number", (n,))
        yield {**json.loads(record), "members": members}, verdicts

"""A glimpse of the kept ledger: its heaviest entries as they were on a day, or as far as they speak of a period.

Nothing is built anew but the entries that are looked at. What only a part of an entry's claims tell weighs no more than all of it, so the
heaviest are found from the top of the kept order down, and the rest is never read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from legation.reconcile.blocks import Block, settled
from legation.reconcile.contests import Known, Ranking
from legation.reconcile.disputes import ORDER, disputes
from legation.reconcile.item import Item, Matter
from legation.reconcile.tensions import Stance
from legation.reconcile.view import Sight
from legation.store import matters
from legation.store.judging import Judged
from legation.words.codec import decode
from legation.words.dispute import Dispute
from legation.words.finding import Finding
from legation.words.quantity import Ledger, Quantity
from legation.words.tension import Tension
from legation.words.verdict import Relation

Ask = Callable[..., Iterator[tuple[Any, ...]]]
T = TypeVar("T")

QUANTITIES = """
SELECT e.n, e.kind, e.conflicts, e.origins, e.members FROM ledger_entry e WHERE e.kind = 'quantity' AND {}
ORDER BY e.conflicts DESC, e.origins DESC, e.members DESC, e.article, e.place
"""
DISPUTES = """
SELECT e.n, e.kind, d.rank, d.weight FROM ledger_dispute d JOIN ledger_entry e ON e.n = d.entry WHERE {} ORDER BY d.rank, d.weight DESC, d.subject
"""
OUT = "(e.kind IN ('tension', 'finding') OR EXISTS (SELECT 1 FROM ledger_outline o WHERE o.entry = e.n AND o.told <= ?))"
"""Entries of which something had been told by a day."""

SAID = """
(e.kind IN ('tension', 'finding') OR EXISTS (
  SELECT 1 FROM ledger_member m JOIN claim c ON c.id = m.claim AND c.live JOIN article a ON a.n = c.article WHERE m.entry = e.n
  AND CASE WHEN c.first IS NULL AND c.last IS NULL THEN a.published_first <= ?2 AND a.published_last >= ?1
  ELSE coalesce(c.first, '0000') <= ?2 AND coalesce(c.last, '9999') >= ?1 END))
"""
"""Entries of which something is said of a period; a corrected claim by its own days, which are looked at again."""

MEMBERS = "i.claim IN (SELECT claim FROM ledger_member WHERE entry = ?) AND i.kind IN ('entry', 'act')"


class Glimpse:
    """What a sight shows of the kept ledger, which must be up to date."""

    def __init__(self, ask: Ask, judged: Judged, sight: Sight) -> None:
        self._ask, self._rulings, self._sight = ask, judged.rulings, sight
        self._reader = matters.Reader(judged)

    def quantities(self, limit: int) -> list[Quantity]:
        """The quantities of most conflicts, then of most origins and members, as far as they are shown."""
        best: list[tuple[tuple[float, ...], Quantity]] = []
        for n, kind, *most in self._rows(QUANTITIES):
            if len(best) == limit and best[-1][0] >= tuple(most):
                break
            best = _heaviest([*best, *((_weight(q), q) for q in self._shown(n, kind).quantities)], limit)
        return [q for _, q in best]

    def disputes(self, limit: int) -> tuple[list[Dispute], Ledger]:
        """The heaviest disputes with all that they are about."""
        best: list[tuple[tuple[float, ...], tuple[Dispute, Ledger]]] = []
        seen: set[int] = set()
        for n, kind, rank, weight in self._rows(DISPUTES):
            if len(best) == limit and best[-1][0] >= (-rank, weight):
                break
            if n not in seen:
                seen.add(n)
                part = self._shown(n, kind)
                best = _heaviest([*best, *(((-ORDER.index(d.kind), d.weight), (d, part)) for d in disputes(part))], limit)
        return [d for _, (d, _) in best], _together([part for _, (_, part) in best])

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Entries in order that may show something."""
        if self._sight.as_of is not None:
            return self._ask(sql.format(OUT), (self._sight.as_of.isoformat(),))
        holds = self._sight.holds
        first, last = holds.as_json() if holds else (None, None)
        return self._ask(sql.format(SAID), (first or "0000", last or "9999"))

    def _shown(self, n: int, kind: str) -> Ledger:
        """What the claims of an entry that are shown come to."""
        if kind in ("quantity", "event"):
            found = [self._reader.item(row) for row in self._ask(matters.ITEMS.format(MEMBERS), (n,))]
            items = [i for i in found if self._visible(i.matter)]
            return settled([Block("", beside(items))], {}, self._rulings) if items else Ledger()
        record = json.loads(next(self._ask("SELECT record FROM ledger_entry WHERE n = ?", (n,)))[0])
        if kind == "tension":
            t = decode(Tension, record)
            shown = all(self._sight.out(s.told) and self._sight.of(s.when or s.told) for s in (t.a, t.b))
            return Ledger(tensions=(t,)) if shown else Ledger()
        f = decode(Finding, record)
        return Ledger(findings=(f,)) if all(self._is_shown(p.claim) for p in f.places) else Ledger()

    def _is_shown(self, claim: str) -> bool:
        found = next(self._ask(matters.ITEMS.format("i.claim = ?"), (claim,)), None)
        return found is not None and self._visible(self._reader.item(found).matter)

    def _visible(self, m: Matter) -> bool:
        if isinstance(m, (Stance, Ranking, Known)):
            return self._sight.out(m.teller.published) and self._sight.of(m.when or m.teller.published)
        return self._sight.shows(m.told)


def beside(items: Sequence[Item]) -> list[Item]:
    """Items of one entry: what went with a figure of another block stands beside it here."""
    own = {i.claim for i in items}
    return [replace(i, joins=None, follows=i.follows or (i.joins if i.joins in own else None)) for i in items]


def _weight(q: Quantity) -> tuple[float, ...]:
    return sum(v.verdict is Relation.CONFLICT and v.sure for v in q.verdicts), q.origins, len(q.members)


def _heaviest(found: list[tuple[tuple[float, ...], T]], limit: int) -> list[tuple[tuple[float, ...], T]]:
    """The first so many by weight, in the order they came where they weigh the same."""
    return sorted(found, key=lambda pair: pair[0], reverse=True)[:limit]


def _together(parts: Sequence[Ledger]) -> Ledger:
    """Parts as one ledger, each once."""
    once = list({id(p): p for p in parts}.values())
    return Ledger(
        tuple(q for p in once for q in p.quantities),
        tuple(h for p in once for h in p.events),
        tuple(t for p in once for t in p.tensions),
        tuple(f for p in once for f in p.findings),
    )

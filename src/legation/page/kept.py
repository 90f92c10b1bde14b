"""The books that the case keeps, read page by page: nothing here grows with the case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.brief.flows import Flow
from legation.brief.wording import tone_of
from legation.page.books import Acts, Amounts, Days, Entry, Kinds, way_of
from legation.store import entries
from legation.store.book import Book
from legation.store.bygone import happenings_then, quantities_then
from legation.words.codec import decode
from legation.words.dispute import Dispute, DisputeKind
from legation.words.event import EventType
from legation.words.finding import Finding
from legation.words.quantity import Happening, Quantity
from legation.words.tension import Tension

FLOWS = """
SELECT giver, receiver, mutual, type, count(*) AS n FROM ledger_flow
WHERE fact AND giver != '' AND receiver != '' AND {} GROUP BY giver, receiver, mutual, type ORDER BY n DESC LIMIT {}
"""
DAYS = """
SELECT giver, mutual, day, type, count(*) FROM ledger_flow
WHERE ((giver = ?1 AND receiver = ?2) OR (giver = ?2 AND receiver = ?1)) AND fact AND day != '' AND told <= ?3 GROUP BY 1, 2, 3, 4
"""
TYPES = "SELECT type, day, count(*) FROM ledger_outline WHERE kind = 'event' AND fact AND day != '' AND told <= ? GROUP BY 1, 2"
KINDS: dict[str, type[Entry]] = {"quantity": Quantity, "event": Happening, "tension": Tension, "finding": Finding}
EVER = "9999"


@dataclass(frozen=True, slots=True)
class KeptBooks:
    """The kept ledger, brought up to date; `until` leaves out what nobody had told by that day.

    Which claims belong together, and in which order lists stand, is then still that of today: to make that anew takes a ledger of its own.
    """

    book: Book
    ask: Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
    until: date | None = None

    @property
    def _until(self) -> str:
        return self.until.isoformat() if self.until else EVER

    def counts(self) -> dict[str, int]:
        """How many acts, quantities and disputes there are."""
        told = dict(self.ask("SELECT kind, count(*) FROM ledger_outline WHERE told <= ? GROUP BY kind", [self._until]))
        return {"acts": told.get("event", 0), "quantities": told.get("quantity", 0), "disputes": sum(self.dispute_kinds().values())}

    def disputes(self, kind: str, limit: int, offset: int) -> list[Dispute]:
        """Disputes, heaviest first."""
        where, values = ("kind = ?", [kind]) if kind else ("1", [])
        out, days = self._out()
        return self._disputes(f"{where} AND {out} ORDER BY rank, weight DESC, subject LIMIT ? OFFSET ?", [*values, *days, limit, offset])

    def _out(self) -> tuple[str, list[Any]]:
        """The condition on disputes that all of their sides were told by the day."""
        return (SIDES_OUT, [self._until]) if self.until else ("1", [])

    def _disputes(self, where: str, values: Sequence[Any]) -> list[Dispute]:
        return [decode(Dispute, json.loads(r)) for (r,) in self.ask(f"SELECT record FROM ledger_dispute d WHERE {where}", values)]  # noqa: S608

    def dispute_kinds(self) -> dict[DisputeKind, int]:
        """How many disputes of each kind there are."""
        out, days = self._out()
        sql = f"SELECT kind, count(*) FROM ledger_dispute d WHERE {out} GROUP BY rank"  # noqa: S608 - our own words
        return {DisputeKind(kind): n for kind, n in self.ask(sql, days)}

    def disputes_between(self, a: str, b: str, limit: int) -> list[Dispute]:
        """Disputes on what two actors do to each other or exchange."""
        out = self._out()[0].replace("?", "?3")
        return self._disputes(f"d.entry IN ({BETWEEN}) AND {out} ORDER BY rank, weight DESC, subject LIMIT ?4", [a, b, self._until, limit])

    def entries(self, ids: Sequence[str]) -> Iterable[Entry]:
        """What disputes are about."""
        marks = ", ".join("?" * len(ids))
        for kind, record in self.ask(f"SELECT kind, record FROM ledger_entry WHERE id IN ({marks})", list(ids)):  # noqa: S608 - question marks
            yield decode(KINDS[kind], json.loads(record))

    def quantity(self, id: str) -> Quantity | None:
        """The quantity with this id, or of which a claim is a member."""
        found = self.book.quantity(id)
        return next(iter(self._then([found])), None) if found else None

    def _then(self, found: list[Quantity]) -> list[Quantity]:
        return quantities_then(self.ask, self.book.judged(), found, self.until) if self.until else found

    def _acts_then(self, found: list[Happening]) -> list[Happening]:
        return happenings_then(self.ask, self.book.judged(), found, self.until) if self.until else found

    def quantities(self, wanted: Amounts, limit: int, offset: int) -> tuple[list[Quantity], int]:
        """Quantities, disputed ones first."""
        where, values = _amounts(wanted)
        if self.until:
            where, values = f"{where} AND {OUT}", [*values, self._until]
        order = "ORDER BY e.conflicts DESC, e.origins DESC, e.members DESC, e.article, e.place LIMIT ? OFFSET ?"
        found = list(entries.quantities(self._iter, f"{where} {order}", [*values, limit, offset]))
        return self._then(found), int(self.ask(f"SELECT count(*) FROM ledger_entry e WHERE {where}", values)[0][0])  # noqa: S608 - our own words

    def measures(self) -> list[str]:
        """The measures that quantities are of."""
        return [m for (m,) in self.ask("SELECT DISTINCT type FROM ledger_entry WHERE kind = 'quantity' ORDER BY type", [])]

    def happening(self, id: str) -> Happening | None:
        """The act with this id, or of which a claim is a telling."""
        found = self.book.happening(id)
        return next(iter(self._acts_then([found])), None) if found else None

    def acts(self, wanted: Acts, limit: int, offset: int) -> tuple[list[Happening], int]:
        """Acts, latest first."""
        source, values = _acts(wanted)
        where, more = _narrowed(wanted, self._until)
        sql = f"FROM {source} WHERE {where}"
        found = self.ask(f"SELECT o.entry {sql} ORDER BY o.day DESC, o.entry DESC LIMIT ? OFFSET ?", [*values, *more, limit, offset])
        total = int(self.ask(f"SELECT count(*) {sql}", [*values, *more])[0][0])
        numbers = [n for (n,) in found]
        whole = entries.happenings(self._iter, f"e.n IN ({', '.join('?' * len(numbers))}) ORDER BY e.n", numbers) if numbers else ()
        by_number = dict(zip(sorted(numbers), whole, strict=True))
        return self._acts_then([by_number[n] for n in numbers]), total

    def flows(self, actor: str = "", limit: int = 400) -> list[Flow]:
        """Who acts towards whom, most acts first."""
        where, values = ("(giver = ? OR receiver = ?)", [actor, actor]) if actor else ("1", [])
        found: dict[tuple[str, str, str, bool], Flow] = {}
        told, values = (f"{where} AND told <= ?", [*values, self._until]) if self.until else (where, values)
        for giver, receiver, mutual, type, n in self.ask(FLOWS.format(told, limit), values):
            key = (giver, receiver, tone_of(EventType(type)), bool(mutual))
            found.setdefault(key, Flow(*key)).types[EventType(type)] += n
        return sorted(found.values(), key=lambda f: (-f.count, f.giver, f.receiver, f.tone))

    def days(self, a: str, b: str) -> Days:
        """When two actors act towards each other."""
        out: Days = Counter()
        for giver, mutual, day, type, n in self.ask(DAYS, [a, b, self._until]):
            out[way_of(giver, bool(mutual), a), date.fromisoformat(day), tone_of(EventType(type))] += n
        return out

    def kinds(self) -> Kinds:
        """When acts of each type were done."""
        return Counter({(EventType(type), date.fromisoformat(day)): n for type, day, n in self.ask(TYPES, [self._until])})

    def _iter(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        return iter(self.ask(sql, values))


OUT = "EXISTS (SELECT 1 FROM ledger_outline o WHERE o.entry = e.n AND o.told <= ?)"
"""An entry that somebody had told of by a day."""
SIDES_OUT = """NOT EXISTS (
  SELECT 1 FROM json_each(d.record, '$.sides') s JOIN claim c ON c.id = json_extract(s.value, '$.claim') AND c.live
  JOIN article a ON a.n = c.article WHERE coalesce(a.published_last, '9999') > ?
)"""
"""A dispute all of whose sides articles had told by a day."""
BETWEEN = """
SELECT entry FROM ledger_flow WHERE (giver = ?1 AND receiver = ?2) OR (giver = ?2 AND receiver = ?1)
UNION SELECT n FROM ledger_entry WHERE kind = 'quantity' AND (("from" = ?1 AND "to" = ?2) OR ("from" = ?2 AND "to" = ?1))
UNION SELECT e.n FROM ledger_entry e JOIN json_each(e.record, '$.parties') x ON x.value = ?1 JOIN json_each(e.record, '$.parties') y ON y.value = ?2
WHERE e.kind = 'tension'
"""
"""Entries that are about two actors."""


def _amounts(wanted: Amounts) -> tuple[str, list[Any]]:
    """Conditions on quantities."""
    parts: list[tuple[str, list[Any]]] = [("e.kind = 'quantity'", [])]
    if wanted.measure:
        parts.append(("e.type = ?", [wanted.measure]))
    if wanted.of:
        parts.append((f"e.type IN ({', '.join('?' * len(wanted.of))})", sorted(wanted.of)))
    if wanted.several:
        parts.append(("e.members > 1", []))
    if wanted.other:
        a, b = wanted.actor, wanted.other
        parts.append(('((e."from" = ? AND e."to" = ?) OR (e."from" = ? AND e."to" = ?))', [a, b, b, a]))
    elif wanted.actor:
        parts.append(('(e."from" = ? OR e."to" = ?)', [wanted.actor, wanted.actor]))
    return " AND ".join(p for p, _ in parts), [v for _, values in parts for v in values]


def _acts(wanted: Acts) -> tuple[str, list[Any]]:
    """The outline of all acts, or of those of an actor or a pair, each once."""
    a, b = wanted.actor, wanted.other
    if not a:
        return "ledger_outline o", []
    if not b:
        chosen, values = "SELECT entry FROM ledger_flow WHERE giver = ? UNION SELECT entry FROM ledger_flow WHERE receiver = ?", [a, a]
    else:
        out, back = "giver = ? AND receiver = ?", [b, a]
        sides = {"out": [(f"{out} AND NOT mutual", [a, b])], "in": [(f"{out} AND NOT mutual", back)], "both": [(f"{out} AND mutual", sorted(back))]}
        picked = sides.get(wanted.way) or [side for found in sides.values() for side in found]
        chosen = " UNION ".join(f"SELECT entry FROM ledger_flow WHERE {where}" for where, _ in picked)  # noqa: S608 - our own words
        values = [v for _, of in picked for v in of]
    return f"({chosen}) f CROSS JOIN ledger_outline o ON o.entry = f.entry", values


def _narrowed(wanted: Acts, until: str) -> tuple[str, list[Any]]:
    """Conditions on the outline."""
    parts, values = ["o.kind = 'event'", "o.told <= ?"], [until]
    if wanted.types:
        parts.append(f"o.type IN ({', '.join('?' * len(wanted.types))})")
        values += sorted(wanted.types)
    if wanted.fact:
        parts.append("o.fact" if wanted.fact == "yes" else "NOT o.fact")
    if wanted.until:
        parts.append("o.day <= ?")
        values.append(wanted.until)
    return " AND ".join(parts), values

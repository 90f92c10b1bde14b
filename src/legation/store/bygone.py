"""The kept ledger on a day gone by: entries without what articles told later. Which claims belong together is as of now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from legation.reconcile.entry import Entry
from legation.reconcile.happenings import Act
from legation.reconcile.standing import stands
from legation.store import matters
from legation.store.judging import Judged
from legation.words.quantity import Happening, Member, Quantity, Telling
from legation.words.verdict import EventVerdict, Verdict

Ask = Callable[[str, Sequence[Any]], Iterable[tuple[Any, ...]]]
Told = TypeVar("Told", Member, Telling)
Compared = TypeVar("Compared", Verdict, EventVerdict)

OUT = """
SELECT c.id FROM claim c JOIN article a ON a.n = c.article WHERE c.live AND a.superseded_by IS NULL AND a.published_last <= ? AND c.id IN ({})
"""
AT_ONCE = 500
"""Claims that one question asks for."""


def quantities_then(ask: Ask, judged: Judged, found: Sequence[Quantity], day: date) -> list[Quantity]:
    """Quantities with the claims that were out by a day, and what stood by these; one that nobody had told of is left out."""
    out = _out(ask, [m.claim for q in found for m in q.members], day)
    told = _told(ask, judged, out)
    return [_then(q, members, told) for q in found if (members := _kept(q.members, out))]


def happenings_then(ask: Ask, judged: Judged, found: Sequence[Happening], day: date) -> list[Happening]:
    """The same of acts."""
    out = _out(ask, [m.claim for h in found for m in h.members], day)
    told = _told(ask, judged, out)
    return [
        replace(h, members=members, verdicts=_among(h.verdicts, out), origins=_origins(members, told))
        for h in found
        if (members := _kept(h.members, out))
    ]


def _among(verdicts: Sequence[Compared], out: Collection[str]) -> tuple[Compared, ...]:
    return tuple(v for v in verdicts if v.a.claim in out and v.b.claim in out)


def _origins(members: Sequence[Member | Telling], told: Mapping[str, Entry | Act]) -> int:
    """How many origins tell, which may have one name."""
    return len({told[m.claim].origin.key for m in members if m.claim in told})


def _kept(members: Sequence[Told], out: Collection[str]) -> tuple[Told, ...]:
    return tuple(m for m in members if m.claim in out)


def _then(q: Quantity, members: tuple[Member, ...], told: Mapping[str, Entry | Act]) -> Quantity:
    if len(members) == len(q.members):
        return q
    verdicts = _among(q.verdicts, {m.claim for m in members})
    standings = stands([e for m in members if isinstance(e := told.get(m.claim), Entry)], verdicts)
    stand = standings[0] if standings else None
    return replace(q, members=members, verdicts=verdicts, standings=standings, stands=stand, origins=_origins(members, told))


def _out(ask: Ask, claims: Sequence[str], day: date) -> set[str]:
    """Which of the claims an article had told by a day."""
    found = (ask(OUT.format(", ".join("?" * len(part))), [day.isoformat(), *part]) for part in _parts(claims))
    return {id for rows in found for (id,) in rows}


def _told(ask: Ask, judged: Judged, claims: Iterable[str]) -> dict[str, Entry | Act]:
    """The claims as the rules know them."""
    reader = matters.Reader(judged)
    sql = "i.kind IN ('entry', 'act') AND i.claim IN ({})"
    found = (ask(matters.ITEMS.format(sql.format(", ".join("?" * len(part)))), part) for part in _parts(sorted(claims)))
    items = (reader.item(row) for rows in found for row in rows)
    return {item.claim: item.matter for item in items if isinstance(item.matter, (Entry, Act))}


def _parts(claims: Sequence[str]) -> Iterator[list[str]]:
    yield from (list(claims[n : n + AT_ONCE]) for n in range(0, len(claims), AT_ONCE))

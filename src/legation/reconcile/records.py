"""Records against known values: `an all-time high`, when an earlier year of the same quantity was higher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from legation.codes.tables import table
from legation.reconcile.entry import Entry
from legation.reconcile.measures import Nature
from legation.reconcile.origins import origin_of
from legation.reconcile.periods import calendar
from legation.reconcile.source import Told
from legation.reconcile.values import reach
from legation.reconcile.wording import canonical, content, pattern
from legation.words.evidence import Span
from legation.words.finding import Finding, FindingKind
from legation.words.ids import digest
from legation.words.statement import Statement, StatementKind
from legation.words.status import Status
from legation.words.verdict import Place

PAIR = 2

LATEST = 366
"""A value that ends more days before the record was told does not say how things then stood."""

LIKE = 0.05
"""By how much two periods' lengths may differ and be comparable: five months are never held against a year."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record told as fact: `way` is 1 for a highest, -1 for a lowest."""

    told: Told[Statement]
    way: int


def record_of(told: Told[Statement]) -> Record | None:
    """A superlative as a record; None where it is none, or not told as fact."""
    way = _way(told)
    return Record(told, way) if way else None


def spoken_of(record: Record) -> Iterator[tuple[str, str, str]]:
    """What a record may be of: measure, giver and receiver, one of the two open where it names one party."""
    measures = {m for word in content(record.told.sentence) for m in _measures().get(word, ())}
    parties = dict.fromkeys(record.told.claim.parties)
    sides = [(p, "") for p in parties] + [("", p) for p in parties]
    if len(parties) == PAIR:
        sides += [tuple(parties), tuple(reversed(parties))]  # type: ignore[list-item]
    return ((m, giver, receiver) for m in sorted(measures) for giver, receiver in sides)


@cache
def _measures() -> dict[str, tuple[str, ...]]:
    """The measures that a canonical word names."""
    out: dict[str, list[str]] = defaultdict(list)
    for row in table("ledger_measures"):
        out[canonical(row["measure"].partition("-")[0])].append(row["measure"])
    return {word: tuple(names) for word, names in out.items()}


def refuted(records: Iterable[Record], groups: Iterable[Sequence[Entry]]) -> Iterator[Finding]:
    """Superlatives that values of their shelf refute: the latest value known when they were told is not the highest (or lowest)."""
    several = [g for g in groups if len(g) > 1 and (g[0].giver or g[0].receiver)]
    return (finding for r in records for g in several for finding in _refuted(r.told, r.way, g))


def _way(told: Told[Statement]) -> int:
    """1 for a highest, -1 for a lowest, 0 for what is no record told as fact."""
    if told.claim.kind is not StatementKind.SUPERLATIVE or told.claim.status is not Status.ACTUAL:
        return 0
    return 1 if pattern("record", "high").search(told.words) else -1 if pattern("record", "low").search(told.words) else 0


def _refuted(told: Told[Statement], way: int, group: Sequence[Entry]) -> Iterator[Finding]:
    day = told.claim.when or told.teller.published
    if day is None:
        return
    by_day = sorted((e for e in group if e.role == "level" and not e.increment and not e.subject.goods and _last(e)), key=lambda e: _span(e))
    until = (day.last or day.first or date.max).toordinal()
    known = [e for e in by_day if _last(e) <= until]
    latest = next((e for e in reversed(known) if until - _last(e) <= LATEST), None)
    if latest is None:
        return
    better = [e for e in known if _last(e) < _span(latest)[0] + 1 and _comparable(e, latest) and _beats(e, latest, way)]
    if better:
        said = " and ".join(f"{e.said} in {calendar(e.figure.when)}" for e in better)
        why = f"{said} against {latest.said} in {calendar(latest.figure.when)}: no {'highest' if way > 0 else 'lowest'} level"
        origin = origin_of(told.claim, told.teller).name
        places = (Place(told.teller.id, told.claim.span, told.claim.id), latest.place, *(e.place for e in better))
        key = digest("finding", FindingKind.RECORD, *(p.claim for p in places))
        yield Finding(key, FindingKind.RECORD, why, places, tuple(dict.fromkeys((origin, latest.origin.name, *(e.origin.name for e in better)))))


def _span(e: Entry) -> Span:
    when = e.figure.when
    first, last = (when.first or when.last, when.last or when.first) if when else (None, None)
    return (first.toordinal(), last.toordinal()) if first and last else (0, 0)


def _last(e: Entry) -> int:
    return _span(e)[1]


def _comparable(e: Entry, latest: Entry) -> bool:
    """Whether two values may be held against each other: of a flow only those of periods as long."""
    if e.dimension != latest.dimension or e.subject.limits != latest.subject.limits or e.figure.amount.per != latest.figure.amount.per:
        return False
    (a, b), (c, d) = _span(e), _span(latest)
    one, other = b - a + 1, d - c + 1
    return e.measure.nature is not Nature.FLOW or abs(one - other) <= LIKE * max(one, other)


def _beats(e: Entry, latest: Entry, way: int) -> bool:
    (el, eh), (ll, lh) = reach(e), reach(latest)
    return el > lh if way > 0 else eh < ll

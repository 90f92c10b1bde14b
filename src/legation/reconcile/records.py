"""Records against known values: `an all-time high`, when an earlier year of the same quantity was higher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

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

LATEST = 366
"""A value that ends more days before the record was told does not say how things then stood."""

LIKE = 0.05
"""By how much two periods' lengths may differ and be comparable: five months are never held against a year."""


def records(statements: Iterable[Told[Statement]], groups: Iterable[Sequence[Entry]]) -> Iterator[Finding]:
    """Superlatives that values of the case refute: the latest value known when they were told is not the highest (or lowest)."""
    by_measure: dict[tuple[str, frozenset[str]], list[Sequence[Entry]]] = defaultdict(list)
    for g in groups:
        first = g[0]
        parties = frozenset(p for p in (first.giver, first.receiver) if p)
        if len(g) > 1 and parties:
            by_measure[canonical(first.measure.name.partition("-")[0]), parties].append(g)
    measures = {m for m, _ in by_measure}
    for told in statements:
        way = _way(told)
        if not way:
            continue
        for word in measures.intersection(content(told.sentence)):
            for parties in {frozenset(told.claim.parties), *(frozenset((p,)) for p in told.claim.parties)}:
                for g in by_measure.get((word, parties), ()):
                    yield from _refuted(told, way, g)


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

"""What changed between two ledgers of one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from legation.reconcile.disputes import disputes
from legation.words.changed import Changes, Revision
from legation.words.dispute import Dispute, DisputeKind
from legation.words.quantity import Ledger, Quantity, Standing
from legation.words.verdict import Place, Relation


def changes(before: Ledger, after: Ledger) -> Changes:
    """Claims, disputes and standings of `after` against those of `before`; a claim is known by its id, a dispute by the claims that clash."""
    old, new = dict(_claims(before)), dict(_claims(after))
    then, now = _clashes(before), _clashes(after)
    known, still = ({pair for _, pairs in found for pair in pairs} for found in (then, now))
    return Changes(
        new=tuple(place for id, place in new.items() if id not in old),
        gone=tuple(place for id, place in old.items() if id not in new),
        arisen=tuple(d for d, pairs in now if known.isdisjoint(pairs)),
        settled=tuple(d for d, pairs in then if still.isdisjoint(pairs)),
        revised=tuple(_revised(before, after)),
    )


def _claims(ledger: Ledger) -> Iterator[tuple[str, Place]]:
    for q in ledger.quantities:
        yield from ((m.claim, Place(m.article, m.span, m.claim)) for m in q.members)
    for h in ledger.events:
        yield from ((t.claim, Place(t.article, t.span, t.claim)) for t in h.members)


def _clashes(ledger: Ledger) -> list[tuple[Dispute, set[frozenset[str]]]]:
    """Each dispute with the claims that clash in it: of a quantity or happening each pair, else all sides together."""
    clashing: dict[tuple[str, bool], set[frozenset[str]]] = defaultdict(set)
    for q in ledger.quantities:
        for v in q.verdicts:
            if v.verdict is Relation.CONFLICT:
                clashing[q.id, v.sure].add(frozenset((v.a.claim, v.b.claim)))
    for h in ledger.events:
        for told in h.verdicts:
            if told.verdict is Relation.CONFLICT:
                clashing[h.id, True].add(frozenset((told.a.claim, told.b.claim)))
    return [(d, clashing.get((d.subject, d.kind is not DisputeKind.CHECK)) or {frozenset(p.claim for p in d.sides)}) for d in disputes(ledger)]


def _revised(before: Ledger, after: Ledger) -> Iterator[Revision]:
    """Quantities of both, known by a claim they share, for which another interval stands or a dispute began or ended."""
    home = {m.claim: q for q in before.quantities for m in q.members}
    for q in after.quantities:
        former = next((home[m.claim] for m in q.members if m.claim in home), None)
        if former and _gist(former) != _gist(q):
            yield Revision(q.id, q.label, former.stands, q.stands)


def _gist(q: Quantity) -> tuple[float | None, float | None, bool] | None:
    s: Standing | None = q.stands
    return (s.low, s.high, s.disputed) if s else None

"""The disputes of a ledger by weight: conflicts and denials first, then failed checks, tensions, and doubtful readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.words.amount import Amount
from legation.words.dispute import Dispute, DisputeKind
from legation.words.finding import Finding
from legation.words.quantity import Happening, Ledger, Member, Quantity
from legation.words.tension import Tension
from legation.words.verdict import Place, Relation, Verdict

ORDER = tuple(DisputeKind)


def disputes(ledger: Ledger) -> tuple[Dispute, ...]:
    """All disputes: by kind, then by how many origins stand behind them and how far the sides lie apart."""
    found = [
        *(d for q in ledger.quantities for d in _of_quantity(q)),
        *(d for h in ledger.events for d in _of_happening(h)),
        *map(_of_tension, ledger.tensions),
        *map(_of_finding, ledger.findings),
    ]
    return tuple(sorted(found, key=lambda d: (ORDER.index(d.kind), -d.weight, d.subject)))


def _of_quantity(q: Quantity) -> Iterator[Dispute]:
    """The sure conflicts of a quantity as one dispute, the doubtful ones as one check."""
    clashing = [v for v in q.verdicts if v.verdict is Relation.CONFLICT]
    if not clashing:
        return
    members = {m.claim: m for m in q.members}
    for kind, sure in ((DisputeKind.CONFLICT, True), (DisputeKind.CHECK, False)):
        pairs = [v for v in clashing if v.sure is sure]
        if pairs:
            yield _widest(q.id, kind, pairs, members)


def _widest(subject: str, kind: DisputeKind, pairs: Sequence[Verdict], members: Mapping[str, Member]) -> Dispute:
    told = max(pairs, key=lambda v: _apart(members[v.a.claim].amount, members[v.b.claim].amount))
    origins = tuple(dict.fromkeys(members[p.claim].origin for v in pairs for p in (v.a, v.b)))
    weight = len(origins) + _apart(members[told.a.claim].amount, members[told.b.claim].amount)
    return Dispute(kind, subject, told.why, (told.a, told.b), origins, round(weight, 3), len(pairs) - 1)


def _apart(a: Amount, b: Amount) -> float:
    """How far two amounts of one unit lie apart, from 0 to 1."""
    x, y = (abs(v) for v in (_named(a), _named(b)))
    return 1 - min(x, y) / max(x, y) if max(x, y) and a.unit == b.unit else 0.0


def _named(amount: Amount) -> float:
    return amount.low if amount.low is not None else amount.high or 0.0


def _of_happening(h: Happening) -> Iterator[Dispute]:
    """An act that one says was done and another denies."""
    pairs = [v for v in h.verdicts if v.verdict is Relation.CONFLICT]
    if pairs:
        origins = {m.claim: m.origin for m in h.members}
        named = tuple(dict.fromkeys(origins[p.claim] for v in pairs for p in (v.a, v.b)))
        yield Dispute(DisputeKind.DENIAL, h.id, pairs[0].why, (pairs[0].a, pairs[0].b), named, float(len(named)), len(pairs) - 1)
    for p in h.points:
        # The day before and the day after may be one day in two time zones.
        if p.name != "day":
            said = " against ".join(f"{a.value} ({', '.join(a.origins)})" for a in p.answers)
            named = tuple(dict.fromkeys(o for a in p.answers for o in a.origins))
            sides = tuple(a.places[0] for a in p.answers)
            yield Dispute(DisputeKind.TENSION, h.id, f"one event, {p.name}: {said}", sides, named, float(len(named)))


def _of_tension(t: Tension) -> Dispute:
    sides = tuple(Place(s.article, s.span, s.claim) for s in (t.a, t.b))
    return Dispute(DisputeKind.TENSION, t.id, f"{t.kind}: {t.why}", sides, (t.a.origin, t.b.origin), 2 + len(t.parties) / 100, t.more)


def _of_finding(f: Finding) -> Dispute:
    return Dispute(DisputeKind.FINDING, f.id, f.why, f.places, f.origins, float(len(f.origins)))

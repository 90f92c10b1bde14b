"""What stands for a quantity: what all claims of one period and definition allow, or the camps. Never an average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from legation.reconcile.entry import Entry
from legation.reconcile.values import INFINITE
from legation.words.quantity import Standing
from legation.words.verdict import Relation, Verdict

TOGETHER = frozenset((Relation.COPY, Relation.SAME, Relation.AGREE, Relation.CONFLICT, Relation.UPDATE))


def stands(members: Sequence[Entry], verdicts: Sequence[Verdict]) -> tuple[Standing, ...]:
    """One standing for each set of claims that speak of one period and definition, the latest first."""
    levels = {m.id: m for m in members if m.role == "level" and not m.increment}
    replaced = _replaced(levels, verdicts)
    sets = _comparable([m for m in levels.values() if m.id not in replaced], verdicts)
    sets.sort(key=lambda s: (max(_day(m) for m in s), len(s)), reverse=True)
    disputes = [(v.a.claim, v.b.claim) for v in verdicts if v.verdict is Relation.CONFLICT and v.sure]
    return tuple(_standing(s, disputes) for s in sets)


def _replaced(levels: dict[str, Entry], verdicts: Sequence[Verdict]) -> set[str]:
    """Claims that a later report of the same count took the place of."""
    out = set()
    for v in verdicts:
        if v.verdict is Relation.UPDATE and v.a.claim in levels and v.b.claim in levels:
            a, b = levels[v.a.claim], levels[v.b.claim]
            out.add(a.id if _told(a) < _told(b) else b.id)
    return out


def _comparable(levels: Sequence[Entry], verdicts: Sequence[Verdict]) -> list[list[Entry]]:
    """Claims joined by verdicts that hold only within one period and definition."""
    root = {m.id: m.id for m in levels}

    def find(x: str) -> str:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for v in verdicts:
        if v.verdict in TOGETHER and v.a.claim in root and v.b.claim in root:
            root[find(v.a.claim)] = find(v.b.claim)
    out: dict[str, list[Entry]] = defaultdict(list)
    for m in levels:
        out[find(m.id)].append(m)
    return list(out.values())


def _standing(claims: Sequence[Entry], disputes: Sequence[tuple[str, str]]) -> Standing:
    of = {m.id: m for m in claims}
    camps = [(of[a], of[b]) for a, b in disputes if a in of and b in of]
    if camps:
        a, b = camps[0]
        binding = tuple(dict.fromkeys(m.id for pair in camps for m in pair))
        # Between the camps lies everything any of them allows; which of them is right is not for the ledger to say.
        low, high = min(map(_low, claims)), max(map(_high, claims))
        return Standing(_own(low, a), _own(high, a), f"disputed: {a.said} ({a.origin.name}) against {b.said} ({b.origin.name})", True, binding)
    floor, ceiling = max(claims, key=_low), min(claims, key=_high)
    # Where they agree only because one is rough or rounded the two sides come out of order.
    low, high = sorted((_low(floor), _high(ceiling)))
    binds = [m for m, value in ((floor, _low(floor)), (ceiling, _high(ceiling))) if abs(value) != INFINITE]
    said = " and ".join(dict.fromkeys(f"{m.said} ({m.origin.name})" for m in binds))
    origins = len({m.origin.key for m in claims})
    why = f"{said}; {len(claims)} claim{'s' * (len(claims) > 1)}, {origins} origin{'s' * (origins > 1)}"
    approx = any(m.figure.amount.approx for m in binds)
    return Standing(_own(low, floor), _own(high, floor), why, False, tuple(dict.fromkeys(m.id for m in binds)), approx)


def _own(value: float, e: Entry) -> float | None:
    return None if abs(value) == INFINITE else value / e.factor


def _low(e: Entry) -> float:
    return -INFINITE if e.low is None else e.low


def _high(e: Entry) -> float:
    return INFINITE if e.high is None else e.high


def _day(e: Entry) -> date:
    p = e.holds or e.told.teller.published
    return (p.last or p.first or date.min) if p else date.min


def _told(e: Entry) -> date:
    p = e.told.teller.published
    return (p.last or p.first or date.min) if p else date.min

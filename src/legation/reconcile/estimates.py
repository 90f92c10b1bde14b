"""Estimates: what of a quantity may be reckoned with. Origins count once, and only those with a record weigh more than others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from legation.reconcile.values import ROUGH
from legation.words.quantity import Member, Quantity
from legation.words.rank import Estimate, Record
from legation.words.verdict import Relation

ENOUGH = 20
"""A source with fewer checked claims has no record: it is shown, not scored."""

JURY = 3
"""Other origins that a claim must have beside it to be checked by them."""

TOGETHER = frozenset((Relation.COPY, Relation.SAME, Relation.AGREE, Relation.CONFLICT))
"""Verdicts of claims that speak of one period and definition."""


def records(quantities: Iterable[Quantity], judged: Mapping[str, bool]) -> dict[str, Record]:
    """The record of each origin: its claims against the median of at least JURY others; `judged` are claims the analyst found right or wrong."""
    checked: dict[str, list[bool]] = defaultdict(list)
    for q in quantities:
        for group in comparable(q):
            points = _points(group)
            for m in group:
                others = [p for origin, p in points.items() if origin != m.origin]
                if m.claim in judged:
                    checked[m.origin].append(judged[m.claim])
                elif len(others) >= JURY and (point := _point(m)) is not None:
                    middle = median(others)
                    checked[m.origin].append(abs(point - middle) <= ROUGH * max(abs(point), abs(middle)))
    return {origin: Record(len(found), sum(found)) for origin, found in checked.items()}


def estimate(quantity: Quantity, of: Mapping[str, Record]) -> Estimate | None:
    """What may be reckoned with for a quantity's latest period; None where nothing is told of its level. `of` are the records of origins."""
    binding = quantity.stands.binding if quantity.stands else ()
    groups = [g for g in comparable(quantity) if not {m.claim for m in g}.isdisjoint(binding)]
    group = groups[0] if groups else ()
    points = _points(group)
    if not points:
        s = quantity.stands
        return Estimate(s.low, s.high, None, s.why) if s else None
    weights = {origin: _weight(of.get(origin, Record())) for origin in points}
    scored = sum(of.get(origin, Record()).checked >= ENOUGH for origin in points)
    plain, weighed = median(points.values()), weighted_median(points, weights)
    told = _told(group, points)
    if not scored:
        return Estimate(min(told), max(told), None, f"what {len(points)} origin{'s' * (len(points) > 1)} tell; none of them has a record")
    low, high = sorted((plain, weighed))
    why = f"the median of {len(points)} origins, {scored} of them weighed by their records; from {low:g} to {high:g} with and without"
    return Estimate(min(told), max(told), weighed, why)


def comparable(quantity: Quantity) -> list[list[Member]]:
    """Levels that speak of one period and definition, by the verdicts between them; those of the latest standing first."""
    levels = {m.claim: m for m in quantity.members if m.role == "level" and not m.amount.change}
    root = {claim: claim for claim in levels}

    def find(x: str) -> str:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for v in quantity.verdicts:
        if v.verdict in TOGETHER and v.a.claim in root and v.b.claim in root:
            root[find(v.a.claim)] = find(v.b.claim)
    out: dict[str, list[Member]] = defaultdict(list)
    for claim, m in levels.items():
        out[find(claim)].append(m)
    return list(out.values())


def weighted_median(points: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The value with half of the weight on either side; between two where the weight falls just there."""
    ordered = sorted((value, weights[origin]) for origin, value in points.items())
    half, below = sum(w for _, w in ordered) / 2, 0.0
    for k, (value, w) in enumerate(ordered):
        below += w
        if abs(below - half) < 1e-9 * half and k + 1 < len(ordered):
            return (value + ordered[k + 1][0]) / 2
        if below > half:
            return value
    return ordered[-1][0]


def _weight(record: Record) -> float:
    """What an origin weighs: the odds that it is right, of a source without a record 1. One that is mostly wrong hardly weighs."""
    if record.checked < ENOUGH:
        return 1.0
    share = (record.right + 1) / (record.checked + 2)
    return share / (1 - share)


def _points(group: Sequence[Member]) -> dict[str, float]:
    """One value for each origin, the median of what it tells; bounds are no values."""
    told: dict[str, list[float]] = defaultdict(list)
    for m in group:
        if (point := _point(m)) is not None:
            told[m.origin].append(point)
    return {origin: median(values) for origin, values in told.items()}


def _point(m: Member) -> float | None:
    low, high = m.amount.low, m.amount.high
    return None if low is None or high is None else (low + high) / 2


def _told(group: Sequence[Member], points: Mapping[str, float]) -> list[float]:
    sides = [side for m in group if _point(m) is not None for side in (m.amount.low, m.amount.high) if side is not None]
    return [*sides, *points.values()]

"""Draws: how a quantity is spread if each source may be the right one.

In each draw the origins stand in a random order, and every quantity is taken from the first of them that tells of it: what one origin says
is drawn together. A one-sided claim ("up to 80 percent") says nothing of where below it the truth lies, so every percentile is given by
reading; and where the origins lead to separate values, by camp. There is never one median over camps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from legation.model.extra import need
from legation.model.hull import SLACK
from legation.model.numbers import number
from legation.model.solve import Way, value, way_to
from legation.model.system import Given, System

CHUNK = 100_000
"""So many draws at a time stay in the processor's cache."""


BINS = 40
"""Slices of an input's draws within which the rest is averaged out."""

NEAR = 0.1
"""Medians this close, relatively, are no camps of their own."""


class Reading(StrEnum):
    """How one-sided claims are read."""

    TOLD = "as told"
    LIMIT = "at the limit named"
    WITHIN = "anywhere within the limit"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many draws, from which seed."""

    draws: int = 20_000
    seed: int = 1


PLAN = Plan()


@dataclass(frozen=True, slots=True)
class Hump:
    """A camp's percentiles in the quantity's unit, its share of the draws, and the claims it was drawn from."""

    p5: float
    p50: float
    p95: float
    weight: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draws under one reading, as one or several camps; or why there are none. `reads` says how each one-sided claim was read.

    `kept` is the share of draws that gave a value the quantity can have: a share above 1 is put aside. `shares` says how much of the
    spread (of the logarithm, where all values are positive) each quantity alone explains, the largest first.
    """

    reading: Reading
    humps: tuple[Hump, ...] = ()
    reads: tuple[tuple[str, str], ...] = ()
    why_not: str = ""
    kept: float = 1.0
    shares: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Option:
    """What one origin says of a quantity, in base units."""

    origin: str
    low: float
    high: float
    claims: tuple[str, ...]


def draws(system: System, target: str, plan: Plan = PLAN) -> tuple[Drawn, ...]:
    """The spread of a quantity as its formulas give it from the other quantities' claims, under each reading."""
    system = system.joined(target)
    way = way_to(system, target)
    if not way.steps:
        return (Drawn(Reading.TOLD, why_not="no source gives " + ", ".join(way.missing or (target,))),)
    used = [g for g in system.given if g.quantity in way.inputs]
    readings = (Reading.LIMIT, Reading.WITHIN) if any(g.low is None or g.high is None for g in used) else (Reading.TOLD,)
    return tuple(_drawn(system, target, way, reading, plan) for reading in readings)


def _drawn(system: System, target: str, way: Way, reading: Reading, plan: Plan) -> Drawn:
    options = [tuple(_options(system, id, reading)) for id in way.inputs]
    values, codes, inputs = _sample(system, options, way, plan)
    kept = need("numpy").isfinite(values)
    humps = _humps(values[kept] / system.size(target), codes[kept], options)
    reads = tuple((g.id, _how(system, g, reading)) for g in system.given if g.quantity in way.inputs and (g.low is None or g.high is None))
    return Drawn(reading, humps, reads, "" if humps else "these numbers give no value that can be", float(kept.mean()), _shares(values, inputs))


def _how(system: System, g: Given, reading: Reading) -> str:
    low, high = (side / system.size(g.quantity) for side in _sides(system, g, reading))
    if low < high:
        return f"read as anything from {number(low)} to {number(high)}"
    return f"read as {number(low)}" + (": no source names a ceiling" if reading is Reading.WITHIN and g.high is None else "")


def _options(system: System, id: str, reading: Reading) -> Iterator[_Option]:
    """One option an origin: where all its claims meet, or each of them where they do not."""
    by_origin: dict[str, list[Given]] = {}
    for g in system.given:
        if g.quantity == id:
            by_origin.setdefault(g.origin or g.id, []).append(g)
    for origin, told in by_origin.items():
        sides = [(*_sides(system, g, reading), g) for g in told]
        low, high = max(s[0] for s in sides), min(s[1] for s in sides)
        if low <= high:
            yield _Option(origin, low, high, tuple(g.id for g in told))
        else:
            yield from (_Option(f"{origin} {n}" if n else origin, s[0], s[1], (s[2].id,)) for n, s in enumerate(sides))


def _sides(system: System, g: Given, reading: Reading) -> tuple[float, float]:
    size, (least, most) = system.size(g.quantity), system.limits(g.quantity)
    low, high = (None if side is None else side * size for side in (g.low, g.high))
    if low is not None and high is not None:
        return low, high
    limit = high if low is None else low
    assert limit is not None
    if reading is Reading.LIMIT:
        return limit, limit
    told = [x for x in system.given if x.quantity == g.quantity]
    if low is None:
        lows = [x.low * size for x in told if x.low is not None and x.low * size <= limit]
        return max([*lows, *([least] if least is not None else [])], default=limit), limit
    highs = [x.high * size for x in told if x.high is not None and x.high * size >= limit]
    return limit, min([*highs, *([most] if most is not None else [])], default=limit)


def _shares(values: Any, inputs: dict[str, Any]) -> tuple[tuple[str, float], ...]:
    """The part of the variance that stays when all but one input are averaged out, for each input that varies."""
    numpy = need("numpy")
    values = values[: next((x.size for x in inputs.values()), 0)]
    kept = numpy.isfinite(values)
    y = values[kept]
    if y.size < 10 * BINS or y.min() == y.max():
        return ()
    y = numpy.log(y) if y.min() > 0 else y
    out = []
    for id, x in inputs.items():
        rank = numpy.searchsorted(numpy.unique(numpy.quantile(x[kept], numpy.linspace(0, 1, BINS + 1)[1:-1])), x[kept], side="right")
        count = numpy.bincount(rank)
        middle = numpy.bincount(rank, y)[count > 0] / count[count > 0]
        out.append((id, float(numpy.average((middle - y.mean()) ** 2, weights=count[count > 0]) / y.var())))
    return tuple(sorted(out, key=lambda share: -share[1]))


def _sample(system: System, options: Sequence[tuple[_Option, ...]], way: Way, plan: Plan) -> tuple[Any, Any, dict[str, Any]]:
    """The last step's value in every draw, nan where it cannot be; a number that says which options it was drawn from; the first inputs."""
    numpy = need("numpy")
    random = numpy.random.Generator(numpy.random.PCG64(plan.seed))
    origins = sorted({o.origin for several in options if len(several) > 1 for o in several})
    values, codes, inputs = numpy.empty(plan.draws), numpy.zeros(plan.draws, dtype=numpy.int64), dict[str, Any]()
    for start in range(0, plan.draws, CHUNK):
        part = slice(start, min(start + CHUNK, plan.draws))
        count = part.stop - start
        rank = {origin: random.random(count, dtype=numpy.float32) for origin in origins}
        known, chosen = {}, dict[tuple[str, ...], Any]()
        for id, several in zip(way.inputs, options, strict=True):
            if len(several) == 1:
                one = several[0]
                known[id] = one.low if one.low == one.high else random.uniform(one.low, one.high, count)
                continue
            among = tuple(o.origin for o in several)
            choice = chosen.get(among)
            if choice is None:
                choice = chosen[among] = numpy.argmax(numpy.stack([rank[origin] for origin in among]), axis=0)
            low, width = numpy.array([o.low for o in several]), numpy.array([o.high - o.low for o in several])
            known[id] = low.take(choice) + width.take(choice) * random.random(count)
            codes[part] = codes[part] * len(several) + choice
        inputs = inputs or {id: known[id] for id in way.inputs if not isinstance(known[id], float)}
        values[part] = _walk(system, way, known)
    return values, codes, inputs


def _walk(system: System, way: Way, known: dict[str, Any]) -> Any:
    """The last step's value; nan where a step gives what its quantity cannot be by definition."""
    numpy = need("numpy")
    with numpy.errstate(all="ignore"):
        for id, tree in way.steps:
            made = numpy.asarray(value(tree, known), dtype=float)
            low, high = system.limits(id)
            if low is not None:
                made = numpy.where(made < low - SLACK * abs(low), numpy.nan, made)
            if high is not None:
                made = numpy.where(made > high + SLACK * abs(high), numpy.nan, made)
            known[id] = made
    return known[way.steps[-1][0]]


def _humps(values: Any, codes: Any, options: Sequence[tuple[_Option, ...]]) -> tuple[Hump, ...]:
    """One hump for each choice of origins; those that people would take for one number are one."""
    numpy = need("numpy")
    groups = []
    for code in numpy.unique(codes) if codes.any() else [0]:
        mine = values[codes == code]
        if mine.size:
            groups.append((mine, _chosen(int(code), options)))
    groups.sort(key=lambda group: float(numpy.median(group[0])))
    merged: list[tuple[Any, set[str], Any]] = []
    for mine, claims in groups:
        now = numpy.quantile(mine, (0.05, 0.5, 0.95))
        if merged and _alike(merged[-1][2], now):
            both = numpy.concatenate((merged[-1][0], mine))
            merged[-1] = (both, merged[-1][1] | claims, numpy.quantile(both, (0.05, 0.5, 0.95)))
        else:
            merged.append((mine, claims, now))
    total = sum(mine.size for mine, _, _ in merged)
    return tuple(Hump(float(ps[0]), float(ps[1]), float(ps[2]), mine.size / total, tuple(sorted(claims))) for mine, claims, ps in merged)


def _alike(a: Any, b: Any) -> bool:
    """Whether two spreads are one: medians close, or each inside the other's middle nine tenths."""
    return bool(abs(b[1] - a[1]) <= NEAR * abs(b[1]) or (b[1] <= a[2] and a[1] >= b[0]))


def _chosen(code: int, options: Sequence[tuple[_Option, ...]]) -> set[str]:
    """The claims that a code stands for; undoes the numbering of `_sample`."""
    claims: set[str] = set()
    for several in reversed(options):
        choice = code % len(several)
        code //= len(several)
        claims.update(several[choice].claims)
    return claims

"""Draws: how a quantity is spread if each source may be the right one.

In each draw the origins stand in a random order, and every quantity is taken from the first of them that tells of it: what one origin says
is drawn together. A one-sided claim ("up to 80 percent") says nothing of where below it the truth lies, so every percentile is given by
reading; and where the origins lead to separate values, by camp. There is never one median over camps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from legation.model.extra import need
from legation.model.options import Reading, how, readings
from legation.model.sensitivity import Share, sobol
from legation.model.solve import Way, way_to
from legation.model.system import System
from legation.model.trials import PLAN, Choices, Plan, Trial, choices_of, chosen, trials

BINS = 40
"""Slices of an input's draws within which the rest is averaged out."""

NEAR = 0.1
"""Medians this close, relatively, are no camps of their own."""


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
    spread (of the logarithm, where all values are positive) each quantity alone explains, the largest first; `sobol` has the same by Sobol's
    method, with what each explains together with others, where the plan asks for it.
    """

    reading: Reading
    humps: tuple[Hump, ...] = ()
    reads: tuple[tuple[str, str], ...] = ()
    why_not: str = ""
    kept: float = 1.0
    shares: tuple[tuple[str, float], ...] = ()
    sobol: tuple[Share, ...] = ()


def draws(system: System, target: str, plan: Plan = PLAN) -> tuple[Drawn, ...]:
    """The spread of a quantity as its formulas give it from the other quantities' claims, under each reading."""
    system = system.joined(target)
    way = way_to(system, target)
    if not way.steps:
        return (Drawn(Reading.TOLD, why_not="no source gives " + ", ".join(way.missing or (target,))),)
    return tuple(_drawn(system, target, way, reading, plan) for reading in readings(system, way))


def _drawn(system: System, target: str, way: Way, reading: Reading, plan: Plan) -> Drawn:
    choices = choices_of(system, way, reading)
    values, codes, inputs = _all(trials(system, way, choices, plan), plan.draws)
    kept = need("numpy").isfinite(values)
    humps = _humps(values[kept] / system.size(target), codes[kept], choices)
    reads = tuple((g.id, how(system, g, reading)) for g in system.given if g.quantity in way.inputs and (g.low is None or g.high is None))
    why_not = "" if humps else "these numbers give no value that can be"
    by_sobol = sobol(system, way, choices, plan.seed) if plan.sobol else ()
    return Drawn(reading, humps, reads, why_not, float(kept.mean()), _shares(values, inputs), by_sobol)


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


def _all(trials: Iterator[Trial], count: int) -> tuple[Any, Any, dict[str, Any]]:
    """The values of all trials, their codes, and what the inputs that vary were in the first of them."""
    numpy = need("numpy")
    values, codes, inputs, at = numpy.empty(count), numpy.empty(count, dtype=numpy.int64), dict[str, Any](), 0
    for trial in trials:
        part = slice(at, at + len(trial.codes))
        values[part], codes[part], at = trial.value, trial.codes, part.stop
        inputs = inputs or {id: x for id, x in trial.inputs.items() if not isinstance(x, float)}
    return values, codes, inputs


def _humps(values: Any, codes: Any, choices: Choices) -> tuple[Hump, ...]:
    """One hump for each choice of origins; those that people would take for one number are one."""
    numpy = need("numpy")
    groups = []
    for code in numpy.unique(codes) if codes.any() else [0]:
        mine = values[codes == code]
        if mine.size:
            groups.append((mine, chosen(int(code), choices)))
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

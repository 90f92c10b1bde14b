"""What the claims, taken literally, imply for a quantity: its least and greatest value, and the claims that say so.

Products are linear in logarithms, sums as they stand: both are solved exactly by linear programming. Where a system has both, intervals
are pushed through the formulas; that is exact where no quantity is met twice. Elsewhere it is too wide, and z3 narrows it by halving; what
it cannot decide in time is said to be an outer bound.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from legation.model.cores import Oracle, can_hold
from legation.model.extra import need
from legation.model.forms import Row, linear_row, log_row
from legation.model.hull import INF, Interval, narrow, tree_like
from legation.model.system import Given, System, ids

SECONDS = 2.0
"""So long z3 may look for each side of a bound."""

HALVINGS = 200
"""Steps to a bound at most; what they leave open is below a part in a million, or a bound of nothing."""

FAR = 1e9
"""What is so many times larger than every number told is taken to be without bound."""

NOTHING = 1e-9
"""A dual below this is a claim that does not bind."""


@dataclass(frozen=True, slots=True)
class End:
    """One side of a bound, in the quantity's unit, and a smallest set of claims that implies it; None where no bound is implied."""

    value: float | None = None
    binding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """Both sides. `possible` is False where the claims cannot all hold; `exact` False where a narrower bound may exist."""

    low: End
    high: End
    possible: bool = True
    exact: bool = True


OPEN = End()
IMPOSSIBLE = Range(OPEN, OPEN, possible=False)


def bounds(system: System, target: str) -> Range:
    """What the claims of a system imply for one of its quantities. Raises ModelError for a quantity that it has not."""
    system = system.joined(target)
    rows, logs = _rows(system)
    box = narrow(_box(system), system.plain)
    if rows is None or (not logs and tree_like(system.formulas)):
        return _by_hull(system, target)
    if box is None:
        return IMPOSSIBLE
    program = _Program(system, rows, logs, box)
    low = program.end(target, lowest=True)
    high = program.end(target, lowest=False)
    if low is None or high is None:
        return IMPOSSIBLE
    free, size = _narrowed(system.only(()), target), system.size(target)
    if free:
        low = OPEN if _is(low.value, free[0] / size) else low
        high = OPEN if _is(high.value, free[1] / size) else high
    return Range(low, high)


def possible(system: System) -> bool | None:
    """Whether all claims can hold, by intervals alone; None where these cannot tell."""
    if narrow(_box(system), system.plain) is None:
        return False
    return True if tree_like(system.formulas) else None


def _is(value: float | None, limit: float) -> bool:
    """Whether a bound is no more than what definitions say."""
    return value is not None and not math.isinf(limit) and abs(value - limit) <= 1e-9 * abs(limit)


def _rows(system: System) -> tuple[list[Row] | None, bool]:
    """The formulas as rows, and whether these are over logarithms; None where they are neither all products nor all sums."""
    positive = all((low := system.limits(v.id)[0]) is not None and low >= 0 for v in system.variables)
    above = all(g.high is None or g.high > 0 for g in system.given)
    if positive and above:
        logs = [log_row(f) for f in system.plain]
        if None not in logs:
            return [r for r in logs if r], True
    sums = [linear_row(f) for f in system.plain]
    return (None if None in sums else [r for r in sums if r]), False


Line: TypeAlias = tuple[dict[str, float], float, str]
"""Factors by quantity, the right side, and the claim that says so (empty for formulas and definitions)."""


class _Program:
    """A linear program: a row for each side of each claim, so that its dual says whether the claim binds."""

    def __init__(self, system: System, rows: list[Row], logs: bool, box: dict[str, Interval]) -> None:
        self.system, self.logs = system, logs
        self.order = {v.id: n for n, v in enumerate(system.variables)}
        # rows of like numbers keep the solver's tolerances meaningful
        ends = {id: [abs(x) for x in interval if x and not math.isinf(x)] for id, interval in box.items()}
        self.scale = {id: max(found, default=1.0) if not logs else 1.0 for id, found in ends.items()}
        self.upper: list[Line] = [(dict(r.factors), -r.constant, "") for r in rows if r.relation == "<="]
        self.equal: list[Line] = [(dict(r.factors), -r.constant, "") for r in rows if r.relation == "="]
        self.upper += [line for g in system.given for line in self._claimed(g)]
        for v in system.variables:
            low, high = system.limits(v.id)
            self.upper += self._sides(v.id, low, high, "")

    def _claimed(self, g: Given) -> Iterator[Line]:
        size = self.system.size(g.quantity)
        yield from self._sides(g.quantity, None if g.low is None else g.low * size, None if g.high is None else g.high * size, g.id)

    def _sides(self, id: str, low: float | None, high: float | None, claim: str) -> list[Line]:
        out: list[Line] = []
        if high is not None:
            out.append(({id: 1.0}, math.log(high) if self.logs else high, claim))
        if low is not None and not (self.logs and low <= 0):
            out.append(({id: -1.0}, -math.log(low) if self.logs else -low, claim))
        return out

    def end(self, target: str, lowest: bool) -> End | None:
        """The least or the greatest value; None where the claims cannot all hold."""
        aim = [0.0] * len(self.order)
        aim[self.order[target]] = 1.0 if lowest else -1.0
        found = self._solve(aim)
        if found.status != 0:
            # the solver may say no more than "unbounded or impossible": whether any point exists settles it
            return OPEN if self._solve([0.0] * len(self.order)).status == 0 else None
        value = float(found.x[self.order[target]]) * self.scale[target]
        binding = [line[2] for line, dual in zip(self.upper, found.ineqlin.marginals, strict=True) if abs(dual) > NOTHING and line[2]]
        if not binding:
            return OPEN
        natural = math.exp(value) if self.logs else value
        return End(natural / self.system.size(target), tuple(dict.fromkeys(binding)))

    def _solve(self, aim: list[float]) -> Any:
        a_ub, b_ub = self._matrix(self.upper)
        a_eq, b_eq = self._matrix(self.equal)
        return need("scipy.optimize").linprog(aim, a_ub, b_ub, a_eq, b_eq, bounds=(None, None), method="highs")

    def _matrix(self, lines: list[Line]) -> tuple[Any, Any]:
        if not lines:
            return None, None
        numpy = need("numpy")
        matrix, right = numpy.zeros((len(lines), len(self.order))), numpy.zeros(len(lines))
        for n, (factors, constant, _) in enumerate(lines):
            for id, factor in factors.items():
                matrix[n, self.order[id]] = factor * self.scale[id]
            largest = 1.0 if self.logs else abs(matrix[n]).max() or 1.0
            matrix[n] /= largest
            right[n] = constant / largest
        return matrix, right


def _by_hull(system: System, target: str) -> Range:
    box = narrow(_box(system), system.plain)
    if box is None:
        return IMPOSSIBLE
    if not tree_like(system.formulas):
        return _by_halving(system, target, box[target])
    free = _narrowed(system.only(()), target)
    low, high = (_bound_by(system, target, side, box[target][side], free) for side in (0, 1))
    return Range(low, high)


def _bound_by(system: System, target: str, side: int, value: float, free: Interval | None) -> End:
    """One side found by narrowing, with a smallest set of claims that still gives it."""
    if math.isinf(value) or (free is not None and _is(value, free[side])):
        return OPEN

    def holds(claims: list[str]) -> bool:
        found = _narrowed(system.only(claims), target)
        return found is not None and abs(found[side] - value) <= 1e-9 * abs(value)

    return End(value / system.size(target), tuple(smallest(list(ids(system.given)), holds)))


def _by_halving(system: System, target: str, outer: Interval) -> Range:
    """The bound between an outer one and what z3 finds possible, to one part in a million."""
    everything = can_hold(system, SECONDS)
    if everything is False:
        return IMPOSSIBLE
    ends, exact = [], everything is True
    for side in (0, 1):
        value, sure = _halved(system, target, side, outer[side])
        exact = exact and sure
        ends.append(_reasoned(system, target, side, value) if value is not None else OPEN)
    return Range(ends[0], ends[1], exact=exact)


def _halved(system: System, target: str, side: int, far: float) -> tuple[float | None, bool]:
    """The last value that can be reached on a side, and whether that is sure; None where there is no last one."""
    oracle, given_up = Oracle(system, SECONDS), None if math.isinf(far) else far
    if math.isinf(far):
        told = [abs(x) * system.size(g.quantity) for g in system.given for x in (g.low, g.high) if x]
        far = math.copysign(FAR * max([1.0, *told]), far)
    found, near = oracle.anywhere(target)
    reached, _ = oracle.beyond(target, side, far - math.copysign(1e-6, side - 0.5) * abs(far))
    if reached or None in (found, reached):
        return given_up, reached is True
    for _ in range(HALVINGS):
        if abs(far - near) <= 1e-7 * max(abs(far), abs(near)):
            break
        # far and near may be orders of magnitude apart: halve their ratio first
        middle = math.copysign(math.sqrt(far * near), far) if far * near > 0 and not 0.1 < far / near < 10 else (far + near) / 2
        found, value = oracle.beyond(target, side, middle)
        if found is None:
            return far, False
        far, near = (far, value) if found else (middle, near)
    return far, True


def _reasoned(system: System, target: str, side: int, value: float) -> End:
    """A side with a smallest set of claims without which it could be passed; open where definitions alone give it."""
    past = value + (1 if side else -1) * 1e-5 * max(abs(value), 1e-9)

    def holds(claims: list[str]) -> bool:
        return Oracle(system.only(claims), SECONDS).beyond(target, side, past)[0] is False

    everything = list(ids(system.given))
    binding = smallest(everything, holds) if holds(everything) else []
    return End(value / system.size(target), tuple(binding)) if binding else OPEN


def smallest(claims: list[str], holds: Callable[[list[str]], bool]) -> list[str]:
    """A smallest part of the claims for which `holds` is still true: none can be left out."""
    left = list(claims)
    for claim in claims:
        fewer = [c for c in left if c != claim]
        if holds(fewer):
            left = fewer
    return left


def _narrowed(system: System, target: str) -> Interval | None:
    box = narrow(_box(system), system.plain)
    return box[target] if box else None


def _box(system: System) -> dict[str, Interval]:
    """Where each quantity can be by definition and by its own claims; crossed sides where these leave nothing."""
    box = {}
    for v in system.variables:
        low, high = system.limits(v.id)
        size = system.size(v.id)
        mine = [g for g in system.given if g.quantity == v.id]
        lows = [g.low * size for g in mine if g.low is not None] + ([] if low is None else [low])
        highs = [g.high * size for g in mine if g.high is not None] + ([] if high is None else [high])
        box[v.id] = (max(lows, default=-INF), min(highs, default=INF))
    return box

"""Intervals pushed through formulas both ways until nothing narrows: sound for every formula, exact where no quantity is met twice."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

from legation.model.formula import Formula, Name, Number, Op, Power, Tree, variables

Interval: TypeAlias = tuple[float, float]

INF = math.inf
ALL: Interval = (-INF, INF)

SLACK = 1e-9
"""Sides that differ by less, relatively, are one: what is left of rounding in the machine."""

SWEEPS = 200


class Empty(Exception):
    """No value is left for some quantity."""


def narrow(start: dict[str, Interval], formulas: Iterable[Formula]) -> dict[str, Interval] | None:
    """The intervals that are left of `start` (by quantity) under the formulas; None where none is left."""
    formulas = tuple(formulas)
    try:
        box = {k: _meet(v, v) for k, v in start.items()}
        for _ in range(SWEEPS):
            before = dict(box)
            for f in formulas:
                left, right = _value(f.left, box), _value(f.right, box)
                meet = _meet(left, right) if f.relation == "=" else None
                _push(f.left, meet or ((-INF, right[1]) if f.relation == "<=" else (right[0], INF)), box)
                _push(f.right, meet or ((left[0], INF) if f.relation == "<=" else (-INF, left[1])), box)
            if all(_same(box[k], before[k]) for k in box):
                break
    except Empty:
        return None
    return box


def tree_like(formulas: Iterable[Formula]) -> bool:
    """Whether no quantity can be reached by two ways, so that narrowing each formula alone is exact for all together."""
    group: dict[str, int] = {}
    for n, f in enumerate(formulas):
        found = variables(f)
        joined = [group[v] for v in found if v in group]
        if len(set(found)) < len(found) or len(set(joined)) < len(joined):
            return False
        group.update({v: n for v in group if group[v] in joined})
        group.update(dict.fromkeys(found, n))
    return True


def _same(a: Interval, b: Interval) -> bool:
    return all(x == y or abs(x - y) <= 1e-13 * max(abs(x), abs(y)) for x, y in zip(a, b, strict=True))


def _meet(a: Interval, b: Interval) -> Interval:
    low, high = max(a[0], b[0]), min(a[1], b[1])
    if low > high:
        if low - high > SLACK * max(abs(low), abs(high)):
            raise Empty
        low = high = (low + high) / 2
    return low, high


def _value(tree: Tree, box: dict[str, Interval]) -> Interval:
    match tree:
        case Number(value):
            return value, value
        case Name(id):
            return box[id]
        case Power(base, exponent):
            return power(_value(base, box), exponent)
        case Op(sign, left, right):
            return OPS[sign](_value(left, box), _value(right, box))
    raise TypeError(f"{tree} has no value")


def _push(tree: Tree, allowed: Interval, box: dict[str, Interval]) -> None:
    """Narrows what stands in a tree so that its value can be in `allowed`."""
    allowed = _meet(_value(tree, box), allowed)
    match tree:
        case Name(id):
            box[id] = _meet(box[id], allowed)
        case Power(base, exponent):
            _push(base, root(allowed, exponent, _value(base, box)), box)
        case Op(sign, left, right):
            back = {"+": minus, "-": plus, "*": over, "/": times}[sign]
            _push(left, back(allowed, _value(right, box)), box)
            a = _value(left, box)
            _push(right, {"+": minus, "*": over}[sign](allowed, a) if sign in "+*" else (minus if sign == "-" else over)(a, allowed), box)


def plus(a: Interval, b: Interval) -> Interval:
    """All sums."""
    return a[0] + b[0], a[1] + b[1]


def minus(a: Interval, b: Interval) -> Interval:
    """All differences."""
    return a[0] - b[1], a[1] - b[0]


def times(a: Interval, b: Interval) -> Interval:
    """All products; nothing times without end is nothing, for both ends are limits that may be reached."""
    ends = [0.0 if 0 in (x, y) else x * y for x in a for y in b]
    return min(ends), max(ends)


def over(a: Interval, b: Interval) -> Interval:
    """All quotients; anything, where the divisor may be nothing and either sign."""
    if b[0] < 0 < b[1] or b == (0.0, 0.0) or (0.0 in b and a[0] <= 0 <= a[1]):
        return ALL
    turned = (1 / b[1] if b[1] else -INF, 1 / b[0] if b[0] else INF)
    return times(a, turned)


def power(a: Interval, n: int) -> Interval:
    """All n-th powers."""
    if n < 0:
        return over((1.0, 1.0), power(a, -n))
    ends = sorted((_pow(a[0], n), _pow(a[1], n)))
    return (0.0, ends[1]) if n % 2 == 0 and a[0] < 0 < a[1] else (ends[0], ends[1])


def root(a: Interval, n: int, now: Interval) -> Interval:
    """Where the n-th power is in `a`; for even powers of what may be negative, as it was."""
    if n < 0:
        return root(over((1.0, 1.0), a), -n, now)
    if n % 2 == 0:
        return now if now[0] < 0 else (max(a[0], 0.0) ** (1 / n), max(a[1], 0.0) ** (1 / n))
    low, high = (math.copysign(abs(x) ** (1 / n), x) for x in a)
    return low, high


def _pow(x: float, n: int) -> float:
    try:
        return float(x**n)
    except OverflowError:
        return INF if x > 0 or n % 2 == 0 else -INF


OPS = {"+": plus, "-": minus, "*": times, "/": over}

"""Formulas as rows of numbers: linear in the quantities, or linear in their logarithms."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from legation.model.formula import Formula, Name, Number, Op, Power, Tree


@dataclass(frozen=True, slots=True)
class Row:
    """`sum(factor * x) + constant` stands in `relation` to 0; `x` is a quantity, or its logarithm."""

    factors: Mapping[str, float]
    constant: float
    relation: str


def log_row(formula: Formula) -> Row | None:
    """The formula over logarithms; None unless both sides are products of powers of positive things."""
    left, right = _log(formula.left), _log(formula.right)
    return _row(left, right, formula.relation) if left and right else None


def linear_row(formula: Formula) -> Row | None:
    """The formula over the quantities themselves; None unless both sides are sums."""
    left, right = _linear(formula.left), _linear(formula.right)
    return _row(left, right, formula.relation) if left and right else None


Part = tuple[dict[str, float], float]


def _row(left: Part, right: Part, relation: str) -> Row:
    factors, constant = _add(left, right, -1.0)
    if relation == ">=":
        return Row({k: -v for k, v in factors.items()}, -constant, "<=")
    return Row(factors, constant, relation)


def _add(a: Part, b: Part, times: float) -> Part:
    factors = dict(a[0])
    for k, v in b[0].items():
        factors[k] = factors.get(k, 0.0) + times * v
    return {k: v for k, v in factors.items() if v}, a[1] + times * b[1]


def _log(tree: Tree) -> Part | None:
    match tree:
        case Number(value):
            return ({}, math.log(value)) if value > 0 else None
        case Name(id):
            return {id: 1.0}, 0.0
        case Power(base, exponent):
            part = _log(base)
            return _add(({}, 0.0), part, float(exponent)) if part else None
        case Op("*" | "/" as sign, left, right):
            a, b = _log(left), _log(right)
            return _add(a, b, 1.0 if sign == "*" else -1.0) if a and b else None
    return None


def _linear(tree: Tree) -> Part | None:
    match tree:
        case Number(value):
            return {}, value
        case Name(id):
            return {id: 1.0}, 0.0
        case Op("+" | "-" as sign, left, right):
            a, b = _linear(left), _linear(right)
            return _add(a, b, 1.0 if sign == "+" else -1.0) if a and b else None
        case Op("*" | "/" as sign, left, right):
            a, b = _linear(left), _linear(right)
            if a and b and not b[0] and (sign == "*" or b[1]):
                return _add(({}, 0.0), a, b[1] if sign == "*" else 1 / b[1])
            if a and b and not a[0] and sign == "*":
                return _add(({}, 0.0), b, a[1])
    return None

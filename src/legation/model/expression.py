"""Formulas over quantities in their own units, as text: what exports and pages print."""

from __future__ import annotations

from math import isclose

from legation.model.formula import Name, Number, Op, Power, Tree
from legation.model.system import System

ONE = Number(1.0)
BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
POWER, ATOM = 3, 4


def own_units(system: System, id: str, tree: Tree) -> Tree:
    """A tree over base units, such as the steps of a way have, as one over quantities in their own units; all factors of units are made one."""
    times, rest = _scaled(system, tree)
    return _times(times / system.size(id), rest)


def _scaled(system: System, tree: Tree) -> tuple[float, Tree]:
    """A factor and a tree in own units whose product is the value in base units."""
    match tree:
        case Number(value):
            return value, ONE
        case Name(id):
            return system.size(id), tree
        case Power(base, exponent):
            factor, rest = _scaled(system, base)
            return factor**exponent, Power(rest, exponent)
        case Op("*" | "/" as sign, left, right):
            (a, x), (b, y) = _scaled(system, left), _scaled(system, right)
            return (a * b if sign == "*" else a / b), _joined(sign, x, y)
        case Op(sign, left, right):
            (a, x), (b, y) = _scaled(system, left), _scaled(system, right)
            return (a, Op(sign, x, y)) if isclose(a, b) else (1.0, Op(sign, _times(a, x), _times(b, y)))
    raise TypeError(f"{tree} has no value")


def _joined(sign: str, left: Tree, right: Tree) -> Tree:
    if right == ONE:
        return left
    return right if left == ONE and sign == "*" else Op(sign, left, right)


def _times(factor: float, tree: Tree) -> Tree:
    if tree == ONE:
        return Number(factor)
    return tree if isclose(factor, 1.0) else Op("*", tree, Number(factor))


def text(tree: Tree) -> str:
    """A tree as text, with no more brackets than it needs."""
    return _text(tree, 0)


def _text(tree: Tree, within: int) -> str:
    match tree:
        case Number(value):
            return f"{value:.15g}"
        case Name(id):
            return id
        case Power(base, exponent):
            said, binds = f"{_text(base, ATOM)}^{f'({exponent})' if exponent < 0 else exponent}", POWER
        case Op(sign, left, right):
            binds = BINDS[sign]
            said = f"{_text(left, binds)} {sign} {_text(right, binds + (sign in '-/'))}"
        case _:
            raise TypeError(f"{tree} cannot be written")
    return f"({said})" if binds < within else said

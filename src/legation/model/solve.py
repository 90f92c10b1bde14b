"""Formulas turned to one quantity, and the order in which quantities follow from what is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from legation.model.formula import Formula, Name, Number, Op, Power, Tree, names, variables
from legation.model.system import System


@dataclass(frozen=True, slots=True)
class Way:
    """How a quantity is reckoned: the steps in order, the quantities taken from claims, or else what is missing."""

    steps: tuple[tuple[str, Tree], ...] = ()
    inputs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def way_to(system: System, target: str) -> Way:
    """The steps from claimed quantities to the target, which its own claims play no part in; or the quantities that no source gives."""
    known = {g.quantity for g in system.given} - {target}
    made: dict[str, Tree] = {}
    while target not in made:
        step = next((s for f in system.plain if f.relation == "=" for s in [_step(f, known | made.keys(), target)] if s), None)
        if step is None:
            return Way(missing=_missing(system, target, known | made.keys()))
        made[step[0]] = step[1]
    needed, steps = {target}, []
    for id, tree in reversed(made.items()):
        if id in needed:
            steps.append((id, tree))
            needed.update(names(tree))
    inputs = tuple(v.id for v in system.variables if v.id in needed and v.id in known and v.id not in made)
    return Way(tuple(reversed(steps)), inputs)


def _step(formula: Formula, known: Collection[str], target: str) -> tuple[str, Tree] | None:
    """The one unknown of a formula and its value; the target counts as unknown even where all is known."""
    used = variables(formula)
    unknown = [v for v in used if v not in known]
    if len(unknown) != 1 or (target in used and unknown != [target]):
        return None
    id = unknown[0]
    turned = turn(formula, id)
    return (id, turned) if turned is not None else None


def _missing(system: System, target: str, known: Collection[str]) -> tuple[str, ...]:
    """The fewest quantities that would have to be known for some formula of the target's to give it."""
    lacking: list[list[str]] = [
        [v for v in dict.fromkeys(variables(f)) if v not in known and v != target] for f in system.formulas if target in variables(f)
    ]
    lacking.sort(key=len)
    return tuple(lacking[0]) if lacking else ()


def turn(formula: Formula, id: str) -> Tree | None:
    """A quantity as the formula gives it; None where it stands twice, or under an even power."""
    inside, other = (formula.left, formula.right) if id in set(names(formula.left)) else (formula.right, formula.left)
    if variables(formula).count(id) != 1:
        return None
    while not isinstance(inside, Name):
        match inside:
            case Power(base, exponent) if exponent in (1, -1):
                inside, other = base, other if exponent == 1 else Op("/", Number(1.0), other)
            case Op(sign, left, right) if id in set(names(left)):
                inside, other = left, Op({"+": "-", "-": "+", "*": "/", "/": "*"}[sign], other, right)
            case Op("+" | "*" as sign, left, right):
                inside, other = right, Op("-" if sign == "+" else "/", other, left)
            case Op(sign, left, right):
                inside, other = right, Op(sign, left, other)
            case _:
                return None
    return other


def value(tree: Tree, known: Mapping[str, Any]) -> Any:
    """The value of a tree, of numbers or of arrays of them."""
    match tree:
        case Number(number):
            return number
        case Name(id):
            return known[id]
        case Power(base, exponent):
            return value(base, known) ** float(exponent)
        case Op(sign, left, right):
            a, b = value(left, known), value(right, known)
            return a + b if sign == "+" else a - b if sign == "-" else a * b if sign == "*" else a / b
    raise TypeError(f"{tree} has no value")

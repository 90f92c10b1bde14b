"""Units of quantities: what they measure and how many base units they are. A unit is words joined by `*`, `/` and whole powers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from legation.errors import ModelError
from legation.model.extra import need
from legation.model.formula import Formula, Name, Number, Op, Power, Sum, Tree

STEP = re.compile(r"\s*([*/]?)\s*([A-Za-z][A-Za-z -]*?|1)\s*(?:\^\s*([1-8]))?\s*(?=[*/]|$)")

SPELLED = {
    "people": "person",
    "percent": "percent",
    "percentage-points": "percent",
    "basis points": "basis_point",
    "times": "dimensionless",
    "kt": "kt_tnt",
    "degrees": "degree",
    "square-kilometres": "kilometre**2",
    "square metres": "metre**2",
    "square miles": "mile**2",
    "cubic metres": "metre**3",
    "cubic km": "kilometre**3",
    "cubic feet": "foot**3",
    "nautical miles": "nautical_mile",
    "feet": "foot",
    "inches": "inch",
    "barrels": "oil_barrel",
    "tonnes": "tonne",
    "m": "metre",
    "kilowatt-hours": "kilowatt_hour",
    "megawatt-hours": "megawatt_hour",
    "gigawatt-hours": "gigawatt_hour",
    "terawatt-hours": "terawatt_hour",
}
"""Our units by the registry's names, where these differ."""

NEW = (
    "person = [person]",
    "thing = [thing]",
    "basis_point = 1e-4",
    "kt_tnt = [kt_tnt]",
)


Dimension: TypeAlias = tuple[tuple[str, float], ...]
"""What a unit measures: base dimensions with their powers, sorted; empty for a bare number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written, its dimension, and its size in base units of that dimension."""

    text: str
    dimension: Dimension
    size: float


@cache
def unit(text: str) -> Unit:
    """What a unit text means. Raises ModelError where it is no unit."""
    registry, at = _registry(), 0
    out = registry.Quantity(1.0)
    if not text.strip():
        return Unit("", (), 1.0)
    while at < len(text):
        step = STEP.match(text, at)
        if not step or bool(step[1]) != bool(at) or at > 200:
            raise ModelError(f"unit {text!r} is not understood; write units like USD/month/person")
        power = int(step[3] or 1) * (-1 if step[1] == "/" else 1)
        out = out * _one(registry, step[2]) ** power
        at = step.end()
    base = out.to_base_units()
    return Unit(text, tuple(sorted((str(d), float(n)) for d, n in base.dimensionality.items())), float(base.magnitude))


def check_units(formula: Formula, units: Mapping[str, str]) -> None:
    """Raises ModelError where the two sides of a formula, or the parts of one of its sums, measure different things."""
    left, right = (_dimension(side, units, formula) for side in (formula.left, formula.right))
    if None not in (left, right) and left != right:
        raise ModelError(f"formula {formula.text!r}: the left side is in {_named(left)}, the right side in {_named(right)}")


def _dimension(tree: Tree, units: Mapping[str, str], formula: Formula) -> Dimension | None:
    """What a part measures; None for 0, which fits everything."""
    match tree:
        case Number(value, text):
            return unit(text).dimension if value or text else None
        case Sum(body):
            return _dimension(body, units, formula)
        case Name(id):
            if id not in units:
                raise ModelError(f"formula {formula.text!r}: there is no quantity {id!r}")
            return unit(units[id]).dimension
        case Power(base, exponent):
            return tuple((d, n * exponent) for d, n in _dimension(base, units, formula) or ())
        case Op(sign, left, right):
            a, b = _dimension(left, units, formula), _dimension(right, units, formula)
            if sign in "*/":
                return _times(a or (), b or (), 1 if sign == "*" else -1)
            if None not in (a, b) and a != b:
                raise ModelError(f"formula {formula.text!r}: {_named(a)} and {_named(b)} cannot be added or taken away")
            return a if b is None else b
    raise TypeError(f"{tree} is no part of a formula")


def _times(a: Dimension, b: Dimension, power: int) -> Dimension:
    out = dict(a)
    for d, n in b:
        out[d] = out.get(d, 0.0) + n * power
    return tuple(sorted((d, n) for d, n in out.items() if n))


def _named(dimension: Dimension | None) -> str:
    return " · ".join(d.strip("[]").removeprefix("money_") + ("" if n == 1 else f"^{n:g}") for d, n in dimension or ()) or "a bare number"


def _one(registry: Any, word: str) -> Any:
    if word == "1":
        return registry.Quantity(1.0)
    if len(word) == 3 and word.isupper():
        if word not in registry:
            registry.define(f"{word} = [money_{word}]")
        return registry.Quantity(1.0, registry.Unit(registry.UnitsContainer({word: 1})))
    name, _, power = SPELLED.get(word, word).partition("**")
    if name in ("dimensionless", "percent"):
        return registry.Quantity(0.01 if name == "percent" else 1.0)
    for spelled in (name, name.removesuffix("s")):
        if re.fullmatch(r"[A-Za-z_]+", spelled) and spelled in registry:
            return registry.Quantity(1.0, registry.Unit(registry.UnitsContainer({registry.get_name(spelled): int(power or 1)})))
    # counted nouns (missiles, seats) share one dimension: which noun it is, the measure has settled
    return registry.Quantity(1.0, registry.Unit(registry.UnitsContainer({"thing": 1})))


@cache
def _registry() -> Any:
    registry = need("pint").UnitRegistry(cache_folder=None)
    registry.UnitsContainer = need("pint.util").UnitsContainer
    for line in NEW:
        registry.define(line)
    return registry

"""A system: quantities, what claims say of them, and the formulas between them. All passes work on one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from legation.errors import ModelError
from legation.model.formula import Formula, Name, Number, Op, Power, Sum, Tree, variables
from legation.model.units import check_units, unit
from legation.words.evidence import Span
from legation.words.period import Period


@dataclass(frozen=True, slots=True)
class Given:
    """One claim on one quantity as an interval in the quantity's unit; a side left open is None.

    `id` is the claim's, or the name of a what-if. `said` is the amount in words, `rough` that it was told as `some` or `about`;
    `assumed` says what had to be assumed to use it, or what a what-if rests on.
    """

    id: str
    quantity: str
    low: float | None
    high: float | None
    origin: str = ""
    said: str = ""
    rough: bool = False
    assumed: str = ""
    article: str = ""
    span: Span | None = None
    holds: Period | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ModelError(f"claim {self.id} says nothing of {self.quantity}: it needs a low or a high side")


@dataclass(frozen=True, slots=True)
class Variable:
    """A quantity of a system: its unit, its name in words, and the range it has by definition (a share is never above 1)."""

    id: str
    unit: str
    label: str = ""
    low: float | None = 0.0
    high: float | None = None


@dataclass(frozen=True)
class System:
    """Quantities, claims on them, formulas between them. Raises ModelError for unknown quantities and units that do not fit."""

    variables: tuple[Variable, ...]
    given: tuple[Given, ...]
    formulas: tuple[Formula, ...]

    def __post_init__(self) -> None:
        known = {v.id: v.unit for v in self.variables}
        for formula in self.formulas:
            check_units(formula, known)
        for g in self.given:
            if g.quantity not in known:
                raise ModelError(f"claim {g.id} is on {g.quantity!r}, which this model has not")

    @cached_property
    def by_id(self) -> dict[str, Variable]:
        """Quantities by their id."""
        return {v.id: v for v in self.variables}

    def size(self, id: str) -> float:
        """How many base units one unit of a quantity is."""
        return unit(self.by_id[id].unit).size

    def without(self, *claims: str) -> System:
        """The system without some claims."""
        return replace(self, given=tuple(g for g in self.given if g.id not in claims))

    def only(self, claims: Collection[str]) -> System:
        """The system with some claims alone."""
        return replace(self, given=tuple(g for g in self.given if g.id in claims))

    def joined(self, target: str) -> System:
        """The part of the system that bears on a quantity: what formulas tie to it, directly or through others."""
        if target not in self.by_id:
            raise ModelError(f"there is no quantity {target!r}; the model has {', '.join(self.by_id)}")
        near, left = {target}, list(self.formulas)
        while touching := [f for f in left if near & set(variables(f))]:
            near.update(*(variables(f) for f in touching))
            left = [f for f in left if f not in touching]
        return System(
            tuple(v for v in self.variables if v.id in near),
            tuple(g for g in self.given if g.quantity in near),
            tuple(f for f in self.formulas if f not in left),
        )

    @cached_property
    def plain(self) -> tuple[Formula, ...]:
        """The formulas with every number in base units."""
        return tuple(replace(f, left=_plain(f.left), right=_plain(f.right)) for f in self.formulas)

    def limits(self, id: str) -> tuple[float | None, float | None]:
        """The range a quantity has by definition, in base units."""
        v, size = self.by_id[id], self.size(id)
        return (None if v.low is None else v.low * size), (None if v.high is None else v.high * size)


def ids(given: Iterable[Given]) -> tuple[str, ...]:
    """The claims' ids, each once, in the order given."""
    return tuple(dict.fromkeys(g.id for g in given))


def _plain(tree: Tree) -> Tree:
    match tree:
        case Number(value, text):
            return Number(value * unit(text).size)
        case Op(sign, left, right):
            return Op(sign, _plain(left), _plain(right))
        case Power(base, exponent):
            return Power(_plain(base), exponent)
        case Sum():
            raise ModelError("sum( ) must be written out before it can be reckoned")
        case Name():
            return tree

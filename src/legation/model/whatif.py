"""What-if: a model's runs with claims added, changed or left out, each with its source or marked as an assumption.

title = "A cap on wages"

[[claim]]                       # a further claim; `unit` may be left out where it is the quantity's own
quantity = "wage"
high = 200
unit = "USD/month/person"
assumption = "A cap that both governments keep."

[[drop]]                        # a claim that is not believed
claim = "c8514c39"
source = "The ministry withdrew the number on 3 May."

[[use]]                         # a claim of the case that speaks of another quantity than it was read to
claim = "93a363dd"
quantity = "income"
assumption = "The sentence speaks of what the government earns."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from legation.errors import ModelError
from legation.model.system import Given, System
from legation.model.text import basis, known, many, read_toml, toml
from legation.model.units import unit
from legation.reconcile.values import ROUGH

SHORTEST = 4
"""Characters of a claim's id that name it."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One change: what it does to a system, and what it rests on."""

    kind: str
    row: tuple[tuple[str, Any], ...]
    basis: str
    because: str

    @property
    def words(self) -> str:
        """What it rests on, in words."""
        return f"{self.basis}: {self.because}"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A set of changes with a title."""

    title: str
    patches: tuple[Patch, ...]

    def apply(self, system: System) -> System:
        """The system with all changes made. Raises ModelError for a claim or a quantity that it has not."""
        for number, patch in enumerate(self.patches, 1):
            system = _KINDS[patch.kind](system, dict(patch.row), patch, number)
        return system


def read_what_if(path: Path) -> WhatIf:
    """The what-if of a TOML file. Raises ModelError where it is none."""
    return parse_what_if(read_toml(path), path.stem)


def parse_what_if(text: str, name: str = "what-if") -> WhatIf:
    """The what-if of a TOML text. Raises ModelError where something is missing, unknown or without a source."""
    data = toml(text, name)
    known(data, ("title", *_KEYS), name)
    patches = tuple(_patch(kind, row, name) for kind in _KEYS for row in many(data, kind, name))
    if not patches:
        raise ModelError(f"{name}: nothing is changed; write [[claim]], [[drop]] or [[use]]")
    return WhatIf(str(data.get("title", name)), patches)


def _patch(kind: str, row: dict[str, Any], name: str) -> Patch:
    where = f"{name}, {kind}"
    known(row, (*_KEYS[kind], "source", "assumption"), where)
    rests = basis(row, where)
    for key in ("quantity", "claim", "unit", "origin"):
        if key in row and not isinstance(row[key], str):
            raise ModelError(f"{where}: {key} must be text")
    for key in ("low", "high"):
        if key in row and (isinstance(row[key], bool) or not isinstance(row[key], (int, float))):
            raise ModelError(f"{where}: {key} must be a number")
    for key in {"claim": ("quantity",), "drop": ("claim",), "use": ("claim", "quantity")}[kind]:
        if key not in row:
            raise ModelError(f"{where}: {key} is missing")
    return Patch(kind, tuple(row.items()), *rests)


def _add(system: System, row: Mapping[str, Any], patch: Patch, number: int) -> System:
    variable = system.by_id.get(row["quantity"])
    if variable is None:
        raise ModelError(f"the model has no quantity {row['quantity']!r}; it has {', '.join(system.by_id)}")
    told, own = unit(row.get("unit", variable.unit)), unit(variable.unit)
    if told.dimension != own.dimension:
        raise ModelError(f"{variable.id} is in {variable.unit}; {told.text} measures something else")
    rough = ROUGH if row.get("approx") else 0.0
    low, high = (None if row.get(k) is None else float(row[k]) * (1 + way * rough) * told.size / own.size for k, way in (("low", -1), ("high", 1)))
    if low is not None and high is not None and low > high:
        raise ModelError(f"what-if on {variable.id}: low is above high")
    given = Given(f"what-if {number}", variable.id, low, high, row.get("origin", f"what-if {number}"), assumed=patch.words)
    return replace(system, given=(*system.given, given))


def _drop(system: System, row: Mapping[str, Any], patch: Patch, number: int) -> System:
    return system.without(_found(system, row["claim"]).id)


def _use(system: System, row: Mapping[str, Any], patch: Patch, number: int) -> System:
    claim = _found(system, row["claim"])
    old, new = system.by_id[claim.quantity], system.by_id.get(row["quantity"])
    if new is None or unit(new.unit).dimension != unit(old.unit).dimension:
        raise ModelError(f"claim {claim.id[:8]} is in {old.unit}: it cannot be used for {row['quantity']!r}")
    times = unit(old.unit).size / unit(new.unit).size
    low, high = (None if side is None else side * times for side in (claim.low, claim.high))
    moved = replace(claim, quantity=new.id, low=low, high=high, assumed=patch.words)
    return replace(system, given=tuple(moved if g.id == claim.id else g for g in system.given))


def _found(system: System, id: str) -> Given:
    fits = [g for g in system.given if g.id.startswith(id) and len(id) >= min(SHORTEST, len(g.id))]
    if len(fits) != 1:
        raise ModelError(f"{'no claim' if not fits else 'more than one claim'} of this run begins with {id!r}; `legation model run` shows them")
    return fits[0]


_KINDS = {"claim": _add, "drop": _drop, "use": _use}
_KEYS = {"claim": ("quantity", "low", "high", "unit", "approx", "origin"), "drop": ("claim",), "use": ("claim", "quantity")}

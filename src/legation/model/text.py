"""Models as text: a TOML file says which claims feed which quantity, and how the quantities hang together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from legation.errors import ModelError, TableError
from legation.intake.own_file import read_own
from legation.model.formula import Formula, names, parse_formula, sums, variables

LIBRARY = files("legation.model") / "library"

LARGEST = 200_000
"""Bytes of a model or a what-if; more is no text of a person."""

NOBODY, ANYBODY = "-", "*"
"""In the place of a party: none is named, or some other."""

ROLES = ("level", "share", "change", "added")

BASES = ("definition", "source", "assumption")


@dataclass(frozen=True, slots=True)
class Pick:
    """Which claims to take: measure (`*` is any), role, and limits of the number; `words` of which one must stand in what is measured, `unless`
    words of which none may.

    `role` is `level`, `share`, `change` (a growth or a ratio) or `added` (a change told in the level's own unit). `status`: which a claim may
    have. `ceiling`: only claims that set a high side and no low one. `assume` says what is assumed where such a claim is taken for the quantity.
    """

    measure: str
    role: str = "level"
    status: tuple[str, ...] = ("actual",)
    ceiling: bool = False
    above: float | None = None
    below: float | None = None
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    per: str = ""
    assume: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A quantity of a model and the claims that feed it.

    `unit` may have `money` for the currency of the claims, or be `told`: the unit in which the lead's levels are told.
    `giver` and `receiver` are the model's names for parties (`from` and `to` in the text); with a `?` the claim need not name the party, `-` is
    a claim that names none, `*` one that names any. `lead`: one run for each quantity of the ledger that fits. `same`: claims of that quantity
    alone. `near`: claims of its articles alone. `lag`: so many months earlier; `prior`: in the period of the same length right before.
    `undated`: claims without a period are taken too. `each`: what the number is for, where claims leave it unsaid (a wage is a person's).
    `per`: the rate of a claim that names none. `many`: each claim a quantity of its own; without `claims` the parts told of the lead.
    """

    id: str
    unit: str
    picks: tuple[Pick, ...]
    label: str = ""
    giver: str = ""
    receiver: str = ""
    lead: bool = False
    same: bool = False
    near: bool = False
    many: bool = False
    prior: bool = False
    undated: bool = False
    lag: int = 0
    each: str = ""
    per: str = ""
    low: float | None = 0.0
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ModelText:
    """A model: patterns and formulas. `time` is `any` (claims of all times together) or `each` (one run for each period of the lead)."""

    name: str
    title: str
    about: str
    answers: tuple[str, ...]
    time: str
    quantities: tuple[Pattern, ...]
    formulas: tuple[Formula, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The model's names for parties, those that must be known."""
        found = [p for q in self.quantities for p in (q.giver, q.receiver) if p not in ("", NOBODY, ANYBODY) and not p.endswith("?")]
        return tuple(dict.fromkeys(found))


@cache
def library() -> dict[str, ModelText]:
    """The models that ship, by name."""
    out = {}
    for entry in sorted(LIBRARY.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            name = entry.name.removesuffix(".toml")
            out[name] = parse_model(entry.read_text("utf-8"), name)
    return out


def find_model(name: str) -> ModelText:
    """A model of the library by name, or of a TOML file by path. Raises ModelError where there is none."""
    if found := library().get(name):
        return found
    if name.endswith(".toml"):
        return parse_model(read_toml(Path(name)), Path(name).stem)
    raise ModelError(f"there is no model {name!r}; there are {', '.join(library())}, or the path of a .toml file")


def read_toml(path: Path) -> str:
    """The text of a TOML file. Raises ModelError where it cannot be read, is too large or no text."""
    try:
        return read_own(path, LARGEST)
    except TableError as error:
        raise ModelError(str(error)) from error


def toml(text: str, name: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ModelError where it is none."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ModelError(f"{name}: {error}") from error


def parse_model(text: str, name: str) -> ModelText:
    """A model from its text. Raises ModelError, with the place, where something is missing, unknown or contradicts itself."""
    data = toml(text, name)
    known(data, ("title", "about", "answers", "time", "quantity", "formula"), name)
    patterns = tuple(_pattern(id, row, f"{name}, quantity {id}") for id, row in rows(data, "quantity", name).items())
    formulas = tuple(_formula(row, name) for row in many(data, "formula", name))
    if not patterns or not formulas:
        raise ModelError(f"{name}: a model needs at least one quantity and one formula")
    answers = tuple(str(a) for a in data.get("answers", [patterns[0].id]))
    model = ModelText(name, str(data.get("title", name)), str(data.get("about", "")), answers, str(data.get("time", "any")), patterns, formulas)
    _check(model)
    return model


def rows(data: Mapping[str, Any], key: str, where: str) -> dict[str, dict[str, Any]]:
    """A table of tables."""
    value = data.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        raise ModelError(f"{where}: {key} must be written as [{key}.name]")
    return value


def many(data: Mapping[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    """A list of tables."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        raise ModelError(f"{where}: {key} must be written as [[{key}]]")
    return value


def known(row: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    """Raises ModelError for a key that means nothing."""
    for key in row:
        if key not in keys:
            raise ModelError(f"{where}: {key!r} is not known; there are {', '.join(keys)}")


def basis(row: Mapping[str, Any], where: str) -> tuple[str, str]:
    """What a row rests on: `definition`, `source` or `assumption`, and its words. Raises ModelError where it says none."""
    found = [(b, row[b]) for b in BASES if b in row]
    if len(found) != 1 or not isinstance(found[0][1], str) or not found[0][1].strip():
        raise ModelError(f"{where}: say what it rests on with one of {', '.join(BASES)}")
    return found[0][0], " ".join(found[0][1].split())


def _formula(row: dict[str, Any], name: str) -> Formula:
    known(row, ("text", *BASES), f"{name}, formula")
    if not isinstance(row.get("text"), str):
        raise ModelError(f"{name}: a formula needs a text")
    return parse_formula(row["text"], *basis(row, f"{name}, formula {row['text']!r}"))


def _pattern(id: str, row: dict[str, Any], where: str) -> Pattern:
    row = {{"from": "giver", "to": "receiver", "claims": "picks"}.get(k, k): v for k, v in row.items()}
    known(row, tuple(f.name for f in fields(Pattern) if f.name != "id"), where)
    given = {**row, "picks": tuple(pick for p in many(row, "picks", where) for pick in _picks(p, where))}
    try:
        for key in ("low", "high"):
            if given.get(key) == "none":
                given[key] = None
        pattern = Pattern(id=id, **given)
    except TypeError as error:
        raise ModelError(f"{where}: a unit is missing") from error
    for f in fields(Pattern):
        value = getattr(pattern, f.name)
        fits = (int, float, type(None)) if f.name in ("low", "high") else (str,) if f.name == "unit" else (type(f.default),)
        if f.name not in ("id", "picks") and type(value) not in fits:
            raise ModelError(f"{where}: {f.name} cannot be {value!r}")
    return pattern


def _picks(row: dict[str, Any], where: str) -> list[Pick]:
    """One for each measure that a row names."""
    known(row, tuple(f.name for f in fields(Pick)), where)
    measures = row.get("measure")
    measures = [measures] if isinstance(measures, str) else measures
    if not isinstance(measures, list) or not measures or not all(isinstance(m, str) for m in measures):
        raise ModelError(f"{where}: claims are taken by measure")
    lists = ("words", "unless", "status")
    for key in lists:
        if not isinstance(row.get(key, []), list) or not all(isinstance(w, str) for w in row.get(key, [])):
            raise ModelError(f"{where}: {key} is a list of words")
    for key in ("above", "below"):
        if not isinstance(row.get(key, 0), (int, float)):
            raise ModelError(f"{where}: {key} is a number")
    if row.get("role", "level") not in ROLES:
        raise ModelError(f"{where}: role is one of {', '.join(ROLES)}, not {row['role']!r}")
    return [Pick(**{**row, "measure": m, **{key: tuple(row[key]) for key in lists if key in row}}) for m in measures]


def _check(model: ModelText) -> None:
    named = {q.id: q for q in model.quantities}
    if model.time not in ("any", "each"):
        raise ModelError(f"{model.name}: time is 'any' or 'each', not {model.time!r}")
    for id in (*model.answers, *(v for f in model.formulas for v in variables(f))):
        if id not in named:
            raise ModelError(f"{model.name}: there is no quantity {id!r}")
    for f in model.formulas:
        for body in (b for side in (f.left, f.right) for b in sums(side)):
            if len({id for id in names(body) if named[id].many}) != 1:
                raise ModelError(f"{model.name}: sum( ) is over one quantity with many = true")

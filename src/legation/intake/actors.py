"""The analyst's own actors from a TOML file; docs/actors.md shows one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from legation.errors import TableError
from legation.intake.own_file import read_own
from legation.words.actor import Actor, ActorKind, OwnActor, OwnNames

LONGEST, SHORTEST = 200, 2
FIELDS = frozenset({"id", "name", "kind", "country", "sector", "aliases", "merges"})


def read_actors(path: Path) -> OwnNames:
    """The actors of a file. Raises TableError, one line, where it cannot be read or an actor in it is malformed."""
    text = read_own(path)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise TableError(f"{path}: no TOML: {str(error).splitlines()[0][:120] if str(error) else 'nested too deep'}") from error
    rows = data.get("actor", [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows) or set(data) - {"actor", "nobody"}:
        raise TableError(f"{path}: actors are written as tables [[actor]], names that are nobody's as the list `nobody`")
    return OwnNames(tuple(_actor(path, n, row) for n, row in enumerate(rows, 1)), _names(path, "nobody", data.get("nobody", [])))


def _actor(path: Path, number: int, row: dict[str, Any]) -> OwnActor:
    where = f"{path}, actor {number}"
    if unknown := sorted(set(row) - FIELDS):
        raise TableError(f"{where}: no field {unknown[0]!a}; there are {', '.join(sorted(FIELDS))}")
    (name,) = _names(where, "name", [row.get("name")])
    kind = row.get("kind", "group")
    if kind not in tuple(ActorKind):
        raise TableError(f"{where}: {ascii(kind)[:60]} is no kind; there are {', '.join(ActorKind)}")
    id, country, sector = (_names(where, f, [row[f]])[0] if f in row else None for f in ("id", "country", "sector"))
    if country is not None and not (country.isascii() and country.isalpha() and country.isupper()):
        raise TableError(f"{where}: `country` is a code in capitals, as RUS or UN")
    actor = Actor(id or name.lower(), name, ActorKind(kind), country, sector)
    return OwnActor(actor, _names(where, "aliases", row.get("aliases", [])), _names(where, "merges", row.get("merges", [])))


def _names(where: Path | str, field: str, given: Any) -> tuple[str, ...]:
    """Names out of a list of the file, each on one line and of a sane length."""
    if not isinstance(given, list):
        raise TableError(f"{where}: `{field}` is a list of names")
    for name in given:
        if not isinstance(name, str) or not SHORTEST <= len(name.strip()) <= LONGEST or not name.isprintable():
            raise TableError(f"{where}: `{field}` needs plain text of {SHORTEST} to {LONGEST} characters")
    return tuple(n.strip() for n in given)

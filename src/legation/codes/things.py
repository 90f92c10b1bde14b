"""Treaties, weapons and goods by name: what a monitor looks for beside the actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.codes.fold import fold
from legation.codes.gazetteer import Finder, split
from legation.codes.tables import table


@dataclass(frozen=True, slots=True)
class Thing:
    """A treaty, weapon or kind of goods; `kind` is a value of EntityKind."""

    id: str
    kind: str
    country: str | None


@cache
def things() -> dict[str, Thing]:
    """Things by every folded surface; goods and weapons in lower case also with a capital, as a sentence begins."""
    out: dict[str, Thing] = {}
    for row in table("things"):
        thing = Thing(row["id"], row["kind"], row["country"] or None)
        for name in split(row["names"]):
            surface = fold(name)
            out.setdefault(surface, thing)
            out.setdefault(surface[:1].upper() + surface[1:], thing)
    return out


@cache
def _finder() -> Finder:
    return Finder(things())


def find_things(text: str) -> Iterator[tuple[int, int, Thing]]:
    """Start, end and meaning of every thing of the table, in text order."""
    for start, end, surface in _finder().find(text):
        yield start, end, things()[surface]

"""Every name of the tables in one automaton: a single pass over an article finds them all.

Entries are plain facts about a surface; which of them is meant, and whether any is, is decided by `link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import ahocorasick

from legation.codes.fold import fold
from legation.codes.people import full_names
from legation.codes.tables import table
from legation.words.actor import ActorKind

# Adjectives that do not make a people by an s ("the French", "Iraqis" but no "Chineses").
NO_PLURAL = ("sh", "ch", "se", "ss", "is", "s", "Korea", "Islands", "Zealand", "UAE", "ic", "ois")
SHOUTED = 4
# The bodies of the table that no states have founded.
NGOS = frozenset({"MSF", "AMNESTY", "HRW", "ICRC", "IOC", "FIFA", "IFRC", "WEF", "UEFA", "WADA", "GAVI", "OXFAM", "GREENPEACE", "TRANSPARENCY"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface may mean: an actor's id, the way it is named, and the days between which that holds.

    `how` is that of a Mention, `region` for a part of a state, or `block` for a name that holds another's and is no actor; `doubt` marks
    a surface that needs support from the rest of the article.
    """

    id: str
    name: str
    kind: ActorKind
    how: str
    country: str | None = None
    sector: str | None = None
    doubt: bool = False
    first: str = ""
    last: str = ""


def split(cell: str) -> list[str]:
    """The parts of a list cell (`a;b`), without blanks."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def _states() -> Iterator[tuple[str, Entry]]:
    for row in table("states"):
        base = Entry(row["code"], row["name"], ActorKind.STATE, "name", sector="GOV", first=row["first"], last=row["last"])
        for name in [row["name"], *split(row["names"])]:
            yield name, base
        for word in split(row["adjectives"]):
            yield word, replace(base, how="adjective")
            if not word.endswith(NO_PLURAL):
                yield word + "s", replace(base, how="people")
        for word in split(row["peoples"]):
            yield word, replace(base, how="people")
        for word in split(row["capitals"]):
            yield word, replace(base, how="capital")
        for word in split(row["unsure"]):
            yield word, replace(base, how="name" if word[-1] in "ao" else "people" if word.endswith("ns") else "adjective", doubt=True)


def _regions() -> Iterator[tuple[str, Entry]]:
    for row in table("regions"):
        for name in split(row["names"]):
            yield name, Entry(row["code"], name, ActorKind.STATE, "region", sector="GOV")


def _bodies() -> Iterator[tuple[str, Entry]]:
    for row in table("bodies"):
        base = Entry(row["id"], row["name"], ActorKind.BODY, "name", sector="NGO" if row["id"] in NGOS else "IGO")
        for name in [row["name"], *split(row["names"])]:
            yield name, base
        for word in split(row["adjectives"]):
            yield word, replace(base, how="adjective")
        for word in split(row["seats"]):
            yield word, replace(base, how="capital")
    for office, holders in offices().items():
        yield office, Entry(holders[0], office, ActorKind.ORGAN, "organ", sector="IGO", doubt=True)
    for row in table("wholes"):
        base = Entry(row["id"], row["id"], ActorKind.WHOLE, "name")
        for name in split(row["names"]):
            yield name, base
        for word in split(row["adjectives"]):
            yield word, replace(base, how="adjective")


@cache
def offices() -> dict[str, tuple[str, ...]]:
    """The ids of the bodies that have an office of some name, the best known first."""
    out: dict[str, tuple[str, ...]] = {}
    for row in table("bodies"):
        for office in split(row["offices"]):
            out[office] = (*out.get(office, ()), row["id"])
    return out


def _organs() -> Iterator[tuple[str, Entry]]:
    for row in table("organs"):
        how = "organ" if row["how"] == "media" else row["how"]
        for name in split(row["names"]):
            yield name, Entry(row["id"], name, ActorKind.ORGAN, how, sector=row["sector"], doubt=bool(row["doubt"]))


def _groups() -> Iterator[tuple[str, Entry]]:
    for row in table("groups"):
        kind = ActorKind.COMPANY if row["kind"] == "company" else ActorKind.GROUP
        for name in split(row["names"]):
            yield name, Entry(row["id"], split(row["names"])[0], kind, "name", row["country"] or None, row["sector"])
    for row in table("blockers"):
        for name in split(row["names"]):
            how = "name" if row["country"] else "block"
            yield name, Entry(name.lower(), name, ActorKind.COMPANY, how, country=row["country"] or None, sector=row["sector"] or None)


def _people() -> Iterator[tuple[str, Entry]]:
    countries = {row["id"]: row["country"] for row in table("groups")}
    for surface, held in full_names().items():
        for term in held:
            yield surface, Entry(term.code, term.name, ActorKind.PERSON, "person", countries.get(term.code), "GOV", first=term.first, last=term.until)


@cache
def names() -> dict[str, tuple[Entry, ...]]:
    """All folded surfaces with what they may mean."""
    out: dict[str, dict[tuple[str, str], Entry]] = {}
    for source in (_states, _regions, _bodies, _organs, _groups, _people):
        for surface, entry in source():
            folded = fold(surface)
            out.setdefault(folded, {}).setdefault((entry.id, entry.first), entry)
            for variant in _variants(folded):
                out.setdefault(variant, {}).setdefault((entry.id, entry.first), entry)
    return {surface: tuple(found.values()) for surface, found in out.items()}


def _variants(surface: str) -> Iterator[str]:
    """A name as a headline shouts it, and as a sentence begins with it."""
    loud = surface.upper()
    if len(surface) >= SHOUTED and loud != surface and surface[0].isupper():
        yield loud
    if surface.startswith("the "):
        yield "The " + surface[4:]


class Finder:
    """All occurrences of many surfaces in one pass: an automaton of integers, nothing else, built once."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._surfaces = list(surfaces)
        self._automaton: Any = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for n, surface in enumerate(self._surfaces):
            self._automaton.add_word(surface, n)
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and surface of every occurrence between word limits, in text order; the longer of two that overlap."""
        folded = fold(text)
        found = []
        for last, n in self._automaton.iter(folded):
            start, end = last + 1 - len(self._surfaces[n]), last + 1
            if _bounded(folded, start, end):
                found.append((start, -end, n))
        kept: list[tuple[int, int, int]] = []
        for start, minus, n in sorted(found):
            if kept and start < kept[-1][1]:
                if -minus - start <= kept[-1][1] - kept[-1][0]:
                    continue
                kept.pop()
            kept.append((start, -minus, n))
        for start, end, n in kept:
            yield start, end, self._surfaces[n]


@cache
def _finder() -> Finder:
    return Finder(names())


def occurrences(text: str) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """Start, end and meanings of every name of the tables in a text, in text order."""
    for start, end, surface in _finder().find(text):
        yield start, end, names()[surface]


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands between word limits."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())

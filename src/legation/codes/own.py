"""The analyst's own names: found beside the shipped ones, and before them where both stand at a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from legation.codes.fold import fold
from legation.codes.gazetteer import Entry, Finder, occurrences
from legation.words.actor import Actor, ActorKind, OwnNames

Found = tuple[int, int, tuple[Entry, ...]]


def occurrences_with(text: str, own: OwnNames) -> Iterator[Found]:
    """Start, end and meanings of every name, own and shipped, in text order; a shipped name that touches an own one gives way to it."""
    if not (own.actors or own.nobody):
        yield from occurrences(text)
        return
    finder, entries = _finder(own)
    mine = [(start, end, (entries[surface],)) for start, end, surface in finder.find(text)]
    k = 0
    for start, end, shipped in occurrences(text):
        while k < len(mine) and mine[k][1] <= start:
            yield mine[k]
            k += 1
        if k == len(mine) or end <= mine[k][0]:
            yield start, end, shipped
    yield from mine[k:]


@lru_cache(maxsize=4)
def _finder(own: OwnNames) -> tuple[Finder, dict[str, Entry]]:
    entries = {fold(name): Entry("", name, ActorKind.GROUP, "block") for name in own.nobody}
    for told in own.actors:
        base = _entry(told.actor)
        for name in (told.actor.name, *told.aliases):
            entries[fold(name)] = base
    for surface, entry in list(entries.items()):
        if len(surface) > 3:
            entries.setdefault(surface.upper(), entry)
    return Finder(entries), entries


def _entry(actor: Actor) -> Entry:
    person = actor.kind is ActorKind.PERSON
    # a person who stands for a state goes by the state's code, as the shipped ones do
    entry = Entry(actor.id, actor.name, actor.kind, "person" if person else "name", actor.country, actor.sector)
    return replace(entry, country=None) if actor.id == actor.country else entry

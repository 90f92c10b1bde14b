"""A party: an actor as an argument of an act, with the words that name it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as an argument, and the words that name it there; `place` where they only locate, `outfit` where no table knows it."""

    id: str
    span: Span
    place: bool = False
    body: bool = False
    outfit: bool = False


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties by id, the first mention of each."""
    out: dict[str, Party] = {}
    for p in parties:
        out.setdefault(p.id, p)
    return tuple(out.values())

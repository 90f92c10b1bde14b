"""A party: an actor as an argument of an act, with the words that name it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from legation.claim.memory import Memory
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as an argument, and the words that name it there; `place` where they only locate, `outfit` where no table knows it."""

    id: str
    span: Span
    place: bool = False
    body: bool = False
    outfit: bool = False


class Resolver(Protocol):
    """What finds the parties of one article, as those see it who settle a kind of phrase for it: pronouns, names of no table."""

    linked: Linked
    memory: Memory
    outfits: dict[str, str]

    def phrase(self, token: Token, role: str, depth: int) -> list[Party]:
        """Whom one phrase stands for, its coordinated members after it."""

    def mention(self, t: Token) -> Party | None:
        """The actor whose mention covers a token."""

    def is_person(self, t: Token) -> bool:
        """Whether a token names a person who holds an office."""


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties by id, the first mention of each."""
    out: dict[str, Party] = {}
    for p in parties:
        out.setdefault(p.id, p)
    return tuple(out.values())

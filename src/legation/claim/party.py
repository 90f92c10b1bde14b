"""A party: an actor as an argument of an act, with the words that name it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from legation.claim.memory import Memory
from legation.codes.plover import noun_classes
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


def band(t: Token | None) -> tuple[Party, ...]:
    """An armed band that belongs to no state named, by its own words: "rebels", "Islamist militants"; () for anything else."""
    if t is None or t.tag != "NNS" or t.lemma not in noun_classes()["band"]:
        return ()
    words = [*(c for c in t.kids("amod", "compound", "nmod") if c.i < t.i and (c.text[:1].isupper() or c.dep == "compound")), t]
    return (Party(" ".join(w.lower for w in words), (words[0].start, t.end)),)


def banded(t: Token) -> list[Party]:
    """The armed band that holds a thing, by the words before it: "rebel positions", "a Karen guerrilla stronghold"."""
    holder = next((c for c in t.kids("compound") if c.lemma in noun_classes()["band"] and c.tag == "NN"), None)
    if holder is None:
        return []
    first = next((c for c in (*holder.kids("compound"), *t.kids("compound")) if c.text[:1].isupper() and c.i == holder.i - 1), holder)
    name = " ".join(w.lower for w in ((first, holder) if first is not holder else (holder,)))
    return [Party(f"{name}s", (first.start, holder.end))]

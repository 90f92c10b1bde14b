"""Memory: the acts an article has told so far, for words that take one of them up: "the ban", "this move", "they"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.codes.plover import noun_classes
from legation.codes.predicates import lexicon
from legation.parse.doc import Token
from legation.words.event import EventType

POINTING = frozenset(("the", "this", "that", "these", "those", "such"))
# How many sentences back "the move" and "they" look, and an act without its doer; "the ban" looks through the whole article.
NEAR, LATELY = 3, 8


@dataclass(frozen=True, slots=True)
class Told:
    """An act as it was told: its word, its type and its parties by id; `shared` where its actors act together."""

    token: Token
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    shared: bool

    def others(self, taken: set[str]) -> tuple[str, ...]:
        """Whom an answer to the act is aimed at: its doers, else those it was done to, without those who answer."""
        return tuple(a for a in self.actors if a not in taken) or tuple(r for r in self.recipients if r not in taken)


class Memory:
    """The acts told so far, in text order."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.described: list[Told] = []

    def add(self, told: Told) -> None:
        """Remembers an act that names at least one party."""
        if told.actors or told.recipients:
            self.told.append(told)

    def back(self, at: Token | None = None, reach: int = NEAR) -> Iterator[Told]:
        """The acts told, the last first; with a token only those at most so many sentences before it."""
        return _near(self.told, at, reach)

    def dealings(self, at: Token) -> Iterator[Told]:
        """The acts told and the dealings only described, at most so many sentences before a token, the last first."""
        yield from sorted((*self.back(at), *_near(self.described, at)), key=lambda told: -told.token.i)

    def lately(self, at: Token) -> Iterator[Told]:
        """The acts told not long before a token, the last first."""
        return self.back(at, LATELY)

    def antecedent(self, noun: Token) -> Told | None:
        """The act that a definite noun takes up: the last one of its word or kind; None where it takes up none."""
        if not pointing(noun):
            return None
        if noun.lemma in noun_classes()["turn"]:
            return next((told for told in self.back(noun) if told.token.i < noun.i and told.actors), None)
        types = {row.type for row in lexicon().get(("n", noun.lemma), ())}
        return next((told for told in self.back() if told.token.i < noun.i and (told.type in types or told.token.lemma == noun.lemma)), None)

    def group(self, at: Token) -> tuple[str, ...]:
        """Those who last acted together, for "they", "the two sides", "the ministers"; () where nobody did of late."""
        return next((told.actors for told in self.back(at) if told.shared and len(told.actors) > 1 and told.token.sent < at.sent), ())


def _near(acts: Sequence[Told], at: Token | None, reach: int = NEAR) -> Iterator[Told]:
    for told in reversed(acts):
        if at is not None and at.sent - told.token.sent > reach:
            return
        yield told


def pointing(noun: Token) -> bool:
    """Whether a noun points to something told before: "the ban", "this decision"."""
    return any(c.lower in POINTING for c in noun.kids("det"))

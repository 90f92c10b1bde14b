"""PLOVER's types with their defaults, the classes of nouns that predicates ask for, and contexts by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.words.event import EventType


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the actors and the recipients of a predicate stand.

    `actors` are slots whose parties all act (`subj+with`); `recipients` are slots of which the first that is filled counts
    (`obj/for/to`). A slot is `subj`, `obj`, `agent` (who a noun says is acting) or a preposition.
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Frame:
        """Reads `subj+with>obj/to`; raises ValueError where there is no `>`."""
        actors, arrow, recipients = text.partition(">")
        if not arrow:
            raise ValueError(f"a frame needs an arrow: {text!r}")
        return cls(tuple(s for s in actors.split("+") if s), tuple(s for s in recipients.split("/") if s))

    @property
    def symmetric(self) -> bool:
        """Whether several slots act together."""
        return len(self.actors) > 1


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """What holds for a PLOVER type unless a row says otherwise.

    `needs` is `recipient` (nothing is coded without one), `foreign` (a recipient or another state in the clause) or empty.
    `role` says whom a noun phrase stands for as recipient: the `agent` of its act or the `target` of it.
    """

    type: EventType
    cameo: str
    quad: int
    verb_frame: Frame
    noun_frame: Frame
    role: str
    needs: str
    hostile: bool


@cache
def types() -> dict[EventType, TypeInfo]:
    """The sixteen types."""
    return {
        EventType(r["type"]): TypeInfo(
            type=EventType(r["type"]),
            cameo=r["cameo"],
            quad=int(r["quad"]),
            verb_frame=Frame.parse(r["verb_frame"]),
            noun_frame=Frame.parse(r["noun_frame"]),
            role=r["role"],
            needs=r["needs"],
            hostile=r["hostile"] == "yes",
        )
        for r in table("plover")
    }


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Classes of nouns by name: `penalty` → sanction, embargo, ..."""
    return {r["class"]: frozenset(r["nouns"].split()) for r in table("plover_nouns")}


@cache
def context_words() -> dict[str, str]:
    """PLOVER context by the lemma that brings it up."""
    return {word: r["context"] for r in table("contexts") for word in r["words"].split()}

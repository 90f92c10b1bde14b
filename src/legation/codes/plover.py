"""PLOVER's types with their defaults, the classes of nouns that predicates ask for, and contexts by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.words.event import EventType

# The parser takes a hyphen between letters for a word of its own.
HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


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
    `role` says whom a noun phrase stands for as recipient: the `agent` of its act or the `target` of it. `score` is PLOVER's own, from -10 to 10.
    """

    type: EventType
    cameo: str
    quad: int
    verb_frame: Frame
    noun_frame: Frame
    role: str
    needs: str
    hostile: bool
    score: float


@dataclass(frozen=True, slots=True)
class ModeRow:
    """A mode of a type: the CAMEO code it comes to, and the phrases (lemmas, small letters) that bring it up."""

    mode: str
    cameo: str
    phrases: frozenset[str]


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
            score=float(r["score"]),
        )
        for r in table("plover")
    }


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Classes of nouns by name: `penalty` → sanction, embargo, ..."""
    return {r["class"]: frozenset(r["nouns"].split()) for r in table("plover_nouns")}


@cache
def modes() -> dict[EventType, tuple[ModeRow, ...]]:
    """PLOVER's modes by type, in the order in which they are tried."""
    found: dict[EventType, list[ModeRow]] = {}
    for r in table("modes"):
        phrases = frozenset(HYPHEN.sub(" - ", phrase) for phrase in r["phrases"].split(";"))
        found.setdefault(EventType(r["type"]), []).append(ModeRow(r["mode"], r["cameo"], phrases))
    return {type_: tuple(rows) for type_, rows in found.items()}


@cache
def context_phrases() -> dict[str, tuple[str, ...]]:
    """PLOVER contexts by the phrase, in lemmas and small letters, that brings them up."""
    found: dict[str, list[str]] = {}
    for r in table("contexts"):
        for phrase in r["phrases"].split(";"):
            found.setdefault(HYPHEN.sub(" - ", phrase), []).append(r["context"])
    return {phrase: tuple(contexts) for phrase, contexts in found.items()}

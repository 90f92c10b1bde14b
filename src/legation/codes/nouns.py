"""Nouns that stand for a state when its name goes with them: organs, offices, forces, officials."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.gazetteer import split
from legation.codes.tables import table


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun's class (`organ`, `force`, `office`, `people`, `media`), PLOVER/CAMEO sector, and whether it stands for the state alone."""

    cls: str
    sector: str
    alone: bool


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Actor nouns by lower-case form; a noun of two classes keeps the first."""
    out: dict[str, ActorNoun] = {}
    for row in table("actor_nouns"):
        for noun in split(row["nouns"]):
            out.setdefault(noun, ActorNoun(row["class"], row["sector"], bool(row["alone"])))
    return out


@cache
def traits() -> dict[str, frozenset[str]]:
    """The states and bodies that a noun or an adjective may describe ("kingdom", "west african"), by lower-case words."""
    out: dict[str, frozenset[str]] = {}
    for row in table("traits"):
        for words in split(row["words"]):
            out[words] = frozenset(split(row["codes"])) | out.get(words, frozenset())
    return out


@cache
def relations() -> dict[tuple[str, str], str]:
    """Who is meant by "X's ally", "X's arch-rival" where the article does not say: by owner and noun."""
    return {(row["owner"], noun): row["who"] for row in table("relations") for noun in split(row["nouns"])}


@cache
def definite_nouns(cls: str) -> frozenset[str]:
    """The words of one class of the table of definite nouns; the classes are told there."""
    return frozenset(noun for row in table("definite_nouns") if row["class"] == cls for noun in split(row["nouns"]))


@cache
def noun_class(name: str) -> frozenset[str]:
    """The words of one class of the table of noun classes; the classes are told there."""
    return frozenset(word for row in table("noun_classes") if row["class"] == name for word in split(row["words"]))

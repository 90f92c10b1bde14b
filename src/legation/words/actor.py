"""Actors and the places of the text that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span


class ActorKind(StrEnum):
    """What an actor is; `whole` is a joint whole of the text such as WEST."""

    STATE = "state"
    BODY = "body"
    WHOLE = "whole"
    PERSON = "person"
    GROUP = "group"
    COMPANY = "company"
    ORGAN = "organ"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: `id` is ISO 3166 alpha-3 for a state, an acronym for a body, a lower-case name else.

    `country` is the state an actor with a lower-case id belongs to; `sector` the PLOVER/CAMEO role (GOV, MIL, MED, BUS...).
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the text that denotes an actor, and how that is known.

    `how` is name | adjective | people | capital | seat | metonym | office | person | organ | noun | pronoun | acronym.
    `country` is set where `id` is a lower-case name.
    """

    span: Span
    id: str
    name: str
    kind: ActorKind
    how: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor of the analyst's own with its names; `merges` are ids whose mentions become this actor's."""

    actor: Actor
    aliases: tuple[str, ...] = ()
    merges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """An actor whose mentions are another's."""

    id: str
    into: Actor


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What the analyst adds to the tables: actors, names that are nobody's, actors that are another. False where there is nothing."""

    actors: tuple[OwnActor, ...] = ()
    nobody: tuple[str, ...] = ()
    merged: tuple[Merged, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.actors or self.nobody or self.merged)


NO_NAMES = OwnNames()

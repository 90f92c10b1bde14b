"""Entities: persons, companies, ships, resolutions, weapons and places that the text names."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.words.entity import Entity


def read_entities(linked: Linked) -> tuple[Entity, ...]:
    """The named things of an article that are no actors of relations, in text order."""
    return ()

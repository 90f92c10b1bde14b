"""Entities: things a monitor looks for that are no actors of relations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    COMPANY = "company"
    BANK = "bank"
    SHIP = "ship"
    RESOLUTION = "resolution"
    TREATY = "treaty"
    GOODS = "goods"
    WEAPON = "weapon"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, company, bank, ship, resolution, treaty, weapon or place named in the text."""

    span: Span
    id: str
    name: str
    kind: EntityKind
    country: str | None = None

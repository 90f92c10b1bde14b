"""Points: on what the tellings of one event differ, and who says which."""

from __future__ import annotations

from dataclasses import dataclass

from legation.words.verdict import Place


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: its words, the tellings that give it, and their origins."""

    value: str
    places: tuple[Place, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A point on which tellings differ (`day`, `class`, `number of missiles`) with the answers that are given."""

    name: str
    answers: tuple[Said, ...]

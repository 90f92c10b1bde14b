"""Verdicts: how two claims about one thing relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span


class Relation(StrEnum):
    """In the order in which they are decided: the first that fits is the verdict."""

    UNRELATED = "unrelated"
    PART_WHOLE = "part-whole"
    OTHER_DEFINITION = "other-definition"
    OTHER_PERIOD = "other-period"
    COPY = "copy"
    SAME = "same"
    AGREE = "agree"
    UPDATE = "update"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Place:
    """A claim by where it stands."""

    article: str
    span: Span
    claim: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two figures relate, and why in one plain phrase. `sure` is False where a reading is doubtful: then it is a check, not a conflict."""

    a: Place
    b: Place
    verdict: Relation
    why: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class EventVerdict:
    """How two tellings of an event relate (same, copy, conflict of status), and why."""

    a: Place
    b: Place
    verdict: Relation
    why: str

"""Statements and ties: what an article says that is neither act nor figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span
from legation.words.period import Period
from legation.words.status import Status
from legation.words.voice import Source


class StatementKind(StrEnum):
    """What a statement does."""

    MOTIVE = "motive"
    ASSESSMENT = "assessment"
    COMPARISON = "comparison"
    SUPERLATIVE = "superlative"
    PART = "part"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Statement:
    """A motive, assessment, comparison, superlative, part or forecast; `about` names claim ids or actors it speaks of."""

    id: str
    span: Span
    kind: StatementKind
    about: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    when: Period | None = None
    status: Status = Status.ACTUAL
    voice: str | None = None
    voices: tuple[Source, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing relation of two actors that the text describes without an act (trades with, employs workers of, borders).

    `a` is the side the relation starts from (the exporter, the host of workers, the debtor); `figures` are ids.
    """

    id: str
    span: Span
    kind: str
    a: str
    b: str
    when: Period | None = None
    status: Status = Status.ACTUAL
    voice: str | None = None
    voices: tuple[Source, ...] = ()
    figures: tuple[str, ...] = ()
    rule: str = ""

"""Events: who did what to whom, coded with PLOVER 2021."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span
from legation.words.period import Period
from legation.words.status import Status
from legation.words.voice import Source


class EventType(StrEnum):
    """PLOVER's sixteen types (Open Event Data Alliance, PLOVER manual of 2021)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


@dataclass(frozen=True, slots=True)
class Event:
    """One act between actors as one place of an article tells it.

    `rule` names the lexicon row and frame that took it, `when_why` the reason for its period. A symmetric act has all its
    parties in `actors` and no `recipients`. `voice` is the outermost source of `voices`; None where the article asserts it.
    `aux_modes` are PLOVER's: historical, future, hypothetical, negation. `quad` is the type's quad class, `goldstein` the value of its
    CAMEO code on the scale from -10 to 10; `plover` is PLOVER's own type where it differs from `type`.
    """

    id: str
    span: Span
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    when: Period | None = None
    when_why: str | None = None
    where: str | None = None
    status: Status = Status.ACTUAL
    voice: str | None = None
    voices: tuple[Source, ...] = ()
    voice_kind: str | None = None
    rule: str = ""
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    aux_modes: tuple[str, ...] = ()
    quad: int | None = None
    goldstein: float | None = None
    plover: EventType | None = None

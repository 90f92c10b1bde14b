"""Quantities: the thing several figures speak of."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.words.amount import Amount
from legation.words.event import EventType
from legation.words.evidence import Span
from legation.words.finding import Finding
from legation.words.period import Period
from legation.words.point import Point
from legation.words.status import Status
from legation.words.tension import Tension
from legation.words.verdict import EventVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Member:
    """One figure inside a quantity. `origin` is where its chain of voices ends; `holds` the period it is compared at.

    `role` is `level`, `change` (a growth or ratio, compared by arithmetic) or `share`.
    """

    claim: str
    article: str
    span: Span
    amount: Amount = field(metadata={"flat": True})
    of: str | None = None
    when: Period | None = None
    holds: Period | None = None
    status: Status = Status.ACTUAL
    voice: str | None = None
    origin: str = ""
    role: str = "level"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a quantity: the interval that all claims allow, or the camps; with the reason. Never an average.

    `approx` is True where a claim that binds is told as approximate ("some 50,000").
    """

    low: float | None
    high: float | None
    why: str
    disputed: bool = False
    binding: tuple[str, ...] = ()
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """Figures of one measure, parties and subject, with how each pair of them relates.

    `standings` has one for each period and definition, the latest first; `stands` is that first one. `note` says where not every
    figure was held against every other one.
    """

    id: str
    label: str
    measure: str
    unit: str | None
    giver: str | None = field(default=None, metadata={"json": "from"})
    receiver: str | None = field(default=None, metadata={"json": "to"})
    members: tuple[Member, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    stands: Standing | None = None
    origins: int = 0
    standings: tuple[Standing, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event."""

    claim: str
    article: str
    span: Span
    status: Status = Status.ACTUAL
    voice: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the ledger with all its tellings across the case, and the points on which they differ."""

    id: str
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: Period | None
    members: tuple[Telling, ...] = ()
    verdicts: tuple[EventVerdict, ...] = ()
    origins: int = 0
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All quantities and events of a case, the claims that pull against each other without being figures, and the checks that failed."""

    quantities: tuple[Quantity, ...] = ()
    events: tuple[Happening, ...] = ()
    tensions: tuple[Tension, ...] = ()
    findings: tuple[Finding, ...] = ()

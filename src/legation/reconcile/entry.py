"""A figure made ready for comparison: in base units, with its subject, its origin and the days it is compared at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from legation.reconcile.measures import Measure, Nature, dimension, measure
from legation.reconcile.origins import Origin, origin_of
from legation.reconcile.source import Told
from legation.reconcile.subjects import WIDEST, Subject, subject_of
from legation.reconcile.wording import pattern
from legation.words.amount import Bound
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.period import Period
from legation.words.verdict import Place

TIMES = ("day", "week", "month", "quarter", "year")
"""Divisors that say how long, not of what: `$5 a barrel` is a price, `$5 million a year` may be set against a sum."""

BESIDE, LIST = 3, 20
"""A sentence with more figures than this is a table: only so many to either side bound a clause, or stand before a part."""

AWAY = re.compile(r"[;.]|\b(?:among|from|out of|against|compared|at|others?|injur\w*|wound\w*|are|were|is|was)\b", re.IGNORECASE)
"""After one of these a list of parts is over."""

WORLD = frozenset(("OTHER-COUNTRIES", "WORLD", "INTERNATIONAL-COMMUNITY"))


@dataclass(frozen=True)
class Entry:
    """One figure of the ledger. `low` and `high` are in the base of `dimension`; `role` is level, change or share.

    `whole` is the id of the figure of the same sentence and measure that it is counted within (`40 dead, including 12 children`).
    """

    told: Told[Figure]
    measure: Measure
    dimension: str
    factor: float
    subject: Subject
    origin: Origin
    role: str
    whole: str | None = None

    @property
    def figure(self) -> Figure:
        """The claim itself."""
        return self.told.claim

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @property
    def low(self) -> float | None:
        """The lower side in base units."""
        return None if self.figure.amount.low is None else self.figure.amount.low * self.factor

    @property
    def high(self) -> float | None:
        """The upper side in base units."""
        return None if self.figure.amount.high is None else self.figure.amount.high * self.factor

    @property
    def bound(self) -> Bound:
        """Which side is open."""
        return self.figure.amount.bound

    @property
    def giver(self) -> str | None:
        """The first party; of a measure that is the same from either side, the first in order."""
        return self._parties[0]

    @property
    def receiver(self) -> str | None:
        """The second party; the rest of the world is none."""
        return self._parties[1]

    @cached_property
    def _parties(self) -> tuple[str | None, str | None]:
        giver, receiver = (None if p in WORLD else p for p in (self.figure.giver, self.figure.receiver))
        if self.measure.parties == "both" and giver and receiver:
            giver, receiver = sorted((giver, receiver))
        return giver, receiver

    @property
    def lacking(self) -> int:
        """How many parties the text leaves out that such a measure has; the rest of the world is one that is named."""
        sides = {"none": (), "holder": (self.figure.giver,)}.get(self.measure.parties, (self.figure.giver, self.figure.receiver))
        return sum(side is None for side in sides)

    @property
    def increment(self) -> bool:
        """Whether it comes on top of a level: `3,000 more soldiers`, `a 20 % addition`."""
        return self.role == "level" and (self.subject.more or (self.figure.amount.change is not None and not self.subject.total))

    @cached_property
    def holds(self) -> Period | None:
        """The days it is compared at: its own, else, unless it sums up a period that is not named, the publication's."""
        if self.figure.when or self.measure.nature is Nature.FLOW:
            return self.figure.when
        return self.told.teller.published

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.told.teller.id, self.figure.span, self.figure.id)

    @property
    def span(self) -> Span:
        """Its evidence in the article."""
        return self.figure.span

    @property
    def said(self) -> str:
        """Its evidence in words, for reasons."""
        return " ".join(self.told.words.split())


def entries(figures: Iterable[Told[Figure]]) -> Iterator[Entry]:
    """All figures that have a measure, ready to compare; figures of one sentence must come together."""
    for _, same in groupby(figures, key=lambda t: (t.teller.digest, t.start)):
        told = list(same)
        places = [t.inside for t in told]
        made = [_entry(t, places[max(0, k - BESIDE) : k] + places[k + 1 : k + 1 + BESIDE]) for k, t in enumerate(told) if t.claim.measure]
        for k, e in enumerate(made):
            whole = next((w for w in made[max(0, k - LIST) : k] if w.measure is e.measure and within(e, w)), None)
            yield replace(e, whole=whole.id) if whole else e


def within(part: Entry, whole: Entry) -> str | None:
    """Why a figure is counted within an earlier one of its sentence: `4,700 casualties, including 600 dead`; None where it is not."""
    if part.dimension != whole.dimension or part.told.start != whole.told.start or part.told.teller.digest != whole.told.teller.digest:
        return None
    first, last = whole.told.inside[1], part.told.inside[0]
    if last - first > WIDEST or (part.high or part.low or 0) > (whole.low or whole.high or 0):
        return None
    between = whole.told.sentence[first:last]
    joiner = pattern("parts").search(between)
    if not joiner or AWAY.search(between[joiner.end() :] + part.told.words):
        return None
    return f"{whole.said}, {joiner.group().lower()} {part.said}"


def _entry(told: Told[Figure], others: list[Span]) -> Entry:
    return entry_of(told, subject_of(told, others))


def entry_of(told: Told[Figure], subject: Subject, whole: str | None = None) -> Entry:
    """A figure ready to compare, whose subject is known."""
    figure = told.claim
    row, (dim, factor) = measure(figure.measure), dimension(figure.amount.unit)
    return Entry(told, row, dim + _per(figure), factor, subject, origin_of(figure, told.teller), _role(figure, row, dim), whole)


def _per(figure: Figure) -> str:
    per = figure.amount.per
    return "" if per is None or per in TIMES else f"/{per}"


def _role(figure: Figure, row: Measure, dim: str) -> str:
    """A number in percent or times about something that is not told in percent is a change, or else a share."""
    if row.name == "change" and dim == "percent":
        return "change"
    if dim == "times" or (dim == "percent" and row.unit != "percent"):
        return "change" if figure.amount.change or dim == "times" or row.name in ("exports", "trade", "budget") else "share"
    return "level"

"""Which claims of a ledger feed which quantity of a model: one run for each pair of parties, and period, that it can speak of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legation.model.formula import unfold
from legation.model.frames import Frame, frames
from legation.model.literal import in_words, interval, told_unit
from legation.model.picking import number_of, picked
from legation.model.shelf import Shelf
from legation.model.system import Given, System, Variable
from legation.model.text import ModelText, Pattern, Pick
from legation.model.units import unit
from legation.reconcile.changes import factor
from legation.words.amount import Amount
from legation.words.period import Grain, Period
from legation.words.quantity import Member, Quantity
from legation.words.verdict import Relation

UNIT_NAMES = re.compile(r"\b(?:money|told)\b")
"""What stands in a model's unit for one that only the claims have."""

ZONE = 1
"""Days that time zones may move a date."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim on a quantity that could not be used, and why."""

    claim: str
    quantity: str
    why: str


@dataclass(frozen=True)
class Run:
    """A model with the claims that feed it, for certain parties and, where its time is `each`, one period."""

    model: ModelText
    parties: tuple[tuple[str, str], ...]
    when: Period | None
    system: System
    left_out: tuple[LeftOut, ...] = ()
    rounded: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The quantities that no claim feeds."""
        told = {g.quantity for g in self.system.given}
        return tuple(v.id for v in self.system.variables if v.id not in told)


def runs(model: ModelText, shelf: Shelf, rounded: bool = False) -> list[Run]:
    """All runs that have claims on at least two quantities, those with the most quantities first.

    `rounded` reads "48 million" as anything that is rounded so; otherwise numbers are taken as they stand, "some" as 5 percent either way.
    """
    found = [run for frame in frames(model, shelf) for run in [_run(model, shelf, frame, rounded)] if run]
    # trade has no direction: seen from either side it is one run
    once: dict[object, Run] = {}
    for run in found:
        once.setdefault((run.when, run.system.given, tuple(sorted(p for _, p in run.parties))), run)
    return sorted(once.values(), key=lambda r: len(r.missing))


def _run(model: ModelText, shelf: Shelf, frame: Frame, rounded: bool) -> Run | None:
    articles = {m.article for m in frame.lead.members if frame.when is None or m.when == frame.when} if frame.lead else set()
    feeds = {p.id: list(_feed(p, shelf, frame, articles)) for p in model.quantities}
    if sum(map(bool, feeds.values())) < 2:
        return None
    money = Counter(
        m.amount.unit for told in feeds.values() for _, m in told if m.amount.unit and len(m.amount.unit) == 3 and m.amount.unit.isupper()
    )
    names = {"money": money.most_common(1)[0][0] if money else "USD", "told": _told(frame.lead, feeds)}
    variables, given, left_out, parts = [], [], [], {}
    for pattern in model.quantities:
        v = Variable(pattern.id, UNIT_NAMES.sub(lambda m: str(names[m[0]]), pattern.unit), pattern.label, pattern.low, pattern.high)
        taken = [_given(pattern, v, pick, member, rounded) for pick, member in feeds[pattern.id]]
        left_out += [t for t in taken if isinstance(t, LeftOut)]
        claims = [_noted(t, shelf.otherwise.get(t.id, "")) for t in taken if isinstance(t, Given)]
        if pattern.many:
            parts[pattern.id] = tuple(f"{pattern.id}_{n}" for n, _ in enumerate(claims, 1))
            variables += [replace(v, id=part) for part in parts[pattern.id]]
            given += [replace(g, quantity=part) for g, part in zip(claims, parts[pattern.id], strict=True)]
        else:
            variables.append(v)
            given += claims
    if len({g.quantity for g in given}) < 2:
        return None
    formulas = tuple(replace(f, left=unfold(f.left, parts), right=unfold(f.right, parts)) for f in model.formulas)
    return Run(model, tuple(sorted(frame.parties.items())), frame.when, System(tuple(variables), tuple(given), formulas), tuple(left_out), rounded)


def _feed(pattern: Pattern, shelf: Shelf, frame: Frame, articles: set[str]) -> Iterator[tuple[Pick, Member]]:
    """The claims of a ledger that a pattern takes in a frame."""
    if pattern.many and not pattern.picks and frame.lead and frame.whole:
        yield from ((Pick(frame.lead.measure), m) for m in _parts(frame.lead, frame.whole))
        return
    wanted = earlier(frame.when, _months(frame.when) if pattern.prior else pattern.lag) if frame.when else None
    for q in [frame.lead] if frame.lead and (pattern.same or pattern.lead) else shelf.fitting(pattern, frame.parties):
        for m in [frame.whole] if pattern.lead and frame.whole else q.members:
            if (wanted and not _in_time(pattern, m, frame, wanted)) or (pattern.near and m.article not in articles):
                continue
            if pick := next((p for p in pattern.picks if picked(p, q, m)), None):
                yield pick, m
                if pattern.many:  # a part told by two articles is still one part
                    break


def _parts(lead: Quantity, whole: Member) -> Iterator[Member]:
    """The members that the ledger holds for parts of one of their own article."""
    pairs = [{v.a.claim, v.b.claim} for v in lead.verdicts if v.verdict is Relation.PART_WHOLE and v.sure]
    linked = {claim for pair in pairs if whole.claim in pair for claim in pair - {whole.claim}}
    for m in lead.members:
        if m.claim in linked and m.article == whole.article and number_of(m) < number_of(whole):
            yield m


def _told(lead: Quantity | None, feeds: Mapping[str, list[tuple[Pick, Member]]]) -> str:
    """The unit that the lead's levels are mostly told in, their rate with it."""
    claims = {m.claim for told in feeds.values() for _, m in told}
    units = Counter(told_unit(m.amount, "", "") for m in (lead.members if lead else ()) if m.role == "level" and m.claim in claims)
    return units.most_common(1)[0][0] if units else "things"


def _in_time(pattern: Pattern, m: Member, frame: Frame, wanted: Period) -> bool:
    """Whether a member is of the period that its pattern wants in a frame."""
    if m.when is None:
        # what an article tells without a period holds of the latest that it speaks of
        told = [x.when for x in frame.lead.members if x.article == m.article and x.when and x.role == "level"] if frame.lead else []
        return pattern.undated and frame.when == max(told, key=lambda p: p.last or date.max, default=None)
    ends = ((m.when.first, wanted.first), (m.when.last, wanted.last))
    return all(a is not None and b is not None and abs((a - b).days) <= ZONE for a, b in ends)


def _months(period: Period) -> int:
    """How many months a period is long, at least one."""
    return max(1, round((period.days or 30) / 30.44))


def earlier(period: Period, months: int) -> Period:
    """The same days so many months before; an end of a month stays one."""
    return Period(*(None if d is None else _back(d, months) for d in (period.first, period.last)))


def _back(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    ends = (day + timedelta(1)).day == 1
    return date(year, month + 1, last if ends else min(day.day, last))


def _noted(g: Given, note: str) -> Given:
    return replace(g, assumed="; ".join(n for n in (g.assumed, note) if n)) if note else g


def _given(pattern: Pattern, v: Variable, pick: Pick, m: Member, rounded: bool) -> Given | LeftOut:
    if m.status.value not in pick.status:
        return LeftOut(m.claim, v.id, f"told as {m.status.value}")
    if pick.role == "change":
        low, high = factor(m.amount)
        told, per = Amount(max(low, 0.0), None if math.isinf(high) else high, m.amount.approx, "times"), ""
    else:
        told, per = m.amount, pick.per or pattern.per
    if not told.per and per == "year" and m.when and m.when.grain is not Grain.YEAR:
        return LeftOut(m.claim, v.id, f"told for {m.when}, not for a year")
    text = told_unit(told, per, pattern.each)
    if unit(text).dimension != unit(v.unit).dimension:
        return LeftOut(m.claim, v.id, f"told in {text}, not in {v.unit}")
    sides, undated = interval(told, rounded), pattern.undated and m.when is None
    low_, high_ = (None if side is None else side * unit(text).size / unit(v.unit).size for side in sides)
    notes = [pick.assume, f"told without a rate: taken for one {per}" if per and not told.per else "", "told without a period" if undated else ""]
    assumed = "; ".join(n for n in notes if n)
    return Given(m.claim, v.id, low_, high_, m.origin, in_words(m.amount), told.approx, assumed, m.article, m.span, m.holds)

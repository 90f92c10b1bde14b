"""Which claims of a ledger feed which quantity of a model: one run for each pair of parties, and period, that it can speak of."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from legation.model.formula import unfold
from legation.model.literal import in_words, interval, told_unit
from legation.model.system import Given, System, Variable
from legation.model.text import ANYBODY, NOBODY, ModelText, Pattern, Pick
from legation.model.units import unit
from legation.reconcile.changes import factor
from legation.reconcile.measures import dimension, measure
from legation.words.amount import Amount
from legation.words.period import Grain, Period
from legation.words.quantity import Ledger, Member, Quantity
from legation.words.verdict import Relation

MOST = 400
"""Ways at most to name a model's parties where that takes two quantities of the ledger."""

RATIOS = ("percent", "times")
"""Dimensions of a growth."""

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


def runs(model: ModelText, ledger: Ledger, rounded: bool = False) -> list[Run]:
    """All runs that have claims on at least two quantities, those with the most quantities first.

    `rounded` reads "48 million" as anything that is rounded so; otherwise numbers are taken as they stand, "some" as 5 percent either way.
    """
    by_measure: dict[str, list[Quantity]] = defaultdict(list)
    for q in ledger.quantities:
        by_measure[q.measure].append(q)
    found = [run for frame in _frames(model, ledger) for run in [_run(model, by_measure, frame, rounded)] if run]
    # trade has no direction: seen from either side it is one run
    once: dict[object, Run] = {}
    for run in found:
        once.setdefault((run.when, run.system.given, tuple(sorted(p for _, p in run.parties))), run)
    return sorted(once.values(), key=lambda r: len(r.missing))


_Index: TypeAlias = Mapping[str, list[Quantity]]
"""The quantities of a ledger by their measure."""


@dataclass(frozen=True)
class _Frame:
    """What one run is about."""

    parties: Mapping[str, str]
    lead: Quantity | None = None
    whole: Member | None = None
    when: Period | None = None


def _frames(model: ModelText, ledger: Ledger) -> Iterator[_Frame]:
    leads = [p for p in model.quantities if p.lead]
    if not leads:
        yield from (_Frame(parties) for parties in _assignments(model, ledger.quantities))
        return
    for q in ledger.quantities:
        for parties in _matches(leads[0], q):
            levels = [m for m in q.members if any(_picked(pick, q, m) for pick in leads[0].picks)]
            if any(p.many and not p.picks for p in model.quantities):
                yield from (_Frame(parties, q, m, m.when) for m in levels)
            elif model.time == "any":
                yield _Frame(parties, q)
            else:
                yield from (_Frame(parties, q, when=when) for when in dict.fromkeys(m.when for m in levels if m.when and m.when.days))


def _assignments(model: ModelText, quantities: Iterable[Quantity]) -> list[dict[str, str]]:
    """All ways to name the model's parties: from one quantity of the ledger, or from two that fit together."""
    partial = list({tuple(sorted(m.items())): m for q in quantities for p in model.quantities for m in _matches(p, q)}.values())
    full = [m for m in partial if set(model.parties) <= m.keys()]
    if not full:
        joined = [{**a, **b} for a in partial for b in partial if all(b.get(k, v) == v for k, v in a.items())]
        full = [m for m in joined if set(model.parties) <= m.keys()][:MOST]
    return list({tuple(sorted(m.items())): m for m in full}.values())


def _matches(pattern: Pattern, q: Quantity) -> Iterator[dict[str, str]]:
    """The parties under which a quantity of the ledger fits a pattern that names them all; both ways where the measure has no direction.

    A party with a `?` may be missing, but only in a lead: elsewhere what names none would fit everybody.
    """
    loose = ANYBODY in (pattern.giver, pattern.receiver) or ("?" in pattern.giver + pattern.receiver and not pattern.lead)
    if loose or q.measure not in {p.measure for p in pattern.picks}:
        return
    sides = [(q.giver, q.receiver)] + ([(q.receiver, q.giver)] if measure(q.measure).parties == "both" else [])
    for giver, receiver in sides:
        placed = ((pattern.giver, giver), (pattern.receiver, receiver))
        named = [(name, party) for name, party in placed if name not in ("", NOBODY)]
        alone = all(party is None for name, party in placed if name == NOBODY)
        if named and alone and all(party or name.endswith("?") for name, party in named):
            yield {name.removesuffix("?"): party for name, party in named if party}


def _run(model: ModelText, by_measure: _Index, frame: _Frame, rounded: bool) -> Run | None:
    articles = {m.article for m in frame.lead.members if frame.when is None or m.when == frame.when} if frame.lead else set()
    feeds = {p.id: list(_feed(p, by_measure, frame, articles)) for p in model.quantities}
    if sum(map(bool, feeds.values())) < 2:
        return None
    money = Counter(
        m.amount.unit for told in feeds.values() for _, m in told if m.amount.unit and len(m.amount.unit) == 3 and m.amount.unit.isupper()
    )
    names = {"money": money.most_common(1)[0][0] if money else "USD", "told": _told(frame.lead, feeds)}
    otherwise = _otherwise(q for name in {p.measure for pattern in model.quantities for p in pattern.picks} for q in by_measure.get(name, ()))
    variables, given, left_out, parts = [], [], [], {}
    for pattern in model.quantities:
        v = Variable(pattern.id, UNIT_NAMES.sub(lambda m: str(names[m[0]]), pattern.unit), pattern.label, pattern.low, pattern.high)
        taken = [_given(pattern, v, pick, member, rounded) for pick, member in feeds[pattern.id]]
        left_out += [t for t in taken if isinstance(t, LeftOut)]
        claims = [_noted(t, otherwise.get(t.id, "")) for t in taken if isinstance(t, Given)]
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


def _feed(pattern: Pattern, by_measure: _Index, frame: _Frame, articles: set[str]) -> Iterator[tuple[Pick, Member]]:
    """The claims of a ledger that a pattern takes in a frame."""
    if pattern.many and not pattern.picks and frame.lead and frame.whole:
        yield from ((Pick(frame.lead.measure), m) for m in _parts(frame.lead, frame.whole))
        return
    fitting = [q for name in dict.fromkeys(p.measure for p in pattern.picks) for q in by_measure.get(name, ())]
    for q in [frame.lead] if frame.lead and (pattern.same or pattern.lead) else fitting:
        if not (pattern.same or pattern.lead or _fits(pattern, q, frame.parties)):
            continue
        for m in [frame.whole] if pattern.lead and frame.whole else q.members:
            pick = next((p for p in pattern.picks if _picked(p, q, m)), None)
            if pick and (not pattern.near or m.article in articles) and _in_time(pattern, m, frame):
                yield pick, m
                if pattern.many:  # a part told by two articles is still one part
                    break


def _parts(lead: Quantity, whole: Member) -> Iterator[Member]:
    """The members that the ledger holds for parts of one of their own article."""
    pairs = [{v.a.claim, v.b.claim} for v in lead.verdicts if v.verdict is Relation.PART_WHOLE and v.sure]
    linked = {claim for pair in pairs if whole.claim in pair for claim in pair - {whole.claim}}
    for m in lead.members:
        if m.claim in linked and m.article == whole.article and _number(m) < _number(whole):
            yield m


def _fits(pattern: Pattern, q: Quantity, parties: Mapping[str, str]) -> bool:
    sides = [(q.giver, q.receiver)] + ([(q.receiver, q.giver)] if measure(q.measure).parties == "both" else [])
    return any(_side(pattern.giver, g, parties) and _side(pattern.receiver, r, parties) for g, r in sides)


def _side(name: str, party: str | None, parties: Mapping[str, str]) -> bool:
    if name in ("", NOBODY, ANYBODY):
        return not name or (party is None) == (name == NOBODY)
    return party == parties.get(name.removesuffix("?")) or (name.endswith("?") and party is None)


def _picked(pick: Pick, q: Quantity, m: Member) -> bool:
    if pick.measure not in (q.measure, "*") or pick.role != _role(m) or (pick.ceiling and (m.amount.low is not None or m.amount.high is None)):
        return False
    number, of = _number(m), f"{m.of or ''} {m.amount.noun or ''}".lower()
    if (pick.above is not None and number < pick.above) or (pick.below is not None and number >= pick.below):
        return False
    return not any(w in of for w in pick.unless) and (not pick.words or any(w in of for w in pick.words))


def _role(m: Member) -> str:
    """A member's role; a change in the level's own unit (`3,000 more`) is no growth."""
    return "added" if m.role == "change" and dimension(m.amount.unit)[0] not in RATIOS else m.role


def _told(lead: Quantity | None, feeds: Mapping[str, list[tuple[Pick, Member]]]) -> str:
    """The unit that the lead's levels are mostly told in, their rate with it."""
    claims = {m.claim for told in feeds.values() for _, m in told}
    units = Counter(told_unit(m.amount, "", "") for m in (lead.members if lead else ()) if m.role == "level" and m.claim in claims)
    return units.most_common(1)[0][0] if units else "things"


def _number(m: Member) -> float:
    return (m.amount.high if m.amount.low is None else m.amount.low) or 0.0


def _in_time(pattern: Pattern, m: Member, frame: _Frame) -> bool:
    if frame.when is None:
        return True
    if m.when is None:
        # what an article tells without a period holds of the latest that it speaks of
        told = [x.when for x in frame.lead.members if x.article == m.article and x.when and x.role == "level"] if frame.lead else []
        return pattern.undated and frame.when == max(told, key=lambda p: p.last or date.max, default=None)
    wanted = earlier(frame.when, _months(frame.when) if pattern.prior else pattern.lag)
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


def _otherwise(quantities: Iterable[Quantity]) -> dict[str, str]:
    """What the ledger says of claims that count something else than another claim of theirs; a floor of a part is one of the whole too."""
    out: dict[str, str] = {}
    for q in quantities:
        closed = {m.claim for m in q.members if m.amount.high is not None}
        for v in q.verdicts:
            if v.verdict is Relation.OTHER_DEFINITION and {v.a.claim, v.b.claim} <= closed:
                out.setdefault(v.a.claim, f"counted otherwise than {v.b.claim[:8]}: {v.why}")
                out.setdefault(v.b.claim, f"counted otherwise than {v.a.claim[:8]}: {v.why}")
    return out


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

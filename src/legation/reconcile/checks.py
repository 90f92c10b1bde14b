"""Checks by arithmetic inside an article: parts against their whole, shares against bases, totals against counts times rates.

A sum over part of a year is never stretched to the whole year: what is told of five months stays a figure of five months.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod

from legation.codes.tables import table
from legation.reconcile.entry import Entry
from legation.reconcile.parts import told_part
from legation.reconcile.values import INFINITE, ROUGH, reach, shown
from legation.reconcile.wording import content
from legation.words.finding import Finding, FindingKind
from legation.words.ids import digest

A_YEAR = {"day": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
WHOLE_YEAR = (360, 370)
"""A total without a divisor is one a year where its period has so many days."""

APPOSED = re.compile(r"[\s,(–—-]*(?:(?:or|that is|about|some|roughly|around|nearly|just|almost|over|equal to|a|an|the|total)\b[\s,(]*)*")
"""What may stand between a number and its share."""

UNCLEAR = frozenset(("other", "share", "change", "duration", "date"))
"""Measures of which it is not plain what is counted, so neither what its parts are."""

MOST = 40
"""An article with more figures of one measure than this is a table whose rows are not each other's parts."""


def checks(entries: Iterable[Entry]) -> Iterator[Finding]:
    """What fails in each article's own figures."""
    articles: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        articles[e.told.teller.digest].append(e)
    for own in articles.values():
        if len(own) > 1:
            yield from _sums(own)
            yield from _shares(own)
            yield from _products(own)


def finding(kind: FindingKind, why: str, claims: Sequence[Entry]) -> Finding:
    """A finding about figures, the doubtful one first."""
    return Finding(digest("finding", kind, *(c.id for c in claims)), kind, why, tuple(c.place for c in claims), _origins(claims))


def _origins(claims: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.origin.name for c in claims))


# ---- parts against their whole ----


def _sums(own: Sequence[Entry]) -> Iterator[Finding]:
    for whole in own:
        if (
            whole.measure.name in UNCLEAR
            or whole.dimension == "count"
            or whole.role != "level"
            or whole.increment
            or whole.whole
            or whole.subject.goods
            or whole.high is None
        ):
            continue
        parts = _parts_of(whole, own)
        least = sum(p.low or 0.0 for p in parts)
        if parts and least > reach(whole)[1] * (1 + ROUGH):
            said = " + ".join(shown((p.low or 0.0) / p.factor) for p in parts)
            total = f" = {shown(least / whole.factor)}" if len(parts) > 1 else ""
            yield finding(FindingKind.SUM, f"{said}{total}, more than the whole of “{whole.said}”", [whole, *parts])


def _parts_of(whole: Entry, own: Sequence[Entry]) -> list[Entry]:
    """What an article counts within a whole: what it says is a part, and the kinds of goods of the same trade and period, each once."""
    told = [e for e in own if e is not whole and e.dimension == whole.dimension and whole.id in (e.figure.part_of, e.whole)]
    kinds: dict[frozenset[str], Entry] = {}
    if whole.measure.goods and len(own) <= MOST:
        for e in own:
            if e.subject.goods and e not in told and _same_trade(e, whole):
                kinds.setdefault(e.subject.goods, e)
    apart = [e for e in kinds.values() if not any(e.subject.goods < other.subject.goods for other in kinds.values())]
    return sorted([*told, *apart], key=lambda e: e.span)


def _same_trade(e: Entry, whole: Entry) -> bool:
    """Whether a figure is of the same trade: measure, dimension, the two parties in either order, period and status."""
    measures = {whole.measure.name, "exports"} if whole.measure.name == "trade" else {whole.measure.name}
    parties = [{x.giver, x.receiver} - {None} for x in (e, whole)]
    one = parties[0] == parties[1] if whole.measure.parties == "both" else (e.giver, e.receiver) == (whole.giver, whole.receiver)
    same = (e.figure.when, e.figure.amount.per, e.figure.status) == (whole.figure.when, whole.figure.amount.per, whole.figure.status)
    return (
        e.role == "level"
        and not e.increment
        and e.measure.name in measures
        and e.dimension == whole.dimension
        and one
        and len(parties[1]) > 1
        and same
    )


# ---- shares against bases ----


def _shares(own: Sequence[Entry]) -> Iterator[Finding]:
    """`600 of the 4,000 (25 percent)`: a part, its whole and its share in one sentence."""
    sentences: dict[int, list[Entry]] = defaultdict(list)
    for e in own:
        sentences[e.told.start].append(e)
    for here in sentences.values():
        shares = [e for e in here if e.dimension == "percent" and not e.figure.amount.change]
        levels = [e for e in here if e.role == "level" and e.dimension != "percent"]
        if len(shares) != 1 or len(levels) != 2:
            continue
        part, whole = sorted(levels, key=lambda e: e.low or e.high or 0.0)
        told = told_part(part, whole) and _beside(shares[0], part, whole) and _of_that(shares[0], whole)
        if told and not _fits(shares[0], part, whole):
            percent = 100 * (part.low or part.high or 0.0) / (whole.low or whole.high or 1.0)
            yield finding(FindingKind.SHARE, f"{part.said} of {whole.said} is {percent:.3g} percent, not {shares[0].said}", [shares[0], part, whole])


def _beside(share: Entry, part: Entry, whole: Entry) -> bool:
    """Whether the share stands right beside the part or the whole: `600 (15 percent) of the 4,000`, `600 of the 4,000, or 15 percent`."""
    for e in (part, whole):
        first, second = sorted((share.told.inside, e.told.inside))
        if APPOSED.fullmatch(share.told.sentence[first[1] : second[0]]):
            return True
    return False


def _of_that(share: Entry, whole: Entry) -> bool:
    """Whether a share that says what it is of is of that whole: `828 million people, 10 percent of the world's population` is not of 828 million."""
    base = content(share.figure.of or "")
    return not base or not set(base).isdisjoint((*whole.subject.words, *content(whole.told.words), *content(whole.figure.amount.noun or "")))


def _fits(share: Entry, part: Entry, whole: Entry) -> bool:
    (sl, sh), (pl, ph), (wl, wh) = reach(share), reach(part), reach(whole)
    low, high = 100 * max(pl, 0.0) / wh if wh else 0.0, 100 * ph / wl if wl > 0 else INFINITE
    return sl * (1 - ROUGH) <= high and low <= sh * (1 + ROUGH)


# ---- totals against counts times rates ----


@dataclass(frozen=True, slots=True)
class _Product:
    total: str
    needed: tuple[str, ...]
    optional: tuple[str, ...]


@cache
def _rules() -> tuple[_Product, ...]:
    out = []
    for row in table("ledger_products"):
        words = row["factors"].split()
        out.append(_Product(row["total"], tuple(w for w in words if w[0] != "("), tuple(w.strip("()") for w in words if w[0] == "(")))
    return tuple(out)


def _products(own: Sequence[Entry]) -> Iterator[Finding]:
    """A total a year that even the highest values of its factors do not make."""
    for rule in _rules():
        for total in (e for e in own if e.measure.name == rule.total and e.role == "level" and e.low is not None):
            needed = [_highest(name, total, own) for name in rule.needed]
            yearly = _a_year(total)
            if None in needed or yearly is None:
                continue
            factors = [f for f in (*needed, *(_highest(name, total, own) for name in rule.optional)) if f]
            most = prod(_top(f) for f in factors)
            if (total.low or 0.0) * yearly * (1 - ROUGH) > most:
                said = " × ".join(_said(f) for f in factors)
                why = f"{said} is at most {shown(most)} a year, less than “{total.said}”"
                yield finding(FindingKind.PRODUCT, why, [total, *factors])


def _highest(name: str, total: Entry, own: Sequence[Entry]) -> Entry | None:
    """The factor that is told highest, of the total's parties or of none; None where there is none, or one has no upper side."""
    found = [e for e in own if e.measure.name == name and e.role in ("level", "share") and not e.increment and e.giver in (total.giver, None)]
    usable = [e for e in found if e.dimension in ("people", "percent", total.dimension) and (name != "wages" or e.figure.amount.per in A_YEAR)]
    if any(_top(e) == INFINITE for e in usable):
        return None
    return max(usable, key=_top, default=None)


def _top(e: Entry) -> float:
    """The most a factor can be, a year."""
    high = reach(e)[1]
    return high / 100 if e.dimension == "percent" else high * A_YEAR.get(e.figure.amount.per or "", 1.0)


def _a_year(total: Entry) -> float | None:
    """What a total is multiplied by to be one a year; None where it is of another period, which is never stretched to a year."""
    when, per = total.figure.when, total.figure.amount.per
    if per in A_YEAR:
        return A_YEAR[per]
    return 1.0 if when and when.days and WHOLE_YEAR[0] <= when.days <= WHOLE_YEAR[1] else None


def _said(e: Entry) -> str:
    per = e.figure.amount.per
    times = f" × {A_YEAR[per]:g}" if per in A_YEAR and per != "year" else ""
    return f"{e.said}{times}"

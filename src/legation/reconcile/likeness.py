"""How alike two figures are in what they count: the words around them, rare ones most, and the occasion they are of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from legation.reconcile.entry import Entry
from legation.reconcile.measures import Nature
from legation.reconcile.origins import two_sources
from legation.reconcile.periods import ZONE, gap, told_after
from legation.reconcile.subjects import RUNNING
from legation.reconcile.values import equal
from legation.reconcile.weights import shared
from legation.reconcile.wording import content, occasion_kinds, pattern

APART_DAYS = {Nature.TOLL: 31, Nature.EVENT: 7}
"""Tolls and counts of an occasion further apart in time are of another occasion."""

SHRUNK, GROWN = 0.95, 20.0
"""How far a toll told later may lie from the one told before and still be of one occasion."""

FADING = 0.01
"""What a day between two counts of an occasion takes from their likeness."""

LATER = 0.15
"""And what it takes that they are not of one day, or the next: much is told every day in like words."""

FRESH = 3
"""A count without a day that is told so many days later, and not as one that rose or is remembered, is of what happened since."""

MANY_NAMES = 2
"""Names that both sentences must have, none in common, to tell of two occasions of one day."""

UNSAID = 0.5
"""The likeness of two figures beside which no word stands that tells anything."""

OTHER_NAMES = 0.15
"""What other proper names beside the numbers take from likeness."""

ONE_SENTENCE = 0.6
"""How alike the words beside two numbers of one sentence must be."""

MANY_TIMES, ANOTHER = 5.0, 0.35
"""Of tolls of one day of which one is so many times the other, what that takes from likeness."""

TELLING = 0.1
"""What the same value, told to the last digit, adds to likeness."""


def likeness(e: Entry, members: Iterable[Entry]) -> float | None:
    """How alike a figure is to others, 0 to 1 or a little more; None where something keeps it apart from one of them."""
    found = [_alike(e, m) for m in members]
    return None if None in found else max(x for x in found if x is not None)


def _alike(e: Entry, m: Entry) -> float | None:
    if e.measure.subject == "like":
        x, y = e.subject.head, m.subject.head
        if x and y and x != y:
            return None
        if e.measure.nature in APART_DAYS and not _one_occasion(e, m):
            return None
    if (e.receiver and m.receiver and e.receiver != m.receiver) or not _tied(e, m) or _of_two(e, m):
        return None
    words = shared(e.subject.words, m.subject.words) if e.subject.words or m.subject.words else UNSAID
    if e.told.start == m.told.start and e.told.teller.digest == m.told.teller.digest and not two_sources(e.origin, m.origin):
        # Two figures of one sentence share its context whatever they count, and a sentence does not contradict itself.
        return words if e.measure.subject == "parties" or words >= ONE_SENTENCE else None
    alike = _context_alike(e, m, words)
    between = (gap(e.holds, m.holds) or 0) if e.measure.nature in APART_DAYS else 0
    faded = FADING * between + (LATER if between > ZONE else 0.0)
    if e.measure.subject == "like" and other_names(e, m):
        if e.measure.nature is Nature.EVENT and not equal(e, m):
            return None
        alike -= OTHER_NAMES
    if e.measure.nature is Nature.TOLL and _far_apart(e, m):
        alike -= ANOTHER
    return alike - faded + (TELLING if _told_fully(e) and equal(e, m) else 0.0)


def _context_alike(e: Entry, m: Entry, words: float) -> float:
    """How alike all that two sentences say is.

    A share that names one party is told by what has it and not by what it is of: of one population many things are told. So are soldiers
    whose place is not named by what they do.
    """
    if e.measure.unit == "people" and e.measure.parties == "holder" and e.measure.subject == "parties" and not (e.receiver or m.receiver):
        head = {e.subject.head or "", m.subject.head or ""}
        return shared(e.subject.context - head, m.subject.context - head)
    if e.measure.unit == "percent" and e.measure.subject == "like" and words and not (e.giver and e.receiver):
        base = e.subject.words | m.subject.words
        return shared(e.subject.context - base, m.subject.context - base)
    return max(words, shared(e.subject.context, m.subject.context))


def other_names(e: Entry, m: Entry) -> bool:
    """Whether proper names stand beside both numbers, their sources' apart, and none is the same."""
    a, b = (x.subject.names.difference(content(x.origin.name)) for x in (e, m))
    return bool(a and b) and a.isdisjoint(b)


def _tied(e: Entry, m: Entry) -> bool:
    """Whether something holds two figures together: a party, one article, a proper name or a number told in full."""
    if e.measure.parties != "none" and (e.giver or e.receiver):
        return True
    if e.told.teller.digest == m.told.teller.digest:
        return True
    return bool(e.subject.names & m.subject.names) or (_told_fully(e) and equal(e, m))


def _one_occasion(e: Entry, m: Entry) -> bool:
    """Whether two counts may be of one occasion: of days no further apart than that, and neither all of a war against a day of it."""
    if (RUNNING in e.subject.limits) != (RUNNING in m.subject.limits):
        return False
    between = gap(e.holds, m.holds)
    if between is None:
        return e.told.teller.digest == m.told.teller.digest
    if RUNNING not in e.subject.limits:
        if e.figure.when and m.figure.when and (between > ZONE or (between and not equal(e, m))):
            return False
        if _foretold(e, m) or _foretold(m, e):
            return False
        if _of_two_kinds(e, m):
            return False
        if _elsewhere(e, m, 1 if between > ZONE else MANY_NAMES) and not (equal(e, m) and (between <= ZONE or _told_fully(e))):
            return False
        if between > FRESH and not pattern("later").search(max((e, m), key=_told_on).told.sentence):
            return False
    return between <= APART_DAYS[e.measure.nature] and (e.measure.nature is not Nature.TOLL or (_may_grow(e, m) and _may_grow(m, e)))


def _of_two_kinds(e: Entry, m: Entry) -> bool:
    """Whether they are told of what are not one: a quake and a flood."""
    kinds = occasion_kinds()
    a, b = ({kinds[w] for w in x.subject.context if w in kinds} for x in (e, m))
    return bool(a and b) and a.isdisjoint(b)


def _elsewhere(e: Entry, m: Entry, least: int) -> bool:
    """Whether both sentences name so many places or people, their sources apart, and none in common: then they tell of two occasions."""
    a, b = (x.subject.around.difference(content(x.origin.name)) for x in (e, m))
    return min(len(a), len(b)) >= least and a.isdisjoint(b)


def _told_on(e: Entry) -> date:
    published = e.told.teller.published
    return (published.last or published.first or date.min) if published else date.min


def _foretold(e: Entry, m: Entry) -> bool:
    """Whether one was told before the other's day."""
    told, day = e.told.teller.published, m.figure.when and m.figure.when.first
    return bool(told and told.last and day and (day - told.last).days > ZONE)


def _far_apart(e: Entry, m: Entry) -> bool:
    """Whether two articles give tolls of which one is many times the other: of one day these are rather of two occasions."""
    least, most = sorted(x.low if x.low is not None else x.high or 0.0 for x in (e, m))
    return e.told.teller.digest != m.told.teller.digest and most > MANY_TIMES * least and not (told_after(e, m) or told_after(m, e))


def _may_grow(e: Entry, m: Entry) -> bool:
    """Whether the toll told later may be that of the earlier one grown: tolls hardly shrink, and seldom grow beyond all measure."""
    if not told_after(e, m):
        return True
    later, earlier = (x.low if x.low is not None else x.high or 0.0 for x in (e, m))
    return SHRUNK * earlier <= later <= GROWN * earlier


def _of_two(e: Entry, m: Entry) -> bool:
    """Whether two counts that do not go by party are all the same of two: the members of two parliaments."""
    return e.measure.parties == "none" and bool(e.giver and m.giver) and e.giver != m.giver


def _told_fully(e: Entry) -> bool:
    """Whether the number has three digits or more that say something."""
    value = e.figure.amount.low if e.figure.amount.low is not None else e.figure.amount.high
    return len(f"{value:.12g}".split("e")[0].replace(".", "").strip("0")) >= 3

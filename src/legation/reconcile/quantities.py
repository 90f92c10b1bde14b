"""A quantity: figures of one thing with the verdict on each telling pair of them, and what stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from legation.reconcile.compare import company_of, compare
from legation.reconcile.entry import Entry
from legation.reconcile.standing import stands
from legation.reconcile.wording import state_name
from legation.words.ids import digest
from legation.words.quantity import Member, Quantity
from legation.words.ruling import Rulings

ALL_PAIRS = 24
"""Up to so many members every pair of a quantity gets a verdict; beyond, each is compared with the NEXT ones in time."""

NEXT = 8

UNCLEAR = re.compile(r"\d|^(?:its|their|his|her|these|those|this|that|such|some|more|other|another|further|existing|previous|new)\b", re.IGNORECASE)
"""A phrase that begins so, or holds a number, does not say by itself what is measured."""


PART = "the case has so many of these figures that they are compared only with others told for or at the same time"
MANY = f"so many figures that each is compared only with the next {NEXT} in time"


def quantity(members: Sequence[Entry], rulings: Rulings, part: bool = False) -> Quantity:
    """The quantity of a group of figures; `part` where the shelf they stand on was too long to hold all against each other."""
    first = next((m for m in members if m.role == "level"), members[0])
    company = company_of(members, rulings.accepted)
    verdicts = tuple(compare(a, b, company) for a, b in _pairs(members))
    standings = stands(members, verdicts)
    return Quantity(
        id=digest("quantity", members[0].id),
        label=_label(members, first),
        measure=first.measure.name,
        unit=first.figure.amount.unit,
        giver=_named(members, "giver"),
        receiver=_named(members, "receiver"),
        members=tuple(_member(m) for m in members),
        verdicts=verdicts,
        stands=standings[0] if standings else None,
        standings=standings,
        origins=len({m.origin.key for m in members}),
        note="; ".join((*(PART,) * part, *(MANY,) * (len(members) > ALL_PAIRS))),
    )


def _pairs(members: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs to judge, each in the order of the case: all of a small quantity, neighbours in time of a large one."""
    if len(members) <= ALL_PAIRS:
        yield from ((a, b) for k, a in enumerate(members) for b in members[k + 1 :])
        return
    order = sorted(range(len(members)), key=lambda n: (_day(members[n]), n))
    for k, n in enumerate(order):
        for other in order[k + 1 : k + 1 + NEXT]:
            yield members[min(n, other)], members[max(n, other)]


def _day(e: Entry) -> date:
    return (e.holds.first or e.holds.last or date.min) if e.holds else date.min


def _member(e: Entry) -> Member:
    f = e.figure
    return Member(
        f.id, e.told.teller.id, f.span, f.amount, f.of, f.when, e.holds, f.status, f.voice, e.origin.name, "change" if e.increment else e.role
    )


def _named(members: Sequence[Entry], side: str) -> str | None:
    """The party most members name."""
    named = Counter(p for m in members if (p := getattr(m.figure, side)))
    return named.most_common(1)[0][0] if named else None


def _label(members: Sequence[Entry], first: Entry) -> str:
    """What is measured, in the words most articles use, else from measure and parties; a part's words do not name the whole."""
    own = {m.id for m in members}
    wholes = [m for m in members if m.role == "level" and m.whole not in own]
    said = Counter(m.figure.of for m in wholes if m.figure.of and not UNCLEAR.search(m.figure.of))
    if said:
        return max(said, key=lambda of: (said[of], len(of)))
    parties = " → ".join(state_name(p) for p in (_named(members, "giver"), _named(members, "receiver")) if p)
    what = first.measure.name if first.measure.name not in ("other", "share", "change") else first.subject.head or first.measure.name
    return f"{what}, {parties}" if parties else what

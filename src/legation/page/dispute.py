"""Disputes as cards: both sides under each other with their words, and the list of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.brief.disputes import PLAIN
from legation.brief.plain import one_line
from legation.brief.tell import act_words
from legation.brief.wording import counted, listed
from legation.page.answer import Answer
from legation.page.books import Entry
from legation.page.desk import Desk
from legation.page.item import Item, sides
from legation.page.paging import leafed
from legation.page.quantities import title_of
from legation.page.visit import Visit
from legation.run.records import dispute_records
from legation.words.dispute import Dispute, DisputeKind
from legation.words.quantity import Happening, Quantity
from legation.words.tension import Tension

USUAL = 20


@dataclass(frozen=True, slots=True)
class Card:
    """A dispute for a page: what it is about, what kind, why, its sides, and where its quantity stands."""

    id: str
    title: str
    kind: str
    plain: str
    why: str
    sides: tuple[Item, ...]
    more: str
    address: str


def disputes(desk: Desk, visit: Visit) -> Answer:
    """All disputes, heaviest first; `kind` asks for one kind."""
    count = {kind.value: n for kind, n in desk.books.dispute_kinds().items()}
    kind = visit.asked("kind") if visit.asked("kind") in count else ""
    total = count[kind] if kind else sum(count.values())
    here, paging = leafed(visit, USUAL, lambda limit, offset: (desk.books.disputes(kind, limit, offset), total))
    return Answer(
        "disputes.html",
        "Where they disagree",
        {"cards": cards(desk, visit, here), "paging": paging, "kind": kind, "count": count, "plain": {k.value: v for k, v in PLAIN.items()}},
        lambda: [dispute_record(desk, d) for d in here],
        lambda: (_row(d) for d in here),
    )


def cards(desk: Desk, visit: Visit, found: Sequence[Dispute]) -> list[Card]:
    """Disputes for a page."""
    titles = _titles(desk, found)
    return [
        Card(
            d.subject,
            titles.get(d.subject, ""),
            d.kind.value,
            PLAIN[d.kind],
            one_line(d.why),
            tuple(sides(desk, visit, d.sides)),
            f"{counted(d.more, 'more pair')} of claims on it clash; {counted(len(d.origins), 'origin')} in all." if d.more else "",
            visit.to(f"/quantity/{d.subject}") if d.kind in (DisputeKind.CONFLICT, DisputeKind.CHECK) else "",
        )
        for d in found
    ]


def _titles(desk: Desk, found: Sequence[Dispute]) -> Mapping[str, str]:
    """What each dispute is about."""
    return {e.id: _title(desk, e) for e in desk.books.entries([d.subject for d in found])}


def _title(desk: Desk, e: Entry) -> str:
    if isinstance(e, Quantity):
        return title_of(desk, e)
    if isinstance(e, Happening):
        return act_words(e.type, e.actors, e.recipients, desk.name)
    return listed(map(desk.name, e.parties)) if isinstance(e, Tension) else f"{e.kind[0].upper()}{e.kind[1:]}"


def dispute_record(desk: Desk, d: Dispute) -> dict[str, Any]:
    """A dispute as JSON."""
    return next(iter(dispute_records([d], desk.case)))


def _row(d: Dispute) -> dict[str, Any]:
    return {
        "kind": d.kind.value,
        "subject": d.subject,
        "why": d.why,
        "claims": [s.claim for s in d.sides],
        "origins": list(d.origins),
        "weight": d.weight,
    }

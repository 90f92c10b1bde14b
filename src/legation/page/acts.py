"""The list of acts: each once, however many tell it, latest first."""

from __future__ import annotations

from typing import Any

from legation.brief.flows import is_fact
from legation.brief.wording import ACTS, tone_of
from legation.page.answer import Answer
from legation.page.books import Acts
from legation.page.desk import Desk, actor_id
from legation.page.item import acts as items
from legation.page.paging import leafed
from legation.page.visit import Visit
from legation.words.event import EventType
from legation.words.quantity import Happening

USUAL = 30


def acts(desk: Desk, visit: Visit) -> Answer:
    """Acts of the ledger; `type`, `tone`, `actor` and `fact` narrow the list."""
    wanted = Acts(actor_id(visit.asked("actor")), type=visit.asked("type"), tone=visit.asked("tone"), fact=visit.asked("fact"))
    here, paging = leafed(visit, USUAL, lambda limit, offset: desk.books.acts(wanted, limit, offset))
    return Answer(
        "acts.html",
        "What happened",
        {
            "items": items(desk, visit, here),
            "paging": paging,
            "types": [(t.value, ACTS[t]) for t in EventType],
            "wanted": wanted,
            "actor": visit.asked("actor"),
        },
        lambda: [act_record(h) for h in here],
        lambda: (act_record(h) for h in here),
    )


def act_record(h: Happening) -> dict[str, Any]:
    """A happening as JSON or a row of CSV."""
    return {
        "id": h.id,
        "type": h.type.value,
        "tone": tone_of(h.type),
        "actors": list(h.actors),
        "recipients": list(h.recipients),
        "when": h.when.as_json() if h.when else None,
        "fact": is_fact(h),
        "origins": h.origins,
        "claims": [m.claim for m in h.members],
    }

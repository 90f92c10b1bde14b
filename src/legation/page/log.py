"""The log of judgements: who decided what, when and why; what was undone; what is to be looked at again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.frame import kind_of
from legation.page.item import Item, item
from legation.page.paging import Paging
from legation.page.visit import Visit
from legation.run.own import ACTOR, INTO
from legation.run.records import judgement_record
from legation.words.judgement import Decision, Judgement

USUAL = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement with the claim it is on, where that is still there, and `into` what a merge or a split of an actor made of it."""

    judgement: Judgement
    content: dict[str, Any]
    item: Item | None
    review: bool
    kind: str
    into: str


def log(desk: Desk, visit: Visit) -> Answer:
    """All judgements, the latest first."""
    made = [j for j in desk.case.judgements() if j.decision is not Decision.NAME][::-1]
    paging = Paging.of(visit, len(made), USUAL)
    here = paging.cut(made)
    ruled = {r.judgement.id: r for r in desk.case.ruled()}
    held = desk.held([j.subject for j in here])
    entries = [
        Entry(
            j,
            json.loads(j.content),
            item(desk, visit, held[j.subject]) if j.subject in held else None,
            j.id in ruled and ruled[j.id].review,
            kind_of(j.decision.value, j.subject),
            _into(json.loads(j.content)),
        )
        for j in here
    ]
    return Answer(
        "log.html",
        "Judgements",
        {"entries": entries, "paging": paging},
        lambda: [judgement_record(j, ruled.get(j.id)) for j in here],
        lambda: (judgement_record(j, ruled.get(j.id)) for j in here),
    )


def _into(content: dict[str, Any]) -> str:
    """Which actor another was merged into, or which name was split off."""
    merged, split = content.get(INTO), content.get(ACTOR)
    return f"into {merged['name']}" if isinstance(merged, dict) else f"{split['name']} is another" if isinstance(split, dict) else ""

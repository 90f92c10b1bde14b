"""The lists of claims: figures, statements, ties and single tellings of acts, with filters."""

from __future__ import annotations

from typing import Any

from legation.brief.pile import status_words
from legation.errors import QueryError
from legation.page.answer import Answer
from legation.page.desk import Desk, actor_id
from legation.page.item import items
from legation.page.paging import paged
from legation.page.visit import Visit
from legation.run.asked import day
from legation.run.records import records
from legation.store.filter import Filter, claim_conditions
from legation.words.claim import KINDS
from legation.words.status import Status

USUAL = 30
TITLES = {"event": "Acts as told", "figure": "Figures", "statement": "Statements", "tie": "Standing relations"}
TYPES = "SELECT type, count(*) FROM claim WHERE live AND kind = ? GROUP BY type ORDER BY 2 DESC LIMIT 60"
FIELDS = ("actor", "with", "type", "status", "voice", "since", "until")


def claims(desk: Desk, visit: Visit, kind: str) -> Answer:
    """Claims of a kind that meet the filters of the query. Raises QueryError for a kind or a day that is none."""
    if kind not in KINDS:
        raise QueryError("there is no such list of claims")
    condition, values = _condition(desk, visit, kind)
    where = condition.rpartition(" ORDER BY ")[0]
    told = "claim c JOIN article a ON a.n = c.article" if "a." in where else "claim c"
    paging = paged(desk, visit, f"SELECT count(*) FROM {told} WHERE {where}", values, USUAL)  # noqa: S608 - our own words
    # the numbers first: an offset is counted off in an index, not over whole rows
    chosen = f"SELECT c.n FROM {told} WHERE {where} ORDER BY c.n LIMIT ? OFFSET ?"  # noqa: S608
    found = desk.listed(f"c.n IN ({chosen}) ORDER BY c.n", [*values, *paging.limit()])
    return Answer(
        "claims.html",
        TITLES[kind],
        {
            "kind": kind,
            "items": items(desk, visit, found),
            "paging": paging,
            "asked": {name: visit.asked(name) for name in FIELDS},
            "types": desk.rows(TYPES, [kind]),
            "statuses": [(s.value, status_words(s)) for s in Status],
        },
        lambda: list(records(found, desk.papers)),
        lambda: records(found, desk.papers),
    )


def _condition(desk: Desk, visit: Visit, kind: str) -> tuple[str, list[Any]]:
    """The filters of the query as SQL."""
    ids = [actor_id(visit.asked(name)) for name in ("actor", "with")]
    status = visit.asked("status")
    where = Filter(
        actor=ids[0] or None,
        between=(ids[0], ids[1]) if ids[0] and ids[1] else None,
        type=visit.asked("type") or None,
        since=day(visit.asked("since") or None),
        until=day(visit.asked("until") or None, last=True),
        voice=visit.asked("voice") or None,
        status=Status(status) if status in set(Status) else None,
    )
    condition, values = claim_conditions(where, kind)
    published, days = desk.spoken()
    head, _, order = condition.rpartition(" ORDER BY ")
    return f"{head} AND {published} ORDER BY {order}", [*values[:-1], *days]

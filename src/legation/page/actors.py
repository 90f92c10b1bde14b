"""The list of actors: who is named, how often, in how many articles."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.paging import paged
from legation.page.visit import Visit
from legation.words.actor import ActorKind

USUAL = 60
WHERE = "FROM mention m WHERE m.live AND {}"
ROWS = f"""
SELECT m.actor, min(m.name), min(m.kind), min(m.country), sum(m.times) AS total, count(*) {WHERE}
GROUP BY m.actor ORDER BY total DESC, m.actor LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Row:
    """An actor in a list."""

    id: str
    name: str
    kind: str
    country: str | None
    mentions: int
    articles: int


def actors(desk: Desk, visit: Visit) -> Answer:
    """All actors, most named first; `kind` narrows the list."""
    kind = visit.asked("kind") if visit.asked("kind") in set(ActorKind) else ""
    published, values = desk.spoken("m")
    where, values = (f"{published} AND m.kind = ?", [*values, kind]) if kind else (published, values)
    paging = paged(desk, visit, f"SELECT count(DISTINCT m.actor) {WHERE.format(where)}", values, USUAL)
    found = [Row(*row) for row in desk.rows(ROWS.format(where), [*values, *paging.limit()])]
    return Answer(
        "actors.html",
        "Who",
        {"rows": found, "paging": paging, "kind": kind, "kinds": [k.value for k in ActorKind]},
        lambda: [asdict(r) for r in found],
        lambda: (asdict(r) for r in found),
    )

"""What was not read, over the whole case: article by article, the richest in gaps first."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from legation.brief.excerpt import Excerpt, excerpt
from legation.brief.plain import one_line
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.paging import paged
from legation.page.visit import Visit

USUAL, EXAMPLES = 12, 6

WHERE = "FROM interpretation i JOIN article a ON a.n = i.article WHERE i.live AND (i.unread_items > 0 OR i.unread IS NOT NULL) AND {}"
ROWS = f"""
SELECT a.digest, coalesce(a.title, a.publisher, a.path, a.id), a.text, i.unread, i.unread_items,
  json_extract(i.lists, '$.unread'), json_extract(i.lists, '$.sentences')
{WHERE} ORDER BY i.unread_items DESC, a.n LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Gaps:
    """An article with what no rule took in it."""

    digest: str
    title: str
    why: str
    count: int
    places: tuple[tuple[Excerpt, str, int], ...]


def unread(desk: Desk, visit: Visit) -> Answer:
    """The gaps of the case."""
    published, values = desk.published()
    paging = paged(desk, visit, f"SELECT count(*) {WHERE.format(published)}", values, USUAL)
    rows = desk.rows(ROWS.format(published), [*values, *paging.limit()])
    found = [_gaps(r) for r in rows]
    reasons = Counter(one_line(u["why"]) for r in rows for u in json.loads(r[5] or "[]"))
    return Answer(
        "unread.html",
        "What was not read",
        {"found": found, "paging": paging, "reasons": reasons.most_common(12)},
        lambda: [_record(r, u) for r in rows for u in json.loads(r[5] or "[]")],
        lambda: (_record(r, u) for r in rows for u in json.loads(r[5] or "[]")),
    )


def _gaps(row: tuple[Any, ...]) -> Gaps:
    digest, title, text, why, count, gaps, sentences = row
    spans = [(a, b) for a, b in json.loads(sentences or "[]")]
    places = tuple(
        (excerpt(text, (u["span"][0], u["span"][1]), spans).short(280), one_line(u["why"]), u["span"][0]) for u in json.loads(gaps or "[]")[:EXAMPLES]
    )
    return Gaps(digest, one_line(title), why or "", count, places)


def _record(row: tuple[Any, ...], u: dict[str, Any]) -> dict[str, Any]:
    first, last = u["span"]
    return {"article": row[0], "words": row[2][first:last], "why": u["why"], "start": first, "end": last}

"""The list of articles: newest first, with what each gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legation.brief.wording import period_words
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.paging import paged
from legation.page.visit import Visit
from legation.words.period import Period

USUAL = 40
DATED = {
    "": ("all", "1"),
    "stated": ("with a stated day", "a.published_basis = 'stated'"),
    "inferred": ("with an inferred day", "a.published_basis = 'inferred'"),
    "none": ("without a day", "a.published_basis IS NULL"),
    "unread": ("not read", "i.unread IS NOT NULL"),
    "copy": ("copies of others", "a.copy_of IS NOT NULL"),
}
FROM = "FROM article a JOIN interpretation i ON i.article = a.n AND i.live WHERE {}"
ROWS = f"""
SELECT a.digest, a.id, a.title, a.publisher, a.path, a.url, a.published_first, a.published_last, a.published_basis, i.unread, i.unread_items,
  (SELECT count(*) FROM claim c WHERE c.interpretation = i.n), a.copy_of IS NOT NULL
{FROM} ORDER BY a.published_first DESC, a.n LIMIT ? OFFSET ?
"""  # noqa: S608 - our own columns


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a list."""

    digest: str
    id: str
    title: str
    paper: str
    day: str
    basis: str
    why_unread: str
    unread: int
    claims: int
    copy: bool


def articles(desk: Desk, visit: Visit) -> Answer:
    """All articles; `dated` narrows the list to those with an inferred day, without one, not read, or copies."""
    dated = visit.asked("dated") if visit.asked("dated") in DATED else ""
    published, values = desk.published()
    where = f"{published} AND {DATED[dated][1]}"
    paging = paged(desk, visit, f"SELECT count(*) {FROM.format(where)}", values, USUAL)
    found = desk.rows(ROWS.format(where), [*values, *paging.limit()])
    return Answer(
        "articles.html",
        "Articles",
        {"rows": [_row(r) for r in found], "paging": paging, "dated": dated, "choices_list": [(k, v[0]) for k, v in DATED.items()]},
        lambda: [_record(r) for r in found],
        lambda: (_record(r) for r in found),
    )


def _row(r: tuple[Any, ...]) -> Row:
    digest, id, title, publisher, path, _, first, last, basis, why, unread, claims, copy = r
    day = period_words(Period.from_json([first, last]), short=True) if first or last else ""
    return Row(digest, id, title or publisher or path or id, publisher or "", day, basis or "", why or "", unread, claims, bool(copy))


def _record(r: tuple[Any, ...]) -> dict[str, Any]:
    names = ("digest", "id", "title", "publisher", "path", "url", "published_first", "published_last", "published_basis")
    return {**dict(zip(names, r, strict=False)), "why_unread": r[9], "unread": r[10], "claims": r[11], "copy": bool(r[12])}

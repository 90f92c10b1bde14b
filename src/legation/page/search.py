"""Search: full text over the articles and the sentences of claims, and actors by their name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from legation.brief.plain import plain
from legation.errors import QueryError
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.item import Item, item
from legation.page.visit import Visit, part
from legation.store.held import Hit
from legation.store.search import MARKS

MOST = 30
LONGEST = 200
ACTORS = "SELECT DISTINCT actor, name FROM mention WHERE live AND (name LIKE ? ESCAPE '\\' OR actor = ?) LIMIT 8"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was found, with the claims that stand in it."""

    piece: Markup
    items: tuple[Item, ...]


def search(desk: Desk, visit: Visit) -> Answer:
    """What a search finds; an empty form where nothing is asked."""
    asked = visit.asked("q")[:LONGEST]
    hits, wrong = [], ""
    if asked:
        try:
            hits = [h for h in desk.case.search(asked, MOST) if _out(desk, h)]
        except QueryError as error:
            wrong = str(error)
    texts = [h for h in hits if h.kind == "article"]
    return Answer(
        "search.html",
        f"Search: {asked}" if asked else "Search",
        {
            "q": asked,
            "wrong": wrong,
            "articles": [(h.id, desk.papers[h.id], marked(h.snippet)) for h in texts],
            "sentences": _sentences(desk, visit, [h for h in hits if h.kind != "article"]),
            "actors": [(visit.to(f"/actor/{part(id)}"), name) for id, name in _actors(desk, asked)],
        },
        lambda: [_record(h) for h in hits],
        lambda: (_record(h) for h in hits),
    )


def _out(desk: Desk, hit: Hit) -> bool:
    """Whether the article of a hit had been published by the day."""
    if desk.as_of is None:
        return True
    published, values = desk.published()
    return bool(desk.one(f"SELECT 1 FROM article a WHERE (a.digest = ? OR a.id = ?) AND {published}", [hit.id, hit.article, *values]))  # noqa: S608


def _sentences(desk: Desk, visit: Visit, hits: list[Hit]) -> list[Sentence]:
    """Hits of one sentence together."""
    held = desk.held([h.id for h in hits])
    found = [(h.snippet, item(desk, visit, held[h.id])) for h in hits if h.id in held]
    return [Sentence(marked(piece), tuple(i for _, i in of)) for piece, of in groupby(found, key=lambda f: f[0])]


def _actors(desk: Desk, asked: str) -> list[tuple[Any, ...]]:
    if len(asked) < 2:
        return []
    pattern = asked
    for special in "\\%_":
        pattern = pattern.replace(special, "\\" + special)
    return desk.rows(ACTORS, (f"%{pattern}%", asked.upper()))


def marked(snippet: str) -> Markup:
    """A snippet with the words found marked; everything else is escaped."""
    opened, closed = MARKS
    out = Markup("")
    for n, piece in enumerate(snippet.replace(closed, opened).split(opened)):
        safe = escape(" ".join(plain(piece).splitlines()))
        out += Markup("<mark>{}</mark>").format(safe) if n % 2 else safe
    return out


def _record(hit: Hit) -> dict[str, Any]:
    return {"kind": hit.kind, "id": hit.id, "article": hit.article, "snippet": "".join(c for c in hit.snippet if c not in MARKS)}

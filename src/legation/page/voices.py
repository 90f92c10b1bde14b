"""The voices: who is quoted, how often, for whom they speak, and on what."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.item import items
from legation.page.paging import paged
from legation.page.visit import Visit
from legation.run.records import records

USUAL, SAID = 50, 25

WHERE = "FROM voice c WHERE c.live AND c.speaker IS NOT NULL AND {}"
ROWS = f"""
SELECT min(c.speaker), max(c.country), count(*) AS said, sum(json_extract(c.record, '$.verbatim')), count(DISTINCT c.article) {WHERE}
GROUP BY lower(c.speaker) ORDER BY said DESC, 1 LIMIT ? OFFSET ?
"""
HIDDEN = "SELECT count(*) FROM voice c WHERE c.live AND c.speaker IS NULL AND {}"
ON = """
SELECT c.kind, c.type, count(*) FROM claim c
WHERE c.live AND c.voice = ? COLLATE NOCASE AND {} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 12
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A voice in the list."""

    name: str
    country: str | None
    said: int
    verbatim: int
    articles: int


def voices(desk: Desk, visit: Visit) -> Answer:
    """All voices, most quoted first; `name` shows what one said, `of` those who speak for a state."""
    if visit.asked("name"):
        return _voice(desk, visit, visit.asked("name"))
    of = visit.asked("of")
    published, values = desk.spoken()
    where, values = (f"{published} AND c.country = ?", [*values, of]) if of else (published, values)
    paging = paged(desk, visit, f"SELECT count(DISTINCT lower(c.speaker)) {WHERE.format(where)}", values, USUAL)
    found = [
        Row(name, country, said, verbatim or 0, n) for name, country, said, verbatim, n in desk.rows(ROWS.format(where), [*values, *paging.limit()])
    ]
    return Answer(
        "voices.html",
        "Who says so",
        {
            "rows": found,
            "paging": paging,
            "hidden": desk.one(HIDDEN.format(published), desk.spoken()[1]),
            "most": max((r.said for r in found), default=1),
            "of": of,
            "name": desk.name,
            "ratings": desk.judged.ratings,
        },
        lambda: [asdict(r) for r in found],
        lambda: (asdict(r) for r in found),
    )


def _voice(desk: Desk, visit: Visit, name: str) -> Answer:
    """What one voice said, and what rests on it."""
    published, values = desk.spoken()
    where = f"c.live AND c.speaker = ? COLLATE NOCASE AND {published}"
    given = [name, *values]
    paging = paged(desk, visit, f"SELECT count(*) FROM voice c WHERE {where}", given, SAID)  # noqa: S608
    found = desk.listed(f"{where} ORDER BY c.n LIMIT ? OFFSET ?", [*given, *paging.limit()], voices=True)
    return Answer(
        "voice.html",
        name,
        {
            "name": name,
            "items": items(desk, visit, found),
            "paging": paging,
            "on": desk.rows(ON.format(published), given),
            "rating": desk.judged.ratings.get(name, ""),
        },
        lambda: list(records(found, desk.papers)),
        lambda: records(found, desk.papers),
    )

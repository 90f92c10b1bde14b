"""A pair: what two actors do to each other, what holds between them, what is counted, what is disputed, and who speaks on each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from legation.brief.amounts import conflicts
from legation.brief.dotplot import dotplot
from legation.brief.flows import is_fact
from legation.brief.lanes import Lane, lanes
from legation.brief.wording import ACTS, tone_of
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.dispute import cards
from legation.page.dots import dots
from legation.page.item import acts, items
from legation.page.paging import Paging
from legation.page.quantities import Row, listed, row_record
from legation.page.visit import Visit
from legation.run.records import records
from legation.words.dispute import Dispute
from legation.words.quantity import Happening, Quantity

USUAL, QUANTITIES, TIES, VOICES = 20, 8, 30, 8

BETWEEN = """
c.live AND c.kind = ? AND EXISTS (SELECT 1 FROM party p WHERE p.claim = c.n AND p.actor = ?)
AND EXISTS (SELECT 1 FROM party p WHERE p.claim = c.n AND p.actor = ?) AND {} ORDER BY a.n, c.start LIMIT ?
"""
SPEAKERS = """
SELECT v.speaker, count(*), sum(json_extract(v.record, '$.verbatim')) FROM voice v JOIN article a ON a.n = v.article
WHERE v.live AND v.country = ? AND v.speaker IS NOT NULL AND v.article IN (
  SELECT c.article FROM party p JOIN party q ON q.claim = p.claim JOIN claim c ON c.n = p.claim WHERE p.actor = ? AND q.actor = ? AND c.live
) AND {} GROUP BY lower(v.speaker) ORDER BY 2 DESC, 1 LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity of a pair with its picture."""

    row: Row
    picture: str


def pair(desk: Desk, visit: Visit, a: str, b: str) -> Answer:
    """The page of two actors; `tone` and `way` narrow the acts, `page` leafs through them."""
    tone, way = visit.asked("tone"), visit.asked("way")
    together = desk.books.happenings(lambda h: _both(h, a, b))
    wanted = [h for h in together if tone in ("", tone_of(h.type)) and _goes(h, a, way)]
    paging = Paging.of(visit, len(wanted), USUAL)
    here = paging.cut(wanted)
    counted = Counter((_way(h, a), tone_of(h.type)) for h in together if is_fact(h))
    found = [q for q in desk.books.quantities if {q.giver, q.receiver} == {a, b}]
    condition, values = desk.published()
    ties = desk.listed(BETWEEN.format(condition), ["tie", a, b, *values, TIES])
    return Answer(
        "pair.html",
        f"{desk.name(a)} and {desk.name(b)}",
        {
            "a": a,
            "b": b,
            "names": (desk.name(a), desk.name(b)),
            "counts": counted,
            "mostly": _mostly(together),
            "lanes": lanes(_lanes(desk, together, a, b)),
            "acts": acts(desk, visit, here),
            "paging": paging,
            "tone": tone,
            "way": way,
            "ties": items(desk, visit, ties),
            "figures": [Measured(row, _picture(desk, visit, q)) for row, q in zip(listed(desk, found[:QUANTITIES]), found, strict=False)],
            "more_figures": max(0, len(found) - QUANTITIES),
            "disputes": cards(desk, visit, _disputes(desk, together, found)[:6]),
            "voices": [(desk.name(of), _speakers(desk, of, a, b)) for of in (a, b)],
        },
        lambda: _record(desk, a, b, together, found),
        lambda: records(_tellings(desk, here), desk.papers),
    )


def _both(h: Happening, a: str, b: str) -> bool:
    return (a in h.actors or a in h.recipients) and (b in h.actors or b in h.recipients)


def _way(h: Happening, a: str) -> str:
    """Who acts: `out` where the first does, `in` where the other does, `both` where they act together."""
    if not h.recipients:
        return "both"
    return "out" if a in h.actors else "in"


def _goes(h: Happening, a: str, way: str) -> bool:
    return way not in ("out", "in", "both") or _way(h, a) == way


def _mostly(found: Sequence[Happening]) -> str:
    """The commonest kinds of act."""
    kinds = Counter(h.type for h in found if is_fact(h))
    return ", ".join(f"{n} {ACTS[kind]}" for kind, n in kinds.most_common(4))


def _lanes(desk: Desk, found: Sequence[Happening], a: str, b: str) -> list[Lane]:
    """A lane a direction, and one for what they do together."""
    x, y = desk.name(a), desk.name(b)
    labels = {"out": f"{x} → {y}", "in": f"{y} → {x}", "both": "together"}
    days: dict[str, Counter[tuple[date, str]]] = {}
    for h in found:
        if (day := h.when and (h.when.first or h.when.last)) and is_fact(h):
            days.setdefault(_way(h, a), Counter())[day, tone_of(h.type)] += 1
    return [Lane(label, tuple((d, t, n) for (d, t), n in sorted(days[way].items()))) for way, label in labels.items() if way in days]


def _picture(desk: Desk, visit: Visit, q: Quantity) -> str:
    """The quantity's claims over time."""
    held = desk.held([m.claim for m in q.members])
    return dotplot(list(dots(visit, q.members, held)), q.unit)


def _disputes(desk: Desk, together: Sequence[Happening], found: Sequence[Quantity]) -> list[Dispute]:
    """Disputes on the pair's own quantities and acts, and tensions that one of their claims is a side of."""
    subjects = {h.id for h in together} | {q.id for q in found}
    claims = {m.claim for h in together for m in h.members} | {m.claim for q in found for m in q.members}
    return [d for d in desk.books.disputes if d.subject in subjects or any(s.claim in claims for s in d.sides)]


def _speakers(desk: Desk, of: str, a: str, b: str) -> list[tuple[str, int, int]]:
    """Who speaks for one side in the articles that tell of both: name, statements, verbatim ones."""
    condition, values = desk.published()
    return [(name, n, verbatim or 0) for name, n, verbatim in desk.rows(SPEAKERS.format(condition), [of, a, b, *values, VOICES])]


def _tellings(desk: Desk, found: Sequence[Happening]) -> list[Any]:
    return list(desk.held([m.claim for m in chain.from_iterable(h.members for h in found)]).values())


def _record(desk: Desk, a: str, b: str, together: Sequence[Happening], found: Sequence[Quantity]) -> dict[str, Any]:
    return {
        "pair": [a, b],
        "names": [desk.name(a), desk.name(b)],
        "acts": [
            {
                "id": h.id,
                "type": h.type.value,
                "actors": list(h.actors),
                "recipients": list(h.recipients),
                "when": h.when.as_json() if h.when else None,
                "origins": h.origins,
                "fact": is_fact(h),
                "claims": [m.claim for m in h.members],
            }
            for h in together
        ],
        "quantities": [{**row_record(desk, q), "conflict": bool(conflicts(q))} for q in found],
    }

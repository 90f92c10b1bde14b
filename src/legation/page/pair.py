"""A pair: what two actors do to each other, what holds between them, what is counted, what is disputed, and who speaks on each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from legation.brief.amounts import conflicts
from legation.brief.dotplot import dotplot
from legation.brief.flows import Flow, is_fact
from legation.brief.lanes import Lane, lanes
from legation.brief.wording import ACTS
from legation.page.answer import Answer
from legation.page.books import WAYS, Acts, Amounts, way_of
from legation.page.desk import Desk
from legation.page.dispute import cards
from legation.page.dots import dots
from legation.page.item import acts, items
from legation.page.paging import leafed
from legation.page.quantities import Row, listed, row_record
from legation.page.standing import between
from legation.page.visit import Visit
from legation.run.records import records
from legation.words.event import EventType
from legation.words.quantity import Happening, Quantity

USUAL, QUANTITIES, TIES, VOICES, DISPUTES = 20, 8, 30, 8, 6

BETWEEN = """
c.live AND c.kind = ? AND EXISTS (SELECT 1 FROM party p WHERE p.claim = c.n AND p.actor = ?)
AND EXISTS (SELECT 1 FROM party p WHERE p.claim = c.n AND p.actor = ?) AND {} ORDER BY a.n, c.start LIMIT ?
"""
SPEAKERS = """
SELECT v.speaker, count(*), sum(json_extract(v.record, '$.verbatim')) FROM voice v
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
    wanted = Acts(a, b, visit.asked("way"), tone=visit.asked("tone"))
    here, paging = leafed(visit, USUAL, lambda limit, offset: desk.books.acts(wanted, limit, offset))
    flows = [f for f in desk.books.flows(a) if b in (f.giver, f.receiver)]
    found, measured = desk.books.quantities(Amounts(actor=a, other=b), QUANTITIES, 0)
    condition, values = desk.published()
    ties = desk.listed(BETWEEN.format(condition), ["tie", a, b, *values, TIES])
    return Answer(
        "pair.html",
        f"{desk.name(a)} and {desk.name(b)}",
        {
            "a": a,
            "b": b,
            "names": (desk.name(a), desk.name(b)),
            "counts": _counts(flows, a),
            "mostly": _mostly(flows),
            "lanes": lanes(_lanes(desk, a, b)),
            "acts": acts(desk, visit, here),
            "paging": paging,
            "wanted": wanted,
            "ties": items(desk, visit, ties),
            "standing": between(desk, visit, a, b) if ties else "",
            "figures": [Measured(row, _picture(desk, visit, q)) for row, q in zip(listed(desk, found), found, strict=True)],
            "more_figures": measured - len(found),
            "disputes": cards(desk, visit, desk.books.disputes_between(a, b, DISPUTES)),
            "voices": [(desk.name(of), _speakers(desk, of, a, b)) for of in (a, b)],
        },
        lambda: _record(desk, a, b, here, found),
        lambda: records(_tellings(desk, here), desk.papers),
    )


def _counts(flows: Sequence[Flow], a: str) -> Counter[tuple[str, str]]:
    """Acts told as fact by who acts and their tone."""
    out: Counter[tuple[str, str]] = Counter()
    for f in flows:
        out[way_of(f.giver, f.mutual, a), f.tone] += f.count
    return out


def _mostly(flows: Sequence[Flow]) -> str:
    """The commonest kinds of act."""
    kinds = sum((f.types for f in flows), Counter[EventType]())
    return ", ".join(f"{ACTS[kind]} {n}" for kind, n in kinds.most_common(4))


def _lanes(desk: Desk, a: str, b: str) -> list[Lane]:
    """A lane a direction, and one for what they do together."""
    x, y = desk.name(a), desk.name(b)
    labels = {"out": f"{x} → {y}", "in": f"{y} → {x}", "both": "together"}
    found = desk.books.days(a, b)
    days = {way: tuple((day, tone, n) for (of, day, tone), n in sorted(found.items()) if of == way) for way in WAYS}
    return [Lane(labels[way], told) for way, told in days.items() if told]


def _picture(desk: Desk, visit: Visit, q: Quantity) -> str:
    """The quantity's claims over time."""
    held = desk.held([m.claim for m in q.members])
    return dotplot(list(dots(visit, q.members, held)), q.unit)


def _speakers(desk: Desk, of: str, a: str, b: str) -> list[tuple[str, int, int]]:
    """Who speaks for one side in the articles that tell of both: name, statements, verbatim ones."""
    condition, values = desk.spoken("v")
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

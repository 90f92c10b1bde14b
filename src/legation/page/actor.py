"""An actor: with whom it deals, what it does, what is counted of it, and who speaks for it."""

from __future__ import annotations

from typing import Any

from legation.brief.flows import Flow
from legation.brief.network import network_of
from legation.page.acts import act_record
from legation.page.answer import Answer
from legation.page.books import Acts, Amounts
from legation.page.desk import Desk
from legation.page.item import acts
from legation.page.overview import pair_address, ties
from legation.page.paging import leafed
from legation.page.quantities import listed, row_record
from legation.page.visit import Visit
from legation.words.actor import ActorKind

USUAL, QUANTITIES, VOICES, ARTICLES, NAMES = 15, 12, 10, 10, 300

NAMED = "SELECT min(kind), min(country), sum(times), count(*) FROM mention m WHERE m.actor = ? AND m.live AND {}"
SPEAKERS = """
SELECT v.speaker, count(*) FROM voice v
WHERE v.live AND v.country = ? AND v.speaker IS NOT NULL AND {} GROUP BY lower(v.speaker) ORDER BY 2 DESC, 1 LIMIT ?
"""
MEMBERS = """
SELECT m.actor, min(m.name), sum(m.times) FROM mention m WHERE m.live AND m.country = ? AND {} GROUP BY m.actor ORDER BY 3 DESC, 1 LIMIT ?
"""
OTHERS = "SELECT actor, min(name) FROM mention WHERE live AND actor != ? GROUP BY actor ORDER BY sum(times) DESC LIMIT ?"
IN = """
SELECT a.digest, coalesce(a.title, a.publisher, a.id), m.times FROM mention m JOIN article a ON a.n = m.article
WHERE m.actor = ? AND m.live AND {} ORDER BY m.times DESC, a.n LIMIT ?
"""


def actor(desk: Desk, visit: Visit, id: str) -> Answer:
    """The page of one actor; one that is nowhere named has an empty one."""
    (out, days), (speaking, _), (named, _) = desk.published(), desk.spoken("v"), desk.spoken("m")
    kind, country, times, articles = desk.rows(NAMED.format(named), [id, *days])[0]
    flows = desk.books.flows(id)
    found, measured = desk.books.quantities(Amounts(actor=id), visit.size(QUANTITIES), 0)
    together, paging = leafed(visit, USUAL, lambda limit, offset: desk.books.acts(Acts(id), limit, offset))
    return Answer(
        "actor.html",
        desk.name(id),
        {
            "id": id,
            "kind": kind or "",
            "country": country or "",
            "times": times or 0,
            "articles": articles or 0,
            "network": network_of(flows, desk.name, lambda a, b: pair_address(visit, a, b)),
            "partners": _partners(desk, visit, id, flows),
            "ties": [f for f in ties(desk) if id in (f.giver, f.receiver)][:12],
            "acts": acts(desk, visit, together),
            "paging": paging,
            "rows": listed(desk, found),
            "more": measured - len(found),
            "voices": desk.rows(SPEAKERS.format(speaking), [id, *days, VOICES]),
            "members": desk.rows(MEMBERS.format(named), [id, *days, VOICES]),
            "texts": desk.rows(IN.format(out), [id, *days, ARTICLES]),
            "others": [] if visit.settings.readonly else desk.rows(OTHERS, [id, NAMES]),
            "kinds": [k.value for k in ActorKind],
            "name": desk.name,
            "pair": lambda a, b: pair_address(visit, a, b),
        },
        lambda: {
            "id": id,
            "name": desk.name(id),
            "kind": kind,
            "mentions": times,
            "acts": [act_record(h) for h in together],
            "quantities": [row_record(desk, q) for q in found],
        },
        lambda: (act_record(h) for h in together),
    )


def _partners(desk: Desk, visit: Visit, id: str, flows: list[Flow]) -> list[tuple[str, str, int, int]]:
    """With whom it deals: name, address, cooperative and conflictual acts in both directions."""
    count: dict[str, dict[str, int]] = {}
    for f in flows:
        other = f.receiver if f.giver == id else f.giver
        of: dict[str, Any] = count.setdefault(other, {"cooperative": 0, "conflictual": 0})
        of[f.tone] += f.count
    ranked = sorted(count.items(), key=lambda kv: (-sum(kv[1].values()), kv[0]))
    return [(desk.name(o), pair_address(visit, id, o), n["cooperative"], n["conflictual"]) for o, n in ranked[:20]]

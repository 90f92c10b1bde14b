"""The map: states shaded by how much is told of them, their dealings or ties as arcs."""

from __future__ import annotations

from legation.brief.worldmap import shapes, worldmap
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.overview import TONES, flows_shown, pair_address
from legation.page.visit import Visit

NAMED = """
SELECT m.actor, sum(m.times), min(m.name) FROM mention m
WHERE m.live AND m.kind = 'state' AND {} GROUP BY m.actor ORDER BY 2 DESC
"""
OFF = 12


def map_page(desk: Desk, visit: Visit) -> Answer:
    """The map of the case; `tone` asks for one kind of dealing."""
    tone = visit.asked("tone") if visit.asked("tone") in TONES else ""
    published, values = desk.spoken("m")
    weights = {actor: times for actor, times, _ in desk.rows(NAMED.format(published), values)}
    flows = flows_shown(desk, tone)
    known = shapes()
    placeless = [f for f in flows if f.giver not in known or f.receiver not in known][:OFF]
    rows = [{"from": f.giver, "to": f.receiver, "tone": f.tone, "together": f.mutual, "count": f.count, "what": f.words} for f in flows]
    return Answer(
        "map.html",
        "Map",
        {
            "picture": worldmap({a: n for a, n in weights.items() if a in known}, flows, desk.name, lambda a, b: pair_address(visit, a, b)),
            "tone": tone,
            "flows": flows[:40],
            "placeless": placeless,
            "name": desk.name,
            "pair": lambda a, b: pair_address(visit, a, b),
        },
        lambda: {"named": weights, "flows": rows},
        lambda: rows,
    )

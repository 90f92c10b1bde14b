"""The acts of the pairs that deal most, as lanes on one calendar."""

from __future__ import annotations

from collections import Counter
from datetime import date

from legation.brief.flows import is_fact
from legation.brief.lanes import Lane, lanes
from legation.brief.pile import Pile
from legation.brief.wording import tone_of

LANES, FEWEST = 6, 3
"""Pairs that are shown, and acts with a day that a pair must have; fewer such pairs than these are told well enough by the strip."""


def timeline(pile: Pile) -> str:
    """The picture; an empty string where the dated acts are of few pairs."""
    pairs: dict[tuple[str, str], Counter[tuple[date, str]]] = {}
    for h in pile.ledger.events:
        day = h.when and (h.when.first or h.when.last)
        if day and is_fact(h):
            for pair in {(min(a, b), max(a, b)) for a in h.actors for b in h.recipients or h.actors if a != b}:
                pairs.setdefault(pair, Counter())[day, tone_of(h.type)] += 1
    ranked = sorted((p for p in pairs if pairs[p].total() >= FEWEST), key=lambda p: (-pairs[p].total(), p))[:LANES]
    if len(ranked) < FEWEST:
        return ""
    return lanes([Lane(" – ".join(map(pile.name, p)), tuple((day, tone, n) for (day, tone), n in sorted(pairs[p].items()))) for p in ranked])

"""Choosing: giver and receiver of a figure among its candidates, by a log-linear model over their traits.

What a verb says by its meaning ("faces a tariff", "supplied it with") is not weighed. The answer of the rules (`sides`) is one trait
among others, so that with an empty table of weights the rules decide. The model is a conditional logit (McFadden, "Conditional logit
analysis of qualitative choice behavior", 1974), one for each side, the receiver given the giver; bench/train_holders.py makes the table.
"""

from __future__ import annotations

from legation.claim.candidates import GIVER, RECEIVER, Candidates
from legation.claim.holders import holders
from legation.claim.measures import Taken
from legation.claim.named import Names
from legation.claim.orders import BY_VERB, orders
from legation.claim.scene import Scene
from legation.claim.sides import Pair, sides
from legation.codes.holder_weights import holder_weights
from legation.words.figure import Figure


def chosen(scene: Scene, taken: Taken | None, before: Figure | None, names: Names) -> tuple[Pair, str | None]:
    """The giver and the receiver of a figure, None for a side that nobody holds; and in words what the rules alone say, where that differs."""
    found = holders(scene, names, taken.word if taken else None)
    told = sides(scene, taken, before, names, found)
    if orders(scene, taken) in BY_VERB:
        return told, None
    candidates = Candidates(scene, taken, before, names, found, told)
    giver = _best(candidates, GIVER, None)
    pair = giver, _best(candidates, RECEIVER, giver)
    return pair, None if pair == told else f"weighed; the rules alone say {told[GIVER] or 'nobody'} to {told[RECEIVER] or 'nobody'}"


def _best(candidates: Candidates, side: int, giver: str | None) -> str | None:
    """Who has the greatest sum of weights; of equals whom the rules say, else the first."""
    weights = holder_weights()[side]
    told = candidates.told[side]
    return max(candidates.ids, key=lambda id: (sum(weights.get(t, 0.0) for t in candidates.traits(id, side, giver)), id == told))

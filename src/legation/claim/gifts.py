"""Gifts: what passes to a state or body where no word says what it is: "pays Nauru $2 billion", "Mali will receive $2 billion"."""

from __future__ import annotations

from legation.claim.scene import Scene
from legation.claim.subjects import subject_of
from legation.codes.measures import MeasureRow, measure_row
from legation.words.actor import ActorKind

GETTING = frozenset(("receive", "get", "obtain"))
STATES = (ActorKind.STATE, ActorKind.BODY)


def of_gift(scene: Scene) -> MeasureRow | None:
    """The row of an amount that is the object of a verb of giving or getting and goes to a state or body; None for any other amount."""
    verb = scene.top.head
    row = measure_row("given", verb.lemma, scene.family) if scene.top.dep == "dobj" else None
    if row is None or (verb.lemma == "pay" and any(p.lower == "for" for p in verb.kids("prep"))):
        return None  # what is paid for something buys it
    if verb.lemma in GETTING:
        near = [subject_of(verb)]
    else:
        near = [c for c in verb.kids("dative", "dobj") if c is not scene.top]
        near += [o for t in (verb, scene.head) for p in t.kids("prep", "dative") if p.lower == "to" for o in p.kids("pobj")]
    mentions = (scene.linked.mention_of(t) for t in near if t is not None)
    return row if any(m is not None and m.kind in STATES for m in mentions) else None

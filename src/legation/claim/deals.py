"""Deals: what the money of a contract, agreement or package is for, by what it provides for."""

from __future__ import annotations

from collections.abc import Iterator

from legation.claim.scene import NOMINAL, Scene
from legation.codes.measures import MeasureRow, measure_row
from legation.codes.wordsets import wordset
from legation.parse.doc import Token

AGREED = wordset("agreed")
# How far above the amount its deal stands: "a contract worth 3 billion euros", "in a deal valued at ...".
FARTHEST = 5
# What a deal may be for; of other measures a deal says nothing.
PURPOSES = frozenset(("aid", "loan", "exports", "investment", "weapons", "debt-relief"))


def of_deal(scene: Scene) -> MeasureRow | None:
    """The row of the measure that a deal gives its money: "a $500 million deal to provide funding" is aid, to supply jets a sale."""
    deal = next((t for t in (scene.head, *scene.path[:FARTHEST]) if t.lemma in AGREED and t.pos in NOMINAL), None)
    if deal is None:
        return None
    for verb in _aims(deal):
        for thing in verb.kids("dobj"):
            row = next((r for t in (thing, *thing.conjuncts()) if (r := _of_thing(t)) is not None), None)
            if row is not None and row.measure in PURPOSES:
                return measure_row("noun", "export", "money") if row.measure == "weapons" else row
        row = measure_row("verb", verb.lemma, "money")
        if row is not None and row.measure in PURPOSES - {"aid"}:
            return row
    return None


def _of_thing(noun: Token) -> MeasureRow | None:
    return measure_row("noun", noun.lemma, "money") or measure_row("own", noun.lemma, "things")


def _aims(deal: Token) -> Iterator[Token]:
    """The infinitives and gerunds that say what a deal is for, on it or on the verbs above it."""
    verbs = [t for t in deal.ancestors() if t.pos == "VERB"][:2]
    for t in (deal, *deal.kids("amod"), *verbs):  # "a contract worth 3 billion to supply ..." hangs on "worth"
        for clause in t.kids("acl", "advcl", "xcomp", "relcl"):
            if clause.i > deal.i:
                yield clause
        for prep in t.kids("prep"):
            if prep.lower == "for" and prep.i > deal.i:
                yield from prep.kids("pcomp")

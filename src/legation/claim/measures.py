"""What an amount measures: the nearest word around it that the table knows for its family of units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.claim.scene import VERBAL, Scene, phrases
from legation.codes.measures import BY_FAMILY, MeasureRow, measure_row
from legation.codes.tables import table
from legation.codes.units import cells
from legation.find.amounts import Sort
from legation.parse.doc import Token
from legation.words.amount import Change

# How far a family may look: a count is told of by the words it hangs on, money and shares also by those nearby.
REACH = {"money": 9, "share": 9, "bare": 9, "people": 6, "things": 5, "score": 9}
ROWS_FAMILY = {"volume/day": "volume"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure with the row and the word that gave it (None where the unit alone did)."""

    measure: str
    row: MeasureRow | None = None
    word: Token | None = None
    rule: str = ""


def family_of(scene: Scene) -> str:
    """The family that the table of measures knows: counts are people, things or bare, scores are scores."""
    found = scene.found
    if found.sort is Sort.SCORE:
        return "score"
    if found.family is None:
        return "bare"
    if found.family == "count":
        return "people" if found.amount.unit == "people" else "things"
    return ROWS_FAMILY.get(found.family, found.family)


def measure_of(scene: Scene) -> Taken | None:
    """What the amount measures; None where no word and no unit says."""
    family = family_of(scene)
    if family == "time":
        return Taken("duration", rule="unit:time")
    if family == "share" and scene.found.noun is not None:
        return _share(scene)
    reach = REACH.get(family, 9)
    moved = family in ("share", "ratio") and change_of(scene) is not None
    for clue in scene.clues():
        if clue.step > (6 if moved else reach):
            break
        if clue.place in ("verb", "object") and clue.step > 1 and family in ("people", "things"):
            continue
        for word in phrases(clue.token):
            row = measure_row(clue.place, word, family)
            if row is not None:
                return Taken(row.measure, row, clue.token, row.rule)
    if moved:
        return Taken("change", rule="a change of what has no name")
    by_unit = BY_FAMILY.get(family)
    return Taken(by_unit, rule=f"unit:{family}") if by_unit else None


# What a budget or debt is set against: "2 percent of GDP" measures the budget.
SIZES_OF = frozenset(("gdp", "gnp", "product", "output"))
SHARED_OUT = ("wage-share", "vote-share", "poll-share", "poverty", "unemployment", "hungry")


def _share(scene: Scene) -> Taken:
    """ "80 percent of their wages": a share, named by what it is a share of where the list has a name for that."""
    noun = scene.found.noun
    for word in phrases(noun) if noun is not None else ():
        for place in ("own", "noun"):
            row = measure_row(place, word, "share")
            if row is not None and row.measure in SHARED_OUT:
                return Taken(row.measure, row, noun, row.rule)
    if noun is not None and noun.lemma in SIZES_OF:
        for clue in scene.clues():
            if clue.token is not noun and clue.step <= 5:
                row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "share"))), None)
                if row is not None and row.measure not in SHARED_OUT:
                    return Taken(row.measure, row, clue.token, row.rule)
    return Taken("share", None, noun, "share of")


@cache
def change_words() -> dict[str, Change]:
    """Words that say which way an amount moved."""
    return {word: Change(row["change"]) for row in table("changes") for word in cells(row["words"])}


def change_of(scene: Scene) -> Change | None:
    """Which way the amount moved, where it is the size of a change and not the level reached."""
    found, text = scene.found, scene.linked.article.text
    if found.amount.change:
        return found.amount.change
    words = change_words()
    before = text[max(0, found.span[0] - 8) : found.span[0]].lower().split()
    if before and before[-1] in ("up", "down"):
        return words[before[-1]]
    if scene.prep == "by" or (
        scene.head.dep in ("npadvmod", "dobj", "nummod", "nsubj", "attr", "pobj")
        and family_of(scene) in ("share", "ratio", "money", "mass", "volume")
    ):
        return _moved(scene)
    return None


def _moved(scene: Scene) -> Change | None:
    words = change_words()
    above = scene.path[0] if scene.path else None
    if above is None:
        return None
    if scene.prep is None:
        if above.pos in VERBAL and scene.head.dep in ("npadvmod", "dobj") and family_of(scene) in ("share", "ratio"):
            return words.get(above.lemma)
        if above.pos in ("NOUN", "ADJ", "ADV") and scene.head.dep in ("nummod", "npadvmod", "compound", "amod", "nmod"):
            return words.get(above.lemma)
        return None
    over = scene.path[1] if len(scene.path) > 1 else None
    if over is None or (scene.prep == "of" and over.pos != "NOUN") or scene.prep not in ("by", "of"):
        return None
    return words.get(over.lemma)

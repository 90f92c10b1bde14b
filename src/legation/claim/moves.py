"""Moves: which way an amount moved, where it is the size of a change and not the level reached."""

from __future__ import annotations

import re
from functools import cache

from legation.claim.scene import VERBAL, Scene
from legation.codes.tables import table
from legation.codes.units import cells
from legation.codes.wordsets import wordset
from legation.words.amount import Change


@cache
def change_words(place: str) -> dict[str, Change]:
    """Verbs or nouns (`place`) that say which way an amount moved; adjectives and particles stand with both."""
    return {word: Change(row["change"]) for row in table("changes") if row["as"] == place for word in cells(row["words"])}


MOVED = frozenset(("share", "ratio", "money", "mass", "volume", "bare", "things"))
MOVING = wordset("moving")
POINTS = "points"


# "who make up 7 percent", "split up", "takes up": no movement
MADE_UP = re.compile(r"\b(?:m[ao]k?d?e?s?|making|tak\w+|took|end\w*|add\w*|open\w*|set|sets|split)\s+(?:up|down)\s+\Z", re.I)


def change_of(scene: Scene) -> Change | None:
    """Which way the amount moved, where it is the size of a change and not the level reached."""
    found, text = scene.found, scene.linked.article.text
    if found.amount.change:
        return found.amount.change
    before = text[max(0, found.span[0] - 8) : found.span[0]].lower().replace("(", " ").split()
    if before and before[-1] in ("up", "down") and not MADE_UP.search(text, max(0, found.span[0] - 16), found.span[0]):
        return change_words("verb")[before[-1]]
    if scene.prep in ("by", "of", "at"):
        return _moved_by(scene)
    moves = scene.family in MOVED or scene.found.amount.unit == POINTS
    return _moved(scene) if scene.prep is None and moves else None


def _moved(scene: Scene) -> Change | None:
    """The direction in "rose 20 percent", "a 20 percent rise", "20 percent less"."""
    above, dep = scene.top.head, scene.top.dep
    told = scene.family in ("share", "ratio") or scene.found.amount.unit == POINTS  # what moves by these needs no name
    if above.pos in VERBAL and dep in ("npadvmod", "dobj") and (told or above.lemma in MOVING):
        return change_words("verb").get(above.lemma)
    after = scene.linked.doc.within((scene.found.span[1], scene.found.span[1] + 40))[:3]
    for token in after:
        way = change_words("noun").get(token.lemma) or change_words("noun").get(token.lower)
        if token.sent == scene.found.token.sent and token.pos in ("NOUN", "ADJ", "ADV") and way is not None:
            return way
        if token.pos != "ADJ" and token.lower not in ("annual", "-"):
            break
    return None


def _moved_by(scene: Scene) -> Change | None:
    """The direction in "rose by 20 percent", "a rise of 20 percent", "grew at 5 percent"."""
    over = scene.top.head.head
    if over.pos in VERBAL and scene.prep in ("by", "at") and (scene.prep == "by" or scene.family == "share"):
        return change_words("verb").get(over.lemma)
    return change_words("noun").get(over.lemma) if over.pos == "NOUN" and scene.prep in ("by", "of") else None

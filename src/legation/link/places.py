"""Whether a capital only says where something is, or stands for its state."""

from __future__ import annotations

from collections.abc import Sequence

from legation.codes.nouns import actor_nouns
from legation.parse.doc import Doc, Token

IN = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "across", "throughout", "within", "into", "from", "through", "via", "over", "above", "off"}
)
TO = frozenset({"to", "towards", "toward"})
MOTION = frozenset({"fly", "travel", "go", "return", "come", "trip", "drive", "sail", "journey", "flight", "rush", "arrive", "head", "move", "march"})
# Nouns that make what follows "of" a place, or what stands before them: "the streets of Belgrade", "Tripoli airport".
SPOTS = frozenset(
    {"city", "capital", "street", "outskirts", "suburb", "center", "centre", "north", "south", "east", "west", "borough", "district", "resident"}
    | {"neighborhood", "neighbourhood", "area", "region", "province", "part", "port", "arrondissement", "airport", "hospital", "university", "mosque"}
    | {
        "liberation",
        "fall",
        "siege",
        "capture",
        "battle",
        "time",
        "zoo",
        "school",
        "church",
        "station",
        "stadium",
        "hotel",
        "metro",
        "subway",
        "prison",
    }
    | {"summit", "conference", "meeting", "court", "residence", "home", "house", "residents", "entirety", "mayor"}
)
PARTS = frozenset({"central", "downtown", "northern", "southern", "eastern", "western", "inner", "greater", "east", "west", "old"})
# Cities that a paper names in full do not stand for their states.
FULL = ("City", "D.C.", "DC", "D.C")
SUBJECTS = ("nsubj", "nsubjpass", "agent")


def locates(doc: Doc, tokens: Sequence[Token]) -> bool:
    """Whether a capital only says where: "talks in Moscow", "the Damascus suburb", "Seoul, South Korea"."""
    head = tokens[-1]
    before = doc.tokens[tokens[0].i - 1] if tokens[0].i else None
    after = doc.tokens[head.i + 1] if head.i + 1 < len(doc.tokens) else None
    if _beside(before, after) or (head.text in FULL and head.dep not in SUBJECTS):
        return True
    if head.dep in SUBJECTS:
        return False
    if head.dep in ("pobj", "pcomp") and _under(head.head):
        return True
    if head.dep == "conj":
        first = head.conjuncts()[0]
        return first is not head and first.dep != "conj" and locates(doc, [first])
    if head.dep in ("compound", "nmod", "amod"):
        named = head.head.pos == "PROPN" and head.head.lower not in actor_nouns() and head.head.i > head.i
        return head.head.lemma in SPOTS or named
    return head.dep in ("npadvmod", "appos") or any(
        (c.dep == "appos" and c.ent == "GPE") or (c.dep == "amod" and c.lower in PARTS) for c in head.children
    )


def _under(preposition: Token) -> bool:
    """Whether a preposition makes its object a place."""
    if preposition.lower in IN:
        return True
    if preposition.lower in TO:
        return preposition.head.lemma in MOTION
    return preposition.lower == "of" and preposition.head.lemma in SPOTS


def _beside(before: Token | None, after: Token | None) -> bool:
    """Whether the neighbours say that it is a town: "capital Mogadishu", "central Seoul", "Washington-based"."""
    if before is not None and (before.lower in ("city", "capital", "town") or before.lower in PARTS):
        return True
    return after is not None and (after.lower == "-based" or (after.text == "-" and after.head.lower == "based"))

"""Bounds: the words around a number that leave a side open or make it rough ("more than", "up to", "or so")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.codes.units import cells
from legation.words.amount import Bound

REACH = 48
# Prepositions that bound a number only where they do not place something in time or space.
PLACING = frozenset(("over", "under", "within", "below", "above", "beyond", "near"))


@dataclass(frozen=True, slots=True)
class Bounding:
    """What the words beside a number say of it: the open side (or None), whether it is rough, and where those words end or begin."""

    edge: int
    side: Bound | None = None
    approx: bool = False
    words: str = ""


@cache
def _effects(where: str) -> dict[str, str]:
    return {p.lower(): row["bound"] for row in table("bounds") if row["where"] == where for p in cells(row["phrases"])}


@cache
def _pattern(where: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in sorted(_effects(where), key=lambda p: (-len(p), p)))
    if where == "before":
        return re.compile(rf"(?:(?<![\w-])|(?<=[~<>≈≤≥]))({phrases})(?:\s+(?:the|a|an|of))?[\s\\]*\Z", re.I)
    return re.compile(rf"\s*({phrases})(?![\w])", re.I)


def bound_before(text: str, start: int, floor: int) -> Bounding:
    """The bound words that end right before `start`, looked for no further left than `floor`."""
    side, approx, words, edge = None, False, "", start
    for _ in range(3):
        window = text[max(floor, edge - REACH) : edge]
        m = _pattern("before").search(window)
        if not m:
            break
        phrase = re.sub(r"[\s-]+", " ", m[1].lower())
        effect = _effects("before")[phrase]
        if words and phrase in PLACING:
            break
        if side and effect in (Bound.AT_LEAST, Bound.AT_MOST):
            break
        approx = approx or effect == "about"
        side = side or (Bound(effect) if effect in (Bound.AT_LEAST, Bound.AT_MOST) else None)
        edge -= len(window) - m.start(1)
        words = words or phrase
    return Bounding(edge, side, approx, words)


def bound_after(text: str, end: int) -> Bounding:
    """The bound words that begin right after `end`."""
    m = _pattern("after").match(text, end)
    if not m:
        return Bounding(end)
    phrase = re.sub(r"\s+", " ", m[1].lower())
    effect = _effects("after")[phrase]
    side = Bound(effect) if effect in (Bound.AT_LEAST, Bound.AT_MOST) else None
    return Bounding(m.end(1), side, effect == "about", phrase)

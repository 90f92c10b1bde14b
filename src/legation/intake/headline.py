"""The headline of a text that comes without a title: the first line that is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from legation.intake.dates import FULL_DATE
from legation.intake.units import Unit, units
from legation.words.article import Junk
from legation.words.evidence import Span, overlap

HEAD = 8
"""Lines among which a headline is looked for: mastheads, dates and bylines may stand before it."""
SHORTEST, LONGEST = 12, 160
FEWEST_WORDS = 4
"""Shorter lines are names of papers, sections and authors."""
NO_HEADLINE = re.compile(r"(?:by|from|photo|image|picture|source|editor|published|posted|updated|date|subject|tags?|topics?|https?:|www\.)\b", re.I)
# A dateline opens the article's prose, not its headline.
DATELINE = re.compile(r"^[A-Z][\w ,.'’()/-]{1,60}(?:--|—|–| - )\s?[A-Z\"“]")
CLOSED = (".", ",", ";", ":", "…")
OPENS_LIST = re.compile(r"[\W\d_]*[•*·▪◦‣●►|>\[{]")


def headline_of(text: str, junk: Iterable[Junk] = ()) -> str | None:
    """The headline, on one line; None where the text opens with prose or a list."""
    marked = [j.span for j in junk]
    found = [u for u in units(text[: 20 * LONGEST]) if not _in(u.span, marked)]
    for unit, after in pairwise(found[: HEAD + 1]):
        if unit.prose or unit.words.endswith(CLOSED):
            return None
        if _is_headline(unit) and (after.block != unit.block or after.prose or after.words.endswith(CLOSED)):
            return unit.words.lstrip("# ").strip("*_ ") or None
    return None


def _in(span: Span, marked: Iterable[Span]) -> bool:
    return any(overlap(span, s) for s in marked)


def _is_headline(unit: Unit) -> bool:
    words = unit.words.lstrip("# ")
    letters = sum(c.isalpha() or c == " " for c in words)
    return (
        SHORTEST <= len(words) <= LONGEST
        and words.count(" ") >= FEWEST_WORDS - 1
        and words.isprintable()
        and letters > 0.8 * len(words)
        and not (NO_HEADLINE.match(words) or OPENS_LIST.match(words) or FULL_DATE.search(words) or DATELINE.match(words))
    )

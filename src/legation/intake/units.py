"""The lines of a text as a reader sees them: hard-wrapped lines are joined, blanks trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.words.evidence import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BLANKS = re.compile(r"\s+")
# From this length on a unit that ends like a sentence is taken for the article's own prose.
PROSE = 90
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or wrapped lines joined: its span, its words with single blanks, and the number of its block (blank lines part blocks)."""

    span: Span
    words: str
    block: int

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence of the article, not like a heading, an item or a caption's name."""
        return (len(self.words) >= PROSE and bool(SENTENCE_END.search(self.words))) or len(self.words) > 3 * PROSE


def units(text: str) -> list[Unit]:
    """All units of a text in order; together they hold every character that is not blank."""
    out: list[Unit] = []
    block, lines_in_unit, at = 0, 0, 0
    for start, end in _lines(text):
        if text.count("\n", at, start) > 1 or text.count("\r\n\r\n", at, start):
            block += 1
        words = BLANKS.sub(" ", text[start:end])
        last = out[-1] if out and out[-1].block == block else None
        if last and _wraps(last.words, words, lines_in_unit):
            out[-1] = Unit((last.span[0], end), f"{last.words} {words}", block)
            lines_in_unit += 1
        else:
            out.append(Unit((start, end), words, block))
            lines_in_unit = 1
        at = end
    return out


def _wraps(before: str, after: str, lines: int) -> bool:
    if before[-1] in '.!?:”"':
        return False
    return after[0].islower() or (lines > 1 and len(before) >= 50 * lines)


def _lines(text: str) -> Iterator[Span]:
    for m in LINE.finditer(text):
        start, end = m.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end

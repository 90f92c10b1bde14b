"""Which sentence of an article a claim stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from legation.words.evidence import Span

WINDOW = 300
"""Characters to either side that stand for the sentence where the reading knows none: enough to quote, never a page."""
LONGEST = 1_500
"""Characters to either side after which a sentence is cut: in a text without full stops every claim would carry the whole of it."""


def sentence_of(text: str, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence around a span, or the run of sentences it reaches over, cut at LONGEST; else its paragraph, cut at WINDOW."""
    starts = [s for s, _ in sentences]
    first, last = bisect_right(starts, span[0]) - 1, bisect_right(starts, span[1] - 1) - 1
    if first >= 0 and sentences[first][0] <= span[0] and span[1] <= sentences[last][1]:
        return max(sentences[first][0], span[0] - LONGEST), min(sentences[last][1], span[1] + LONGEST)
    before, after = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    return max(before, span[0] - WINDOW), min(len(text) if after < 0 else after, span[1] + WINDOW)

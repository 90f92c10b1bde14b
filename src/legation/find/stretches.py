"""Stretches of the text that somebody says: one attribution as a speech, and how much of a span the stretches cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from legation.find.attribution import Attribution
from legation.words.evidence import Span, overlap


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution of the text; `follows` means that it goes on with the speech whose cue it shares."""

    attribution: Attribution
    verbatim: bool
    follows: bool = False


class Stretches:
    """Stretches of the text that do not overlap, asked how much of a span they cover in logarithmic time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [e for _, e in self._spans]

    def first(self, span: Span) -> int | None:
        """Where the first stretch that shares a character with a span begins."""
        k = bisect_right(self._ends, span[0])
        return self._spans[k][0] if k < len(self._spans) and self._spans[k][0] < span[1] else None

    def shared(self, span: Span) -> int:
        """How many characters of a span lie in the stretches."""
        size = 0
        for k in range(bisect_left(self._ends, span[0]), len(self._spans)):
            if self._spans[k][0] >= span[1]:
                break
            size += overlap(self._spans[k], span)
        return size

"""Evidence: a stretch of an article and its exact words. Nothing is shown without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from legation.errors import EvidenceError

Span: TypeAlias = tuple[int, int]
"""`[start, end)` in code points of the article's text as it was read."""


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share; 0 where they do not meet."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly inside `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def trim(text: str, span: Span) -> Span | None:
    """The span without blanks at its ends; None where it holds nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one article that support a claim: `text[start:end] == quote`.

    `quote` must be as long as the span. That it stands there is checked by `Article.evidence`, the way
    to make one. Raises EvidenceError for a span that is empty, negative or of another length.
    """

    article: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        start, end = self.span
        if not 0 <= start < end or len(self.quote) != end - start:
            raise EvidenceError(f"article {self.article}: span {start}-{end} cannot hold {self.quote[:40]!r}")

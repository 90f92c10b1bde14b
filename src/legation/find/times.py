"""Time expressions that the text shows, not yet on the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.parse.doc import Doc
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression by its place."""

    span: Span


def find_times(doc: Doc) -> Iterator[FoundTime]:
    """All time expressions of a document, in text order."""
    return iter(())

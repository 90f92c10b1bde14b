"""The day of publication where none is stated: an interval from the words, with its clues."""

from __future__ import annotations

from collections.abc import Sequence

from legation.find.times import FoundTime
from legation.parse.doc import Doc
from legation.words.article import Publication


def infer_publication(doc: Doc, found: Sequence[FoundTime]) -> Publication | None:
    """The interval in which the article can have appeared, or None where nothing tells."""
    return None

"""Time expressions on the calendar: TIMEX3 values and days, reckoned from the publication day or from one another."""

from __future__ import annotations

from collections.abc import Sequence

from legation.find.times import FoundTime
from legation.parse.doc import Doc
from legation.words.article import Publication
from legation.words.period import Time


def place_times(doc: Doc, found: Sequence[FoundTime], published: Publication | None) -> tuple[Time, ...]:
    """The found expressions with value, days and anchor, in text order."""
    return ()

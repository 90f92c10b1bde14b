"""A part of a case as a source for the ledger: what had been published by a day, or what is said of a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.reconcile.source import C, LedgerSource, Told
from legation.words.period import Period


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: claims told by `as_of` and said of `holds`; None asks nothing.

    An article counts from the last day of its publication interval on; one without any is never known to have been out. An undated claim
    is taken to hold when it was told.
    """

    as_of: date | None = None
    holds: Period | None = None

    def shows(self, t: Told[Any]) -> bool:
        """Whether a claim is looked at."""
        return self.out(t.teller.published) and self.of(getattr(t.claim, "when", None) or t.teller.published)

    def out(self, published: Period | None) -> bool:
        """Whether an article of that day had been published."""
        return self.as_of is None or bool(published and published.last and published.last <= self.as_of)

    def of(self, when: Period | None) -> bool:
        """Whether what is so at that time is asked for."""
        return self.holds is None or bool(when and when.meets(self.holds))


@dataclass(frozen=True, slots=True)
class View:
    """The claims of a source that a sight shows."""

    source: LedgerSource
    sight: Sight

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        """The claims of one kind that the view shows, in the source's order."""
        return (t for t in self.source.claims_for_ledger(kind) if self.sight.shows(t))

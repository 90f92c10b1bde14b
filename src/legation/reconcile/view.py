"""A part of a case as a source for the ledger: what had been published by a day, or what is said of a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from legation.reconcile.source import C, LedgerSource, Told
from legation.words.period import Period


@dataclass(frozen=True, slots=True)
class View:
    """The claims of a source told by `as_of` and said of `holds`; None asks nothing.

    An article counts from the last day of its publication interval on; one without any is never known to have been out. An undated claim
    is taken to hold when it was told.
    """

    source: LedgerSource
    as_of: date | None = None
    holds: Period | None = None

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        """The claims of one kind that the view shows, in the source's order."""
        return (t for t in self.source.claims_for_ledger(kind) if self._out(t) and self._of(t))

    def _out(self, t: Told[C]) -> bool:
        if self.as_of is None:
            return True
        published = t.teller.published
        return bool(published and published.last and published.last <= self.as_of)

    def _of(self, t: Told[C]) -> bool:
        if self.holds is None:
            return True
        when = getattr(t.claim, "when", None) or t.teller.published
        return bool(when and when.meets(self.holds))

"""What the ledger asks of a case: all claims of a kind with their article and sentence, now or as the case stood at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from legation.reconcile.source import C, Teller, Told, root_of
from legation.store import rows
from legation.store.judging import Judged
from legation.words.period import Period
from legation.words.voice import Voice

Ask = Callable[[str, Sequence[Any]], Iterator[tuple[Any, ...]]]
"""Runs a query."""

TOLD = """
SELECT c.article, c.record, s.text, s.start FROM claim c JOIN sentence s ON s.n = c.sentence
WHERE {} ORDER BY c.article, s.start, c.start, c.ordinal
"""
NOW = "c.live"
THEN = """
c.interpretation = (SELECT max(i.n) FROM interpretation i WHERE i.article = c.article AND i.added < ?)
AND NOT EXISTS (SELECT 1 FROM article a JOIN article b ON b.digest = a.superseded_by WHERE a.n = c.article AND b.added < ?)
"""
"""A claim counted at a moment if it was of the article's latest reading then, and no corrected text had come."""


@dataclass(frozen=True, slots=True)
class Past:
    """The case as it stood just before a moment: articles that came later, and readings made later, are not there."""

    ask: Ask
    moment: datetime
    judged: Judged

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        """The claims of one kind that counted then."""
        at = self.moment.astimezone(UTC).isoformat(timespec="seconds")
        return heeded(told(self.ask, kind, THEN, (at, at)), self.judged)


def told(ask: Ask, kind: type[C], counts: str = NOW, values: Sequence[str] = ()) -> Iterator[Told[C]]:
    """All claims of a kind that meet the condition `counts`, each sentence's together."""
    sql, tellers = TOLD.format(counts), _tellers(ask)
    if kind is Voice:
        found = ask(sql.replace("claim c", "voice c"), values)
    else:
        found = ask(TOLD.format(f"{counts} AND c.kind = ?"), (*values, kind.__name__.lower()))
    return (Told(rows.record_of(kind, record), tellers[n], sentence, start) for n, record, sentence, start in found)


def heeded(found: Iterator[Told[C]], judged: Judged) -> Iterator[Told[C]]:
    """Claims as the analyst sees them: without the rejected ones, with the corrected ones as corrected."""
    if not judged.claims:
        return found
    return (t if h is t.claim else replace(t, claim=h) for t in found if (h := judged.heed(t.claim)) is not None)


def _tellers(ask: Ask) -> dict[int, Teller]:
    """All articles as the ledger knows them, by their number."""
    found = list(ask("SELECT n, id, digest, publisher, path, published_first, published_last, copy_of FROM article", ()))
    copies = {digest: copy_of for _, _, digest, *_, copy_of in found if copy_of}
    return {
        n: Teller(id, digest, root_of(digest, copies), publisher or (path and Path(path).name), _period(first, last))
        for n, id, digest, publisher, path, first, last, _ in found
    }


def _period(first: str | None, last: str | None) -> Period | None:
    return Period.from_json([first, last]) if first or last else None

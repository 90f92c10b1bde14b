"""What the ledger asks of a case: all claims of a kind with their article and sentence, now or as the case stood at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from legation.reconcile.source import C, Paper, Teller, Told, root_of
from legation.store import rows
from legation.store.judging import Judged
from legation.words.paper import paper_of, source_name
from legation.words.period import Period
from legation.words.voice import Voice

Ask = Callable[[str, Sequence[Any]], Iterator[tuple[Any, ...]]]
"""Runs a query."""

OF_ARTICLE = """
SELECT c.n, c.kind, c.record, s.text, s.start FROM claim c JOIN sentence s ON s.n = c.sentence
WHERE c.live AND c.interpretation = (SELECT n FROM interpretation WHERE article = ?1 AND live)
ORDER BY s.start, c.start, c.ordinal
"""
VOICES_OF_ARTICLE = """
SELECT c.n, 'voice', c.record, s.text, s.start FROM voice c JOIN sentence s ON s.n = c.sentence
WHERE c.live AND c.interpretation = (SELECT n FROM interpretation WHERE article = ?1 AND live) ORDER BY s.start, c.start, c.ordinal
"""
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


ARTICLES = "SELECT n, id, digest, publisher, url, title, path, published_first, published_last, copy_of FROM article"


def _tellers(ask: Ask) -> dict[int, Teller]:
    """All articles as the ledger knows them, by their number."""
    found = list(ask(ARTICLES, ()))
    copies = {row[2]: row[-1] for row in found if row[-1]}
    papers = {row[2]: paper_of(row[3], row[4]) for row in found}
    roots = {row[0]: root_of(row[2], copies) for row in found}
    return {row[0]: _teller(row, roots[row[0]], papers.get(roots[row[0]])) for row in found}


def teller_of(ask: Ask, article: int) -> Teller:
    """One article as the ledger knows it."""
    row = next(ask(f"{ARTICLES} WHERE n = ?", (article,)))
    copies, digest, earlier = dict[str, str](), row[2], row[-1]
    while earlier and digest not in copies:
        copies[digest] = digest = earlier
        earlier = next(ask("SELECT copy_of FROM article WHERE digest = ?", (digest,)), (None,))[0]
    root = root_of(row[2], copies)
    publisher, url = next(ask("SELECT publisher, url FROM article WHERE digest = ?", (root,)), (None, None))
    return _teller(row, root, paper_of(publisher, url))


def brought_by(ask: Ask, article: int, teller: Teller, judged: Judged) -> tuple[Paper, dict[str, int]]:
    """What an article brings to the ledger, as the analyst sees it, and the row of each of its claims."""
    lists: dict[str, list[Any]] = {"event": [], "figure": [], "statement": [], "voice": [], "tie": []}
    source: dict[str, int] = {}
    for sql in (OF_ARTICLE, VOICES_OF_ARTICLE):
        for n, kind, record, sentence, start in ask(sql, (article,)):
            claim = judged.heed(rows.voice_from(record) if kind == "voice" else rows.claim_from(kind, record))
            if claim is not None:
                source[claim.id] = n
                lists[kind].append(Told(claim, teller, sentence, start))
    return Paper(teller, *map(tuple, lists.values())), source


def _teller(row: tuple[Any, ...], root: str, paper: str | None) -> Teller:
    n, id, digest, publisher, url, title, path, first, last, _ = row
    return Teller(id, digest, root, source_name(publisher, url, title, path), _period(first, last), n, paper)


def _period(first: str | None, last: str | None) -> Period | None:
    return Period.from_json([first, last]) if first or last else None

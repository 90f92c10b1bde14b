"""The ledger of a case, which keeps it, and of readings: their claims are handed to `reconcile`, each with its article and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from legation.brief.pile import publisher_of
from legation.errors import CaseError
from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import C, LedgerSource, Teller, Told, root_of
from legation.reconcile.view import Sight, View
from legation.store.book import Book
from legation.store.case import Case
from legation.words.article import Article
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.paper import paper_of
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.sentences import sentence_of
from legation.words.statement import Statement, Tie
from legation.words.voice import Voice

LISTS = {Event: "events", Figure: "figures", Statement: "statements", Tie: "ties", Voice: "voices"}
"""The reading's list of each kind of claim."""


def ledger_now(case: Case) -> Ledger:
    """The ledger that a case keeps, brought up to date; of a case that cannot be written and is behind, one made for this once."""
    book = book_of(case)
    return book.whole() if book else build_ledger(case, case.judged().rulings)


def ledger_seen(case: Case, sight: Sight) -> Ledger:
    """The ledger of what a sight shows; of a large case on a day from the kept one, in which what belongs together is as of now."""
    book = _large(case) if sight.as_of and sight.holds is None else None
    return book.on(sight.as_of) if book and sight.as_of else build_ledger(View(case, sight), case.judged().rulings)


def ledger_before(case: Case, moment: datetime) -> Ledger:
    """The ledger of a case as it stood just before a moment; of a large one from the kept ledger, where nothing was undone or read anew since."""
    past, now = case.before(moment), case.judged()
    book = _large(case) if past.judged == now else None
    return (book.before(moment) if book else None) or build_ledger(past, now.rulings)


def book_of(case: Case, told: Callable[[int, int], None] = lambda articles, blocks: None) -> Book | None:
    """The case's book, brought up to date; None where it is behind and the case cannot be written. `told` hears what is left to do."""
    book = case.book()
    try:
        book.bring_up_to_date(told)
    except CaseError:
        return None
    return book


EVERYTHING = Sight()

LARGE = 4_000
"""A case with more quantities and events than this is shown a page at a time."""


def page(case: Case, limit: int, sight: Sight = EVERYTHING) -> tuple[Ledger, list[Reading], int | None] | None:
    """The heaviest quantities of a large case with the readings that tell of them, and how many there are; None of a case that is not large.

    With a `sight` they are those that were known on its day, or are said of its period; how many these are is not counted.
    """
    book = _large(case)
    if not book:
        return None
    whole = sight == EVERYTHING
    part = Ledger(tuple(book.heaviest(limit) if whole else book.glimpse(sight).quantities(limit)))
    return part, list(case.readings(book.articles(part))), book.counts()["quantities"] if whole else None


def page_of_disputes(case: Case, limit: int, sight: Sight = EVERYTHING) -> tuple[Ledger, list[Reading], int | None] | None:
    """The same for the heaviest disputes."""
    book = _large(case)
    if not book:
        return None
    whole = sight == EVERYTHING
    part = book.part(d.subject for d in book.disputes(limit)) if whole else book.glimpse(sight).disputes(limit)[1]
    return part, list(case.readings(book.articles(part))), book.counts()["disputes"] if whole else None


def _large(case: Case) -> Book | None:
    book = book_of(case)
    counts = book.counts() if book else {}
    return book if counts.get("quantities", 0) + counts.get("events", 0) > LARGE else None


def claims_of(readings: Iterable[Reading]) -> LedgerSource:
    """Readings as the source that the ledger asks."""
    return _Readings(tuple(readings))


class _Readings:
    """Readings as the source that `reconcile` asks."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._copies = {r.article.digest: r.article.copy_of for r in readings if r.article.copy_of}
        self._papers = {r.article.digest: paper_of(r.article.publisher, r.article.url) for r in readings}

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        for number, reading in enumerate(self._readings, 1):
            claims = getattr(reading, LISTS[kind])
            yield from self._told(reading, [f for f in claims if f.measure] if kind is Figure else claims, number)

    def _told(self, reading: Reading, claims: Sequence[C], number: int) -> Iterator[Told[C]]:
        teller, text = self._teller(reading.article, number), reading.article.text
        for claim in claims:
            start, end = sentence_of(text, reading.sentences, claim.span)
            yield Told(claim, teller, text[start:end], start)

    def _teller(self, article: Article, number: int) -> Teller:
        root, published = root_of(article.digest, self._copies), article.published
        when = published.when if published else None
        return Teller(article.id, article.digest, root, publisher_of(article), when, number, self._papers.get(root))

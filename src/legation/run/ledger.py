"""The ledger of readings: hands the claims of readings to `reconcile`, each with its article and sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.brief.pile import publisher_of
from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import C, LedgerSource, Teller, Told, root_of
from legation.words.article import Article
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.sentences import sentence_of
from legation.words.statement import Statement
from legation.words.voice import Voice

LISTS = {Event: "events", Figure: "figures", Statement: "statements", Voice: "voices"}
"""The reading's list of each kind of claim."""


def ledger_of(readings: Iterable[Reading]) -> Ledger:
    """What the figures and events of readings add up to."""
    return build_ledger(claims_of(readings))


def claims_of(readings: Iterable[Reading]) -> LedgerSource:
    """Readings as the source that the ledger asks."""
    return _Readings(tuple(readings))


class _Readings:
    """Readings as the source that `reconcile` asks."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._copies = {r.article.digest: r.article.copy_of for r in readings if r.article.copy_of}

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        for reading in self._readings:
            claims = getattr(reading, LISTS[kind])
            yield from self._told(reading, [f for f in claims if f.measure] if kind is Figure else claims)

    def _told(self, reading: Reading, claims: Sequence[C]) -> Iterator[Told[C]]:
        teller, text = self._teller(reading.article), reading.article.text
        for claim in claims:
            start, end = sentence_of(text, reading.sentences, claim.span)
            yield Told(claim, teller, text[start:end], start)

    def _teller(self, article: Article) -> Teller:
        root, published = root_of(article.digest, self._copies), article.published
        return Teller(article.id, article.digest, root, publisher_of(article), published.when if published else None)

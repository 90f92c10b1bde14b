"""Figures: amounts with measure, parties, period, status and voices."""

from __future__ import annotations

from legation.claim.chain import chain_of
from legation.claim.status import status_of
from legation.claim.when import when_of
from legation.find.amounts import FoundAmount, Sort
from legation.link.linked import Linked
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.reading import Unread


def read_figures(linked: Linked) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Unread, ...]]:
    """The figures of an article, all its numbers (also those without a meaning), and what no rule could take."""
    figures: list[Figure] = []
    numbers: list[Figure] = []
    for ordinal, found in enumerate(linked.amounts):
        figure = _figure(linked, found, ordinal)
        numbers.append(figure)
        if found.sort is Sort.AMOUNT and found.amount.unit:
            figures.append(figure)
    return tuple(figures), tuple(numbers), ()


def _figure(linked: Linked, found: FoundAmount, ordinal: int) -> Figure:
    when, why = when_of(linked, found.token)
    chain = chain_of(linked, found.span)
    return Figure(
        id=claim_id(linked.article.digest, "figure", found.span, 0),
        span=found.span,
        amount=found.amount,
        measure="other",
        when=when,
        when_why=why,
        status=status_of(linked, found.token),
        voice=chain[0].speaker if chain else None,
        voices=chain,
    )

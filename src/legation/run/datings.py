"""Days of publication that the articles of a case tell of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from legation.reconcile.datings import Dating, datings, is_undated, narrowed
from legation.reconcile.source import Told
from legation.store.case import Case
from legation.words.article import Article, Publication
from legation.words.event import Event

MOST = 4_000
"""A case of more articles than this is not gone through again for each that is added."""


def dated(articles: Iterable[Article], told: Iterable[Told[Event]]) -> dict[str, Publication]:
    """The narrower interval of publication of each undated article (by digest) whose acts the others date, with its clues."""
    undated = {a.digest: a.published for a in articles if is_undated(a.published)}
    found: dict[str, list[Dating]] = defaultdict(list)
    for d in datings(told, undated):
        found[d.article].append(d)
    days = {digest: narrowed(undated[digest], own) for digest, own in found.items()}
    return {digest: day for digest, day in days.items() if day is not None and day != undated[digest]}


def date_case(case: Case) -> int:
    """Narrows the intervals of the undated articles of a case by what its other articles date; gives how many became narrower.

    What was taken before stays in the case as a former reading. Raises CaseError where the case cannot be written.
    """
    if case.counts()["articles"] > MOST or not any(is_undated(a.published) for a in case.articles()):
        return 0
    told = list(case.claims_for_ledger(Event))
    days = dated(case.articles(), told)
    # as they were read: what the analyst decided stands in the log, and must be undone there
    readings = case.readings({t.teller.number for t in told if t.teller.digest in days}, as_read=True) if days else ()
    for reading in list(readings):
        case.add(replace(reading, article=replace(reading.article, published=days[reading.article.digest])))
    return len(days)

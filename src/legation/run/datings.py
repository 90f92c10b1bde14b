"""Days of publication that the articles of a case tell of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from legation.reconcile.datings import Dating, datings, is_undated, narrowed
from legation.run.ledger import claims_of
from legation.store.case import Case
from legation.words.event import Event
from legation.words.reading import Reading

MOST = 4_000
"""A case of more articles than this is not gone through again for each that is added."""


def dated(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of undated articles whose interval of publication the others narrow, with the narrower one and its clues."""
    undated = {r.article.digest: r for r in readings if is_undated(r.article.published)}
    if not undated or len(undated) == len(readings):
        return []
    found: dict[str, list[Dating]] = defaultdict(list)
    for d in datings(claims_of(readings).claims_for_ledger(Event), undated):
        found[d.article].append(d)
    out = []
    for digest, own in found.items():
        reading = undated[digest]
        published = narrowed(reading.article.published, own)
        if published != reading.article.published:
            out.append(replace(reading, article=replace(reading.article, published=published)))
    return out


def date_case(case: Case) -> int:
    """Narrows the intervals of the undated articles of a case by what its other articles date; gives how many became narrower.

    What was taken before stays in the case as a former reading. Raises CaseError where the case cannot be written.
    """
    if case.counts()["articles"] > MOST or not any(is_undated(a.published) for a in case.articles()):
        return 0
    changed = dated(list(case.readings()))
    for reading in changed:
        case.add(reading)
    return len(changed)

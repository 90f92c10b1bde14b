"""Of what occasion a toll is, where its own sentence does not say: `A quake struck at dawn. At least 40 people were killed.`"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from legation.reconcile.entry import Entry
from legation.reconcile.measures import Nature
from legation.reconcile.source import Paper
from legation.reconcile.wording import occasions

REACH = 600
"""An occasion is named at most so many characters before the sentence that gives its toll."""


def with_occasions(entries: Iterable[Entry], paper: Paper) -> Iterator[Entry]:
    """Entries in their order; a toll takes what happened from the nearest sentence before its own that has a claim and names an occasion."""
    told = {t.start: t.sentence for own in (paper.figures, paper.events, paper.statements, paper.voices) for t in own}
    named = sorted((start, words) for start, sentence in told.items() if (words := occasions(sentence)))
    for e in entries:
        if e.measure.nature is not Nature.TOLL or occasions(e.told.sentence):
            yield e
            continue
        k = bisect_left(named, (e.told.start, frozenset[str]())) - 1
        if k >= 0 and e.told.start - named[k][0] <= REACH:
            e = replace(e, subject=replace(e.subject, context=e.subject.context | named[k][1]))
        yield e

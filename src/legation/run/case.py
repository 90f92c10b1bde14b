"""Reading paths into a case: intake, what is known already, the parser, the store. Every article stands in the case before the next is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from legation.store.case import Case
from legation.words.article import Article
from legation.words.reading import Reading

BATCH = 32
"""Articles handed to the parser at once: enough to keep it busy, few enough that an interruption costs seconds."""

FOREIGN = "not in English"


class Outcome(StrEnum):
    """What became of one input."""

    READ = "read"
    KNOWN = "known"
    UNREAD = "unread"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Step:
    """One input that is done with: its reading where it was read, why where it was not."""

    outcome: Outcome
    name: str
    reading: Reading | None = None
    why: str = ""


def read_into(case: Case | None, paths: Sequence[str]) -> Iterator[Step]:
    """Reads paths, stores each article in the case if there is one, and tells of each as it is done.

    An article that the case holds in a reading of this very version is not read again. Raises CaseError where the case cannot be written.
    """
    from legation.intake.read import Refused, read_paths  # here, as the parser below: who only looks into a case loads neither
    from legation.run.reader import made_by

    known = case.read_by(made_by()) if case else frozenset()
    found = iter(read_paths(paths))
    while batch := list(islice(found, BATCH)):
        fresh: list[Article] = []
        for item in batch:
            if isinstance(item, Refused):
                yield Step(Outcome.REFUSED, item.name, why=item.why)
            elif item.digest in known:
                yield Step(Outcome.KNOWN, item.id)
            elif item.language and not item.language.startswith("en"):
                why = f"{FOREIGN} ({item.language})"
                if case:
                    case.add_unread(item, why)
                yield Step(Outcome.UNREAD, item.id, why=why)
            else:
                fresh.append(item)
        yield from _read(case, fresh)


def _read(case: Case | None, articles: Iterable[Article]) -> Iterator[Step]:
    from legation.run.reader import read_articles

    for reading in read_articles(articles):
        if case:
            case.add(reading)
        yield Step(Outcome.READ, reading.article.id, reading)

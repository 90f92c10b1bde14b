"""Reading paths into a case: intake, what is known already, the parser, the store. Every article stands in the case before the next is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from legation.store.case import Case
from legation.store.held import Added
from legation.words.article import Article
from legation.words.reading import Reading

if TYPE_CHECKING:
    from legation.intake.copies import Copies

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
    from legation.intake.read import read_paths  # here, as the parser below: who only looks into a case loads neither
    from legation.run.reader import made_by

    known = case.read_by(made_by()) if case else frozenset()
    kin = _Kin(case)
    found = iter(read_paths(paths))
    while batch := list(islice(found, BATCH)):
        fresh: list[Article] = []
        for item in batch:
            if not isinstance(item, Article):
                yield Step(Outcome.REFUSED, item.path, why=item.why)
            elif item.digest in known:
                yield Step(Outcome.KNOWN, _name(item))
            elif item.language and not item.language.startswith("en"):
                yield _put_aside(case, kin.mark(item))
            else:
                fresh.append(kin.mark(item))
        yield from _read(case, fresh)


def _read(case: Case | None, articles: Iterable[Article]) -> Iterator[Step]:
    from legation.run.reader import read_articles

    for reading in read_articles(articles):
        same = case is not None and case.add(reading) is Added.KNOWN
        yield Step(Outcome.KNOWN if same else Outcome.READ, _name(reading.article), reading)


def _put_aside(case: Case | None, article: Article) -> Step:
    """Keeps an article that the rules cannot read, and says why."""
    why = f"{FOREIGN} ({article.language})"
    if case:
        case.add_unread(article, why)
    return Step(Outcome.UNREAD, _name(article), why=why)


def _name(article: Article) -> str:
    return article.path or article.id


class _Kin:
    """Finds near copies among what is read and what the case holds already; looks into the case only once something new comes."""

    def __init__(self, case: Case | None) -> None:
        self._case = case
        self._copies: Copies | None = None

    def mark(self, article: Article) -> Article:
        """The article with `copy_of` set where an earlier one has nearly the same text."""
        if self._copies is None:
            from legation.intake.copies import Copies

            self._copies = Copies()
            for held in self._case.articles() if self._case else ():
                self._copies.mark(held)
        return self._copies.mark(article)

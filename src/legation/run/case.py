"""Reading paths into a case: intake, what is known already, the parser, the store. Every article stands in the case before the next is shown."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from legation.errors import CaseError, LegationError
from legation.run.own import Own, counting
from legation.store.case import Case
from legation.store.held import Added
from legation.words.actor import OwnNames
from legation.words.article import Article
from legation.words.predicate import OwnPredicates
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


def read_into(
    case: Case | None, paths: Sequence[str], again: bool = False, own: OwnNames | None = None, predicates: OwnPredicates | None = None
) -> Iterator[Step]:
    """Reads paths, stores each article in the case if there is one, and tells of each as it is done.

    An article that the case holds in a reading of this very version is read only where `again` asks for it. `own` are the analyst's
    own names, `predicates` their rows of the lexicon, both kept in the case; without them those count that it keeps already.
    Raises CaseError where the case cannot be written.
    """
    from legation.intake.read import read_paths  # here, as the parser below: who only looks into a case loads neither
    from legation.run.reader import made_by

    mine = counting(case, own, predicates)
    known = case.read_by(made_by(mine.names, mine.predicates)) if case and not again else frozenset()
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
                yield _put_aside(case, kin.mark(item), f"{FOREIGN} ({item.language})", Outcome.UNREAD)
            else:
                fresh.append(kin.mark(item))
        yield from _read(case, fresh, mine)


def _read(case: Case | None, articles: Sequence[Article], mine: Own) -> Iterator[Step]:
    """Reads a batch; where the rules fail on an article, it is put aside and the rest is read one by one."""
    from legation.run.reader import read_articles

    done = 0
    try:
        for reading in read_articles(articles, mine.names, mine.predicates):
            yield _stored(case, reading)
            done += 1
        return
    except CaseError:
        raise
    except Exception as error:  # one article must never cost the analyst the other ten thousand
        if len(articles) == 1:
            yield _put_aside(case, articles[0], _fault(error), Outcome.REFUSED)
            return
    for article in articles[done:]:
        yield from _read(case, [article], mine)


def _stored(case: Case | None, reading: Reading) -> Step:
    same = case is not None and case.add(reading) is Added.KNOWN
    return Step(Outcome.KNOWN if same else Outcome.READ, _name(reading.article), reading)


def _fault(error: Exception) -> str:
    """What went wrong in one line; of a fault of ours the place where it happened too, so that it can be reported."""
    if isinstance(error, LegationError):
        return str(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"a fault of Legation, please report it: {type(error).__name__}: {error} ({PurePath(place.filename).name}, line {place.lineno})"


def _put_aside(case: Case | None, article: Article, why: str, outcome: Outcome) -> Step:
    """Keeps an article that the rules cannot read, and says why."""
    if case:
        case.add_unread(article, why)
    return Step(outcome, _name(article), why=why)


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

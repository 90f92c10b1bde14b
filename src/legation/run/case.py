"""Reading paths into a case: intake, what is known already, the parser, the store. Every article stands in the case before the next is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from legation.run.datings import date_case
from legation.run.own import counting
from legation.run.readers import read_batches
from legation.store.case import Case
from legation.store.held import Added
from legation.words.actor import OwnNames
from legation.words.article import Article
from legation.words.predicate import OwnPredicates
from legation.words.reading import Reading

if TYPE_CHECKING:
    from legation.intake.copies import Copies
    from legation.intake.source import Refused

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
    case: Case | None,
    paths: Sequence[str],
    again: bool = False,
    own: OwnNames | None = None,
    predicates: OwnPredicates | None = None,
    jobs: int = 1,
) -> Iterator[Step]:
    """Reads paths, stores each article in the case if there is one, and tells of each as it is done.

    An article that the case holds in a reading of this very version is read only where `again` asks for it. `own` are the analyst's
    own names, `predicates` their rows of the lexicon, both kept in the case; without them those count that it keeps already.
    At the end the days of undated articles are narrowed by what the case's other articles date.
    With `jobs` above 1 so many processes read at once; a program that asks for it must be importable (`if __name__ == "__main__"`).
    Raises CaseError where the case cannot be written.
    """
    from legation.intake.read import read_paths  # here, as the parser below: who only looks into a case loads neither
    from legation.run.reader import made_by

    mine = counting(case, own, predicates)
    known = case.read_by(made_by(mine.names, mine.predicates)) if case and not again else frozenset()
    fresh = False
    for steps, results in read_batches(_batches(case, read_paths(paths), known), mine, jobs):
        yield from steps
        for result in results:
            step = _stored(case, result) if isinstance(result, Reading) else _put_aside(case, result.article, result.why, Outcome.REFUSED)
            fresh = fresh or step.outcome is Outcome.READ
            yield step
    if case and fresh:
        date_case(case)


def _batches(case: Case | None, found: Iterator[Article | Refused], known: frozenset[str]) -> Iterator[tuple[list[Step], list[Article]]]:
    """What is found, some at a time: the steps of what needs no reader, and the articles that do."""
    kin = _Kin(case)
    while batch := list(islice(found, BATCH)):
        steps: list[Step] = []
        fresh: list[Article] = []
        for item in batch:
            if not isinstance(item, Article):
                steps.append(Step(Outcome.REFUSED, item.path, why=item.why))
            elif item.digest in known:
                steps.append(Step(Outcome.KNOWN, _name(item)))
            elif item.language and not item.language.startswith("en"):
                steps.append(_put_aside(case, kin.mark(item), f"{FOREIGN} ({item.language})", Outcome.UNREAD))
            else:
                fresh.append(kin.mark(item))
        yield steps, fresh


def _stored(case: Case | None, reading: Reading) -> Step:
    same = case is not None and case.add(reading) is Added.KNOWN
    return Step(Outcome.KNOWN if same else Outcome.READ, _name(reading.article), reading)


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

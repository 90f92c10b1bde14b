"""Reading batches of articles one after the other, or several at once in processes of their own; what fails costs only itself."""

from __future__ import annotations

import os
import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import PurePath
from typing import TypeAlias, TypeVar

from legation.errors import InputError, LegationError
from legation.run.own import Own
from legation.words.article import Article
from legation.words.reading import Reading

T = TypeVar("T")

MOST = 4
"""Processes at most where nobody says how many: each holds a parser of some 400 MB."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that the rules could not read, and why."""

    article: Article
    why: str


Result: TypeAlias = Reading | Failed


def usual_jobs() -> int:
    """How many processes suit this machine."""
    return max(1, min(MOST, os.cpu_count() or 1))


def read_batches(batches: Iterable[tuple[T, Sequence[Article]]], own: Own, jobs: int) -> Iterator[tuple[T, Iterator[Result]]]:
    """Each batch with the results for its articles, in the order given; what stands beside the articles is handed back as it is.

    A single batch is read here: starting processes would take longer. Raises InputError where a process dies.
    """
    given = iter(batches)
    first = list(islice(given, 2))
    if jobs == 1 or len(first) < 2:
        yield from ((beside, read_safely(articles, own)) for beside, articles in chain(first, given))
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin) as pool:
        try:
            yield from _ahead(chain(first, given), own, pool, jobs + 1)
        except BrokenProcessPool as error:
            raise InputError("a reading process died, perhaps for want of memory; what was read is kept, go on with --jobs 1") from error
        except BaseException:  # an interruption above all: what is still in work is not waited for
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ahead(batches: Iterable[tuple[T, Sequence[Article]]], own: Own, pool: ProcessPoolExecutor, most: int) -> Iterator[tuple[T, Iterator[Result]]]:
    """Keeps some batches in work ahead of the one that is handed back, never all: the pile may be larger than memory."""
    waiting: deque[tuple[T, Future[list[Result]]]] = deque()
    for beside, articles in batches:
        waiting.append((beside, pool.submit(_read_all, articles, own) if articles else _nothing()))
        if len(waiting) > most:
            yield _next(waiting)
    while waiting:
        yield _next(waiting)


def _next(waiting: deque[tuple[T, Future[list[Result]]]]) -> tuple[T, Iterator[Result]]:
    beside, future = waiting.popleft()
    return beside, iter(future.result())


def _nothing() -> Future[list[Result]]:
    """What a batch comes to in which all is known: no process is started for it."""
    done: Future[list[Result]] = Future()
    done.set_result([])
    return done


def _begin() -> None:
    """An interruption from the keyboard reaches every process; a reader then ends without a word, the main one says what was kept."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _read_all(articles: Sequence[Article], own: Own) -> list[Result]:
    return list(read_safely(articles, own))


def read_safely(articles: Sequence[Article], own: Own) -> Iterator[Result]:
    """The reading of each article as it is done; where the rules fail on one, why."""
    from legation.run.reader import read_articles

    done = 0
    try:
        for reading in read_articles(articles, own.names, own.predicates, own.unified):
            done += 1
            yield reading
        return
    except Exception as error:  # one article must never cost the analyst the other ten thousand
        if len(articles) == 1:
            yield Failed(articles[0], _fault(error))
            return
    for article in articles[done:]:
        yield from read_safely([article], own)


def _fault(error: Exception) -> str:
    """What went wrong in one line; of a fault of ours the place where it happened too, so that it can be reported."""
    if isinstance(error, LegationError):
        return str(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"a fault of Legation, please report it: {type(error).__name__}: {error} ({PurePath(place.filename).name}, line {place.lineno})"

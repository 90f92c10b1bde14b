"""The ledger at scale: a case of synthetic claims, grouped from scratch, one article added, its disputes read; with time and memory.

    python bench/ledger_scale.py [CLAIMS] [FILE]     (1,000,000 and a file in the temporary folder where nothing is given)

Claims are figures of ten measures between pairs of sixty states, four an article, half with a named source. The states trade
unequally: some pairs have thousands of claims, so that long shelves are divided.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from legation.store.adding import add_reading
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.article import Article, Publication
from legation.words.figure import Figure
from legation.words.ids import article_digest, claim_id
from legation.words.period import Period
from legation.words.reading import Made, Reading

MEASURES = ("exports", "trade", "workers", "tariff", "killed", "debt", "aid", "troops", "wages", "investment")
UNITS = {"workers": "people", "killed": "people", "troops": "people", "tariff": "percent"}
NAMES = [a + b + c for a in "ABC" for b in "AEIOU" for c in "BDLN"]
GOODS = ("fish", "coal", "timber", "wheat", "steel", "cotton", "rice", "copper")
VOICES = ("the Ministry of Trade", "the Daily Courier", "the statistics office", "an adviser, Anna Berg")
A_ARTICLE, BATCH = 4, 2_000
MADE = Made("bench", "none", "none")


def readings(claims: int, seed: int = 7) -> Iterator[Reading]:
    """So many claims, the same each time."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    for n in range(claims // A_ARTICLE):
        day = date(2010, 1, 1) + timedelta(dice.randrange(4000))
        parts, figures, sentences, at = [], [], [], 0
        for k in range(A_ARTICLE):
            giver, receiver = _pair(dice)
            measure, value, goods = dice.choice(MEASURES), dice.randrange(1, 900) * 1000.0, dice.choice(GOODS)
            words = f"{value:,.0f}"
            text = f"In {day.year} the {goods} that {giver} counted with {receiver} came to {words}, it was said on day {n}.{k}."
            start = at + text.index(words)
            when = Period(date(day.year, 1, 1), date(day.year, 12, 31)) if dice.random() < 0.6 else None
            voice = dice.choice(VOICES) if dice.random() < 0.5 else None
            figures.append(((start, start + len(words)), Amount(value, value, unit=UNITS.get(measure, "USD")), measure, giver, receiver, when, voice))
            parts.append(text)
            sentences.append((at, at + len(text)))
            at += len(text) + 1
        yield _reading("\n".join(parts), f"Paper {dice.randrange(200)}", day, figures, sentences)


def _pair(dice: random.Random) -> tuple[str, str]:
    """Two states, those early in the list far more often."""
    while True:
        a, b = (NAMES[int(len(NAMES) * dice.random() ** 2)] for _ in range(2))
        if a != b:
            return a, b


def _reading(text: str, publisher: str, day: date, figures: list[tuple], sentences: list[tuple[int, int]]) -> Reading:  # type: ignore[type-arg]
    digest = article_digest(text, publisher, None, day.isoformat())
    article = Article(digest, digest, text, publisher=publisher, language="en", published=Publication(Period(day, day), "stated"))
    made = tuple(
        Figure(claim_id(digest, "figure", span), span, amount, measure, None, giver, receiver, when=when, voice=voice)
        for span, amount, measure, giver, receiver, when, voice in figures
    )
    return Reading(article, MADE, figures=made, sentences=tuple(sentences))


def fill(case: Case, claims: int) -> None:
    """Puts the readings into the case, many in one transaction."""
    batch: list[Reading] = []
    for reading in readings(claims):
        batch.append(reading)
        if len(batch) == BATCH:
            _put(case, batch)
            batch = []
    _put(case, batch)


def _put(case: Case, batch: list[Reading]) -> None:
    with case.book().change() as db:
        for reading in batch:
            add_reading(db, reading, None, "2026-01-01T00:00:00+00:00")


def clock() -> tuple[float, float]:
    """Time on the wall, and of this process: a busy machine stretches the first."""
    return time.perf_counter(), time.process_time()


def timed(what: str, began: tuple[float, float]) -> None:
    """Prints how long something took."""
    wall, own = (now - then for now, then in zip(clock(), began, strict=True))
    print(
        f"{what}: {wall:.3f} s, {own:.3f} s of the processor; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most", flush=True
    )


def main() -> None:
    """Prints how long each step takes, and the most memory the process held so far."""
    claims = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.gettempdir()) / "ledger_scale.case"
    for part in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + part).unlink()
    with Case.open(path, create=True) as case:
        book = case.book()
        began = clock()
        fill(case, claims)
        timed(f"{claims:,} claims put into a case", began)
        began = clock()
        book.bring_up_to_date()
        timed("ledger from scratch", began)
        print(book.counts(), f"{path.stat().st_size / 1e6:,.0f} MB on disk")
        for n, reading in enumerate(readings(5 * A_ARTICLE, seed=11)):
            case.add(reading)
            began = clock()
            book.bring_up_to_date()
            timed(f"one article more ({n + 1})", began)
        began = clock()
        found = list(book.disputes(20))
        timed(f"the {len(found)} heaviest disputes", began)
        began = clock()
        shown = list(book.heaviest(20))
        timed(f"the {len(shown)} heaviest quantities with members and verdicts", began)


if __name__ == "__main__":
    main()

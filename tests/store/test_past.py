"""The case as it stood at a moment: articles, corrections and readings that came later are not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from making import Maker

from legation.store import case as case_module
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.figure import Figure
from legation.words.reading import Reading
from legation.words.voice import Voice


class Clock(datetime):
    """A clock that a test sets."""

    at = datetime(2021, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        return cls.at


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(case_module, "datetime", Clock)
    with Case.open(tmp_path / "x.case", create=True) as made:
        yield made


def reading(words: str, percent: float, url: str | None = None) -> Reading:
    made = (
        Maker(f"Sweden takes {words} of the catch.", published="2020-05-01")
        .figure(words, Amount(None, percent, unit="percent"), "share", "NOR")
        .done()
    )
    return replace(made, article=replace(made.article, url=url))


def add(case: Case, year: int, what: Reading) -> None:
    Clock.at = datetime(year, 1, 1, tzinfo=UTC)
    case.add(what)


def told(case: Case, year: int) -> list[str]:
    return [t.words for t in case.before(datetime(year, 6, 1, tzinfo=UTC)).claims_for_ledger(Figure)]


def test_articles_that_came_later_are_not_there(case: Case) -> None:
    add(case, 2021, reading("up to 80 percent", 80))
    add(case, 2022, reading("up to 50 percent", 50))
    assert [told(case, y) for y in (2020, 2021, 2022)] == [[], ["up to 80 percent"], ["up to 80 percent", "up to 50 percent"]]


def test_a_text_counted_until_it_was_corrected(case: Case) -> None:
    add(case, 2021, reading("up to 80 percent", 80, "https://a.example/1"))
    add(case, 2022, reading("up to 50 percent", 50, "https://a.example/1"))
    assert [told(case, y) for y in (2021, 2022)] == [["up to 80 percent"], ["up to 50 percent"]]


def test_a_reading_counted_until_a_newer_one(case: Case) -> None:
    first = reading("up to 80 percent", 80)
    add(case, 2021, first)
    add(case, 2022, replace(first, figures=()))
    assert [told(case, y) for y in (2021, 2022)] == [["up to 80 percent"], []]


def test_now_is_what_counts(case: Case) -> None:
    add(case, 2021, reading("up to 80 percent", 80))
    assert [t.words for t in case.claims_for_ledger(Figure)] == ["up to 80 percent"]
    assert not list(case.claims_for_ledger(Voice))

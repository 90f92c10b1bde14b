"""What every article gets: junk, day, language; metadata wins over the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from conftest import article
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.draft import read_day
from legation.intake.prepare import prepare
from legation.words.article import Publication
from legation.words.period import Period

TEXT = "March 7, 2017\n\nChile will pay Norway a fee of $3 million a year, according to the text, which runs for ten years."


def test_metadata_wins_and_the_other_day_is_noted() -> None:
    other = prepare(article(TEXT, published="2017-03-20"))
    assert other.published
    assert str(other.published.when) == "2017-03-20"
    assert other.notes == ("the text states 2017-03-07 as its day, its file 2017-03-20",)


@pytest.mark.parametrize("day", ["2017-03-07", "2017-03-08"])
def test_a_day_that_agrees_gains_its_words(day: str) -> None:
    same = prepare(article(TEXT, published=day))
    assert same.published
    assert (str(same.published.when), same.published.span, same.notes) == (day, (0, 13), ())


def test_a_day_in_the_text_is_finer_than_a_month_of_metadata() -> None:
    month = Publication(Period(date(2017, 3, 1), date(2017, 3, 31)), "stated")
    found = prepare(replace(article(TEXT), published=month)).published
    assert found
    assert str(found.when) == "2017-03-07"


def test_preparing_changes_no_id_and_no_text() -> None:
    before = article(TEXT)
    after = prepare(before)
    assert (after.id, after.digest, after.text) == (before.id, before.digest, before.text)
    assert prepare(after) == after


@given(st.text())
def test_any_text_can_be_prepared(text: str) -> None:
    assert prepare(article(text)).language


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2017-03-07", "2017-03-07"),
        ("2017-03-07T23:00:00-05:00", "2017-03-07"),
        ("2017-02", "2017-02-01 – 2017-02-28"),
        ("2017", "2017-01-01 – 2017-12-31"),
        ("Tue, 07 Mar 2017 10:00:00 GMT", "2017-03-07"),
        ("March 7, 2017", "2017-03-07"),
    ],
)
def test_published_fields(value: str, period: str) -> None:
    assert str(read_day(value)) == period


@pytest.mark.parametrize("value", ["", "soon", "2017-13-01", "2017-02-30", "99999999999999999999", "0000-00-00"])
def test_published_fields_that_are_no_date(value: str) -> None:
    assert read_day(value) is None


@given(st.text(max_size=60))
def test_any_published_field(value: str) -> None:
    read_day(value)

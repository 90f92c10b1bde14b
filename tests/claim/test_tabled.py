"""Figures of tables: measure, unit, parties and year from the heads of row and column and the caption."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.words.figure import Figure
from legation.words.reading import Reading

Read = Callable[..., Reading]

EXPORTS = (
    "| Chad's exports by partner (million dollars) | | |\n| Partner | 2018 | 2019 |\n|---|---|---|\n| Niger | 12.4 | 15.1 |\n| Sudan | 7.9 | 3.2 |"
)
FORCES = "| Country | Troops | Tanks |\n| Kenya | 2,500 | 14 |\n| Uganda | over 4,500 | 30 |"
NEED = "People in need of food aid (millions)\nCountry   2016   2017\nKenya      1.3    2.6\nSomalia    4.7    6.2\nEthiopia   9.7    5.6"
VOTE = "Vote share by party\nParty\tVotes\tShare (%)\tSeats\nGreen Front\t1,204,331\t34.5\t48\nUnion\t998,002\t28.6\t40"
IMPORTS = "Imports of Chad, US$ million\nOrigin\t2010\t2011\nFrance\t41.2\t310\nChina\t39.0\t512.5"


def cell(reading: Reading, words: str) -> Figure:
    start = reading.article.text.index(words)
    return next(f for f in reading.figures if f.span == (start, start + len(words)))


def sides(figure: Figure) -> tuple[str | None, str | None]:
    return figure.giver, figure.receiver


def test_a_cell_of_a_table_of_exports(read: Read) -> None:
    figure = cell(read(EXPORTS), "15.1")
    assert (figure.measure, figure.amount.low, figure.amount.unit) == ("exports", 15.1e6, "USD")
    assert sides(figure) == ("TCD", "NER")
    assert figure.when is not None
    assert figure.when.as_json() == ["2019-01-01", "2019-12-31"]


def test_the_heads_are_evidence(read: Read) -> None:
    reading = read(EXPORTS)
    quotes = [reading.article.text[slice(*h)] for h in cell(reading, "3.2").heads]
    assert quotes == ["Chad's exports by partner (million dollars)", "2019", "Sudan"]


def test_imports_run_from_the_row_to_the_owner(read: Read) -> None:
    assert sides(cell(read(IMPORTS), "512.5")) == ("CHN", "TCD")


@pytest.mark.parametrize(
    ("words", "measure", "unit", "giver"),
    [("2,500", "troops", "people", "KEN"), ("14", "weapons", "tanks", "KEN"), ("30", "weapons", "tanks", "UGA")],
)
def test_columns_say_what_is_counted(read: Read, words: str, measure: str, unit: str, giver: str) -> None:
    figure = cell(read(FORCES), words)
    assert (figure.measure, figure.amount.unit, figure.giver) == (measure, unit, giver)


def test_a_bound_in_a_cell_opens_a_side(read: Read) -> None:
    figure = cell(read(FORCES), "over 4,500")
    assert (figure.amount.low, figure.amount.high) == (4500, None)


def test_the_caption_scales_the_numbers(read: Read) -> None:
    figure = cell(read(NEED), "6.2")
    assert (figure.measure, figure.amount.low, figure.amount.unit, figure.giver) == ("hungry", 6.2e6, "people", "SOM")


@pytest.mark.parametrize(("words", "measure", "unit"), [("1,204,331", "votes", "votes"), ("34.5", "vote-share", "percent"), ("48", "seats", "seats")])
def test_a_table_of_votes(read: Read, words: str, measure: str, unit: str) -> None:
    figure = cell(read(VOTE), words)
    assert (figure.measure, figure.amount.unit) == (measure, unit)


def test_the_caption_itself_holds_no_figure(read: Read) -> None:
    assert all("million" not in read(EXPORTS).article.text[slice(*f.span)] for f in read(EXPORTS).figures)


def test_text_around_a_table_is_read_as_ever(read: Read) -> None:
    reading = read(f"Kenya sent 800 soldiers to Mali.\n\n{FORCES}\n\nMali thanked Kenya for the 20 trucks it gave.")
    assert sides(cell(reading, "800 soldiers")) == ("KEN", "MLI")
    assert any(f.amount.low == 20 for f in reading.figures)

"""Figures over sentence borders, parts, ids and reasons; the sentences for each measure are in tests/cases/figures.toml."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.words.figure import Figure
from legation.words.reading import Reading

Read = Callable[..., Reading]


def at(reading: Reading, words: str) -> Figure:
    start = reading.article.text.index(words)
    return next(f for f in reading.figures if f.span[0] < start + len(words) and start < f.span[1])


def test_a_part_names_its_whole(read: Read) -> None:
    reading = read("Israeli fire killed 40 Palestinians in Gaza, including 12 children.")
    whole, part = at(reading, "40"), at(reading, "12")
    assert part.part_of == whole.id
    assert (part.measure, part.giver) == ("killed", "PSE")


def test_an_elliptic_number_takes_unit_and_measure_of_the_one_before(read: Read) -> None:
    reading = read("Uganda will contribute 4,500 troops, followed by Ethiopia with 2,500.")
    assert (at(reading, "2,500").measure, at(reading, "2,500").amount.unit) == ("troops", "people")


def test_the_other_currency_in_brackets_is_the_same_figure(read: Read) -> None:
    reading = read("Germany pledged €300 million ($330 million) in aid to Jordan.")
    euros, dollars = at(reading, "€300"), at(reading, "$330")
    assert (dollars.measure, dollars.giver, dollars.receiver) == (euros.measure, euros.giver, euros.receiver) == ("aid", "DEU", "JOR")


def test_victims_take_the_place_of_the_sentence_before(read: Read) -> None:
    reading = read("A drone hit a depot in Odesa, Ukraine. At least three people were killed.")
    assert at(reading, "three people").giver == "UKR"


def test_an_article_on_one_state_lends_it_to_its_economy(read: Read) -> None:
    reading = read("Bolivia held elections. Bolivia's parliament met. The gross domestic product reached $46 billion.")
    assert at(reading, "$46 billion").giver == "BOL"


def test_a_voice_that_estimates_does_not_hold_the_figure(read: Read) -> None:
    reading = read("The Australian government estimated 1.3 percent growth in Peru.")
    assert at(reading, "1.3 percent").giver == "PER"


def test_what_is_measured_is_told_in_the_articles_words(read: Read) -> None:
    reading = read("Some 20,000 North Korean laborers in China were registered.")
    assert at(reading, "20,000").of == "North Korean laborers in China"


def test_numbers_hold_what_figures_leave_out_and_say_why(read: Read) -> None:
    reading = read("The 52-year-old minister met the two leaders for the 3rd time.")
    assert not reading.figures
    assert len(reading.numbers) == 3
    assert any("named before" in u.why for u in reading.unread)


def test_ids_stay_when_an_article_is_read_again(read: Read) -> None:
    text = "Poland expelled 45 Russian diplomats and sold $700 million of tanks to Peru."
    assert [f.id for f in read(text).figures] == [f.id for f in read(text).figures]
    assert len({f.id for f in read(text).numbers}) == len(read(text).numbers)


@given(st.text(alphabet="0123456789 .,$%-killedpeoplefrtonsRuia()'\n", max_size=120))
@settings(max_examples=25, deadline=None)
def test_any_text_reads(read: Read, text: str) -> None:
    reading = read(text)
    assert all(0 <= f.span[0] < f.span[1] <= len(text) for f in (*reading.figures, *reading.numbers))


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Of the 300 workers, 120 came from Nepal.", "120", "300"),
        ("120 of the 300 workers came from Nepal.", "120", "300"),
        ("A convoy of 50 vehicles, of which 12 were tanks, left.", "12", "50"),
        ("It sent 12 vehicles, comprising 8 vans and 4 lorries.", "8 vans", "12"),
        ("It sent 12 vehicles, comprising 8 vans and 4 lorries.", "4 lorries", "12"),
    ],
)
def test_parts_and_their_whole(read: Read, text: str, part: str, whole: str) -> None:
    reading = read(text)
    assert at(reading, part).part_of == at(reading, whole).id


def test_two_counts_side_by_side_are_no_parts(read: Read) -> None:
    reading = read("It sent 8 vans and 4 lorries.")
    assert not any(f.part_of for f in reading.figures)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Australia's treasurer put the deficit at $40 billion. Australian firms owe more.", "AUD"),
        ("Hong Kong will spend $7 billion on homes, Hong Kong's finance chief said.", "HKD"),
        ("Australia's treasurer put the deficit at $40 billion. Australian firms owe the United States more.", "USD"),
        ("Chad's treasurer put the deficit at $40 billion.", "USD"),
    ],
)
def test_a_plain_dollar_sign_is_the_storys_own(read: Read, text: str, unit: str) -> None:
    assert at(read(text), "$").amount.unit == unit


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("No Kenyan soldiers were injured in the raid.", "No Kenyan soldiers", "wounded"),
        ("The raid caused no casualties in Mali.", "no casualties", "other"),
        ("Not a single life was lost in Malta.", "Not a single life", "killed"),
    ],
)
def test_none_is_zero(read: Read, text: str, words: str, measure: str) -> None:
    figure = at(read(text), words)
    assert (figure.amount.low, figure.amount.high, figure.amount.unit, figure.measure) == (0, 0, "people", measure)


def test_no_soldiers_is_no_figure_where_nothing_befell_them(read: Read) -> None:
    assert not read("Malta has no soldiers in Mali.").figures

"""Properties of amounts on any text; the sentences with their expected amounts are in tests/cases/amounts.toml."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.find.amounts import FoundAmount, Sort, find_amounts
from legation.parse.doc import Doc, Sentence, Token

NUMBERS = (
    "5",
    "1,200",
    "3.5 million",
    "half",
    "two-thirds",
    "dozens",
    "a million and a half",
    "15th",
    "doubled",
    "1/2",
    "10-12",
    "$5",
    "€3bn",
    "20%",
    "-7",
)
WORDS = (
    "more than",
    "up to",
    "between",
    "and",
    "to",
    "of",
    "people",
    "tonnes",
    "a year",
    "per day",
    "in",
    "May",
    "Resolution",
    "from",
    ",",
    "percent",
    "or so",
)


def plain(text: str) -> Doc:
    """A Doc without grammar: every word a noun that heads itself. Amounts must hold whatever a parser makes of a text."""
    tokens, at = [], 0
    for word in text.split(" "):
        if word.strip():
            tokens.append(Token(len(tokens), at, word, word, "NOUN", "NN", "dep", "", 0))
        at += len(word) + 1
    return Doc(text, [Sentence(0, 0, tokens)] if tokens else [])


def check(text: str, found: list[FoundAmount]) -> None:
    for f in found:
        start, end = f.span
        assert 0 <= start < end <= len(text)
        assert start <= f.token.start < end or f.token.start <= start < f.token.end
        low, high = f.amount.low, f.amount.high
        assert low is None or high is None or low <= high
        assert all(side is None or abs(side) < float("inf") for side in (low, high))
    starts = [f.span[0] for f in found]
    assert starts == sorted(starts)


@given(st.text(max_size=200))
def test_any_text_gives_valid_spans(text: str) -> None:
    check(text, list(find_amounts(plain(text))))


@given(st.lists(st.sampled_from(NUMBERS + WORDS), max_size=14))
@settings(max_examples=300)
def test_any_mix_of_numbers_and_words_gives_valid_spans(words: list[str]) -> None:
    text = " ".join(words)
    check(text, list(find_amounts(plain(text))))


@given(st.integers(min_value=2101, max_value=10**12))
def test_digits_are_read_with_and_without_commas(value: int) -> None:
    for written in (str(value), f"{value:,}"):
        (found,) = find_amounts(plain(f"They shipped {written} crates"))
        assert found.amount.low == found.amount.high == value


@given(st.integers(min_value=1, max_value=999), st.sampled_from([("million", 1e6), ("billion", 1e9), ("thousand", 1e3), ("trillion", 1e12)]))
def test_scale_words_multiply(value: int, scale: tuple[str, float]) -> None:
    (found,) = find_amounts(plain(f"It cost ${value} {scale[0]}"))
    assert (found.amount.low, found.amount.unit) == (value * scale[1], "USD")


@given(st.integers(min_value=2, max_value=900), st.integers(min_value=1, max_value=400))
def test_a_range_runs_upwards(low: int, more: int) -> None:
    (found,) = find_amounts(plain(f"between {low} and {low + more} crates"))
    assert (found.amount.low, found.amount.high) == (low, low + more)


@pytest.mark.parametrize(
    "text",
    ["9" * 400, "1e" * 300, "1,000" * 200, "½" * 300, "\\$" * 200, "one hundred " * 200, "$" * 500 + "5", "٣٤٥ ۱۲", "5\u0000people", "1" + "0" * 320],
)
def test_hostile_numbers_do_no_harm(text: str) -> None:
    check(text, list(find_amounts(plain(text))))


def test_time_grows_with_length_only() -> None:
    def seconds(times: int) -> float:
        doc = plain("Norway sent more than 300 tonnes of aid worth $5 million to Sudan in May 2015 and " * times)
        start = time.process_time()
        list(find_amounts(doc))
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 40 * max(seconds(40), 0.005)


def test_sorts_of_numbers(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Kim, 33, met the 12-year-old boy for the 2nd time two years ago after a 10-year war; they lost 3-1.")
    sorts = {doc.text[f.span[0] : f.span[1]]: f.sort for f in find_amounts(doc)}
    assert sorts["33"] is Sort.AGE
    assert sorts["12-year-old"] is Sort.AGE
    assert sorts["2nd"] is Sort.ORDINAL
    assert sorts["two years"] is Sort.MOMENT
    assert sorts["10-year"] is Sort.AMOUNT
    assert sorts["3"] is Sort.SCORE


def test_dollars_are_those_of_the_story_only_where_it_is_plain(parsed: Callable[[str], Doc]) -> None:
    here = parsed("Australia raised its budget. Australian farmers and Canberra agreed. The plan costs 5 million dollars.")
    both = parsed("Australia and the United States signed. The U.S. will pay 5 million dollars.")
    assert [f.amount.unit for f in find_amounts(here)] == ["AUD"]
    assert [f.amount.unit for f in find_amounts(both)] == ["USD"]

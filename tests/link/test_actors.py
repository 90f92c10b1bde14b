"""Linking as a whole: spans, order, what is told later, hostile text. Single sentences stand in cases/actors.toml."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.link.actors import find_actors
from legation.parse.doc import Doc, Sentence
from legation.words.actor import Mention
from legation.words.article import Publication
from legation.words.period import Period

Parse = Callable[[str], Doc]


def on(day: str) -> Publication:
    return Publication(Period(date.fromisoformat(day), date.fromisoformat(day)), "stated")


def linked(doc: Doc, day: str | None = None) -> dict[str, str]:
    """The surfaces of a document with the id of the last mention of each."""
    return {doc.text[slice(*m.span)]: m.id for m in find_actors(doc, on(day) if day else None).mentions}


@pytest.mark.parametrize(
    ("text", "surface", "id"),
    [
        ("Russian officials shrugged.", "Russian officials", "RUS"),
        ("The government of Qatar paid.", "The government of Qatar", "QAT"),
        ("The North Korean government seizes wages.", "The North Korean government", "PRK"),
        ("It backs the regime of North Korean leader Kim Jong-un.", "the regime of North Korean leader Kim Jong-un", "PRK"),
        ("A spokesperson for the German government spoke.", "A spokesperson for the German government", "DEU"),
        ("The Russian Ministry of Labor counted them.", "The Russian Ministry of Labor", "RUS"),
        ("Former US President Barack Obama came.", "Former US President Barack Obama", "USA"),
        ("US Ambassador to Mali Ann Example left.", "US Ambassador to Mali Ann Example", "USA"),
        ("The President of Ukraine Volodymyr Zelenskyy flew in.", "The President of Ukraine Volodymyr Zelenskyy", "UKR"),
        ("Turkey's U.N. ambassador objected.", "Turkey's U.N. ambassador", "TUR"),
        ("Putin's government fell silent.", "Putin's government", "RUS"),
        ("The Peruvian Navy sailed.", "The Peruvian Navy", "PER"),
        ("An AU trade and industry commissioner came.", "An AU trade and industry commissioner", "AU"),
        ("Officials in Pyongyang kept silent.", "Officials in Pyongyang", "PRK"),
    ],
)
def test_the_phrase_a_reader_would_mark(parsed: Parse, text: str, surface: str, id: str) -> None:
    assert linked(parsed(text), "2020-05-05").get(surface) == id


def test_the_name_inside_a_phrase_keeps_its_own_mention(parsed: Parse) -> None:
    found = linked(parsed("US Ambassador to Mali Ann Example left."))
    assert found["Mali"] == "MLI"
    assert found["US"] == "USA"


def test_a_short_name_is_marked_with_and_without_its_article(parsed: Parse) -> None:
    found = linked(parsed("He praised the US and the UN."))
    assert found["the US"] == found["US"] == "USA"
    assert found["the UN"] == found["UN"] == "UN"


def test_an_official_is_known_again_by_surname(parsed: Parse) -> None:
    doc = parsed("Deputy Finance Minister Oleg Probin of Russia called. Later Probin denied it.")
    assert linked(doc)["Probin"] == "RUS"


def test_a_surname_needs_an_introduction_or_an_office(parsed: Parse) -> None:
    assert "Macron" in linked(parsed("Macron thanked France."), "2019-03-03")
    assert "Macron" not in linked(parsed("Macron thanked France."), "1989-03-03")


def test_a_title_without_a_name_takes_up_the_phrase_told_before(parsed: Parse) -> None:
    found = linked(parsed("The Chilean ambassador met Peru's president. The ambassador left at noon."))
    assert found["The ambassador"] == "CHL"


def test_mentions_come_in_order_and_one_a_span(parsed: Parse) -> None:
    mentions = find_actors(parsed("The Russian Foreign Ministry and the US State Department met Kim Jong Un in Hanoi."), on("2019-02-27")).mentions
    spans = [m.span for m in mentions]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans, key=lambda s: (s[0], -s[1]))


def test_reading_again_changes_nothing(parsed: Parse) -> None:
    doc = parsed("Iran told the IAEA that its inspectors may return. The country gave no date.")
    assert find_actors(doc, None).mentions == find_actors(doc, None).mentions


WORDS = [
    "the",
    "The",
    "North",
    "South",
    "Korea",
    "Chad",
    "'s",
    "government",
    "of",
    "minister",
    "U.S.",
    "-",
    "–",
    "and",
    "Kim",
    "its",
    "country",
    ",",
    "ally",
    "US",
    "\n\n",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=25), tail=st.text(max_size=20))
def test_no_text_breaks_it(parsed: Parse, words: list[str], tail: str) -> None:
    doc = parsed(" ".join(words) + tail)
    for m in find_actors(doc, on("2017-07-07")).mentions:
        assert 0 <= m.span[0] < m.span[1] <= len(doc.text)
        assert isinstance(m, Mention)


def test_a_long_text_costs_in_proportion(parsed: Parse) -> None:
    def cost(doc: Doc) -> float:
        """The least of a few runs: other work on the machine must not fail the test."""
        runs = []
        for _ in range(5):
            start = time.process_time()
            find_actors(doc, None)
            runs.append(time.process_time() - start)
        return min(runs)

    sentence = "Russia told China that the country would aid Iran. Its minister agreed. "
    short, long = parsed(sentence * 30), parsed(sentence * 240)
    assert cost(long) < 8 * 4 * cost(short)


@pytest.mark.parametrize(
    "run",
    [
        "Minister " * 2000 + "Putin " * 1500,
        "the old " * 3000 + "Russian army",
        "President of " * 2500,
        "Kim-" * 3000,
        "North and South Korea " * 1000,
    ],
)
def test_hostile_runs_cost_no_more_than_their_length(parsed: Parse, run: str) -> None:
    doc = parsed(run)
    start = time.process_time()
    find_actors(doc, on("2017-07-07"))
    assert time.process_time() - start < 40


def test_a_name_broken_by_the_end_of_a_sentence_does_not_stop_the_reader(parsed: Parse) -> None:
    whole = parsed("The President of Russia Vladimir Putin visited China.")
    cut = next(t.i for t in whole.tokens if t.text == "Putin")
    parts = [Sentence(0, 0, whole.tokens[:cut]), Sentence(1, 0, whole.tokens[cut:])]
    for part in parts:
        for t in part.tokens:
            t.sent = part.i
    ids = {m.id for m in find_actors(Doc(whole.text, parts), None).mentions}
    assert ids == {"RUS", "CHN"}

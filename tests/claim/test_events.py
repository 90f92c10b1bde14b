"""Events of whole texts: ids, spans, repetition, voices, and no crash on any text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.claim.arguments import Roles
from legation.claim.frames import Act
from legation.claim.tellings import once
from legation.codes.predicates import lexicon
from legation.parse.doc import Token
from legation.words.event import Event, EventType
from legation.words.reading import Reading
from legation.words.status import Status

Read = Callable[..., Reading]
WORDS = st.sampled_from(
    [
        "Iran",
        "Israel",
        "Moscow",
        "Kyiv",
        "the",
        "The",
        "a",
        "of",
        "on",
        "against",
        "to",
        "by",
        "with",
        "and",
        ",",
        ".",
        ";",
        ":",
        "'",
        '"',
        "—",
        "said",
        "attack",
        "attacks",
        "attacked",
        "sanctions",
        "imposed",
        "talks",
        "held",
        "troops",
        "deployed",
        "will",
        "not",
        "if",
        "which",
        "who",
        "its",
        "they",
        "both",
        "countries",
        "killed",
        "in",
        "from",
        "condemned",
        "urged",
        "threatened",
        "40",
        "%",
        "2017",
        "\n\n",
    ]
)

WORD = Token(0, 0, "attack", "attack", "NOUN", "NN", "ROOT", "", 0)
ACT = Act(WORD, lexicon()["n", "attack"][0], Roles(), (), ())


def test_ids_are_unique_and_stable(read: Read) -> None:
    text = "Iran condemned Israel. Israel condemned Iran. Iran condemned Israel again on Monday."
    first, second = (read(text, published="2021-05-05").events for _ in range(2))
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first) >= 2


def test_an_act_told_twice_is_one_event(read: Read) -> None:
    events = read(
        "Poland closed its border with Belarus on Friday. The border was closed after drones flew over. Poland closed its border with Belarus."
    ).events
    assert len([e for e in events if e.type is EventType.SANCTION]) == 1


def test_the_fuller_mention_is_kept() -> None:
    short = Event("", (0, 5), EventType.ASSAULT, ("ISR",), (), rule="noun:attack (nominal)")
    long = Event("", (2, 40), EventType.ASSAULT, ("ISR",), ("LBN",), rule="noun:attack (light)")
    assert once([(short, ACT), (long, ACT)]) == [long]


def test_different_statuses_are_different_events() -> None:
    done = Event("", (0, 5), EventType.AID, ("NOR",), ("SDN",))
    ahead = replace(ACT, token=Token(9, 90, "aid", "aid", "NOUN", "NN", "ROOT", "", 3))
    planned = Event("", (9, 15), EventType.AID, ("NOR",), ("SDN",), status=Status.PLANNED)
    assert len(once([(done, ACT), (planned, ahead)])) == 2


def test_a_rule_names_the_row_and_the_frame(read: Read) -> None:
    (event,) = read("China imposed tariffs on Canada.").events
    assert event.rule == "verb:impose+@penalty (active)"
    assert event.cameo == "163"
    assert "economic" in event.contexts


def test_the_announcer_is_the_voice(read: Read) -> None:
    (event,) = read("Mexico announced tariffs on China.").events
    assert event.status is Status.PLANNED
    assert event.voice
    assert "Mexico" in event.voice


def test_spans_of_parties_lie_in_the_text(read: Read) -> None:
    text = "On Monday Turkey and Greece signed an agreement with Egypt, and Italy praised them."
    for event in read(text).events:
        assert 0 <= event.span[0] < event.span[1] <= len(text)
        for start, end in (*event.actor_spans, *event.recipient_spans):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text", ["", " ", ".", "\x00", "of of of", "🙂" * 50, "who who who which that", "Iran " * 300, "(" * 200, "by by by Iran by"]
)
def test_hostile_text_gives_no_error(read: Read, text: str) -> None:
    reading = read(text)
    assert all(text[e.span[0] : e.span[1]] for e in reading.events)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=40))
def test_any_order_of_words_gives_valid_events(read: Read, words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert len({e.id for e in reading.events}) == len(reading.events)
    assert len({t.id for t in reading.ties}) == len(reading.ties)
    for event in reading.events:
        assert event.actors
        assert not set(event.actors) & set(event.recipients)
        assert text[event.span[0] : event.span[1]].strip()
    for tie in reading.ties:
        assert tie.a != tie.b


def test_a_tie_holds_the_figures_that_measure_it(read: Read) -> None:
    reading = read(
        "In 2015 Russia had trade with North Korea. Russia's exports to North Korea were worth $48 million in 2016.", published="2017-03-07"
    )
    ties = [t for t in reading.ties if t.kind == "exports"]
    measured = {f.id for f in reading.figures if f.measure == "exports"}
    assert ties
    assert set(ties[0].figures) <= measured


def test_an_act_without_a_doer_stands_in_unread(read: Read) -> None:
    assert any("doer" in u.why for u in read("Iran and Chile were sanctioned.").unread)


def test_a_verb_between_two_actors_that_no_row_takes_stands_in_unread(read: Read) -> None:
    assert any("puzzle" in u.why for u in read("The Russian president puzzled the German minister.").unread)


def test_nothing_is_unread_where_an_event_was_taken(read: Read) -> None:
    assert not any("act" in u.why or "row" in u.why for u in read("Russia attacked Ukraine.").unread)

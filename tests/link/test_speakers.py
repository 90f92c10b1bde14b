"""Voices: spans, pieces, pronouns, countries, hostile text. Sentences with their speakers are in cases/voices.toml."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from conftest import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.find.speech import find_speech
from legation.link.speakers import link_voices
from legation.parse.doc import Doc, Sentence, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import overlap
from legation.words.voice import Voice

WORDS = st.sampled_from(
    [
        "Oman",
        "said",
        "“",
        "”",
        '"',
        "the port",
        "is open",
        ",",
        ".",
        "?",
        ":",
        "according to",
        "officials",
        "he",
        "that",
        "told",
        "\n\n",
        "citing",
        "warned of",
        "’",
        "claims",
    ]
)


def voices(parsed: Callable[[str], Doc], text: str, mentions: tuple[Mention, ...] = ()) -> tuple[Voice, ...]:
    return link_voices(article(text), parsed(text), mentions)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=40))
def test_spans_and_direct_speech_hold(parsed: Callable[[str], Doc], words: list[str]) -> None:
    text = " ".join(words)
    for v in voices(parsed, text):
        assert 0 <= v.span[0] < v.span[1] <= len(text)
        assert v.speaker
        assert v.speaker_span is not None
        assert 0 <= v.speaker_span[0] < v.speaker_span[1] <= len(text)
        assert v.cue_span is not None
        if v.verbatim and text[v.span[0] - 1] in '“"':
            assert not overlap(v.span, v.cue_span) or text[v.cue_span[0] : v.cue_span[1]] == ":"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_is_read(parsed: Callable[[str], Doc], text: str) -> None:
    for v in voices(parsed, text):
        assert 0 <= v.span[0] < v.span[1] <= len(text)


def test_a_hundred_thousand_marks_are_read_in_linear_time() -> None:
    text = '" said ' * 50_000
    tokens = []
    for n, at in enumerate(range(0, len(text), 7)):
        tokens += [Token(2 * n, at, '"', '"', "PUNCT", "''", "punct", "", n), Token(2 * n + 1, at + 2, "said", "say", "VERB", "VBD", "ROOT", "", n)]
    sentences = [Sentence(n, n // 1000, tokens[2 * n : 2 * n + 2]) for n in range(len(tokens) // 2)]
    began = time.process_time()
    find_speech(Doc(text, sentences))
    assert time.process_time() - began < 80


def test_pieces_of_one_utterance_share_its_number(parsed: Callable[[str], Doc]) -> None:
    found = voices(parsed, "“We want peace,” Ortega said, “but we will not beg for it.” Critics said the offer was late.")
    assert [v.utterance for v in found][:2] == [found[0].utterance] * 2
    assert found[2].utterance != found[0].utterance


def test_the_span_is_where_the_speaker_stands_beside_the_cue(parsed: Callable[[str], Doc]) -> None:
    text = "Ahmed Sayeed leads the bank. He said rates would fall."
    (voice,) = voices(parsed, text)
    assert voice.speaker == "Ahmed Sayeed"
    assert voice.speaker_span == (29, 31)


def test_ids_differ_where_two_sources_share_content(parsed: Callable[[str], Doc]) -> None:
    found = voices(parsed, "Reuters, citing two officials, reported that the plant had closed.")
    assert len({v.id for v in found}) == len(found) == 2


def test_what_was_not_said_is_no_voice(parsed: Callable[[str], Doc]) -> None:
    assert not voices(parsed, "The army did not say that the bridge was closed.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ahmed Sayeed leads the bank. “Rates will fall,” he said.", "Ahmed Sayeed"),
        ("Prosecutor Anna Lindt opened the trial. The prosecutor said the ship was stolen.", "Prosecutor Anna Lindt"),
        ("The ministry issued a statement. The statement said that yields had doubled.", "The ministry"),
        ("Lukas Weber, a trade expert in Vienna, said the tariff would fail.", "Lukas Weber"),
        ("Weber, who leads the institute, said the tariff would fail.", "Weber"),
    ],
)
def test_whom_a_word_stands_for(parsed: Callable[[str], Doc], text: str, speaker: str) -> None:
    assert voices(parsed, text)[-1].speaker == speaker


def mention(text: str, words: str, id: str) -> Mention:
    start = text.index(words)
    return Mention((start, start + len(words)), id, words, ActorKind.STATE, "adjective")


def test_country_of_the_name_of_its_apposition_and_of_nobody(parsed: Callable[[str], Doc]) -> None:
    text = "Norwegian officials said the fleet had sailed."
    assert voices(parsed, text, (mention(text, "Norwegian", "NOR"),))[0].country == "NOR"
    text = "Ada Berg, the Norwegian envoy, said the fleet had sailed. Berg said it would return."
    assert [v.country for v in voices(parsed, text, (mention(text, "Norwegian", "NOR"),))] == ["NOR", "NOR"]
    text = "Experts said the Norwegian fleet had sailed."
    assert voices(parsed, text, (mention(text, "Norwegian", "NOR"),))[0].country is None


def test_speakers_of_two_states_have_no_country(parsed: Callable[[str], Doc]) -> None:
    text = "Norway and Chile said the fleet had sailed."
    assert voices(parsed, text, (mention(text, "Norway", "NOR"), mention(text, "Chile", "CHL")))[0].country is None

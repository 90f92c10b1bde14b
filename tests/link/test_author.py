"""Who speaks in a document of the first person: by its heading, else by whom it names most."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.words.reading import Reading

Read = Callable[..., Reading]

SPEECH = "My country firmly condemns the raid by Chad. We urge Chad to withdraw. Our delegation will help Mali."


@pytest.mark.parametrize(
    "title", ["Statement of NOR in the General Debate", "Address by the Prime Minister of Norway", "Speech: Norway at the summit"]
)
def test_a_heading_tells_who_says_we(read: Read, title: str) -> None:
    told = {(str(e.type), e.actors, e.recipients) for e in read(SPEECH, title=title).events}
    assert ("ACCUSE", ("NOR",), ("TCD",)) in told
    assert ("REQUEST", ("NOR",), ("TCD",)) in told


@pytest.mark.parametrize("title", [None, "Norway condemns raid", "Statement of Norway and Sweden"])
def test_without_such_a_heading_nobody_is_guessed(read: Read, title: str | None) -> None:
    assert not any("NOR" in e.actors for e in read(SPEECH, title=title).events)


def test_a_speech_without_heading_is_of_the_state_it_names_most(read: Read) -> None:
    text = "Norway is a small nation. My country, Norway, condemns the raid by Chad. We in Norway urge calm. Our people in Norway know war. We act."
    assert any(e.actors == ("NOR",) and e.recipients == ("TCD",) for e in read(text).events)


def test_what_others_say_stays_theirs(read: Read) -> None:
    text = 'President Ada Berg of Sweden said: "We condemn Chad." My country thanks Mali. We thank Kenya. Our people thank Togo.'
    told = [e for e in read(text, title="Statement of Norway").events if e.recipients == ("TCD",)]
    assert all(e.actors != ("NOR",) for e in told)

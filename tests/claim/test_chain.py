"""Chains of voices: nested, cited, running, and the article's own word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import article

from legation.claim.chain import chain_of
from legation.link.linked import Linked
from legation.link.speakers import link_voices
from legation.parse.doc import Doc


def chain(parsed: Callable[[str], Doc], text: str, words: str) -> list[str]:
    doc = parsed(text)
    a = article(text)
    start = text.index(words)
    linked = Linked(a, doc, voices=link_voices(a, doc, ()))
    return [s.speaker for s in chain_of(linked, (start, start + len(words)))]


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("Chad closed the road.", "closed", []),
        ("Officials said Chad closed the road.", "closed", ["Officials"]),
        ("Officials said Chad closed the road.", "said", []),
        ("Reuters reported that officials said Chad closed the road.", "closed", ["Reuters", "officials"]),
        ("Reuters reported that officials said Chad closed the road.", "said", ["Reuters"]),
        ("Reuters, citing two officials, reported that Chad had closed the road.", "closed", ["Reuters", "two officials"]),
        ("An official told Le Monde that Chad closed the road.", "closed", ["An official"]),
        ("“Chad closed the road,” Diallo said. “It will open it again in May.”", "open", ["Diallo"]),
        ("The survey found that 40 wells were dry. The survey was made in May by 12 teams.", "12 teams", ["The survey"]),
        ("The survey found that 40 wells were dry. Rain fell on 12 villages.", "12 villages", []),
        ("The survey found that 40 wells were dry.\n\nThe survey was made by 12 teams.", "12 teams", []),
    ],
)
def test_outermost_first(parsed: Callable[[str], Doc], text: str, words: str, speakers: list[str]) -> None:
    assert chain(parsed, text, words) == speakers


def test_a_claim_that_only_begins_in_a_voice_is_not_its(parsed: Callable[[str], Doc]) -> None:
    text = "Officials said Chad closed the road."
    assert chain(parsed, text, "Officials said Chad") == []

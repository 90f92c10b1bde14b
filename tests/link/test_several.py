"""Plurals that stand for several actors told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.link.actors import find_actors
from legation.parse.doc import Doc

CASES = [
    ("Kenya and Uganda signed a pact on Lake Victoria. Both countries will send patrols.", "Both countries", {"KEN", "UGA"}),
    ("Peru fought Ecuador in 1995. The two neighbours later made peace.", "The two neighbours", {"PER", "ECU"}),
    ("Estonia, Latvia and Lithuania met in Riga. The three countries want more troops.", "The three countries", {"EST", "LVA", "LTU"}),
    ("The Turkish foreign minister met the Greek foreign minister. The two ministers spoke for an hour.", "The two ministers", {"TUR", "GRC"}),
    ("Israel and Hamas talked through Qatar. Hamas attacked Israel again. The two sides blamed each other.", "The two sides", {"ISR", "hamas"}),
    (
        "Pakistan bombed Kabul, and Taliban fighters shot back into Pakistan from Afghanistan. Both countries lost men.",
        "Both countries",
        {"PAK", "AFG"},
    ),
]


@pytest.mark.parametrize(("text", "words", "ids"), CASES, ids=[c[1] for c in CASES])
def test_who_they_are(text: str, words: str, ids: set[str], parsed: Callable[[str], Doc]) -> None:
    found = find_actors(parsed(text), None).several
    assert {m.id for m in found if text[slice(*m.span)] == words} == ids
    assert all(text[slice(*m.span)] == words for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "France, Italy and Spain met Malta and Greece. Both countries agreed.",
        "Two countries agreed. Norway heard of it.",
        "Both Russian ministers left Chile.",
        "He lost the two.",
    ],
)
def test_who_cannot_be_told_is_left_open(text: str, parsed: Callable[[str], Doc]) -> None:
    assert find_actors(parsed(text), None).several == ()

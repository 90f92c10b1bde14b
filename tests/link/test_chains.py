"""Chains of phrases that speak of the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.link.actors import find_actors
from legation.link.chains import chains
from legation.parse.doc import Doc


def told(doc: Doc) -> list[list[str]]:
    return [[doc.text[slice(*s)] for s in c] for c in chains(doc, find_actors(doc, None).mentions)]


TOGETHER = [
    ("Maria Solberg resigned on Monday. She left Oslo with her son.", ["Maria Solberg", "She", "her"]),
    ("Peter Lund met Anna Berg. On Tuesday, Lund thanked Berg.", ["Peter Lund", "Lund"]),
    ("Anna Berg praised herself.", ["Anna Berg", "herself"]),
    ("The United States closed the port. The U.S. gave no reason.", ["The United States", "The U.S."]),
    ("A new bridge opened in May. The bridge cost a fortune.", ["A new bridge", "The bridge"]),
    ("The villagers sold their boats because they were old.", ["The villagers", "their"]),
    ("The company dismissed its workers.", ["The company", "its"]),
    ("Minister Jan Dvorak arrived late. The minister apologised.", ["Minister Jan Dvorak", "The minister"]),
    ("“I am tired,” Anna Berg said.", ["I", "Anna Berg"]),
    ("Jan Dvorak, a farmer from Brno, sued. The farmer won.", ["Jan Dvorak, a farmer from Brno", "The farmer"]),
]


@pytest.mark.parametrize(("text", "chain"), TOGETHER, ids=[t for t, _ in TOGETHER])
def test_what_belongs_together(parsed: Callable[[str], Doc], text: str, chain: list[str]) -> None:
    found = told(parsed(text))
    assert any(set(chain) <= set(c) for c in found), found


APART = [
    ("Peter Lund met Anna Berg. She smiled.", "Peter Lund", "She"),
    ("The red car hit the blue car. The blue car burned.", "The red car", "The blue car"),
    ("Peter Lund admires him.", "Peter Lund", "him"),
    ("It is likely that the port closes. The port is old.", "It", "The port"),
    ("Maria Solberg left. Peter Solberg stayed.", "Maria Solberg", "Peter Solberg"),
    ("A ship sank. Another ship came.", "A ship", "Another ship"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART, ids=[t for t, *_ in APART])
def test_what_stays_apart(parsed: Callable[[str], Doc], text: str, one: str, other: str) -> None:
    assert not [c for c in told(parsed(text)) if one in c and other in c]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["Anna", "Berg", "he", "it", "the", "ship", "’s", ",", "who", "said", ".", "\n\n", "We", "U.S.", "𝒳", "(", "their"]),
        max_size=20,
    )
)
def test_any_text_gives_chains_of_two_or_more_in_order(parsed: Callable[[str], Doc], words: list[str]) -> None:
    text = " ".join(words)
    for chain in chains(doc := parsed(text), find_actors(doc, None).mentions):
        assert len(chain) > 1
        assert len(set(chain)) == len(chain)
        assert all(0 <= a < b <= len(text) for a, b in chain)

"""The headline of a text without a title."""

from __future__ import annotations

import pytest
from conftest import article
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.headline import headline_of
from legation.intake.prepare import prepare

PROSE = "Chile will pay Norway a fee of $3 million a year, according to a text that both governments signed in Oslo on Monday."


@pytest.mark.parametrize(
    "head",
    [
        "Chile agrees to pay Norway a fee\n\n",
        "# Chile agrees to pay Norway a fee\n\n",
        "Oslo Gazette\nMarch 7, 2017\nBy Ingrid Solheim\n\nChile agrees to pay Norway a fee\n\n",
        "International relations\n\nChile agrees to pay Norway a fee\n\nThe text runs for ten years\n\n",
        "Chile agrees to pay Norway a fee\nThe text that both governments signed in Oslo on Monday runs for ten years.\n\n",
    ],
)
def test_the_first_line_that_is_a_headline(head: str) -> None:
    assert headline_of(head + PROSE) == "Chile agrees to pay Norway a fee"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Chile pays Norway a fee.\n\n" + PROSE,
        "OSLO, March 7, 2017 (Fjord Agency) -- Chile pays Norway\n\n" + PROSE,
        "By Ingrid Solheim of the Oslo Gazette\n\n" + PROSE,
        "• Chile pays Norway a fee\n• Norway builds a port for Chile\n",
        "Chile agrees to pay \x1b[31mNorway a fee\n\n" + PROSE,
        "Chile agrees to pay Norway a fee",
        "",
    ],
)
def test_prose_bylines_and_lists_are_none(text: str) -> None:
    assert headline_of(text) is None


def test_what_the_file_states_wins_and_junk_is_none() -> None:
    text = "Share this article with all your friends now\n\nChile agrees to pay Norway a fee\n\n" + PROSE
    assert prepare(article(text, title="Fees in the north")).title == "Fees in the north"
    assert prepare(article(text)).title == "Chile agrees to pay Norway a fee"


@given(st.text())
def test_of_any_text_a_line_or_none(text: str) -> None:
    found = headline_of(text)
    assert found is None or (found and "\n" not in found)

import pytest
from making import northern

from legation import api
from legation.brief.compose import Brief, compose
from legation.brief.markdown import safe
from legation.brief.pile import Pile


@pytest.fixture(scope="module")
def brief() -> Brief:
    readings = northern()
    return compose(Pile.of(readings, api.ledger(readings)), "The North")


def test_markdown_holds_claims_with_ids_and_no_markup_of_articles(brief: Brief) -> None:
    text = brief.markdown()
    claim = brief.pile.readings[0].events[0].id[:8]
    assert f"\\[1\\] `{claim}`" in text
    assert "**Norway worked together with Sweden.**" in text
    assert "\\<b\\>Anna" in text
    assert "<script" not in text.replace("\\<script", "")
    assert "\x1b" not in text


def test_safe_markdown() -> None:
    assert safe("*a* [b](c) <d> | e") == "\\*a\\* \\[b\\](c) \\<d\\> \\| e"
    assert safe("1. one") == "\\1. one"
    assert safe("- one") == "\\- one"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_terminal_text_fits_and_shows_markup_as_it_stands(brief: Brief, width: int) -> None:
    text = brief.text(width)
    assert max(map(len, text.splitlines())) <= width
    assert "[red]Norway[/red]" in " ".join(text.split())
    assert "\x1b" not in text
    assert "up to 80 percent" in text

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import Maker, northern

import legation
from legation import api
from legation.run.cells import CELLS, METHOD
from legation.words.amount import Amount

VOID = ("br",)


class Tags(HTMLParser):
    """The tags of a piece of HTML; fails where they cross."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {k for k, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {k for k, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(thing: object) -> str:
    html = getattr(thing, METHOD)()
    assert isinstance(html, str)
    found = Tags(html)
    assert not found.seen & {"script", "style", "img", "iframe", "object", "form", "link"}
    assert not {a for a in found.attributes if a.startswith("on") or a in ("style", "src")}
    return html


def test_what_a_notebook_is_given_has_a_face_of_its_own(tmp_path: Path) -> None:
    readings = northern()
    ledger = api.ledger(readings)
    first = readings[0]
    assert "Fish for Sweden" in shown(first)
    assert "6 May 2021" in shown(first.article)
    assert "Norway worked together with Sweden" in shown(first.events[0])
    assert "more than" in shown(first.figures[0]) or "at least" in shown(first.figures[0])
    assert "1 with a conflict" in shown(ledger)
    told = shown(next(q for q in ledger.quantities if len(q.members) > 1))
    assert "What stands:" in told
    assert "<svg" in told
    with legation.open(tmp_path / "north.case", True) as case:
        case.add(first)
        assert "north.case" in shown(case)
        assert "1 articles" in shown(case)


def test_the_words_themselves_know_nothing_of_it() -> None:
    for kind in CELLS:
        assert METHOD not in Path(str(__import__(kind.__module__, fromlist=["x"]).__file__)).read_text()


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>&<b>", "\x1b[31m\u202e\x00"])
def test_hostile_words_stay_words(hostile: str) -> None:
    text = f"Norway {hostile} sent 300 tonnes of fish to Sweden."
    amount = Amount(300, 300, unit=f"{hostile}s")
    reading = Maker(text, title=hostile, publisher=hostile, published="2021-05-06").event(text, "AID", [hostile], ["SWE"], hostile).done()
    reading = replace(reading, figures=Maker(text).figure("300 tonnes", amount, "exports", hostile, "SWE", voice=hostile).done().figures)
    ledger = api.ledger([reading])
    for thing in (reading, reading.article, *reading.events, *reading.figures, ledger, *ledger.quantities):
        html = shown(thing)
        assert "\x1b" not in html
        assert "\u202e" not in html


@given(st.text(min_size=1).filter(str.strip), st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_pictures_in_cells_are_whole(words: str, a: float, b: float) -> None:
    maker = Maker("one two", publisher=words)
    maker.figure("one", Amount(a, None, unit=words), "exports", "NOR", "SWE").figure("two", Amount(None, b, unit=words), "exports", "NOR", "SWE")
    for q in api.ledger([maker.done()]).quantities:
        for svg in re.findall(r"<svg class=\"intervals.*</svg>", shown(q)):
            ElementTree.fromstring(svg)

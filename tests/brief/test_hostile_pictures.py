"""Whatever articles call things: pictures stay pictures, the page stays a page, and nothing is told without its place."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import Maker, northern, period

from legation import api
from legation.brief.compose import Brief, compose
from legation.brief.dossier import Grid, Group, Line
from legation.brief.dotplot import Dot, dotplot
from legation.brief.lanes import Lane, lanes
from legation.brief.network import network
from legation.brief.origins import Carrier, Origin, origins
from legation.brief.pile import Pile
from legation.brief.strip import strip
from legation.brief.timeline import timeline
from legation.words.amount import Amount
from legation.words.reading import Reading

HOSTILE = ("<script>alert(1)</script>", '"><svg onload=x>', "]]>&amp;<!--", "\x1b[31m\u202e\x00\ufffe", "a\nb", "'" * 9)
WORDS = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=12).filter(str.strip)
ELEMENTS = {"svg", "title", "desc", "g", "a", "rect", "circle", "path", "line", "text", "tspan", "defs", "marker"}


def whole(svg: str) -> None:
    """Well-formed, of our elements only, without script."""
    if not svg:
        return
    for e in ElementTree.fromstring(svg).iter():
        assert e.tag in ELEMENTS
        assert not {k for k in e.attrib if k.startswith("on") or k == "style"}
        assert not e.get("href", "#").casefold().startswith("javascript:")


def news(*names: str) -> Reading:
    """An article in which all names deal with each other and with figures, told by one of them."""
    lines = [f"{n}: {a} aided {b} with {n + 2} tonnes." for n, (a, b) in enumerate(zip(names, (*names[1:], names[0]), strict=True))]
    maker = Maker("\n".join(line.replace("\n", " ") for line in lines), published="2021-05-06", title=names[0], publisher=names[-1])
    for n, (a, b) in enumerate(zip(names, (*names[1:], names[0]), strict=True)):
        for day in range(1, 4):
            maker.event(f"{n}: ", ("AID", "ACCUSE")[n % 2], [a], [b], names[0], when=period(f"2021-0{day}-0{n % 8 + 1}"))
        maker.figure(f"{n}: ", Amount(n + 2, None, unit=names[0], noun=names[0]), "exports", names[0], names[-1], voice=a)
        maker.statement(f"{n}: ", "motive", [a]).unread(f"{n}: ", f"no rule for “{b}”: {a}").voice(f"{n}: ", a, b)
    return maker.done()


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=3, max_size=6, unique=True))
def test_pictures_of_a_pile_are_whole_whatever_names_it_has(names: list[str]) -> None:
    readings = [news(*names)]
    pile = Pile.of(readings, api.ledger(readings))
    for draw in (network, strip, timeline):
        whole(draw(pile))


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(-3, 99))
def test_pictures_of_parts_are_whole(names: list[str], number: int) -> None:
    day = date(2020, 2, 29)
    whole(lanes([Lane(n, ((day, "cooperative", 3), (day, "conflictual", 1)), n) for n in names]))
    whole(origins([Origin(n, number, tuple(Carrier(m, f"#{m}") for m in names)) for n in names]))
    whole(dotplot([Dot(1.0, None, None, abs(number), False, True, n, n) for n in names], names[0]))


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=3, max_size=5, unique=True))
def test_the_dossier_in_all_forms_survives_names(names: list[str]) -> None:
    readings = [news(*names)]
    brief = compose(Pile.of(readings, api.ledger(readings)), names[0])
    html = brief.html()
    assert "<script" not in html
    assert "<svg onload" not in html
    for form in (html, brief.markdown(), brief.text(80)):
        assert "\x1b" not in form
        assert "\u202e" not in form
    assert "<script" not in brief.markdown().replace("\\<script", "")


@pytest.fixture(scope="module")
def brief() -> Brief:
    readings = northern()
    return compose(Pile.of(readings, api.ledger(readings)), "The North")


COUNTS = {"How well it is borne out", "Actors by weight", "Places that no rule took", "Articles", "Voices"}
"""Tables that count what is there; each of their rows is of many places."""


def test_nothing_is_told_without_its_place(brief: Brief) -> None:
    for section in brief.dossier.sections:
        for block in section.blocks:
            if isinstance(block, Grid):
                assert block.title in COUNTS or all(row.cites for row in block.rows), block.title
                continue
            assert isinstance(block, Group)
            assert not block.stands or block.bearing, block.title
            for note in block.notes:
                assert isinstance(note, str) or note.cites or not note.text, note
            for line in block.lines:
                assert line.cites or section.key == "gaps", line


def test_every_claim_of_a_sentence_is_in_the_pile(brief: Brief) -> None:
    told = [line for s in brief.dossier.sections for b in s.blocks if isinstance(b, Group) for line in (*b.lines, *b.notes) if isinstance(line, Line)]
    assert len(told) > 10
    assert all(brief.pile.claim(c.claim) for line in told for c in line.cites)

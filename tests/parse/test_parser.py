"""Offsets, paragraphs and trees of a parsed article."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.parse.doc import Doc
from legation.parse.parser import LONGEST_PIECE, parse, pieces
from legation.words.article import Junk

Parsed = Callable[[str], Doc]
prose = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=300) | st.lists(
    st.sampled_from(["Norway", "signed", "a", "deal", ".", "\n", "\n\n", "“", "”", " ", "\t", "\r\n", "1,200", "—"]), max_size=60
).map(" ".join)


@given(prose)
def test_pieces_are_in_order_trimmed_and_lose_nothing_but_blanks(text: str) -> None:
    spans = [p.span for p in pieces(article(text))]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[s:e] == text[s:e].strip() and e > s for s, e in spans)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())


@settings(max_examples=25, deadline=None)
@given(prose)
def test_tokens_stand_where_they_say_and_heads_stay_in_their_sentence(text: str) -> None:
    doc = next(iter(parse([article(text)])))[1]
    for n, t in enumerate(doc.tokens):
        assert doc.text[t.start : t.end] == t.text
        assert t.i == n
        assert t.head.sent == t.sent
        assert t.head is t or t in t.head.children
    for s in doc.sentences:
        assert s.tokens[0].sent == s.i


def test_a_heading_a_caption_and_a_paragraph_are_not_one_sentence(parsed: Parsed) -> None:
    doc = parsed("Norway opens embassy\n\nThe ministry said so.\nOslo harbour\nA second paragraph follows here.")
    assert [doc.text[slice(*s.span)] for s in doc.sentences] == [
        "Norway opens embassy",
        "The ministry said so.",
        "Oslo harbour",
        "A second paragraph follows here.",
    ]


def test_wrapped_lines_are_one_paragraph(parsed: Parsed) -> None:
    doc = parsed("The Norwegian foreign minister said on Monday that his\ngovernment would open an embassy in the capital next\nyear.")
    assert len(doc.sentences) == 1


def test_a_narrow_column_is_one_paragraph_even_where_lines_begin_with_capitals(parsed: Parsed) -> None:
    lines = ["Norway is committed to bringing", "Sweden and Finland into talks on", "Arctic fishing, its Minister for", "Trade told the assembly."]
    assert len(parsed("\n".join(lines)).sentences) == 1


def test_a_list_of_short_lines_stays_a_list(parsed: Parsed) -> None:
    assert len(parsed("Read all stories\nUse our apps on every device\nOslo\nSee all offers and subscribe").sentences) == 4


def test_junk_is_not_parsed(parsed: Parsed) -> None:
    text = "Subscribe now. Norway sent aid."
    marked = replace(article(text), junk=(Junk((0, 14), "offer"),))
    doc = next(iter(parse([marked])))[1]
    assert doc.tokens[0].text == "Norway"
    assert doc.tokens[0].start == 15


def test_very_long_paragraphs_are_cut_at_sentence_ends() -> None:
    text = "Norway sent aid to Sudan. " * 2000
    spans = [p.span for p in pieces(article(text))]
    assert len(spans) > 1
    assert all(e - s <= LONGEST_PIECE for s, e in spans)
    assert all(text[:e].rstrip().endswith(".") for _, e in spans)


def test_a_line_without_any_sentence_end_is_cut_all_the_same() -> None:
    text = "x" * (3 * LONGEST_PIECE + 7)
    assert [e - s for s, e in (p.span for p in pieces(article(text)))] == [LONGEST_PIECE] * 3 + [7]


def test_a_batch_gives_what_single_articles_give() -> None:
    texts = ["Norway sent aid to Sudan.", "", "Chile and Peru held talks.\n\nThey agreed."]
    together = [d for _, d in parse(article(t) for t in texts)]
    alone = [next(iter(parse([article(t)])))[1] for t in texts]
    shape = lambda d: [(t.text, t.start, t.lemma, t.tag, t.dep, t.head.i, t.sent) for t in d.tokens]  # noqa: E731
    assert [shape(d) for d in together] == [shape(d) for d in alone]


def test_places_are_found_by_offset(parsed: Parsed) -> None:
    doc = parsed("Norway sent aid to Sudan on Monday.")
    assert str(doc.at(0)).startswith("Norway")
    assert doc.at(6) is None
    assert [t.text for t in doc.within((7, 15))] == ["sent", "aid"]
    head = doc.head_of((0, 24))
    assert head is not None
    assert head.text == "sent"


def test_conjuncts_are_found_from_any_member(parsed: Parsed) -> None:
    doc = parsed("Norway, Sweden and Finland signed the treaty.")
    names = [t.text for t in next(t for t in doc.tokens if t.text == "Finland").conjuncts()]
    assert names == ["Norway", "Sweden", "Finland"]

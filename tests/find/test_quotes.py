"""Quoted stretches: every kind of mark, nested, broken, unbalanced, hostile."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.find.quotes import Quote, find_quotes
from legation.parse.doc import Doc, Sentence, Token


def doc(text: str) -> Doc:
    """A document of one-word tokens, one sentence a paragraph: quotes need no parser."""
    sentences: list[Sentence] = []
    at = n = 0
    for number, line in enumerate(text.split("\n")):
        tokens = []
        for word in line.split(" "):
            if word.strip():
                tokens.append(Token(n, at, word, word, "X", "XX", "dep", "", len(sentences)))
                n += 1
            at += len(word) + 1
        if tokens:
            sentences.append(Sentence(len(sentences), number, tokens))
    return Doc(text, sentences)


def inner(text: str) -> list[str]:
    return [text[a:b] for q in find_quotes(doc(text)) for a, b in [q.inner]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we will stay" today.', ["we will stay"]),
        ("He said “we will stay” today.", ["we will stay"]),
        ("Er sagte „wir bleiben“ heute.", ["wir bleiben"]),
        ("Il dit « nous restons » hier.", ["nous restons"]),
        ("He said ‘we will stay’ today.", ["we will stay"]),
        ("He said 'we will stay' today.", ["we will stay"]),
        ("He said ``we will stay'' today.", ["we will stay"]),
        ("“They called it ‘a farce’ and left,” he said.", ["They called it ‘a farce’ and left,"]),
        ('"One," he said, "two."', ["One,", "two."]),
        ("The workers' pay and the boss's office.", []),
        ("It's Iran's, isn't it?", []),
        ('The 5" gun fired.', []),
        ("“Nobody closed this one.", ["Nobody closed this one."]),
        ("“First paragraph goes on.\n“And here it ends.”", ["First paragraph goes on.", "And here it ends."]),
        ('"One is left open. "Two is closed."', ["One is left open.", "Two is closed."]),
        ('""', []),
        ("", []),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_closed_tells_whether_the_mark_came() -> None:
    (open_one,) = find_quotes(doc("“Nobody closed this one."))
    (closed,) = find_quotes(doc("“This one is closed.”"))
    assert not open_one.closed
    assert closed.closed


@given(st.text(alphabet="ab .,“”‘’\"'«»„‹›`\n()é", max_size=200))
def test_spans_lie_in_their_paragraph_in_order(text: str) -> None:
    d = doc(text)
    found: tuple[Quote, ...] = find_quotes(d)
    last = 0
    for q in found:
        assert last <= q.span[0] <= q.inner[0] < q.inner[1] <= q.span[1] <= len(text)
        assert "\n" not in text[q.inner[0] : q.inner[1]]
        last = q.span[1]


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "«", "``", '" ', " '", "“x ", "'a ", '"a" '])
def test_linear_on_a_hundred_thousand_marks(mark: str) -> None:
    text = mark * 100_000
    began = time.process_time()
    find_quotes(doc(text))
    assert time.process_time() - began < 40


def test_read_with_the_parser(parsed: Callable[[str], Doc]) -> None:
    d = parsed("“We are ready,” she said. “We have been for years.”")
    assert [d.text[q.inner[0] : q.inner[1]] for q in find_quotes(d)] == ["We are ready,", "We have been for years."]

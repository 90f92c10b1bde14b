"""Mending: verbs that the parser takes for nouns become the roots of their sentences; everything else stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.parse.doc import Doc, Token
from legation.parse.mend import mend

Parsed = Callable[[str], Doc]

BRIEFS = [
    ("The Swiss Defence Ministry sanctions Omar Farah Aden, the head of a bank in Nairobi.", "sanctions", "Ministry", "Aden"),
    ("The Finnish Pension Fund divests from nine Chadian companies.", "divests", "Fund", None),
    ("The Kenyan government sanctions former Sudanese lawmaker Adam Musa.", "sanctions", "government", "Musa"),
    ("The Security Council votes unanimously to send observers to Chad.", "votes", "Council", None),
]


@pytest.mark.parametrize(("text", "verb", "subject", "thing"), BRIEFS)
def test_verbs_of_news_in_brief_are_verbs(parsed: Parsed, text: str, verb: str, subject: str, thing: str | None) -> None:
    root = parsed(text).sentences[0].root
    assert (root.text, root.pos, root.tag) == (verb, "VERB", "VBZ")
    assert [c.text for c in root.kids("nsubj")] == [subject]
    assert [c.text for c in root.kids("dobj")] == ([thing] if thing else [])


@pytest.mark.parametrize("text", [t for t, *_ in BRIEFS])
def test_a_mended_tree_is_a_tree(parsed: Parsed, text: str) -> None:
    sentence = parsed(text).sentences[0]
    for t in sentence.tokens:
        assert t is sentence.root or t in t.head.children
        assert all(c.head is t for c in t.children)
        assert t.children == sorted(t.children, key=lambda c: c.i)
        assert t is sentence.root or sentence.root in t.ancestors()


@pytest.mark.parametrize("text", ["Talks with Chad", "Brexit talks with Norway", "The end of the sanctions.", "Norway's tests in the Arctic."])
def test_titles_and_fragments_stay_nouns(parsed: Parsed, text: str) -> None:
    assert parsed(text).sentences[0].root.pos in ("NOUN", "PROPN")


def test_the_noun_before_a_later_verb_is_its_subject(parsed: Parsed) -> None:
    doc = parsed("The statement said troops had defeated the rebels and Chad would be moving into the north.")
    moving = next(t for t in doc.tokens if t.text == "moving")
    assert [t.text for t in moving.kids("nsubj")] == ["Chad"]


def test_a_verb_that_modifies_the_root_takes_its_place() -> None:
    guard, claims, blame, end = (
        Token(i, start, text, text, pos, tag, dep, "", 0)
        for i, start, text, pos, tag, dep in (
            (0, 0, "Guard", "PROPN", "NNP", "nmod"),
            (1, 6, "claims", "VERB", "VBZ", "compound"),
            (2, 13, "responsibility", "NOUN", "NN", "ROOT"),
            (3, 27, ".", "PUNCT", ".", "punct"),
        )
    )
    for t in (guard, claims, end):
        t.head = blame
        blame.children.append(t)
    mend([guard, claims, blame, end])
    assert claims.head is claims
    assert (guard.head, guard.dep) == (claims, "nsubj")
    assert (blame.head, blame.dep) == (claims, "dobj")
    assert end.head is claims


def test_what_stands_in_a_phrase_as_a_modifier_may_be_the_verb_of_a_clause(parsed: Parsed) -> None:
    doc = parsed("Norway did not halt its exports to Chad after the latter conducted test-launches of missiles in May.")
    verb = next(t for t in doc.tokens if t.text == "conducted")
    assert (verb.pos, verb.dep, verb.head.text) == ("VERB", "advcl", "halt")
    assert [c.text for c in verb.kids("mark", "nsubj", "dobj")] == ["after", "latter", "launches"]
    assert all(t is doc.sentences[0].root or t in t.head.children for t in doc.tokens)


def test_the_subject_of_an_auxiliary_is_its_verbs() -> None:
    chad, has, been, asking = (
        Token(n, n * 8, text, lemma, pos, tag, dep, "", 0)
        for n, (text, lemma, pos, tag, dep) in enumerate(
            [
                ("Chad", "chad", "PROPN", "NNP", "nsubj"),
                ("has", "have", "AUX", "VBZ", "aux"),
                ("been", "be", "AUX", "VBN", "aux"),
                ("asking", "ask", "VERB", "VBG", "ROOT"),
            ]
        )
    )
    chad.head, has.head, been.head = been, been, asking
    been.children, asking.children = [chad, has], [been]
    mend([chad, has, been, asking])
    assert asking.children == [chad, has, been]
    assert been.children == []

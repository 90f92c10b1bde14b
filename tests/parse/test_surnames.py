"""Surnames that the parser takes for common words."""

from __future__ import annotations

from legation.parse.doc import Sentence, Token
from legation.parse.surnames import restore_surnames


def _token(i: int, text: str, pos: str, tag: str, dep: str, ent: str = "") -> Token:
    return Token(i, 10 * i, text, text, pos, tag, dep, ent, 0)


def _text(word: str, ent: str, dep: str = "nsubj") -> tuple[Token, list[Sentence]]:
    given, name = _token(0, "Ann", "PROPN", "NNP", "compound", ent), _token(1, "Baker", "PROPN", "NNP", "nsubj", ent)
    given.head, name.children = name, [given]
    later = _token(2, word, "NOUN", "NN", dep)
    return later, [Sentence(0, 0, [given, name]), Sentence(1, 0, [later])]


def test_a_surname_named_in_full_before_is_a_name() -> None:
    later, sentences = _text("Baker", "PERSON")
    restore_surnames(sentences)
    assert (later.pos, later.tag, later.lemma, later.ent) == ("PROPN", "NNP", "baker", "PERSON")


def test_the_common_word_and_names_of_no_person_stay() -> None:
    for word, ent, dep in (("baker", "PERSON", "nsubj"), ("Baker", "ORG", "nsubj"), ("Baker", "PERSON", "amod")):
        later, sentences = _text(word, ent, dep)
        restore_surnames(sentences)
        assert later.pos == "NOUN"

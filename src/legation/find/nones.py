"""None at all: "no casualties", "not a single American life", "no soldiers were hurt" count zero persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.codes.units import is_person
from legation.codes.wordsets import wordset
from legation.find.services import Service
from legation.parse.doc import Doc, Sentence, Token
from legation.words.amount import Amount

NO = re.compile(r"\b(?:no|not\s+(?:a\s+single|one))\s+(?=[A-Za-z])", re.I)
# What there is none of only where somebody was counted; and what may have befallen persons.
HARMS, FATES = wordset("harms"), wordset("fates")
FARTHEST = 5


def nones(doc: Doc, sentence: Sentence) -> Iterator[Service]:
    """The zeros of a sentence that a "no" before harm or harmed persons tells, in text order."""
    for m in NO.finditer(doc.text, *sentence.span):
        first = doc.at(m.end())
        noun = _noun(doc, first) if first is not None else None
        if first is None or noun is None or not (noun.lemma in HARMS or (is_person(noun.text) and _harmed(noun))):
            continue
        yield Service((m.start(), noun.end), Amount(0.0, 0.0, unit="people", noun=noun.lower), first, noun)


def _noun(doc: Doc, first: Token) -> Token | None:
    """The noun that the words after "no" lead to: "direct casualties", "Coalition troops"."""
    noun: Token | None = None
    for token in doc.tokens[first.i : first.i + FARTHEST]:
        if token.sent != first.sent or token.pos not in ("ADJ", "NOUN", "PROPN"):
            break
        noun = token if token.pos != "ADJ" else noun
    return noun


def _harmed(noun: Token) -> bool:
    return noun.dep == "nsubjpass" and noun.head.lower in FATES

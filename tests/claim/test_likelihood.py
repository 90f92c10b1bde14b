"""Words of estimative probability over a predicate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import article

from legation.claim.status import read_predicates
from legation.link.linked import Linked
from legation.parse.doc import Doc
from legation.words.codec import decode, encode
from legation.words.status import Predicate


@pytest.mark.parametrize(
    ("text", "verb", "words", "low", "high"),
    [
        ("Peru will probably sign the accord.", "sign", "probably", 55, 80),
        ("Peru is likely to sign the accord.", "sign", "likely", 55, 80),
        ("Peru is very unlikely to sign the accord.", "sign", "very unlikely", 5, 20),
        ("It is highly likely that Peru signed the accord.", "signed", "highly likely", 80, 95),
        ("Peru almost certainly signed the accord.", "signed", "almost certainly", 95, 99),
    ],
)
def test_keeps_the_word_and_its_range(parsed: Callable[[str], Doc], text: str, verb: str, words: str, low: int, high: int) -> None:
    found = read_predicates(Linked(article(text), parsed(text)))
    (one,) = [p for p in found if text[p.span[0] : p.span[1]] == verb]
    assert one.likelihood is not None
    assert (one.likelihood.words, one.likelihood.low, one.likelihood.high) == (words, low, high)
    assert decode(Predicate, encode(one)) == one


def test_a_plain_act_has_none(parsed: Callable[[str], Doc]) -> None:
    text = "Peru signed the accord."
    assert not any(p.likelihood for p in read_predicates(Linked(article(text), parsed(text))))

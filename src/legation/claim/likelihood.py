"""Likelihood: the words of estimative probability that stand over a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from legation.codes.factuality import estimative
from legation.parse.doc import Token
from legation.words.status import Likelihood


def likelihood_of(token: Token) -> Likelihood | None:
    """How likely the text calls what a predicate tells, by ICD 203; None where no such word belongs to it."""
    table = estimative()
    for word in _over(token):
        before = " ".join(k.lower for k in word.children if k.i < word.i and k.dep in ("advmod", "amod", "det"))
        if found := table.get(f"{before} {word.lower}".strip()) or table.get(word.lower):
            return found
    return None


def _over(t: Token) -> Iterator[Token]:
    """The words that can say how likely a predicate is: its adverbs and adjectives, what embeds it, and "chance of" it."""
    yield from t.kids("advmod", "amod", "acomp")
    head = t.head
    if t.dep in ("xcomp", "ccomp", "acl"):
        yield head
        yield from head.kids("acomp", "advmod")
    elif t.dep in ("pobj", "pcomp") and head.lower == "of":
        yield head.head

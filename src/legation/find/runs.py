"""Phrases and runs: from tokens of a tree to stretches of the text."""

from __future__ import annotations

from collections.abc import Iterable

from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

MARKS = frozenset("“”\"'‘’«»„`()[]")


def phrase(noun: Token) -> list[Token]:
    """A noun's subtree without clauses that a comma sets off."""
    out: list[Token] = []
    stack = [noun]
    while stack:
        t = stack.pop()
        out.append(t)
        stack.extend(k for k in t.children if not (k.dep in ("relcl", "advcl") and after_comma(t, k)))
    return sorted(out, key=lambda t: t.i)


def after_comma(head: Token, below: Token) -> bool:
    """Whether a comma of the head stands between it and a word below it."""
    return any(k.lower == "," and head.i < k.i < below.i for k in head.children)


def spans(doc: Doc, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The runs of neighbouring tokens without leading "that" and outer punctuation; a gap of punctuation alone does not break a run."""
    members = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    runs: list[list[Token]] = []
    for t in members:
        if runs and all(k.pos == "PUNCT" or k.dep == "cc" for k in doc.tokens[runs[-1][-1].i + 1 : t.i]):
            runs[-1].append(t)
        else:
            runs.append([t])
    trimmed = [r for run in runs if (r := _trim(run))]
    longest = max((len(r) for r in trimmed), default=0)
    return tuple((r[0].start, r[-1].end) for r in trimmed if len(r) >= 2 or len(r) == longest)


def _trim(run: list[Token]) -> list[Token]:
    first, last = 0, len(run)
    while first < last and _is_edge(run[first], True):
        first += 1
    while last > first and _is_edge(run[last - 1], False):
        last -= 1
    return run[first:last]


def _is_edge(t: Token, left: bool) -> bool:
    if t.pos == "PUNCT":
        return t.text not in MARKS
    return t.dep == "cc" or (left and t.lower == "that" and (t.dep in ("mark", "det") or t.tag == "IN"))


def has_to(t: Token) -> bool:
    """Whether a verb is an infinitive somebody is to carry out: with "to", or bare after "not"."""
    return any(a.lower == "to" for a in t.kids("aux")) or (t.tag == "VB" and t.child("neg") is not None and t.child("aux", "nsubj") is None)


def worth(doc: Doc, below: list[Token]) -> tuple[Span, ...]:
    """The spans of an object; a bare name or one word says nothing."""
    below = [k for k in below if k.pos != "PUNCT" or k.text in MARKS or below[0].i < k.i < below[-1].i]
    return spans(doc, below) if len(below) > 1 and not all(k.pos in ("PROPN", "DET", "PUNCT", "CCONJ") for k in below) else ()

"""Spans: the words that carry an act, and how far its parties reach."""

from __future__ import annotations

from collections.abc import Iterable

from legation.claim.frames import Act
from legation.parse.doc import Token
from legation.words.evidence import Span

# A party farther from its predicate than this is left out of the span: evidence is the words that carry the claim.
WIDEST = 220
# How far, in characters, a phrase beside the predicate goes with it; a party outside of the predicate's own phrase must stand as near.
NEAR = 60
MARKS = ("aux", "auxpass", "neg", "prt")
CONTENT = ("dobj", "xcomp", "ccomp", "prep", "acomp", "nsubjpass")


def span_of(act: Act) -> Span:
    """The words that carry the act: its predicate with what it says of its object, its actor and recipient where they stand by it.

    The doer that a second verb shares with the first ("closed the border and sent troops") is left out.
    """
    t = act.token
    first, last = _ends(t.subtree())
    beside = t.dep != "conj"
    parties = [p.span for p in (*act.actors, *act.recipients)]
    pieces = [s for s in parties if (first <= s[0] and s[1] <= last) or (beside and min(abs(s[1] - t.start), abs(s[0] - t.end)) <= NEAR)]
    return _joined(t, [*pieces, *(w.span for w in act.words), *(c.span for c in t.kids(*MARKS)), *_phrases(act)])


def reach_of(act: Act) -> Span:
    """From the first to the last of the words that tell the act and its parties, wherever they stand."""
    t = act.token
    return _joined(t, [*(w.span for w in (*act.words, *t.kids(*MARKS))), *(p.span for p in (*act.actors, *act.recipients))])


def _phrases(act: Act) -> Iterable[Span]:
    """What stands by the predicate: of a noun its phrase, of a verb its object and content, as far as they are near."""
    t = act.token
    if act.row.pos == "n":
        yield _ends([w for w in t.subtree() if t.start - w.start <= NEAR and w.end - t.end <= NEAR])
        return
    for c in t.kids(*CONTENT):
        near = [w for w in c.subtree() if w.end - t.end <= NEAR and t.start - w.start <= NEAR]
        if near:
            yield _ends(near)


def _ends(tokens: list[Token]) -> Span:
    """From the first to the last of some words that stand in text order."""
    return tokens[0].start, tokens[-1].end


def _joined(t: Token, pieces: Iterable[Span]) -> Span:
    """The span from a word to the pieces around it, the nearest first, as long as it does not grow too wide."""
    start, end = t.span
    for s, e in sorted(pieces, key=lambda p: min(abs(p[0] - t.start), abs(p[1] - t.start))):
        if max(end, e) - min(start, s) <= WIDEST:
            start, end = min(start, s), max(end, e)
    return start, end

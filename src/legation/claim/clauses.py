"""Clauses: the stretch of text that one predicate and its own arguments take up."""

from __future__ import annotations

from legation.parse.doc import Token
from legation.words.evidence import Span

VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# What hangs on a predicate but is a clause of its own.
APART = {"parataxis", "ccomp", "cc", "punct", "mark", "intj", "preconj"}


def clause_of(token: Token) -> Token:
    """The predicate that a word belongs to: the nearest verb above that has a subject of its own, else the top one reached."""
    at = token
    for _ in range(20):
        if at.pos in VERBS and (any(c.dep in SUBJECTS for c in at.children) or at.dep in ("ROOT", "ccomp", "relcl", "advcl", "parataxis")):
            return at
        if at.head is at:
            return at
        at = at.head
    return at


def clause_tokens(verb: Token) -> list[Token]:
    """The words of a clause in text order, without the clauses that stand beside or are reported in it."""
    out, stack = [verb], [c for c in verb.children if not _apart(verb, c)]
    while stack:
        t = stack.pop()
        out.append(t)
        stack.extend(c for c in t.children if c.dep not in ("parataxis",))
    return sorted(out, key=lambda t: t.i)


def _apart(verb: Token, child: Token) -> bool:
    if child.dep in APART:
        return True
    if child.dep == "conj" and child.pos in VERBS:
        return any(c.dep in SUBJECTS for c in child.children)
    return child.dep == "advcl" and (child.i < verb.i or child.i - verb.i > 40)


def span_of(tokens: list[Token]) -> Span:
    """From the first to the last of some words, without punctuation at the ends; the tokens must be in text order."""
    kept = tokens
    while len(kept) > 1 and kept[-1].pos == "PUNCT":
        kept = kept[:-1]
    while len(kept) > 1 and kept[0].pos in ("PUNCT", "SPACE"):
        kept = kept[1:]
    return kept[0].start, kept[-1].end


def clause_span(verb: Token) -> Span:
    """The stretch of a clause."""
    return span_of(clause_tokens(verb))


def subtree_span(first: Token, *tops: Token) -> Span:
    """From a word to the end of what hangs on some other words."""
    tokens = sorted({t.i: t for top in tops for t in top.subtree()}.values(), key=lambda t: t.i)
    start = min(first.start, tokens[0].start) if tokens else first.start
    end = max(first.end, span_of(tokens)[1]) if tokens else first.end
    return start, end

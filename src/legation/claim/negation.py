"""Negation: whether a word denies the predicate that it hangs on."""

from __future__ import annotations

from legation.codes.wordsets import wordset
from legation.parse.doc import Token

NOTHING_BUT = ("but", "except")


def is_negated(t: Token) -> bool:
    """Whether a negation word, or a subject or object that is nothing, belongs to a predicate."""
    return any(_negates(k, t) for k in t.children) and not _is_undone(t)


def _negates(k: Token, t: Token) -> bool:
    """Whether a word below a predicate denies it: "not", "never", "nobody"; "not only" and "nothing but" deny nothing."""
    nothing = wordset("nothing")
    if k.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        if k.dep == "dobj" and t.lemma in wordset("having"):
            return False  # who has no money has it said of the money
        empty = k.lower in nothing or any(d.lower in nothing for d in k.kids("det"))
        return empty and not any(x.lower in NOTHING_BUT for x in k.children)
    if k.dep == "neg" or (k.lower in ("nt", "not") and k.i < t.i and k.dep in ("advmod", "aux", "det")):
        return not _is_elsewhere(k, t) and not any(x.lower in wordset("merely") and x.i == k.i + 1 for c in t.children for x in (c, *c.children))
    if k.lower == "longer":
        return k.dep == "advmod" and any(x.lower in ("no", "any") for x in k.children)  # "took a week longer" is no denial
    return (k.dep in ("det", "preconj") and k.lower in nothing) or (k.dep == "advmod" and k.lower in wordset("never"))


def _is_elsewhere(k: Token, t: Token) -> bool:
    """Whether a "not" belongs to other words: "whether or not they leave", "if they do not, we leave"."""
    if any(c.dep == "cc" and c.lower == "or" and c.i == k.i - 1 for c in t.children) and any(c.lower in ("whether", "if") for c in t.children):
        return True
    subject = t.child("nsubj", "nsubjpass", "expl")
    return subject is not None and subject.subtree()[0].i == k.i + 1 and any(c.i == k.i - 1 for c in t.kids("advcl"))


def _is_undone(t: Token) -> bool:
    """As in "not for nothing", "not without": a second negation below takes the first back."""
    for prep in t.kids("prep"):
        if prep.lower == "for" and any(o.lower == "nothing" or any(d.lower == "no" for d in o.kids("det")) for o in prep.kids("pobj")):
            return any(k.dep == "neg" and k.i < t.i for k in t.children)
    return False

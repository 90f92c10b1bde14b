"""Verbs that the parser took for other words: "please contact us", "to box and ship", "if the talks stall"."""

from __future__ import annotations

from itertools import islice

from legation.claim.embedding import told_status
from legation.claim.forms import CLAUSES, HIGHEST, SUBJECTS, starts_clause
from legation.codes.wordsets import wordset
from legation.parse.doc import Doc, Token
from legation.words.status import Status

OTHERS = frozenset(("NOUN", "PROPN", "ADJ", "ADV", "INTJ"))
# What follows a verb directly, but neither a noun nor an adverb.
OBJECTS = frozenset(("DT", "PRP", "PRP$"))
PARTICLES = frozenset(("onto", "off", "up", "down", "out"))


def mistagged_status(doc: Doc, t: Token) -> Status | None:
    """The status of a verb that the parser took for a noun, name, adjective or adverb; None for what is none."""
    if t.dep == "auxpass" and t.lemma != "be":
        return told_status(doc, t.head)  # "get hurt"
    if t.pos not in OTHERS:
        return None
    if _has_verbs_place(t):
        return told_status(doc, t)
    if (beside := _partner(doc, t)) is not None:
        return told_status(doc, beside)
    if _is_ordered(doc, t):
        return Status.DEMANDED
    if not t.i:
        return None
    before = doc.tokens[t.i - 1]
    return Status.POSSIBLE if before.sent == t.sent and before.tag == "TO" and t.pos in ("NOUN", "ADJ") and t.dep != "pobj" else None


def _has_verbs_place(t: Token) -> bool:
    """Whether what hangs on a noun or adverb is what only hangs on verbs: a subject or helper in a clause below another verb."""
    if t.pos == "ADJ" or t.head is t or t.dep not in CLAUSES or t.child("cop") is not None:
        return False
    if t.dep == "xcomp":
        return any(k.dep == "aux" for k in t.children)
    if t.dep == "advcl":
        return any(k.dep in ("mark", *SUBJECTS) for k in t.children) and t.pos == "NOUN"
    return t.dep in ("relcl", "conj", "ccomp") and any(k.dep in SUBJECTS and k.i < t.i for k in t.children)


def _partner(doc: Doc, t: Token) -> Token | None:
    """The infinitive or order beside which such a word stands: "to box and ship", "go ahead and forward", "come visit us"."""
    if not t.i or t.lower != t.text:
        return None
    before = doc.tokens[t.i - 1]
    if before.sent != t.sent:
        return None
    if t.dep == "dobj" and before is t.head and before.lemma in ("come", "go") and before.tag == "VB":
        return before
    if t.dep != "conj" or before.dep not in ("cc", "punct"):
        return None
    if t.head.tag == "VB":
        return t.head
    asked = t.lower in wordset("requests") and before.dep == "cc"
    return next((a for a in islice(t.ancestors(), HIGHEST) if a.tag == "VB"), None) if asked else None


def _is_ordered(doc: Doc, t: Token) -> bool:
    """Whether a word that can be a request is one: behind "please", before an object at the start of a clause, behind an if-clause."""
    before = [k for k in doc.tokens[max(t.i - 2, 0) : t.i] if k.sent == t.sent]
    asked = [k.lower for k in before if k.lower == "please" or k.pos not in ("ADV", "INTJ", "PUNCT")]
    if asked[-1:] == ["please"] and t.lower not in ("please", "note"):
        return True
    after = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else t
    if t.lower not in wordset("requests") or after.sent != t.sent or not starts_clause(doc, t):
        return False
    top = t if t.dep == "ROOT" else t.head
    if top.head is not top or top.pos in ("VERB", "AUX"):
        return False
    conditional = any(m.lower == "if" for k in top.kids("advcl") for m in k.kids("mark"))
    return conditional or after.tag in OBJECTS or (after.lower in PARTICLES and top is t)

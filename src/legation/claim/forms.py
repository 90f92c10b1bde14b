"""Forms: what the shape of a verb says of it, whatever it means: finite, infinitive, bare, with which subject and helper."""

from __future__ import annotations

from legation.codes.wordsets import wordset
from legation.parse.doc import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
WH = frozenset(("WP", "WRB", "WDT", "WP$"))
FINITE = frozenset(("VBP", "VBZ", "VBD"))
TO = frozenset(("to", "ta", "na"))
# Clauses of their own: a word below one of these does not belong to the clause above.
INNER = frozenset(("advcl", "relcl", "acl", "ccomp", "xcomp", "csubj", "pcomp", "parataxis"))
# Words of a clause that can be a predicate's place; names and common nouns elsewhere are none.
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "dep"))
HIGHEST = 12


def has_to(t: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(k.dep == "aux" and k.lower in TO for k in t.children)


def is_finite(t: Token) -> bool:
    """Whether a verb or one of its helpers shows tense."""
    return t.tag in FINITE or any(k.tag in FINITE or k.tag == "MD" for k in t.kids("aux", "auxpass"))


def goes_on(t: Token) -> bool:
    """Whether a base form goes on with the helper of the verb before it, without "and": "they will burn the fields, then leave"."""
    if t.dep not in ("advcl", "dep") or t.i < t.head.i or t.lower != t.lemma or t.child("mark", "aux", *SUBJECTS) is not None:
        return False
    return t.tag in ("VB", "VBP") and t.head.tag == "VB" and t.head.child("aux") is not None


def starts_clause(doc: Doc, t: Token) -> bool:
    """Whether nothing but punctuation, a conjunction, an interjection or an adverb like "then" stands before a word."""
    before = doc.tokens[t.i - 1] if t.i else t
    return before is t or before.sent != t.sent or before.pos in ("PUNCT", "CCONJ", "INTJ", "SPACE") or before.lower in wordset("openers")


def is_bare(doc: Doc, t: Token) -> bool:
    """Whether a verb is a base form without subject, auxiliary and "to", that no causative explains."""
    if t.lower != t.lemma or any(k.dep in (*SUBJECTS, "aux") for k in t.children):
        return False
    if t.tag == "VBP":
        return t.dep in ("ROOT", "dep", "parataxis") and starts_clause(doc, t)
    if t.tag != "VB":
        return False
    first = t
    for _ in range(HIGHEST):
        if first.dep != "conj" or first.head is first:
            break
        first = first.head
        if any(k.dep in ("aux", "auxpass", *SUBJECTS) for k in first.children) or first.pos == "ADJ":
            return False  # "the shop is clean and well run"
    return first.dep not in ("ccomp", "xcomp") or (first.head.lemma not in wordset("causative") and first.head.lemma != "let")

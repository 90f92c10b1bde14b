"""Judgements: what somebody or something is said, called or seen to be, where the words judge and do not merely describe."""

from __future__ import annotations

from legation.claim.clauses import SUBJECTS, clause_of, clause_span, subtree_span
from legation.codes.statement_cues import statement_cues
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.evidence import Span

COMPLEMENTS = ("attr", "acomp", "oprd")
SERVING = ("serve", "function", "act")
SEEMING = ("appear", "seem", "look", "prove")
AMOUNTING = ("represent", "constitute", "amount")
NOBODY = ("it", "there", "what")


def named_as(t: Token) -> tuple[Span, Token] | None:
    """ "called the plan a threat", "considers him illegitimate": an object and what it is called; a name given to a field is none."""
    content = t.child("oprd") or t.child("ccomp")
    if content is None or content.i < t.i or (content.dep == "ccomp" and content.pos not in ("ADJ", "NOUN")):
        return None
    if t.tag == "VBN" and t.dep == "acl" and (content.pos == "PROPN" or any(c.pos == "PROPN" for c in content.children)):
        return None
    start, end = clause_span(clause_of(t))
    return (start, max(end, subtree_span(t, content)[1])), t


def judged_to_be(linked: Linked, t: Token) -> tuple[Span, Token] | None:
    """ "this leverage is illusory", "Russia remains at odds with it": a subject and what it is judged to be."""
    if t.lemma in SERVING:
        served = next((n for p in t.kids("prep") if p.lower == "as" for n in p.kids("pobj")), None)
        return (subtree_span(t, t), t) if served is not None and served.lemma not in wordset("posts_held") else None
    if t.lemma in SEEMING:
        return (clause_span(t), t) if t.child("xcomp", *COMPLEMENTS) else None
    if t.lemma in AMOUNTING:
        things = [*t.kids("dobj"), *(n for p in t.kids("prep") if p.lower == "to" for n in p.kids("pobj"))]
        return (clause_span(t), t) if any(_judges(n) or (t.lemma == "amount" and not n.kids("nummod", "quantmod")) for n in things) else None
    subject = t.child(*SUBJECTS) or (t.head.child(*SUBJECTS) if t.dep == "conj" else None)
    if subject is None or subject.lower in NOBODY or not any(_judges(c) or _plight(c) for c in t.children):
        return None
    span = clause_span(clause_of(t))
    return (span, t) if linked.mentions_in(span) else None


def _judges(c: Token) -> bool:
    """Whether a complement judges: an evaluating word, a degree of any quality, or a noun that one of these describes."""
    if c.dep not in (*COMPLEMENTS, "dobj", "pobj", "conj") or c.ent in ("PERSON", "DATE", "CARDINAL", "MONEY", "PERCENT"):
        return False
    if ("adj", c.lemma) in statement_cues():
        return False
    if c.pos == "ADJ":
        return bool({c.lemma, c.lower} & wordset("judging_adjectives")) or any(a.lower in wordset("judging_degrees") for a in c.kids("advmod"))
    words = wordset("judging_adjectives") | wordset("judging_nouns")
    ranked = any(a.tag == "JJS" for a in c.kids("amod"))  # "the largest partner" is told as a superlative
    return c.pos == "NOUN" and not ranked and (c.lemma in wordset("judging_nouns") or any(a.lemma in words for a in c.kids("amod", "compound")))


def _plight(p: Token) -> bool:
    """ "is at odds with", "is of vital importance"."""
    return p.dep == "prep" and p.lower in ("at", "in", "of", "under", "on") and any({n.lemma, n.lower} & wordset("plights") for n in p.kids("pobj"))

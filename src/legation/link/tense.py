"""The tense in which a word of a sentence is told: what its governing verb says about past and future."""

from __future__ import annotations

from enum import StrEnum

from legation.codes.times import word_class
from legation.parse.doc import Token


class Tense(StrEnum):
    """Where the governing verb places an act, seen from the moment of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


AHEAD = {"will", "shall", "wo", "'ll", "’ll", "going"}
# In clauses with these the present speaks of what is to come.
CONDITIONS = {"if", "unless", "until", "till", "once", "before"}
VERBS = ("VERB", "AUX")


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token (itself included)."""
    if token.pos in VERBS:
        return token
    return next((t for t in token.ancestors() if t.pos in VERBS), None)


def tense_of(token: Token) -> Tense | None:
    """The tense of the verb that governs a token; None where no verb shows one."""
    verb = governing_verb(token)
    for _ in range(6):
        if verb is None:
            return None
        found = _own_tense(verb)
        if found is not None:
            return found
        if verb.head is verb:
            return None
        verb = governing_verb(verb.head)
    return None


def _own_tense(verb: Token) -> Tense | None:
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    lowers = {h.lower for h in helpers}
    if lowers & AHEAD or ("to" in lowers and verb.head.lemma in word_class("ahead") and verb.dep in ("xcomp", "ccomp", "acl", "advcl")):
        return Tense.FUTURE
    if any(h.tag == "MD" for h in helpers):
        return Tense.FUTURE
    if "to" in lowers and verb.dep == "xcomp" and verb.head.lemma == "be" and verb.head.tag in ("VBZ", "VBP"):
        return Tense.FUTURE  # "is to be held"
    if (
        "to" in lowers
        and verb.head.pos in ("NOUN", "PROPN")
        and verb.dep in ("relcl", "acl")
        and ("be" in lowers or verb.head.lemma in word_class("plan"))
    ):
        return Tense.FUTURE
    if lowers & {"had", "was", "were", "did"} or any(h.lemma == "have" and h.tag in ("VBZ", "VBP", "VBD") for h in helpers):
        return Tense.PAST
    if verb.tag == "VBD":
        return Tense.PAST
    if verb.dep == "advcl" and verb.tag in ("VB", "VBZ", "VBP") and any(c.dep == "mark" and c.lower in CONDITIONS for c in verb.children):
        return Tense.FUTURE
    if any(h.tag in ("VBZ", "VBP") for h in helpers):
        return Tense.FUTURE if verb.lemma in word_class("ahead") and verb.tag in ("VBN", "VBG") else Tense.PRESENT
    if verb.tag == "VBN":
        awaited = verb.lemma == "set" and verb.head.lemma in word_class("plan")  # "the deadline set for 1 June"
        return Tense.FUTURE if awaited or verb.lemma in ("schedule", "plan", "expect", "slate") else Tense.PAST
    if verb.tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if "to" in lowers:
        return Tense.FUTURE if verb.head.pos not in VERBS and verb.dep not in ("acl", "advcl") else None
    return None


def is_past_perfect(verb: Token) -> bool:
    """As in "had left"."""
    return verb.tag == "VBN" and any(c.lower in ("had", "'d", "’d") and c.dep == "aux" for c in verb.children)


def is_perfect(verb: Token) -> bool:
    """As in "has left"."""
    return verb.tag == "VBN" and any(c.lower in ("has", "have", "'ve", "’ve") and c.dep == "aux" for c in verb.children)


def is_simple_past(verb: Token) -> bool:
    """Whether a main clause tells an act as the next step of a story; "has said" and "was the first" do not."""
    if verb.lemma in word_class("state") or verb.pos not in VERBS or verb.dep not in ("ROOT", "conj", "ccomp"):
        return False
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.tag == "VBD":
        return not helpers or helpers == {"did"}
    return bool(helpers) and helpers <= {"was", "were", "did"} and verb.tag in ("VBN", "VB")

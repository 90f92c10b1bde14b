"""Ahead: present forms that speak of what is still to come ("is leaving tomorrow", "the fair opens next week")."""

from __future__ import annotations

from legation.claim.forms import SUBJECTS
from legation.codes.wordsets import wordset
from legation.parse.doc import Token


def is_ahead(t: Token) -> bool:
    """Whether a verb in the present tense tells a plan: a progressive or a timetable with a time to come, or "going to"."""
    if t.tag not in ("VBG", "VBZ", "VBP"):
        return False
    helped = any(k.lemma == "be" and k.tag not in ("VBD", "VBN") for k in t.kids("aux"))
    alone = t.dep == "ROOT" and t.child("aux", *SUBJECTS) is None  # "moving to Rome next month"
    if t.tag == "VBG" and (helped or alone):
        if helped and ((t.lower == "going" and t.child("xcomp") is not None) or _goes_somewhere(t)):
            return True
        return _is_dated_ahead(t)
    if t.tag in ("VBZ", "VBP"):
        return t.lemma in wordset("timetable") and _is_dated_ahead(t)
    return t.lower == "going" and t.child("xcomp") is not None and any(k.lemma == "be" for k in t.kids("aux"))


def _is_dated_ahead(t: Token) -> bool:
    """Whether a time to come hangs on a verb: "tomorrow", "next week", "in a month"."""
    places = t.kids("npadvmod", "advmod", "prep")
    if any(x.lower in wordset("soon") for k in places for x in k.subtree() if x.i - k.i < 4):
        return True
    return any(k.lower == "in" and any(x.lemma in wordset("spans") for x in k.subtree() if x.i - k.i < 5) for k in places)


def _goes_somewhere(t: Token) -> bool:
    """Whether persons are "going to Rome", which they have not done yet; what goes to ruin is no person."""
    subject = t.child("nsubj")
    if t.lemma not in wordset("setting_out") or subject is None or subject.pos not in ("PRON", "PROPN") or subject.lower in ("it", "this", "that"):
        return False
    return any(k.lower == "to" and any(x.pos in ("PROPN", "NOUN") for x in k.kids("pobj")) for k in t.kids("prep"))

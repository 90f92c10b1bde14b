"""Fellows: with which of the words above it a coordinated predicate goes; parsers hang it on the nearest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from legation.claim.forms import FINITE, SUBJECTS, has_to, is_finite
from legation.parse.doc import Token

DEEPEST = 12


def near(t: Token) -> Iterator[Token]:
    """The nearest words above: lists without end are as deep as they are long."""
    return islice(t.ancestors(), DEEPEST)


def fellow_of(t: Token) -> Token | None:
    """The predicate whose subject and helpers a coordinated one shares, so that it is as open as that one; None where it shares none."""
    head = t.head
    if t.pos == "NOUN" and (same := next((a for a in near(t) if a.lemma == t.lemma and a is not head), None)) is not None:
        return same  # "a duty on goods from states without pacts and a duty on grain"
    if t.tag == "VB" and head.tag != "VB" and t.child("aux", *SUBJECTS) is None:
        first = next((a for a in near(t) if a.tag == "VB"), None) or _infinitive_between(head, t)
        if first is not None and head.tag in FINITE:
            return first  # hung on a verb between: "tell us why you like it and do it"
    if t.tag == "VBG" and head.tag == "VB" and not is_finite(t) and (first := next((a for a in near(head) if a.tag == "VBG"), None)) is not None:
        return first  # "citing a refusal to leave and blaming others"
    return head if _shares(t) else None


def peer_of(t: Token) -> Token | None:
    """The finite verb beside which a finite one stands where infinitives stand between; None where it stands beside its head."""
    head = t.head
    if t.tag in ("VBD", "VBZ") and head.tag not in FINITE and not any(k.tag == "MD" for k in head.kids("aux")):
        finite = next((a for a in near(t) if a.tag in FINITE), None)
        return finite if finite is not None and finite.tag == t.tag else None  # "urged him to stay and spoke with her"
    if t.tag not in FINITE and head.tag not in FINITE and is_finite(t) and not is_finite(head):
        return next((a for a in near(head) if is_finite(a)), None)  # "wants to leave and is packing"
    return None


def is_alternative(t: Token) -> bool:
    """Whether a clause with its own subject stands behind "or": "they pay or they leave"."""
    joined = [k.lower for k in t.head.kids("cc") if k.i < t.i]
    return joined[-1:] == ["or"] and t.child(*SUBJECTS) is not None and is_finite(t) and is_finite(t.head)


def first_of(t: Token) -> Token:
    """The first of the coordinated words above, that itself is not coordinated."""
    for a in (t, *near(t)):
        if a.dep != "conj" or a.head is a:
            return a
    return t


def _infinitive_between(head: Token, t: Token) -> Token | None:
    """The nearest infinitive below a finite verb that a bare form is coordinated with: "has the right to sell it, rent it out"."""
    return next((k for k in reversed(head.subtree()) if head.i < k.i < t.i and k.tag == "VB" and has_to(k)), None)


def _shares(t: Token) -> bool:
    """Whether a second verb shares the first one's subject and auxiliaries ("will meet and sign")."""
    if t.pos not in ("VERB", "AUX"):
        return True
    return t.child("aux", *SUBJECTS) is None and (t.tag == t.head.tag or t.tag in ("VB", "VBG", "VBN") or (t.tag == "VBP" and t.head.tag == "VB"))

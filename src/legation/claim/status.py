"""Status: whether a predicate is told as fact, denied, possible, planned, demanded or conditional."""

from __future__ import annotations

from legation.claim.embedders import has_duty
from legation.claim.embedding import told_status
from legation.claim.forms import CLAUSES, has_to
from legation.claim.likelihood import likelihood_of
from legation.claim.mistagged import mistagged_status
from legation.claim.outlook import is_foreseen
from legation.codes.factuality import acts
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.status import Predicate, Status

# Endings of nouns made from verbs.
ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "al")


def status_of(linked: Linked, token: Token) -> Status:
    """The status of the predicate that a verb or act noun heads."""
    return told_status(linked.doc, token)


def read_predicates(linked: Linked) -> tuple[Predicate, ...]:
    """Every verb and act noun of the document with its status."""
    found = []
    for t in linked.doc.tokens:
        status = mistagged_status(linked.doc, t)
        if status is None and _is_predicate(t):
            status = _said_status(linked, t)
        if status is Status.PLANNED and is_foreseen(linked, t):
            status = Status.POSSIBLE
        if status is not None:
            found.append(Predicate(t.span, status, likelihood_of(t)))
    return tuple(found)


def _said_status(linked: Linked, t: Token) -> Status:
    """The status of a predicate; "have to" says nothing but that what it helps is due."""
    due = t.child("xcomp") if has_duty(t) and (t.lower == "got" or t.tag not in ("VBD", "VBN")) else None
    if due is not None and due.head is t and has_to(due) and due.i > t.i and t.child("dobj") is None:
        return status_of(linked, due)
    return status_of(linked, t)


def _is_predicate(t: Token) -> bool:
    """Verbs, the nouns of acts, and adjectives that say something ("is ready"); auxiliaries are none."""
    if t.dep == "prep":
        return False  # "including", "according to"
    if t.pos == "VERB" or (t.pos == "AUX" and t.dep in CLAUSES):
        return True
    if t.pos == "ADJ":
        return t.dep in ("acomp", "attr", "oprd", "xcomp", "ccomp", "ROOT", "conj", "advcl")
    return t.dep in ("ROOT", "attr", "ccomp") if t.pos != "NOUN" else t.lemma in acts() or t.lemma.endswith(ACT_ENDINGS) or t.dep in ("ROOT", "attr")

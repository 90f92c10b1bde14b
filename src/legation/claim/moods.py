"""Moods: which verbs order, ask or forbid rather than tell."""

from __future__ import annotations

from legation.claim.forms import HIGHEST, INNER, SUBJECTS, WH, goes_on, has_to, is_bare
from legation.claim.negation import is_negated
from legation.codes.times import word_class
from legation.codes.wordsets import wordset
from legation.parse.doc import Doc, Token
from legation.words.status import Status

ASKED = frozenset(("you", "u", "ya", "anyone", "anybody"))
# Of these something can be asked that is said of whom one speaks to only as a guess: "we go left here?"
OWN = frozenset(("i", "we", "one"))
ORDERS = ("ROOT", "conj", "parataxis", "ccomp", "dep", "advcl")
OFFERS = frozenset(("can", "could", "will", "would"))


def mood_of(doc: Doc, t: Token) -> Status:
    """What orders, questions and headlines' infinitives ("Chad to open its border") make of their verb; ACTUAL for what tells."""
    if is_bare(doc, t):
        if t.lemma in wordset("elliptic") or any(k.lower == "forward" for k in t.kids("advmod")):
            return Status.POSSIBLE if is_asked(doc, t) else Status.ACTUAL  # "want to come?", "hope to see you soon"
        return Status.DEMANDED if t.dep in ORDERS and not goes_on(t) else Status.ACTUAL
    if t.lemma in wordset("bidding") and t.dep == "ROOT":
        return Status.DEMANDED
    if t.head is not t:
        return Status.ACTUAL
    if has_to(t):
        return Status.PLANNED if t.child("nsubj", "nsubjpass") is not None else Status.POSSIBLE
    return Status.POSSIBLE if is_question(doc, t) or _is_deliberated(doc, t) else Status.ACTUAL


def is_asked(doc: Doc, t: Token) -> bool:
    """Whether a main clause ends with a question mark."""
    return t.head is t and any(k.text == "?" for k in doc.sentence(t).tokens[-2:])


def is_question(doc: Doc, t: Token) -> bool:
    """Whether a main clause asks if something is so; "who fired?" takes the shot for granted."""
    if not is_asked(doc, t) or question_word(doc, t) is not None:
        return False
    subject = t.child("nsubj", "nsubjpass", "expl")
    return subject is None or _first(t).i < subject.i or any(k.lower in ASKED for k in (subject, *subject.children))


def question_word(doc: Doc, t: Token) -> Token | None:
    """The word that opens a question about who, what or where; it may hang on a preposition that was left behind."""
    first = _first(t)
    for w in doc.sentence(t).tokens:
        if w.i >= first.i:
            return None
        if w.tag in WH and not _is_inner(w, t):
            return w
    return None


def is_request(doc: Doc, t: Token) -> bool:
    """As in "could you send it?", "why don't you stay": who asks so asks for the act."""
    if t.tag != "VB" or t.dep not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    subject, first = t.child("nsubj"), t.child("aux")
    if subject is None or first is None or first.i > subject.i or t.lemma in ("be", "have") or t.lemma in wordset("perceived"):
        return False
    before = [k for k in t.children if k.i < first.i and k.dep not in ("punct", "intj", "cc", "advcl", "mark")]
    if any(k.tag in WH for k in before):
        return [k.lower for k in before] == ["why"] and subject.lower in ("you", "we") and first.lemma == "do" and is_negated(t)
    # Other words before bring the verb forward too: "only then can you leave".
    return not before and subject.lower in ("you", "u") and first.lower in OFFERS


def is_prohibition(t: Token) -> bool:
    """As in "do not fire": the base form in a main clause without a subject, also without one that it shares."""
    helpers = {k.lower for k in t.kids("aux")}
    if t.tag != "VB" or t.dep not in ("ROOT", "conj", "parataxis") or helpers & {"did", "does", "to"}:
        return False
    first = t
    for _ in range(HIGHEST):
        if first.child(*SUBJECTS) is not None and (first is t or first.tag in ("VB", "VBP")):
            return False
        if first.dep != "conj" or first.head is first:
            break
        first = first.head
    return True


def _first(t: Token) -> Token:
    return next((k for k in t.children if k.dep in ("aux", "auxpass")), t)


def _is_inner(w: Token, t: Token) -> bool:
    """Whether a word stands in a clause below another one."""
    at = w
    for _ in range(HIGHEST):
        if at is t or at.head is at:
            return False
        if at.dep in INNER and at.pos in ("VERB", "AUX"):
            return True
        at = at.head
    return True


def _is_deliberated(doc: Doc, t: Token) -> bool:
    """As in "where do we go from here?": who asks so has not gone; "what do we know?" asks about what is so."""
    if t.tag != "VB" or t.lemma in word_class("state") or t.lemma in wordset("perceived") or not is_asked(doc, t):
        return False
    subject, helper = t.child("nsubj"), t.child("aux")
    if subject is None or helper is None or subject.lower not in OWN or helper.lower != "do":
        return False
    return question_word(doc, t) is not None

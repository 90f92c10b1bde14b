"""The marks of status that a predicate carries itself: negation, conjunction, adverb, modal, and the mood of its sentence."""

from __future__ import annotations

from legation.claim.ahead import is_ahead
from legation.claim.forms import FINITE, HIGHEST, SUBJECTS, WH
from legation.claim.moods import is_asked, is_prohibition, is_question, is_request, mood_of
from legation.claim.negation import is_negated
from legation.codes.factuality import words
from legation.codes.wordsets import wordset
from legation.find.sources import is_cue
from legation.link.tense import Tense, tense_of
from legation.parse.doc import Doc, Token
from legation.words.status import Status

# Heads of clauses that parsers make of conditions: "provided that ...", "as long as ...".
PROVISOS = frozenset(("provided", "providing", "assuming", "supposing", "suppose"))
ANYBODY = frozenset(("anyone", "anybody", "anything", "whoever"))
CONDITIONS = frozenset(("if", "unless"))


def own_status(doc: Doc, t: Token) -> Status:
    """The status by a predicate's own marks, in this order: condition, negation, hedge, modal, mood; ACTUAL where it has none."""
    lexicon = words()
    marks = [k for k in t.children if k.dep in ("mark", "advmod") and k.i < t.i]
    if any(lexicon.get((k.lower, "mark")) is Status.CONDITIONAL for k in marks) or _is_proviso(t) or _is_inverted(t):
        return Status.CONDITIONAL
    if is_request(doc, t):
        return Status.DEMANDED
    if t.i > 1 and t.tag == "VB" and [k.lower for k in doc.tokens[t.i - 2 : t.i]] == ["rather", "than"]:
        return Status.DENIED  # "they left rather than wait"
    modal = _modal(doc, t)
    if is_negated(t):
        return _denied(doc, t, modal)
    for k in marks:
        if found := lexicon.get((k.lower, "mark")):
            return found
    for k in t.children:
        if k.dep in ("advmod", "amod", "npadvmod", "neg") and (found := lexicon.get((k.lower, "adverb"))):
            return found
    if _is_mandated(t):
        return Status.DEMANDED
    if modal is not None:
        return Status.CONDITIONAL if modal is Status.PLANNED and has_condition(t) else modal
    if is_ahead(t):
        return Status.PLANNED
    if _follows(t):
        return Status.CONDITIONAL
    if any(k.lower == "please" for k in t.children):
        return Status.DEMANDED
    return mood_of(doc, t)


def _denied(doc: Doc, t: Token, modal: Status | None) -> Status:
    """What a negation makes of a predicate: orders and questions that hold one stay orders and questions."""
    if modal is None and is_prohibition(t):
        return Status.DEMANDED
    if modal is None and is_question(doc, t):
        return Status.POSSIBLE  # "aren't they coming?"
    return Status.DENIED if modal is None or modal in (Status.PLANNED, Status.CONDITIONAL) else modal


def _modal(doc: Doc, t: Token) -> Status | None:
    """What a predicate's modal says; None for "can see", "would like" and the like, which tell what is so."""
    helpers = [k for k in t.kids("aux") if k.lower not in ("'d", "’d") or t.tag != "VBN"]  # "they'd left" is "had"
    if not helpers:
        return None
    found = next((s for k in helpers if (s := words().get((k.lower, "modal")))), None)
    beside = {k.lower for k in t.kids("advmod")}
    if found is Status.CONDITIONAL and (t.lemma in wordset("wish") or beside & wordset("habits")):
        return None  # "would like", "would often visit them"
    if "better" in beside and any(k.lower in ("'d", "’d", "had") for k in helpers) and t.tag == "VB":
        return Status.DEMANDED  # "you'd better leave"
    said = wordset("assured" if found is Status.POSSIBLE else "avowed" if found is Status.PLANNED else "performed")
    if found is not None and t.tag == "VB" and t.lemma in said and _is_first(t):
        return None  # "I must say", "I can confirm", "I'll admit"
    if found is Status.CONDITIONAL and (_is_told(t) or _is_provided(t)) and not has_condition(t):
        return Status.PLANNED  # "said it would": the future as seen from then
    if found is Status.DEMANDED and t.tag == "VBN" and any(k.lower == "must" for k in t.kids("aux")) and t.child("auxpass") is None:
        return Status.POSSIBLE  # "they must have known" is a guess
    if found is Status.POSSIBLE and t.lemma in wordset("perceived") and any(k.dep == "aux" and k.lower in ("can", "could") for k in t.children):
        return found if any(k.lower in ("so", "that") for k in t.kids("mark")) else None  # "so that they could see"
    return Status.POSSIBLE if found is Status.PLANNED and is_asked(doc, t) else found


def _is_first(t: Token) -> bool:
    """Whether "I" say it, and do not ask it."""
    subject = t.child("nsubj")
    return subject is not None and subject.lower == "i" and all(k.i > subject.i for k in t.kids("aux"))


def _is_proviso(t: Token) -> bool:
    """As in "as long as they stay", "provided that they stay", "in case they stay", "whoever stays", "anyone who stays"."""
    head = t.head
    if t.dep == "relcl" and head.lower in ANYBODY and tense_of(t) is not Tense.PAST:
        return True
    if any(k.lower == "in" and k.i < t.i and any(o.lower == "case" and not o.children for o in k.children) for k in t.children):
        return True
    if t.tag in FINITE and any(x.tag in WH and x.lower.endswith("ever") and x.i < t.i for k in (t, *t.kids("xcomp")) for x in k.children):
        return True
    if head is t:
        return False
    if t.dep == "advcl" and head.lower == "long" and any(k.lower in ("as", "so") for k in head.kids("advmod")):
        return True
    if t.dep == "ccomp" and head.lower in PROVISOS and head.child(*SUBJECTS) is None:
        return True
    return t.dep in ("acl", "relcl") and head.lower in ("case", "event") and head.dep == "pobj" and head.head.lower == "in"


def _is_mandated(t: Token) -> bool:
    """As in "insisted that it be signed", "asks that he leave": a base form with a subject where a tense is due."""
    if (
        t.dep != "ccomp"
        or t.head.lemma not in wordset("mandative")
        or t.child(*SUBJECTS) is None
        or not any(k.lower == "that" for k in t.kids("mark"))
    ):
        return False
    helpers = t.kids("aux", "auxpass")
    return [k.lower for k in helpers] == ["be"] if t.tag == "VBN" else t.tag == "VB" and not helpers


def _is_inverted(t: Token) -> bool:
    """As in "had they known, they would have stayed", "should they leave, we stay"."""
    if t.dep != "advcl" or t.child("mark") is not None:
        return False
    subject, first = t.child("nsubj", "nsubjpass"), t.child("aux", "auxpass") or t
    return subject is not None and first.i < subject.i and first.lower in ("had", "were", "should")


def _follows(t: Token) -> bool:
    """Whether a main clause in the present holds only if another does: "if the talks fail, the firms lose their money".

    "If you ask me, they lie" and "even if they fail" leave it as it is.
    """
    clauses = [k for k in t.children if k.dep == "advcl" and k.i < t.i and any(m.lower in CONDITIONS for m in k.children)]
    subject = t.child("nsubj", "nsubjpass") if clauses else None
    if subject is None or subject.lower in ("i", "we") or t.lemma == "be" or is_cue(t) or tense_of(t) is not Tense.PRESENT:
        return False
    return any(all(m.lower not in ("even", "as") for m in k.children) for k in clauses)


def has_condition(t: Token) -> bool:
    """Whether an if-clause hangs on a predicate."""
    return any(m.lower in CONDITIONS for k in t.kids("advcl") for m in k.kids("mark"))


def _is_told(t: Token) -> bool:
    """Whether a predicate, or the first of its coordination, is what a reporting verb says."""
    for _ in range(HIGHEST):
        if t.dep != "conj" or t.head is t:
            break
        t = t.head
    return t.dep == "ccomp" and is_cue(t.head)


def _is_provided(t: Token) -> bool:
    """Whether a predicate is what a plan or pact provides for: "a deal that would lower tariffs"."""
    return t.dep == "relcl" and t.head.lemma in wordset("provisions")

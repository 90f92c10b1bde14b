"""The marks of status that a predicate carries itself: negation, conjunction, adverb, modal, and the mood of its sentence."""

from __future__ import annotations

from legation.codes.factuality import words
from legation.codes.wordsets import wordset
from legation.find.sources import is_cue
from legation.parse.doc import Doc, Token
from legation.words.status import Status

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
WH = frozenset(("WP", "WRB", "WDT", "WP$"))
TO = frozenset(("to", "ta", "na"))
FINITE = frozenset(("VBP", "VBZ", "VBD"))
# Heads of clauses that parsers make of conditions: "provided that ...", "as long as ...".
PROVISOS = frozenset(("provided", "providing", "assuming", "supposing", "suppose"))
HIGHEST = 12


def own_status(doc: Doc, t: Token) -> Status:
    """The status by a predicate's own marks, in this order: condition, negation, hedge, modal, mood; ACTUAL where it has none."""
    lexicon = words()
    marks = [k for k in t.children if k.dep in ("mark", "advmod") and k.i < t.i]
    if any(lexicon.get((k.lower, "mark")) is Status.CONDITIONAL for k in marks) or _is_proviso(t):
        return Status.CONDITIONAL
    if _is_request(doc, t):
        return Status.DEMANDED
    modal = _modal(doc, t)
    if is_negated(t):
        if modal is None and _is_prohibition(t):
            return Status.DEMANDED
        return Status.DENIED if modal is None or modal in (Status.PLANNED, Status.CONDITIONAL) else modal
    for k in marks:
        if found := lexicon.get((k.lower, "mark")):
            return found
    for k in t.children:
        if k.dep in ("advmod", "amod", "npadvmod", "neg") and (found := lexicon.get((k.lower, "adverb"))):
            return found
    if modal is not None:
        return Status.CONDITIONAL if modal is Status.PLANNED and _has_condition(t) else modal
    if _is_ahead(t):
        return Status.PLANNED
    return Status.DEMANDED if any(k.lower == "please" for k in t.children) else _mood(doc, t)


def is_negated(t: Token) -> bool:
    """Whether a negation word, or a subject or object that is nothing, belongs to a predicate."""
    return any(_negates(k, t) for k in t.children)


def _negates(k: Token, t: Token) -> bool:
    """Whether a word below a predicate denies it: "not", "never", "nobody"; "not only" and "nothing but" deny nothing."""
    nothing = wordset("nothing")
    if k.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        if k.dep == "dobj" and t.lemma in wordset("having"):
            return False  # who has no money has it said of the money
        empty = k.lower in nothing or any(d.lower in nothing for d in k.kids("det"))
        return empty and not any(x.lower in ("but", "except") for x in k.children)
    if k.dep == "neg" or (k.lower in ("nt", "not") and k.i < t.i and k.dep in ("advmod", "aux", "det")):
        return not any(x.lower in wordset("merely") and x.i == k.i + 1 for c in t.children for x in (c, *c.children))
    if k.lower == "longer":
        return k.dep == "advmod" and any(x.lower in ("no", "any") for x in k.children)  # "took a week longer" is no denial
    return (k.dep in ("det", "preconj") and k.lower in nothing) or (k.dep == "advmod" and k.lower in wordset("never"))


def has_to(t: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(k.dep == "aux" and k.lower in TO for k in t.children)


def is_question(doc: Doc, t: Token) -> bool:
    """Whether a main clause asks if something is so; "who fired?" takes the shot for granted."""
    if t.head is not t or not any(k.text == "?" for k in doc.sentence(t).tokens[-2:]):
        return False
    if any(x.tag in WH for k in t.children if k.i < t.i for x in (k, *k.children)):
        return False
    subject = t.child("nsubj", "nsubjpass", "expl")
    first = next((k for k in t.children if k.dep in ("aux", "auxpass")), t)
    return subject is None or first.i < subject.i or subject.lower in ("anyone", "anybody")


def _is_request(doc: Doc, t: Token) -> bool:
    """As in "could you send it?", "why don't you stay?": who asks so asks for the act."""
    if t.tag != "VB" or t.dep not in ("ROOT", "ccomp", "conj", "parataxis") or doc.sentence(t).tokens[-1].text != "?":
        return False
    subject = t.child("nsubj")
    first = next((k for k in t.children if k.dep == "aux"), None)
    if subject is None or first is None or first.i > subject.i or t.lemma in wordset("perceived"):
        return False
    asked = [k.lower for k in t.children if k.i < first.i and k.tag in WH]
    if asked:
        return asked == ["why"] and subject.lower in ("you", "we") and is_negated(t) and first.lemma == "do"
    return subject.lower == "you" and first.lower in ("can", "could", "will", "would")


def _modal(doc: Doc, t: Token) -> Status | None:
    """What a predicate's modal says; None for "can see", "would like" and the like, which tell what is so."""
    found = next((s for k in t.children if k.dep == "aux" and (s := words().get((k.lower, "modal")))), None)
    if found is Status.CONDITIONAL and t.lemma in wordset("wish"):
        return None
    said = wordset("assured" if found is Status.POSSIBLE else "performed")
    if found not in (None, Status.PLANNED) and t.tag == "VB" and t.lemma in said and _is_first(t):
        return None  # "I must say", "I can confirm"
    if found is Status.CONDITIONAL and (_is_told(t) or _is_provided(t)) and not _has_condition(t):
        return Status.PLANNED  # "said it would": the future as seen from then
    if found is Status.POSSIBLE and t.lemma in wordset("perceived") and any(k.dep == "aux" and k.lower in ("can", "could") for k in t.children):
        return None
    return Status.POSSIBLE if found is Status.PLANNED and is_question(doc, t) else found


def _is_first(t: Token) -> bool:
    """Whether "I" say it, and do not ask it."""
    subject = t.child("nsubj")
    return subject is not None and subject.lower == "i" and all(k.i > subject.i for k in t.kids("aux"))


def _is_proviso(t: Token) -> bool:
    """As in "as long as they stay", "provided that they stay", "in case they stay", "whoever stays"."""
    head = t.head
    if t.tag in FINITE and any(k.tag in WH and k.lower.endswith("ever") for k in t.children):
        return True
    if head is t:
        return False
    if t.dep == "advcl" and head.lower == "long" and any(k.lower in ("as", "so") for k in head.kids("advmod")):
        return True
    if t.dep == "ccomp" and head.lower in PROVISOS and head.child(*SUBJECTS) is None:
        return True
    return t.dep in ("acl", "relcl") and head.lower in ("case", "event") and head.dep == "pobj" and head.head.lower == "in"


def _has_condition(t: Token) -> bool:
    return any(m.lower in ("if", "unless") for k in t.kids("advcl") for m in k.kids("mark"))


def _is_prohibition(t: Token) -> bool:
    """As in "do not fire": the base form in a main clause without a subject."""
    return t.tag == "VB" and t.dep in ("ROOT", "conj", "parataxis") and not any(k.dep in SUBJECTS for k in t.children)


def _is_ahead(t: Token) -> bool:
    """As in "is leaving tomorrow", "is going to leave", "is leaving in a month": a progressive with a time to come or an infinitive."""
    if t.tag != "VBG" or not any(k.lemma == "be" and k.tag not in ("VBD", "VBN") for k in t.kids("aux")):
        return t.lower == "going" and t.child("xcomp") is not None and any(k.lemma == "be" for k in t.kids("aux"))
    if t.lower == "going" and (t.child("xcomp") is not None or _goes_somewhere(t)):
        return True
    places = t.kids("npadvmod", "advmod", "prep")
    if any(x.lower in wordset("soon") for k in places for x in k.subtree() if x.i - k.i < 4):
        return True
    return any(k.lower == "in" and any(x.lemma in wordset("spans") for x in k.subtree() if x.i - k.i < 5) for k in places)


def _goes_somewhere(t: Token) -> bool:
    """Whether persons are "going to Rome", which they have not done yet; what goes to ruin is no person."""
    subject = t.child("nsubj")
    if subject is None or subject.pos not in ("PRON", "PROPN") or subject.lower in ("it", "this", "that"):
        return False
    return any(k.lower == "to" and any(x.pos in ("PROPN", "NOUN") for x in k.kids("pobj")) for k in t.kids("prep"))


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


def _mood(doc: Doc, t: Token) -> Status:
    """Orders, questions and headlines' infinitives ("Chad to open its border")."""
    if _is_bare(t):
        if t.lemma in wordset("elliptic"):
            return Status.ACTUAL  # "hope to see you soon"
        return Status.DEMANDED if t.dep in ("ROOT", "conj", "parataxis", "ccomp", "dep", "advcl") else Status.ACTUAL
    if t.head is not t:
        return Status.ACTUAL
    if has_to(t):
        return Status.PLANNED if t.child("nsubj", "nsubjpass") is not None else Status.POSSIBLE
    return Status.POSSIBLE if is_question(doc, t) else Status.ACTUAL


def _is_bare(t: Token) -> bool:
    """Whether a verb is a base form without subject, auxiliary and "to", that no causative explains: an order."""
    if t.tag != "VB" or any(k.dep in (*SUBJECTS, "aux") for k in t.children):
        return False
    first = t
    for _ in range(HIGHEST):
        if first.dep != "conj" or first.head is first:
            break
        first = first.head
        if any(k.dep in ("aux", "auxpass", *SUBJECTS) for k in first.children):
            return False
    return first.dep not in ("ccomp", "xcomp") or (first.head.lemma not in wordset("causative") and first.head.lemma != "let")

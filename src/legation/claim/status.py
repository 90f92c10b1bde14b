"""Status: whether a predicate is told as fact, denied, possible, planned, demanded or conditional."""

from __future__ import annotations

from legation.codes.factuality import effects, words
from legation.link.linked import Linked
from legation.parse.doc import Doc, Token
from legation.words.status import Predicate, Status

CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass"))
NOTHING = frozenset(("no", "nobody", "none", "nothing", "neither", "nor"))
SUBJECTS = ("nsubj", "nsubjpass", "expl")
DEEPEST = 12


def status_of(linked: Linked, token: Token) -> Status:
    """The status of the predicate that a verb or act noun heads."""
    return _status(linked.doc, token, 0)


def _status(doc: Doc, t: Token, depth: int) -> Status:
    """Own marks of the predicate first, then what the words above it make of it."""
    own = _own(doc, t)
    if depth > DEEPEST or t.head is t:
        return own
    above = _above(doc, t, depth)
    if above is Status.ACTUAL:
        return own
    if own is Status.DENIED and above in (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL):
        return own
    if above is Status.DENIED and own is Status.DENIED:
        return Status.ACTUAL
    return above if own in (Status.ACTUAL, Status.PLANNED) or above is Status.DENIED else own


def _own(doc: Doc, t: Token) -> Status:
    """What the predicate's own negation, modal, adverb or conjunction says."""
    if _negated(t):
        return Status.DENIED
    lexicon = words()
    for k in t.children:
        if k.dep == "mark" and (found := lexicon.get((k.lower, "mark"))):
            return found
        if k.dep == "advmod" and k.lower == "when" and False:
            return Status.ACTUAL
    for k in t.children:
        if k.dep in ("advmod", "amod", "npadvmod") and (found := lexicon.get((k.lower, "adverb"))):
            return found
    for k in t.children:
        if k.dep == "aux" and (found := lexicon.get((k.lower, "modal"))):
            return found
    if t.tag in ("VB", "VBP") and _is_imperative(t):
        return Status.DEMANDED
    if t.head is t and doc.sentence(t).tokens[-1].text == "?":
        return Status.POSSIBLE
    return Status.ACTUAL


def _negated(t: Token) -> bool:
    if any(k.dep == "neg" or (k.dep in ("det", "preconj", "cc") and k.lower in NOTHING) or (k.dep == "advmod" and k.lower in ("hardly", "never", "barely")) for k in t.children):
        return True
    for k in t.kids("nsubj", "nsubjpass", "dobj", "attr"):
        if k.lower in NOTHING or any(d.lower in NOTHING for d in k.kids("det")):
            return True
    return t.dep == "pcomp" and t.head.lower == "without"


def _is_imperative(t: Token) -> bool:
    return t.tag == "VB" and t.dep in ("ROOT", "conj", "ccomp", "parataxis") and not any(k.dep in SUBJECTS or k.dep == "aux" for k in t.children) and t.head is t


def _above(doc: Doc, t: Token, depth: int) -> Status:
    """What the embedding word does to the clause or noun below it."""
    head = t.head
    if t.dep == "conj":
        if t.pos in ("VERB", "AUX") and any(k.dep in SUBJECTS or k.dep == "aux" for k in t.children):
            return _above(doc, head, depth + 1) if head.head is not head and head.dep != "conj" else Status.ACTUAL
        return _status(doc, head, depth + 1)
    slot = _slot(t)
    if t.dep in ("prep", "pobj", "pcomp") or (t.dep == "pobj"):
        pass
    if t.dep in ("pcomp", "pobj") and head.dep in ("prep", "agent"):
        if head.lower == "without":
            return Status.DENIED
        head, slot = head.head, "ing"
    if slot is None:
        return Status.ACTUAL
    effect = effects().get((head.lemma, _class(head)))
    found = effect.get(slot) if effect is not None else None
    upper = _status(doc, head, depth + 1)
    if found is None:
        if slot == "to":
            return _infinitive(t, upper)
        return upper if slot == "that" and upper is not Status.DENIED and t.dep in ("xcomp",) else Status.ACTUAL
    if upper is Status.DENIED:
        return Status.ACTUAL if found is Status.DENIED else Status.DENIED if slot == "to" else Status.POSSIBLE
    if upper is not Status.ACTUAL and found in (Status.ACTUAL, Status.PLANNED):
        return upper
    return found


def _infinitive(t: Token, upper: Status) -> Status:
    if upper is not Status.ACTUAL:
        return upper
    return Status.PLANNED


def _slot(t: Token) -> str | None:
    if t.dep in ("xcomp", "ccomp", "acl", "advcl", "csubj", "relcl", "advmod", "acomp", "ROOT"):
        if any(k.lower == "to" and k.dep == "aux" for k in t.children):
            return "to"
        if t.tag == "VBG" and t.dep in ("xcomp",):
            return "ing"
        return "that" if t.dep in ("ccomp", "acl", "xcomp") else None
    if t.dep in ("pcomp", "pobj"):
        return "ing"
    if t.dep in ("dobj", "nsubjpass"):
        return "np"
    return None


def _class(t: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(t.pos, "adj")


def read_predicates(linked: Linked) -> tuple[Predicate, ...]:
    """Every verb and act noun of the document with its status."""
    return tuple(Predicate(t.span, status_of(linked, t)) for t in linked.doc.tokens if _is_predicate(t))


def _is_predicate(t: Token) -> bool:
    if t.pos == "VERB" or (t.pos == "AUX" and t.dep in CLAUSES):
        return True
    return t.pos in ("NOUN", "ADJ", "PROPN") and (t.dep in CLAUSES or t.dep in ("attr", "acomp", "dobj", "pobj", "nsubj", "nsubjpass", "amod"))

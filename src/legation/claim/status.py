"""Status: whether a predicate is told as fact, denied, possible, planned, demanded or conditional."""

from __future__ import annotations

from legation.claim.embedding import told_status
from legation.claim.likelihood import likelihood_of
from legation.claim.outlook import is_foreseen
from legation.codes.factuality import acts
from legation.link.linked import Linked
from legation.parse.doc import Doc, Token
from legation.words.status import Predicate, Status

# Words of a clause that can be a predicate's place; names and common nouns elsewhere are none.
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "dep"))
# Endings of nouns made from verbs.
ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "al")


def status_of(linked: Linked, token: Token) -> Status:
    """The status of the predicate that a verb or act noun heads."""
    return told_status(linked.doc, token)


def read_predicates(linked: Linked) -> tuple[Predicate, ...]:
    """Every verb and act noun of the document with its status."""
    found = []
    for t in linked.doc.tokens:
        if _is_predicate(t):
            status = status_of(linked, t)
            if status is Status.PLANNED and is_foreseen(linked, t):
                status = Status.POSSIBLE
            found.append(Predicate(t.span, status, likelihood_of(t)))
        elif (asked := _mistaken(linked.doc, t)) is not None:
            found.append(Predicate(t.span, asked))
    return tuple(found)


def _mistaken(doc: Doc, t: Token) -> Status | None:
    """The status of a verb that the parser took for another word: "please contact us", "to box and ship"; None for what is none."""
    if t.dep == "auxpass" and t.lemma != "be":
        return told_status(doc, t.head)  # "get hurt"
    if t.pos not in ("NOUN", "PROPN", "ADJ", "ADV", "INTJ") or not t.i:
        return None
    if t.dep == "conj" and t.head.tag == "VB" and doc.tokens[t.i - 1].dep in ("cc", "punct") and t.lower == t.text:
        return told_status(doc, t.head)
    before = doc.tokens[t.i - 1]
    if before.sent != t.sent:
        return None
    if t.dep == "dobj" and before is t.head and before.lemma in ("come", "go") and before.tag == "VB":
        return told_status(doc, before)  # "come visit us"
    if any(k.lower == "please" for k in doc.tokens[max(t.i - 2, 0) : t.i]) and t.lower not in ("please", "note"):
        return Status.DEMANDED
    return Status.POSSIBLE if before.tag == "TO" and t.pos in ("NOUN", "ADJ") and t.dep != "pobj" else None


def _is_predicate(t: Token) -> bool:
    """Verbs, the nouns of acts, and adjectives that say something ("is ready"); auxiliaries are none."""
    if t.pos == "VERB" or (t.pos == "AUX" and t.dep in CLAUSES):
        return True
    if t.pos == "ADJ":
        return t.dep in ("acomp", "attr", "oprd", "xcomp", "ccomp", "ROOT", "conj", "advcl")
    return t.dep in ("ROOT", "attr", "ccomp") if t.pos != "NOUN" else t.lemma in acts() or t.lemma.endswith(ACT_ENDINGS) or t.dep in ("ROOT", "attr")

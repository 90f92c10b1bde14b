"""Nominals: the roles around a noun that tells an act, with what a light verb or the clause around it lends."""

from __future__ import annotations

from legation.claim.arguments import ROUNDS, Roles, aims, gather, is_passive, is_verb, passive_subject, prepositional, subject_of
from legation.codes.plover import noun_classes
from legation.parse.doc import Token

UNDERTAKING = frozenset(("out", "in", "of", "under", "on"))
UNDERTAKEN = frozenset(("carry", "engage", "be", "take", "go", "participate", "come", "embark", "partake"))
# By these an act stands beside another, done by whom the of-phrase names ("with the backing of the Kremlin").
BESIDE = frozenset(("with", "without", "at", "on", "under", "by", "through", "upon"))
CLAIMING = frozenset(("claim", "take", "accept", "admit", "assume", "have", "bear", "deny", "disclaim"))
BORNE = frozenset(("subject", "target", "victim", "object"))
SUFFERED = frozenset(("in", "by", "during", "from", "after", "amid"))


def noun_roles(t: Token) -> Roles:
    """The roles around a noun that tells an act; a light verb that carries it lends its subject and phrases."""
    r = Roles(form="nominal")
    beside = t.kids("appos", "npadvmod") if t.head is t else []
    gather(r.preps, t, *(c for c in t.kids("acl") if c.lemma not in noun_classes()["brokering"]), *beside)
    aims(t, r.preps)
    if t.dep == "conj" and t.head.pos in ("NOUN", "PROPN"):
        for name, obj in prepositional(t.head):
            r.preps.setdefault(name, []).append(obj)
    lend(t, r)
    return r


def lend(t: Token, r: Roles) -> None:
    """Gives a noun the subject of the light verb it stands under; an inverse one ("face sanctions") lends its subject as recipient."""
    first = t
    while first.dep == "conj" and first.head.pos in ("NOUN", "PROPN"):
        first = first.head
    if first.dep == "compound" and first.head.lemma in noun_classes()["shell"]:
        first = first.head
        gather(r.preps, first)
    if first.dep == "pobj" and first.head.lower == "of" and first.head.head.lemma in ROUNDS:
        first = first.head.head
    top = first.head
    if first.dep == "pobj" and top.dep == "prt":
        top = top.head
    if first.dep == "pobj" and top.lower == "of" and top.head.lemma in BORNE and is_verb(top.head.head):
        # "has been the subject of sanctions": the subject bears the act.
        r.indirect, r.form = subject_of(top.head.head), "inverse"
        return
    if first.dep == "pobj" and first.head.lower == "for" and top.head.lemma == "responsibility" and top.head.head.lemma in CLAIMING:
        # "claimed responsibility for an attack"
        r.subject, r.form = subject_of(top.head.head), "light"
        return
    if first.dep == "pobj" and top.lower in BESIDE and first.lemma in noun_classes()["lent"] and "of" in r.preps:
        r.subject = next(iter(r.preps.get("of", ())), None)
        r.indirect = subject_of(top.head) if is_verb(top.head) else next((o for name, o in prepositional(top.head) if name == "of"), None)
        return
    if first.dep == "pobj" and top.lower in UNDERTAKING and is_verb(top.head) and top.head.lemma in UNDERTAKEN:
        top, under = top.head, top.lower == "under"
        if under:
            r.indirect, r.form = subject_of(top), "inverse"
        elif top.lemma != "be":
            r.subject, r.form = subject_of(top), "light"
        return
    classes = noun_classes()
    if first.dep == "pobj" and top.lower in SUFFERED and is_verb(top.head) and top.head.lemma in classes["victim"]:
        verb = top.head
        r.indirect, r.place = (passive_subject(verb) if is_passive(verb) else subject_of(verb)), verb
        return
    if not is_verb(top) or first.dep not in ("dobj", "nsubjpass", "attr", "nsubj"):
        return
    if first.dep == "nsubjpass" or (first.dep == "nsubj" and is_passive(top)):
        if top.lemma in classes["light"]:
            gather(r.preps, top)
            r.subject = next(iter(r.preps.get("by", ())), None)
            r.form = "light passive"
    elif first.dep == "nsubj":
        gather(r.preps, top) if top.lemma in ("take", "begin", "start", "continue", "resume", "end", "occur", "open", "go", "come") else None
    elif first.dep == "attr":
        r.subject, r.form = subject_of(top), "copula"
    elif top.lemma in classes["inverse"]:
        r.indirect, r.form = subject_of(top), "inverse"
        if top.lemma in ("receive", "get", "accept", "obtain", "secure"):
            gather(r.preps, top)
    elif top.lemma in classes["light"] and not is_passive(top):
        r.subject, r.form = subject_of(top), "light"
        gather(r.preps, top)
        r.indirect = top.child("dative")

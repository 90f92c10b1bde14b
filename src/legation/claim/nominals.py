"""Nominals: the roles around a noun or an adjective that tells an act, with what a light verb or the clause around it lends."""

from __future__ import annotations

from legation.claim.arguments import ROUNDS, Roles, aims, gather
from legation.claim.subjects import is_passive, is_verb, passive_subject, prepositional, subject_of
from legation.codes.plover import noun_classes
from legation.parse.doc import Token

UNDERTAKING = frozenset(("out", "in", "of", "under", "on"))
UNDERTAKEN = frozenset(("carry", "engage", "be", "take", "go", "participate", "come", "embark", "partake"))
# By these an act stands beside another, done by whom the of-phrase names ("with the backing of the Kremlin").
BESIDE = frozenset(("with", "without", "at", "on", "under", "by", "through", "upon"))
CLAIMING = frozenset(("claim", "take", "accept", "admit", "assume", "have", "bear", "deny", "disclaim"))
BORNE = frozenset(("subject", "target", "victim", "object"))
DEFENDING = frozenset(("defend", "shield", "protect", "guard", "shelter", "save"))
HAPPENING = frozenset(("take", "begin", "start", "continue", "resume", "end", "occur", "open", "go", "come"))
GETTING = frozenset(("receive", "get", "accept", "obtain", "secure"))
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
    first = _outermost(t, r)
    if (told := _told_after(first)) is not None:
        # "the talks that Chad and Mali held"
        r.subject, r.form = told.child("nsubj"), "light"
        gather(r.preps, told)
    elif first.dep == "pobj":
        _from_phrase(first, r)
    elif is_verb(first.head):
        _from_verb(first, first.head, r)


def _told_after(t: Token) -> Token | None:
    """The light verb of a relative clause whose object the noun is."""
    verb = next((c for c in t.kids("relcl") if c.lemma in noun_classes()["light"]), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or subject.tag in ("WDT", "WP") or is_passive(verb):
        return None
    return verb if all(c.ent in ("DATE", "TIME") or c.lower == "that" for c in verb.kids("dobj")) else None


def _outermost(t: Token, r: Roles) -> Token:
    """The noun that stands for the act in its clause: the first of a list, "mission" of a peace mission, "series" of strikes."""
    first = t
    while first.dep == "conj" and first.head.pos in ("NOUN", "PROPN"):
        first = first.head
    if first.dep == "compound" and first.head.lemma in noun_classes()["shell"]:
        first = first.head
        gather(r.preps, first)
    if first.dep == "pobj" and first.head.lower == "of" and first.head.head.lemma in ROUNDS:
        first = first.head.head
    return first


def _from_phrase(first: Token, r: Roles) -> None:
    """What the clause lends to an act behind a preposition."""
    prep = first.head.head if first.head.dep == "prt" else first.head
    above = prep.head
    verb = above.head if is_verb(above.head) else None
    if prep.lower == "of" and above.lemma in BORNE and verb is not None:
        # "has been the subject of sanctions": the subject bears the act.
        r.indirect, r.form = subject_of(verb), "inverse"
    elif first.head.lower == "for" and above.lemma == "responsibility" and above.head.lemma in CLAIMING:
        # "claimed responsibility for an attack"
        r.subject, r.form = subject_of(above.head), "light"
    elif prep.lower in BESIDE and first.lemma in noun_classes()["lent"] and "of" in r.preps:
        r.subject = next(iter(r.preps.get("of", ())), None)
        r.indirect = subject_of(above) if is_verb(above) else next((o for name, o in prepositional(above) if name == "of"), None)
    elif prep.lower in UNDERTAKING and is_verb(above) and above.lemma in UNDERTAKEN:
        if prep.lower == "under":
            r.indirect, r.form = subject_of(above), "inverse"
        elif above.lemma != "be" or (prep.lower in ("on", "in") and first.lemma in noun_classes()["under_way"]):
            r.subject, r.form = subject_of(above), "light"
    elif prep.lower in ("against", "from") and above.lemma in DEFENDING:
        # "defended Chad against French criticism": who is defended bears it.
        r.indirect = above.child("dobj", "nsubjpass")
    elif prep.lower in SUFFERED and is_verb(above) and above.lemma in noun_classes()["victim"]:
        r.indirect, r.place = _sufferer(above), above


def _sufferer(verb: Token) -> Token | None:
    """Who is hurt; a bare number is of those told before: "three Thais are killed and 29 injured in clashes"."""
    who = passive_subject(verb) if is_passive(verb) else subject_of(verb)
    if who is not None and who.pos == "NUM" and verb.dep == "conj" and is_verb(verb.head):
        return _sufferer(verb.head)
    return who


def _from_verb(first: Token, verb: Token, r: Roles) -> None:
    """What a verb lends to an act that is its subject or object."""
    classes = noun_classes()
    if first.dep == "nsubjpass" or (first.dep == "nsubj" and is_passive(verb)):
        if verb.lemma in classes["light"]:
            gather(r.preps, verb)
            r.subject, r.form = next(iter(r.preps.get("by", ())), None), "light passive"
    elif first.dep == "nsubj":
        if verb.lemma in HAPPENING or verb.lemma in classes["happen"]:
            gather(r.preps, verb)
    elif first.dep == "attr":
        r.subject, r.form = subject_of(verb), "copula"
    elif first.dep == "dobj" and verb.lemma in classes["inverse"]:
        r.indirect, r.form = subject_of(verb), "inverse"
        if verb.lemma in GETTING:
            gather(r.preps, verb)
    elif first.dep == "dobj" and verb.lemma in classes["light"] and not is_passive(verb):
        r.subject, r.form = subject_of(verb), "light"
        gather(r.preps, verb)
        r.indirect = verb.child("dative")


def adjective_roles(t: Token) -> Roles:
    """The roles around an adjective said of a subject ("is ready to", "is opposed to")."""
    r = Roles(form="copula")
    gather(r.preps, t)
    head = t.head
    if t.dep in ("acomp", "oprd", "conj") or (is_verb(t) and t.dep != "amod"):
        r.subject = subject_of(t) or (subject_of(head) if is_verb(head) else None)
    elif t.dep in ("ROOT", "ccomp", "relcl", "advcl"):
        r.subject = subject_of(t)
    if is_verb(t) and r.subject is None:
        r.subject = passive_subject(t)
    return r

"""Subjects: who does what a verb says, through passives, relative clauses, control, coordination and the nouns above."""

from __future__ import annotations

from collections.abc import Iterator

from legation.codes.plover import noun_classes
from legation.parse.doc import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
RELATIVES = frozenset(("who", "which", "that", "whom"))
# Verbs whose infinitive is done by their subject although they have an object ("promised Iran to come").
SUBJECT_CONTROL = frozenset(("promise", "vow", "use", "threaten", "pledge", "need", "take", "have"))
CLAUSAL = frozenset(("ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl", "dep", "pcomp"))
LONGEST_WALK = 12
FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_verb(t: Token) -> bool:
    """Whether a token heads a clause as a verb; auxiliaries do not, verbs that the parser took for nouns do."""
    return t.pos == "VERB" or (t.pos == "AUX" and t.dep not in ("aux", "auxpass")) or is_mistaken(t)


def is_mistaken(t: Token) -> bool:
    """Whether a plural noun is a verb in the present tense: "Poland summons the ambassador", "the Council votes to withdraw"."""
    if t.tag != "NNS" or t.pos != "NOUN" or t.text[:1].isupper() or t.dep not in CLAUSAL:
        return False
    if any(c.dep in ("dobj", "xcomp", "ccomp", "nsubj", "aux") for c in t.children):
        return True
    if t.head is not t:
        return False
    return any((c.dep == "conj" and c.pos == "VERB") or (c.dep == "npadvmod" and c.i > t.i and c.ent not in ("DATE", "TIME")) for c in t.children)


def mate(t: Token) -> Token:
    """The verb that a coordinated one goes with: a finite one with a finite one, a participle with a participle.

    Parsers hang it on the nearest verb: "urged the embassy to reconsider and spoke with his colleague".
    """
    form = _form(t)
    if t.dep != "conj" or form is None or not is_verb(t.head) or _form(t.head) == form:
        return t.head
    for a in t.head.ancestors():
        if is_verb(a) and _form(a) == form:
            return a
    return t.head


def _form(t: Token) -> str | None:
    """Whether a verb is finite or a participle in -ing; None for an infinitive and for what may be either."""
    if t.tag in FINITE or any(c.tag in FINITE for c in t.kids("aux", "auxpass")):
        return "finite"
    return "ing" if t.tag == "VBG" else None


def prepositional(t: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions that hang on a token, each with the head of its noun phrase; "out of" gives both words."""
    for c in t.children:
        if c.dep in ("prep", "agent", "dative", "prt", "advmod") or (c.dep == "mark" and c.pos == "ADP"):
            if c.dep in ("prep", "dative") and not c.children and (lost := _taken_for_subject(t, c)) is not None:
                yield c.lower, lost
            for o in c.children:
                if o.dep == "pobj":
                    yield c.lower, o
                elif o.dep == "pcomp":
                    # "an agreement with Iran cancelling the debt": parsers make Iran the subject of the participle.
                    yield c.lower, o.child("nsubj") or o
                elif o.dep == "prep":
                    for oo in o.kids("pobj"):
                        yield c.lower, oo
                        yield o.lower, oo
    return


def _taken_for_subject(t: Token, prep: Token) -> Token | None:
    """The noun of a preposition that the parser made the subject of the words behind it: "gave asylum to [officers held up in the embassy]"."""
    clauses = (c.child("nsubj") for c in t.children if c.i > prep.i and c.dep in ("advcl", "ccomp", "xcomp", "conj"))
    return next((n for n in clauses if n is not None and min(w.i for w in n.subtree()) == prep.i + 1), None)


def is_passive(t: Token) -> bool:
    """Whether a verb form is passive: with an auxiliary, a passive subject, or a participle after a noun."""
    if any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in t.children):
        return True
    if t.tag != "VBN":
        return False
    if any(c.dep == "aux" and c.lemma in ("have", "'ve") for c in t.children) or t.child("nsubj"):
        return False
    if t.dep == "acl":
        return True
    if t.dep == "conj" and is_verb(t.head):
        return is_passive(mate(t))
    return t.dep in ("advcl", "amod", "relcl", "xcomp", "oprd") or any(c.dep == "agent" for c in t.children)


def passive_subject(t: Token) -> Token | None:
    """Whom the act of a passive verb is done to."""
    own = t.child(*PASSIVE)
    if own is not None:
        return antecedent(own) or own
    if t.dep == "conj" and is_verb(t.head):
        return passive_subject(mate(t)) if is_passive(mate(t)) else subject_of(mate(t))
    if t.dep in ("acl", "amod"):
        return t.head
    if t.dep in ("xcomp", "advcl"):
        return subject_of(t, 1)
    return None


def antecedent(t: Token) -> Token | None:
    """The noun a relative pronoun stands for; None for any other word."""
    if t.lower not in RELATIVES or t.tag not in ("WDT", "WP", "IN"):
        return None
    for a in (t, *t.ancestors()):
        if a.dep == "relcl":
            return _event_in(a) or a.head
        if a.dep in ("ROOT",):
            return None
    return None


def _event_in(clause: Token) -> Token | None:
    """What happened at the place that a clause of deeds is hung on: "the bombing in Quetta, which killed twelve"."""
    place = clause.head
    if clause.lemma not in noun_classes()["killing"] or place.ent not in ("GPE", "LOC") or place.dep != "pobj":
        return None
    above = place.head.head
    deed = above.child("dobj") if above.pos == "VERB" else above
    return deed if deed is not None and deed.pos == "NOUN" and deed.i < place.i else None


def subject_of(t: Token, depth: int = 0) -> Token | None:
    """Who does what a verb says: its own subject, or the one it takes from the clause above."""
    if depth > LONGEST_WALK:
        return None
    own = t.child(*SUBJECTS) or (t.child(*PASSIVE) if depth else None)
    if own is None and t.pos == "NOUN" and t.head is t:
        own = next((c for c in reversed(t.children) if c.dep in ("compound", "nmod", "poss") and c.i < t.i), None)
    if own is not None:
        return antecedent(own) or own
    if (lost := _swallowed(t)) is not None:
        return lost
    head = mate(t)
    if head is t:
        return None
    if t.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"):
        return _from_above(t, head, depth)
    if t.dep in ("acomp", "attr", "oprd") and is_verb(head):
        return subject_of(head, depth + 1)
    if t.dep == "relcl":
        return head
    if t.dep == "acl":
        if t.tag == "VB" and is_verb(head):
            return _from_above(t, head, depth)  # "the Council votes to lift": parsers take the vote for a noun
        if t.tag == "VBG" and any(c.text == "," and c.i == t.i - 1 for c in head.children):
            # "raids in Kabul, killing six": after a comma it is told of the whole clause.
            verb = next((a for a in head.ancestors() if is_verb(a)), None)
            if verb is not None:
                return subject_of(verb, depth + 1)
        return head if t.tag == "VBG" and head.lemma not in noun_classes()["instrument"] else _noun_agent(head, depth)
    if t.dep == "pcomp":
        top = head.head
        if is_verb(top):
            of_object = _object_of(top) if head.lower in ("of", "for", "with", "from", "on") else None
            return of_object or _from_above(t, top, depth)
        if head.lower == "for" and top.tag in ("NNS", "NNP", "NNPS") and top.dep in ("dobj", "conj", "nsubjpass", "pobj"):
            return top  # "sanctions six companies for selling arms"
        return _noun_agent(top, depth)
    return None


def _swallowed(t: Token) -> Token | None:
    """The subject that the parser took into the phrase before it: "After talks in Beijing, China and India agree to resume flights"."""
    if t.tag not in FINITE or t.dep not in ("ROOT", "ccomp"):
        return None
    before = next((c for c in reversed(t.kids("prep", "advcl")) if c.i < t.i), None)
    words = before.subtree() if before is not None else []
    if not words or words[-1].i != t.i - 1:
        return None
    comma = next((w for w in reversed(words) if w.text == ","), None)
    return next((w for w in words if comma is not None and w.i > comma.i and w.dep == "conj" and w.pos == "PROPN"), None)


def _object_of(t: Token) -> Token | None:
    """The object of a verb, or the subject of its passive; of "blame on X for", the noun of the phrase."""
    return t.child("dobj", "nsubjpass") or next((o for name, o in prepositional(t) if name in ("on", "at", "upon")), None)


def _from_above(t: Token, head: Token, depth: int) -> Token | None:
    if not is_verb(head):
        return subject_of(head, depth + 1) if head.pos == "ADJ" or head.dep in ("acomp", "attr", "oprd") else _noun_agent(head, depth)
    if t.dep == "xcomp" and head.lemma not in SUBJECT_CONTROL:
        obj = _object_of(head) if head.child("dobj", "nsubjpass") else None
        if obj is None and head.lemma in ("call", "appeal", "rely", "count"):
            obj = _object_of(head)
        if obj is not None:
            return obj
    if is_passive(head) and t.dep != "conj":
        by = next((o for name, o in prepositional(head) if name == "by"), None)
        return by if t.dep == "advcl" and by is not None else passive_subject(head)
    return subject_of(head, depth + 1)


def _noun_agent(t: Token, depth: int) -> Token | None:
    """Who acts where a noun governs the verb ("Iran's decision to withdraw", "attempts by the Council to tighten")."""
    own = next((c for c in t.kids("poss") if c.ent not in ("DATE", "TIME")), None)
    own = own or next((o for name, o in prepositional(t) if name in ("by", "from")), None)
    if own is not None:
        return own
    modifier = next((c for c in t.kids("amod", "compound", "nmod") if c.tag in ("NNP", "JJ", "NNPS") and c.text[:1].isupper()), None)
    if modifier is not None:
        return modifier
    whose = next((o for name, o in prepositional(t) if name == "of"), None)
    if whose is not None and (t.lemma in noun_classes()["instrument"] or t.lemma in noun_classes()["ability"]):
        return whose  # "the decision of the Union to ban flights", "the right of Mali to strike"
    if t.dep in ("dobj", "attr", "pobj"):
        top = t.head if t.dep != "pobj" else t.head.head
        if is_verb(top):
            return subject_of(top, depth + 1)
    return None

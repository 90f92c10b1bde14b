"""Arguments: what stands as subject, object and prepositional phrase of a predicate: active, passive, controlled, relative, nominal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from legation.codes.plover import noun_classes
from legation.parse.doc import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "dative", "attr", "oprd")
MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod")
RELATIVES = frozenset(("who", "which", "that", "whom"))
# Verbs whose infinitive is done by their subject although they have an object ("promised Iran to come").
SUBJECT_CONTROL = frozenset(("promise", "vow", "use", "threaten", "pledge", "need", "take", "have"))
CLAUSAL = frozenset(("ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl", "dep", "pcomp"))
# What such a phrase holds belongs to something told beside the act ("during talks on Syria").
ASIDE = frozenset(("during", "after", "following", "amid", "since", "before", "despite", "over"))
LONGEST_WALK = 12
FINITE = ("VBD", "VBZ", "VBP", "MD")
INVOLVING = {"target": "targeting", "hit": "targeting", "strike": "targeting", "involve": "between", "include": "between", "kill": "targeting"}
ROUNDS = frozenset(
    ("series", "round", "number", "wave", "set", "string", "spate", "dozen", "couple", "lot", "pair", "barrage", "day", "week", "hour")
)


@dataclass(slots=True)
class Roles:
    """What stands where around one predicate. `preps` maps a preposition to the heads of its noun phrases."""

    subject: Token | None = None
    object: Token | None = None
    indirect: Token | None = None
    preps: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    form: str = "active"
    place: Token | None = None
    below: Token | None = None


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


def gather(into: dict[str, list[Token]], *heads: Token) -> None:
    """Adds the prepositional phrases of the heads to a table of them: those of the first head first, then those inside them,
    which parsers often hang too low."""
    level = list(heads)
    for _ in range(3):
        below = []
        for head in level:
            for name, obj in prepositional(head):
                if obj not in into.setdefault(name, []):
                    into[name].append(obj)
                    if name not in ASIDE:
                        below.append(obj)
        level = [obj for obj in below if obj.pos in ("NOUN", "NUM")]


def verb_roles(t: Token) -> Roles:
    """The roles around a verb, with what it shares with the verbs it is coordinated with or controlled by."""
    if (parted := _parted(t)) is not None:
        return parted
    r = Roles(passive=is_passive(t))
    r.form = "passive" if r.passive else "active"
    object_ = next((c for c in t.children if c.dep in ("dobj", "attr", "oprd") or (t.pos == "NOUN" and c.dep == "npadvmod")), None)
    if object_ is None:
        # "breaks off relations", "hands over the remains": parsers hang the object on the particle.
        object_ = next((o for c in t.kids("prt") for o in c.kids("pobj")), None)
    if object_ is None:
        # "visits Washington, D.C.": a name that follows at once is no adverb.
        object_ = next((c for c in t.kids("npadvmod") if _at_once(t, c)), None)
    if object_ is not None and not r.passive:
        object_ = antecedent(object_) or object_  # "Iran, which Japan accused of spying"
    r.indirect = next((c for c in t.children if c.dep == "dative" and c.pos != "ADP"), None)
    if r.passive:
        r.object = passive_subject(t)
        r.subject = next((o for name, o in prepositional(t) if name == "by"), None)
        if object_ is not None:
            r.indirect, r.object = r.object, object_
    else:
        r.subject = subject_of(t)
        r.object = object_ or _gap(t)
        if r.object is None and r.indirect is not None:
            r.object, r.indirect = r.indirect, None
    if object_ is None and r.object is None and not r.passive:
        r.object = _shared_object(t)
    things = [] if r.object is None else [r.object]
    if r.object is not None and r.object.lemma in ROUNDS:
        things += [o for name, o in prepositional(r.object) if name == "of"]
    for thing in things:
        aims(thing, r.preps)
    gather(r.preps, *things, *(c for thing in things for c in thing.kids("acl")), t)
    if r.passive and r.subject is None:
        # "was condemned in a joint statement by Egypt": the agent may hang on a noun in between.
        r.subject = next(iter(r.preps.get("by", ())), None)
    if (maker := _maker(t)) is not None:
        r.subject, r.indirect = maker, r.subject
    clause = next((c for c in t.children if c.dep in ("ccomp", "xcomp")), None)
    r.below = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if r.object is None and not r.passive and clause is not None and clause.pos in ("NOUN", "PROPN", "ADJ"):
        r.object = r.below  # "declared the consul persona non grata"
    return r


def _parted(t: Token) -> Roles | None:
    """The roles of a verb whose first syllable the parser took for the verb: "Chad re-established relations with Mali"."""
    first = next((a for a in t.ancestors() if a.lower == "re" and a.i == t.i - 2), None)
    if first is None or t.tag not in ("VBN", "VBD") or first.child("nsubj") is None:
        return None
    r = Roles(subject=subject_of(first), object=t.head if t.dep == "amod" else t.child("dobj") or first.child("dobj"))
    gather(r.preps, *(w for w in (r.object, t.head, first) if w is not None))
    return r


def _at_once(t: Token, name: Token) -> bool:
    """Whether it is a name that begins with the next word, no date."""
    if name.tag not in ("NNP", "NNPS") or name.ent in ("DATE", "TIME"):
        return False
    return min((name, *name.kids("compound", "det")), key=lambda c: c.i).i == t.i + 1


def _maker(t: Token) -> Token | None:
    """Who made the pact that a participle tells of, where the parser gives it the other side as subject ("signed a deal with Iran ending …")."""
    if t.dep != "pcomp" or t.tag != "VBG" or t.head.lower != "with" or t.child("nsubj") is None:
        return None
    pact = t.head.head
    return subject_of(pact.head) if pact.lemma in noun_classes()["pact"] and pact.dep == "dobj" and is_verb(pact.head) else None


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


def _gap(t: Token) -> Token | None:
    """The object of a relative clause that stands before it ("the deal which Iran signed")."""
    if t.dep == "relcl":
        subject = t.child(*SUBJECTS)
        if subject is not None and subject.lower not in RELATIVES:
            return t.head
    return None


def _shared_object(t: Token) -> Token | None:
    """The object of a later verb of the same coordination ("condemned and sanctioned Iran")."""
    after = next((c for c in t.children if c.dep == "conj" and is_verb(c) and c.child(*SUBJECTS) is None), None)
    if after is None or any(c.dep in ("ccomp", "xcomp", "prep") for c in t.children):
        return None
    return after.child("dobj")


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


def aims(t: Token, into: dict[str, list[Token]]) -> None:
    """What a participle beside a noun aims at: "sanctions targeting Russian firms", "talks involving Oman"."""
    above = t.head.kids("xcomp", "advcl") if t.dep == "nsubjpass" else []  # "A summit is held involving Oman"
    for c in (*t.kids("acl"), *above):
        if c.tag == "VBG" and c.lemma in INVOLVING and (aim := c.child("dobj", "pobj")) is not None:
            into.setdefault(INVOLVING[c.lemma], []).append(aim)

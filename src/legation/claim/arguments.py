"""Arguments: what stands as subject, object and prepositional phrase of a predicate: active, passive, controlled, relative, nominal."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.claim.subjects import RELATIVES, SUBJECTS, antecedent, is_passive, is_verb, passive_subject, prepositional, subject_of
from legation.codes.plover import noun_classes
from legation.parse.doc import Token

OBJECTS = ("dobj", "dative", "attr", "oprd")
MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod")
# What such a phrase holds belongs to something told beside the act ("during talks on Syria").
ASIDE = frozenset(("during", "after", "following", "amid", "since", "before", "despite", "over"))
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


def aims(t: Token, into: dict[str, list[Token]]) -> None:
    """What a participle beside a noun aims at: "sanctions targeting Russian firms", "talks involving Oman"."""
    above = t.head.kids("xcomp", "advcl") if t.dep == "nsubjpass" else []  # "A summit is held involving Oman"
    for c in (*t.kids("acl"), *above):
        if c.tag == "VBG" and c.lemma in INVOLVING and (aim := c.child("dobj", "pobj")) is not None:
            into.setdefault(INVOLVING[c.lemma], []).append(aim)

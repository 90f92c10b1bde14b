"""Crowds: who protests, by their own words: "students", "dock workers", "cambodian protesters"."""

from __future__ import annotations

from legation.claim.arguments import Roles
from legation.claim.parties import Parties
from legation.claim.party import Party
from legation.codes.cues import source_kinds
from legation.codes.plover import noun_classes
from legation.parse.doc import Token

PLAIN = "protesters"
# Who marches only by being many, or by where they are from.
ANYBODY = frozenset(("people", "person", "resident", "citizen", "national", "man", "woman", "group", "crowd", "mob"))

CANVASSING = frozenset(("election", "electoral", "campaign", "political", "party", "price", "stock", "market", "relief", "pep"))


def crowd(t: Token | None, parties: Parties) -> tuple[Party, ...]:
    """The crowd that a plural noun or the name of a people stands for; () for anything else, as a government."""
    if t is not None and t.lemma in noun_classes()["counting"]:
        t = next((o for c in t.kids("prep") if c.lower == "of" for o in c.kids("pobj")), t)
    if t is not None and t.lemma in noun_classes()["unrest"]:
        return (Party(PLAIN, t.span),)
    if t is None or (t.tag not in ("NNS", "NNPS") and t.lemma not in ("mob", "crowd")):
        return ()
    if t.tag == "NNPS":
        return (Party(f"{t.lower.removesuffix('s')} {PLAIN}", t.span),) if _of_people(t, parties) else ()
    from_ = next((c for c in t.kids("amod", "compound") if c.text[:1].isupper() and parties.mention(c) is not None), None)
    if t.lemma in ANYBODY or (t.lower == PLAIN and from_ is None):
        name = PLAIN
    else:
        name = " ".join(c.lower for c in (*(c for c in t.kids("compound") if c.tag in ("NN", "NNS")), t))
    first = min((from_, *t.kids("compound"), t), key=lambda c: c.i if c is not None else t.i) or t
    return (Party(f"{from_.lower} {name}" if from_ is not None else name, (first.start, t.end)),)


def marchers(t: Token, roles: Roles, parties: Parties) -> tuple[Party, ...]:
    """Who protests where the protest is a noun: by its of- and by-phrases, else just protesters."""
    for name in ("by", "of"):
        for o in roles.preps.get(name, ()):
            if (source_kinds().get(o.lemma) == "person" or o.tag == "NNPS") and (found := crowd(o, parties)):
                return found
    return (Party(PLAIN, t.span),)


def of_no_crowd(t: Token) -> bool:
    """Whether a noun of protest tells none: "in protest of the ruling", "an election rally", "called off the march"."""
    said = t.dep == "pobj" and t.head.lower == "in" and t.child("det", "amod") is None
    prevented = t.dep in ("dobj", "nsubjpass") and t.head.lemma in noun_classes()["prevented"]
    return said or prevented or t.pos == "PROPN" or any(c.lemma in CANVASSING for c in t.kids("compound", "amod", "nmod"))


def home(t: Token | None, parties: Parties) -> tuple[Party, ...]:
    """The state whose people a crowd is: whom it protests against where nobody else is told."""
    if t is None:
        return ()
    if t.lemma in noun_classes()["counting"]:
        t = next((o for c in t.kids("prep") if c.lower == "of" for o in c.kids("pobj")), t)
    return parties.of(t)[:1]


def _of_people(t: Token, parties: Parties) -> bool:
    """Whether a plural name is that of a people: "Algerians"."""
    m = parties.linked.mention_of(t)
    return m is not None and m.how == "people"

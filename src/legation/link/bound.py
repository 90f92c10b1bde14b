"""Pronouns whose place in the clause tells whom they stand for: objects, and what follows the object of a verb of judging or asking."""

from __future__ import annotations

from collections.abc import Mapping

from legation.codes.nouns import definite_nouns
from legation.link.salience import OBJECTS, SUBJECTS
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention

OBJECT_PRONOUNS = frozenset({"it", "them"})
MANY = (ActorKind.GROUP,)
ONE = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
# How many words back the other actor of the sentence may stand.
REACH = 30
CHAINED = ("conj", "xcomp")
# "sanctions on Iran over its programme", "called on China to lift its ban": the prepositions before the one concerned, and before the matter.
CONCERNED, MATTER = frozenset({"on", "upon", "against", "at"}), frozenset({"over", "for", "about", "because"})


def subject_over(pronoun: Token) -> Token | None:
    """The subject of the verb whose object a pronoun is, also where it stands with an earlier verb ("met X and praised it")."""
    if pronoun.dep not in OBJECTS:
        return None
    verb = pronoun.head.head if pronoun.dep == "pobj" else pronoun.head
    while (subject := verb.child(*SUBJECTS)) is None and verb.dep in CHAINED and verb.head is not verb:
        verb = verb.head
    return subject


def bound_object(pronoun: Token, told: Mapping[int, Mention]) -> Mention | None:
    """The one other actor that the sentence tells before an object pronoun, its verb's subject left out; None where there is none, or two.

    `told` gives the mention at a token.
    """
    subject = subject_over(pronoun)
    acting = told.get(subject.i) if subject is not None else None
    if acting is None or pronoun.lower not in OBJECT_PRONOUNS:
        return None
    found: dict[str, Mention] = {}
    for i in range(pronoun.i - 1, pronoun.i - REACH, -1):
        mention = told.get(i)
        if mention is not None and mention.id != acting.id and mention.kind in (MANY if pronoun.lower == "them" else ONE):
            found.setdefault(mention.id, mention)
    return next(iter(found.values())) if len(found) == 1 else None


def steered_by(pronoun: Token) -> Token | None:
    """Who is told to act, or judged, before a possessive: "urged China to lift its ban", "condemned Belarus for its crackdown"; None elsewhere."""
    matter = False
    for up in pronoun.ancestors():
        matter = matter or (up.dep == "prep" and up.lower in MATTER)
        if up.pos != "VERB":
            continue
        steers = up.lemma in definite_nouns("steering")
        aim = up.child("dobj") if steers else None
        if (steers or matter) and not (aim is not None and aim.pos == "PROPN"):
            aim = _concerned(up, pronoun) or aim
        if aim is not None and aim.i < pronoun.i and aim.pos == "PROPN":
            return aim
        if up.kids(*SUBJECTS):
            return None
    return None


def _concerned(verb: Token, pronoun: Token) -> Token | None:
    """Whom a verb or its object is directed at: "imposed sanctions on Iran", "called on Iran"."""
    for place in (verb, *verb.kids("dobj")):
        for prep in place.kids("prep"):
            aim = prep.child("pobj")
            if prep.lower in CONCERNED and aim is not None and aim.i < pronoun.i:
                return aim
    return None

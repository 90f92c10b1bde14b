"""Object pronouns, which their own clause's subject cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from legation.link.salience import OBJECTS, SUBJECTS
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention

OBJECT_PRONOUNS = frozenset({"it", "them"})
MANY = (ActorKind.GROUP,)
ONE = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
# How many words back the other actor of the sentence may stand.
REACH = 30
CHAINED = ("conj", "xcomp")


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

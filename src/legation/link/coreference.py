"""Pronouns to the actors they stand for, where the nearest subject leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.codes.nouns import definite_nouns
from legation.link.bound import OBJECT_PRONOUNS, bound_object, steered_by, subject_over
from legation.link.edges import noun_of
from legation.link.salience import SUBJECTS
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

PERSONAL = frozenset({"he", "she", "him", "his", "her"})
NEUTRAL = frozenset({"it", "its", "itself", "they", "their", "them", "themselves"})
# Somebody else whom "he" or "she" may stand for.
HUMAN = frozenset(
    {"man", "woman", "boy", "girl", "person", "father", "mother", "son", "daughter", "wife", "husband", "brother", "sister", "student", "suspect"}
)
# Verbs whose "it" stands for nothing: "it seems that", "it rained".
EMPTY = frozenset({"seem", "appear", "rain", "snow", "happen", "turn"})
ACTING = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.ORGAN, ActorKind.COMPANY, ActorKind.WHOLE)
# How many sentences back a person may be for "he".
BACK = 2
# Subjects that may be any of those told before.
SOME = frozenset({"both", "others", "each", "some", "many", "all", "neither", "several", "either"})


def link_pronouns(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of kind pronoun, in text order; a pronoun whose subject is no actor, or two, stays unlinked."""
    heads = _heads(doc, mentions)
    covered = {t.i: m for m in reversed(mentions) for t in doc.within(m.span) if m.how != "place"}
    person: tuple[int, Mention] | None = None
    leading: tuple[int, Mention] | None = None
    subject: tuple[Token, Mention | None] | None = None
    for token in doc.tokens:
        found: Mention | None = None
        steered = steered_by(token) if token.tag == "PRP$" else None
        if steered is not None and (token.lower in NEUTRAL or (token.lower in PERSONAL and steered.ent == "PERSON")):
            found = covered.get(steered.i)
            found = found if found is not None and (found.kind is ActorKind.PERSON) == (token.lower in PERSONAL) else None
        elif token.lower in PERSONAL and token.head.lower in definite_nouns("honour"):
            continue
        elif token.lower in PERSONAL:
            last = leading if leading is not None and leading[0] == token.sent else person
            found = last[1] if last is not None and token.sent - last[0] <= BACK else None
        elif token.lower in NEUTRAL and subject is not None and token.sent - subject[0].sent <= 1 and not _empty(token):
            found = subject[1]
            if (
                found is not None
                and token.lower in OBJECT_PRONOUNS
                and (over := subject_over(token)) is not None
                and over.i in covered
                and covered[over.i].id == found.id
            ):
                found = bound_object(token, covered)
        if found is not None and token.lower == "them" and not _many(doc, found):
            found = None
        if found is not None:
            yield replace(found, span=token.span, how="pronoun")
        told = heads.get(token.i)
        if told is None and (token.lemma in HUMAN or (token.ent == "PERSON" and token.dep in SUBJECTS)):
            person = leading = None
        if told is not None and (told.kind is ActorKind.PERSON or _holds_office(token)):
            person = (token.sent, told)
            if token.dep in SUBJECTS:
                leading = person
        if token.dep in SUBJECTS and (token.pos in ("NOUN", "PROPN") or token.lower in SOME):
            whole = told is not None and told.kind in ACTING and not token.kids("conj")
            subject = (token, told if whole else None)


def _holds_office(token: Token) -> bool:
    """Whether a linked subject is one person by his office: "the Colombian senator"."""
    noun = noun_of(token) if token.dep in SUBJECTS and token.tag == "NN" else None
    return noun is not None and noun.cls == "office"


def _heads(doc: Doc, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that each token heads: the widest whose last word or syntactic head it is."""
    out: dict[int, Mention] = {}
    for m in sorted(mentions, key=lambda m: m.span[0] - m.span[1]):
        head = doc.head_of(m.span)
        if head is not None and m.how != "place":
            out.setdefault(head.i, m)
    for m in mentions:
        if m.how == "person":
            for t in doc.within(m.span):
                out[t.i] = m
    return out


def _many(doc: Doc, mention: Mention) -> bool:
    """Whether "them" may take a mention up: a group, or a plural as "Chadian officials"; a state alone is hardly ever "them"."""
    head = doc.head_of(mention.span)
    return mention.kind is ActorKind.GROUP or (head is not None and head.tag in ("NNS", "NNPS"))


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing or for a clause."""
    verb = token.head
    if token.lower != "it" or token.dep not in SUBJECTS:
        return token.dep == "expl"
    if token.dep == "nsubjpass" and any(c.dep == "ccomp" for c in verb.children):
        return True
    if verb.lemma == "come" and {"when", "to"} <= {c.lower for c in verb.children}:
        return True
    return verb.lemma in EMPTY or (verb.lemma == "be" and any(c.dep in ("ccomp", "xcomp", "advcl", "acomp", "attr") for c in verb.children))

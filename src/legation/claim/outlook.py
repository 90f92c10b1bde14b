"""Outlook: of what is told as still to come, what somebody who can do it has announced, and what is only foreseen or wished.

The statuses of events and figures know one future, `planned`. The list of predicates tells two apart: what a state, body, firm or
named person says will be done is planned; "prices will rise", "you will like it" and what an unnamed "I" means to do is possible.
"""

from __future__ import annotations

from itertools import islice

from legation.claim.embedders import asks_what
from legation.claim.forms import SUBJECTS
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.link.tense import Tense, tense_of
from legation.parse.doc import Token

AUTHORS = frozenset(("i", "we", "u", "ya"))
# Pronouns of what plans nothing; those that stand for a state or body are mentions.
NOBODY = frozenset(("you", "it", "this", "there", "these", "those", "one"))
HIGHEST = 8


def is_foreseen(linked: Linked, t: Token) -> bool:
    """Whether a planned predicate has nobody in the text who could have planned it; purposes and what nouns speak of have not."""
    verb = _deciding(t)
    if verb is None:
        return False
    if verb is not t and verb.lemma in wordset("proffered"):
        return True  # a threat need not be carried out, an offer not be taken
    if verb.dep != "relcl" and asks_what(verb):
        return True  # "nobody knows which road they will take"
    subject = _subject(verb)
    if subject is None:
        return verb.dep in ("ROOT", "conj", "parataxis") and verb.tag in ("VB", "VBG") and not linked.voices  # "Will come again!"
    if subject.dep == "nsubjpass" or linked.mention_of(subject) is not None:
        return False
    if subject.lower in AUTHORS:
        if verb is not t and tense_of(verb) is Tense.PAST:
            return False  # "we decided to stay"
        return not any(v.span[0] <= subject.start < v.span[1] for v in linked.voices)
    if subject.lower == "it" and _is_said(verb):
        return False  # "the firm announced it will close"
    if subject.lower in NOBODY or (_stands_for_nobody(linked, subject) and (verb is t or tense_of(verb) is not Tense.PAST)):
        return True
    return subject.pos == "NOUN" and subject.lemma in wordset("unplanned")


def _deciding(t: Token) -> Token | None:
    """The verb whose subject would be the planner: the predicate itself where it has "will", else the verb that embeds it."""
    for _ in range(HIGHEST):
        if any(k.dep == "aux" and k.tag == "MD" for k in t.children) or (t.tag == "VBG" and t.child("aux") is not None):
            return t
        head = t.head.head if t.dep == "pcomp" else t.head
        if head is t or head.pos not in ("VERB", "AUX"):
            return None
        if (t.dep == "xcomp" or (t.dep == "pcomp" and t.head.lower in ("to", "on", "upon"))) and head.lemma != "be":
            return head
        if t.dep not in ("conj", "advcl", "pcomp", "acomp", "attr", "oprd"):
            return None
        t = head
    return None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one whose subject it shares."""
    for _ in range(HIGHEST):
        if (found := verb.child(*SUBJECTS)) is not None:
            return found
        if verb.dep not in ("conj", "xcomp") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _stands_for_nobody(linked: Linked, subject: Token) -> bool:
    """Whether a pronoun has nothing before it that it could stand for: no actor in the text, no subject in its sentence."""
    if subject.tag != "PRP" or any(m.span[0] < subject.start for m in islice(linked.mentions, 1)):
        return False
    return not any(k.i < subject.i and k.dep in SUBJECTS and k.pos in ("NOUN", "PROPN") for k in linked.doc.sentence(subject).tokens)


def _is_said(verb: Token) -> bool:
    """Whether a verb stands in what a word above it says."""
    return any(t.dep == "ccomp" for t in (verb, *islice(verb.ancestors(), HIGHEST)))

"""Pronouns: whom "it", "he", "they", "the latter", "both sides" stand for as parties of an act."""

from __future__ import annotations

from legation.claim.memory import pointing
from legation.claim.party import Party, Resolver
from legation.claim.subjects import SUBJECTS, is_verb, subject_of
from legation.codes.cues import source_kinds
from legation.codes.plover import noun_classes
from legation.codes.predicates import lexicon
from legation.parse.doc import Token
from legation.words.actor import ActorKind

# What "both sides" can be.
PAIRED = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
PERSONS = frozenset(("he", "she", "his", "her", "him"))
SEVERAL = frozenset(("they", "their", "them"))
FARTHEST_BACK = 3
REASONS = frozenset(("over", "for"))
OF_OFFICE = frozenset(("foreign", "prime", "defense", "defence", "both", "warring", "opposing"))
OPENING = frozenset(("it", "its"))


def pronoun(parties: Resolver, t: Token, depth: int) -> list[Party]:
    """Whom "it", "he" or "their" stands for by the clauses above: the nearest subject before it."""
    above = [a for a in t.ancestors() if is_verb(a)]
    for verb in above if t.tag == "PRP$" else above[1:]:
        subject = subject_of(verb) or verb.child("nsubjpass")
        if subject is None or subject.i >= t.i or subject.tag in ("PRP", "WDT", "WP") or t in subject.subtree():
            continue
        if found := parties.phrase(subject, "agent", depth + 1):
            return found
    if t.lower in PERSONS or t.lower in SEVERAL:
        return _before(parties, t, depth)
    before = t.sent - 1
    if before >= 0 and t.lower in OPENING and parties.linked.doc.sentences[before].paragraph == parties.linked.doc.sentences[t.sent].paragraph:
        root = parties.linked.doc.sentences[before].root
        subject = subject_of(root) if is_verb(root) else None
        if subject is not None and subject.tag not in ("PRP", "WDT", "WP"):
            return parties.phrase(subject, "agent", depth + 1)
    return []


def bound(parties: Resolver, t: Token, depth: int) -> list[Party]:
    """Whom the sentence itself leaves a pronoun.

    The owner of the thing it is joined to ("Iran's tests and its sale of oil"), whom a hostile act with a reason is aimed at
    ("sanctions Iran over its tests"), the person who says what "he" did.
    """
    if t.tag == "PRP$" and t.head.dep == "conj" and (owner := t.head.head.child("poss")) is not None:
        return parties.phrase(owner, "agent", depth + 1)
    if t.tag == "PRP$" and (blamed := reason_of(t.head)) is not None:
        return parties.phrase(blamed, "target", depth + 1)
    if t.lower == "their" and (several := _several_done_to(t)) is not None:
        return parties.phrase(several, "agent", depth + 1)
    if t.lower in PERSONS and t.dep in SUBJECTS:
        verb = next((a for a in t.head.ancestors() if is_verb(a)), None)
        said = verb.child("nsubj") if verb is not None and t.head.dep == "ccomp" else None
        if said is not None and said.i < t.i and said.tag not in ("PRP", "WDT", "WP") and _leads(parties, said):
            return parties.phrase(said, "agent", depth + 1)
    if t.lower == "it" and t.dep == "nsubj" and t.head.dep == "conj" and is_verb(t.head.head):
        # "Chad complained that Mali was arming, and it called for action": subjects of clauses side by side.
        first = t.head.head.child("nsubj")
        if first is not None and first.i < t.i and first.tag not in ("PRP", "WDT", "WP"):
            return parties.phrase(first, "agent", depth + 1)
    return []


def _several_done_to(t: Token) -> Token | None:
    """The several that something is done to by one, before a "their": "the king defended Chad and Mali against criticism of their laws"."""
    verb = next((a for a in t.ancestors() if is_verb(a)), None)
    subject, thing = (subject_of(verb), verb.child("dobj")) if verb is not None else (None, None)
    if subject is None or thing is None or subject.tag not in ("NN", "NNP") or thing.i > t.i:
        return None
    return thing if len(thing.conjuncts()) > len(subject.conjuncts()) and t not in thing.subtree() else None


def reason_of(t: Token) -> Token | None:
    """The target of a hostile act whose reason a noun is: "sanctions Chad over tests"."""
    why = t.head
    if t.dep != "pobj" or not is_verb(why.head) or why.lower not in REASONS:
        return None
    rows = lexicon().get(("v", why.head.lemma), ())
    if not any(row.info.hostile for row in rows):
        return None
    return why.head.child("dobj", "nsubjpass")


def _before(parties: Resolver, t: Token, depth: int) -> list[Party]:
    """Whom "he" or "they" takes up from the sentences before: the last subject that is a person, or several."""
    for sentence in reversed(parties.linked.doc.sentences[max(0, t.sent - FARTHEST_BACK) : t.sent]):
        subject = subject_of(sentence.root) if is_verb(sentence.root) else None
        if subject is None or subject.tag in ("PRP", "WDT", "WP"):
            continue
        found = parties.phrase(subject, "agent", depth + 1)
        if found and (_leads(parties, subject) if t.lower in PERSONS else len(found) > 1 or subject.tag in ("NNS", "NNPS")):
            return found
    return [Party(id, t.span) for id in parties.memory.group(t)] if t.lower in SEVERAL else []


def _leads(parties: Resolver, t: Token) -> bool:
    """Whether a subject is a person: a name, an office, or somebody's title."""
    return parties.is_person(t) or t.ent == "PERSON" or t.lemma in noun_classes()["leader"] or source_kinds().get(t.lemma) == "person"


def of_two(parties: Resolver, t: Token) -> list[Party]:
    """Which of the last two named "the latter" or "the former" is."""
    named = dict.fromkeys(m.id for m in reversed(parties.linked.mentions_in((0, t.start))[-6:]) if m.how != "place")
    two = list(named)[:2]
    return [Party(two[0 if t.lower == "latter" else 1], t.span)] if len(two) == 2 else []


def here(parties: Resolver, t: Token) -> list[Party]:
    """Those whom the sentence itself tells before "the two countries": "A minister of Chad came to Mali, where the two countries agreed"."""
    sentence = parties.linked.doc.sentences[t.sent]
    before = {m.id for m in parties.linked.mentions_in((sentence.span[0], t.start))}
    told = parties.linked.several_of(t)
    return [Party(m.id, t.span) for m in told] if len(told) > 1 and {m.id for m in told} <= before else []


def group(parties: Resolver, t: Token) -> list[Party]:
    """Those who last acted together, whom "the two sides" or "the ministers" takes up."""
    both = any(c.lower in ("both", "two") for c in t.children)
    if t.tag != "NNS" or not (both or pointing(t)) or t.kids("relcl", "prep", "poss", "acl"):
        return []
    if any(c.lower not in OF_OFFICE for c in t.kids("amod", "compound")):
        return []
    group = parties.memory.group(t)
    return [Party(id, t.span) for id in group] if len(group) == 2 or not both else []


def pair(parties: Resolver, t: Token) -> list[Party]:
    """The two that "both countries" or "the two sides" stands for: those told together, else those most often named of late."""
    if told := parties.linked.several_of(t):
        return [Party(m.id, t.span, body=m.kind is ActorKind.BODY) for m in told]
    if not any(c.lower in ("both", "two") for c in t.children):
        return []
    late = [m.id for m in reversed(parties.linked.mentions_in((0, t.start))[-12:]) if m.kind in PAIRED and m.how not in ("place", "adjective")]
    two = sorted(dict.fromkeys(late), key=lambda id: -late.count(id))[:2]
    return [Party(id, t.span) for id in two] if len(two) == 2 else []

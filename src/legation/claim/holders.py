"""Holders: the actors that stand in the places where a measure's row looks for giver and receiver of a figure."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from legation.claim.named import Names
from legation.claim.scene import NOMINAL, Scene
from legation.claim.standing import FARTHEST, standing, standing_at, tells
from legation.claim.subjects import subject_of
from legation.codes.measures import measure_rows
from legation.codes.plover import noun_classes
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.actor import ActorKind
from legation.words.evidence import covers

LOCATING = wordset("locating")
# Nouns whose modifier is the attacker and not the victim.
ATTACKS = wordset("attacks")
HITS = frozenset(("target", "hit", "strike", "attack", "bomb", "shell"))
PEOPLED = wordset("peopled") | wordset("sites")
STATELIKE = frozenset(("country", "nation", "state", "power", "government", "capital"))
# How many tokens a party may stand away.
REACH = 80


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor in a place: how far from the amount, and the token that names it."""

    distance: int
    id: str
    token: Token


Roles = dict[str, list[Holder]]


BRACKETED = re.compile(r"\s*[(\[:–—]\s*\Z")


def holders(scene: Scene, names: Names, word: Token | None = None) -> Roles:
    """The actors of the sentence by the place they stand in towards the amount, nearest first.

    The places: own (with what is counted; of these adj its adjectives, host its possessors), owner, subj, obj, place, prepositions,
    and any. `word` is the noun that gave the measure: what hangs on it holds the amount too, where the amount does not hang on it.
    """
    linked, found = scene.linked, scene.found
    named = _named_near(scene, names)
    out: Roles = {}
    for id, token in named:
        if token is found.noun and _is_counted(linked, id, token):
            continue
        for role, distance in (*standing(scene, token), *standing_at(scene, token, word), *_beside(scene, token)):
            out.setdefault(role, []).append(Holder(distance, id, token))
            if role == "own" and token is not found.noun:
                out.setdefault("host" if token.dep == "poss" else "adj", []).append(Holder(distance, id, token))
        if id.isupper() and locates(token):  # "calls on the rebels" is no place
            far = REACH if _names_a_house(token) else 0
            on_it = any(a.dep == "prep" and a.head is scene.head for a in itertools.islice(token.ancestors(), FARTHEST))
            near = 0 if on_it else abs(token.i - found.token.i)
            out.setdefault("place", []).append(Holder(near + far, id, token))
        out.setdefault("any", []).append(Holder(abs(token.i - found.token.i), id, token))
    out.setdefault("subj", []).extend(_subjects(scene, names))
    if itself := [h for h in out.get("own", ()) if h.token is found.noun]:
        out["own"] = itself  # "28 Indians and 37 Pakistanis"
    for places in out.values():
        places.sort(key=lambda h: h.distance)
    return out


def _named_near(scene: Scene, names: Names) -> list[tuple[str, Token]]:
    """The actors named in the sentence within reach of the amount, and before it those that pronouns stand for."""
    linked, found = scene.linked, scene.found
    sentence = linked.doc.sentence(found.token)
    everybody = names.of(sentence)
    first = bisect_left(everybody, found.token.i - REACH, key=lambda e: e[1].i)
    near = linked.doc.tokens[max(sentence.tokens[0].i, found.token.i - REACH) : found.token.i]
    pronouns = [(id, t) for t in near if t.tag in ("PRP", "PRP$") for id in names.meant_by(t)]
    return everybody[first : bisect_right(everybody, found.token.i + REACH, key=lambda e: e[1].i)] + pronouns


def _is_counted(linked: Linked, id: str, noun: Token) -> bool:
    """Whether the counted noun is no holder: one that stands for somebody elsewhere is only counted here, as are "83 other countries"."""
    mention = linked.mention_of(noun)
    if mention is not None and linked.article.text[slice(*mention.span)].islower():
        return True
    return len(id) > 3 and id.isupper() and noun.lemma in STATELIKE


def _beside(scene: Scene, token: Token) -> Iterator[tuple[str, int]]:
    """The places of an actor that stands right beside the amount: "Chad (12)", "Chad with 12", "163,000 French", "Chad pledges $5 million"."""
    tokens, found = scene.linked.doc.tokens, scene.found
    if found.span[0] > token.end and BRACKETED.fullmatch(scene.linked.article.text, token.end, found.span[0]):
        yield "own", 0
    if scene.prep == "with" and token.i == scene.top.head.i - 1:
        yield "own", 0
    if found.noun is None and scene.family == "bare" and token.i == found.token.i + 1 and token.pos in ("ADJ", "PROPN"):
        yield "own", 0
    first = scene.linked.doc.at(found.span[0])
    verb = tokens[first.i - 1] if first is not None and first.i > 1 else None
    name = scene.linked.doc.at(verb.start - 2) if verb is not None else None
    # Parsers take the verb of a second clause for a noun: "and Chad pledges $5 million".
    if verb is not None and name is token and token.pos == "PROPN" and verb.tag in ("NNS", "VBZ") and ("verb", verb.lemma) in measure_rows():
        yield "subj", 0


def _subjects(scene: Scene, names: Names) -> Iterator[Holder]:
    """Whom the subjects of the verbs above the amount stand for, where the verbs do not only tell of it."""
    linked = scene.linked
    for k, t in enumerate(scene.path[:6]):
        subject = (subject_of(t) or _with_subject(linked, t)) if t.pos == "VERB" and not tells(t, [scene.head, *scene.path][k]) else None
        if subject is None or covers(scene.found.span, subject.span) or names.is_paper(subject):
            continue
        if subject.pos == "PRON" or linked.mention_of(subject):
            yield from (Holder(k * 10 + 3, id, subject) for id in names.meant_by(subject)[:1])
        elif subject.lemma in noun_classes()["sides"]:
            yield from (Holder(k * 10 + 3, p.id, subject) for p in names.parties.of(subject)[:2])


def _with_subject(linked: Linked, verb: Token) -> Token | None:
    """The subject that a participle has by "with" or "despite": "despite Russia reportedly writing off 8 billion dollars"."""
    if verb.tag != "VBG":
        return None
    before = next((t for t in reversed(linked.doc.tokens[max(0, verb.i - 4) : verb.i]) if t.pos != "ADV"), None)
    return before if before is not None and before.dep == "pobj" and before.head.lower in ("with", "despite", "without") else None


def locates(token: Token) -> bool:
    """Whether a name is a place where something happens ("in Sumy, Ukraine"), and not the modifier of who did it."""
    at = token
    for _ in range(FARTHEST):
        if at.dep == "pobj":
            return at.head.lower in LOCATING and (at is token or at.lemma not in ATTACKS)
        broken = at.dep in ("dobj", "xcomp") and at.pos == "PROPN"  # parsers break long names of places
        of_place = at.dep == "amod" and at.head.lemma in PEOPLED  # "in the Nigerian town of Chibok"
        if not (at.dep in ("appos", "conj", "compound", "nmod", "npadvmod", "poss") or broken or of_place) or at.head.lemma in ATTACKS:
            break
        if at.head.pos not in NOMINAL:
            break
        at = at.head
    return at.dep in ("dobj", "pcomp", "xcomp") and at.head.lemma in HITS


def _names_a_house(token: Token) -> bool:
    """Whether the name is part of another proper name that is no place by it: "the Saudi Hospital in Port Sudan"."""
    return token.dep in ("compound", "amod", "nmod") and token.head.pos == "PROPN"


def pick(found: Roles, order: tuple[str, ...], other: str | None, previous: str | None) -> str | None:
    """The first actor in the order of places that is not the other party; None where two stand side by side.

    `prev` in the order stands for the party of the figure before.
    """
    for place in order:
        if place in ("prev", "turned"):
            if previous and previous != other:
                return previous
            continue
        if place == "else":
            rest = {h.id for h in found.get("any", ()) if h.id != other and h.id.isupper()}
            if len(rest) == 1:
                return rest.pop()
            continue
        here = [h for h in found.get(place, ()) if h.id != other]
        if here:
            twin = next((h for h in here[1:] if h.id != here[0].id and h.token in here[0].token.conjuncts()), None)
            return None if twin is not None and place not in ("subj", "between") else here[0].id
    return None


HERE = re.compile(r"\s+(?:\w+\s+){0,3}?(?:in|to|inside)\s+the\s+(?:country|nation|kingdom|republic|island)\b", re.I)


def before_here(scene: Scene, other: str | None) -> str | None:
    """The state that "in the country" right after the amount means: the last one named that is not the other party."""
    linked, found = scene.linked, scene.found
    if not HERE.match(linked.article.text, found.span[1]):
        return None
    first = linked.doc.sentences[max(0, found.token.sent - 2)].span[0]
    named = [m.id for m in linked.mentions_in((first, found.span[0])) if m.kind is ActorKind.STATE and m.id != other]
    return named[-1] if named else None


def place_before(names: Names, found_in: int) -> str | None:
    """The place that one of the two sentences before a sentence names."""
    for k in range(found_in - 1, max(-1, found_in - 3), -1):
        sentence = names.linked.doc.sentences[k]
        places = [id for id, token in names.of(sentence) if locates(token)]
        if places:
            return places[0]
    return None

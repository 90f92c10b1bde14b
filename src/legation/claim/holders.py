"""Holders: the actors that stand in the places where a measure's row looks for giver and receiver of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from legation.claim.arguments import subject_of
from legation.claim.named import Names
from legation.claim.scene import NOMINAL, SUBJECTS, VERBAL, Scene
from legation.codes.measures import measure_rows
from legation.codes.plover import noun_classes
from legation.codes.tables import table
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.actor import ActorKind
from legation.words.evidence import covers

MODIFIES = frozenset(("amod", "compound", "poss", "nmod", "appos", "nummod"))
LOCATING = wordset("locating")
# Nouns whose modifier is the attacker and not the victim.
ATTACKS = wordset("attacks")
HITS = frozenset(("target", "hit", "strike", "attack", "bomb", "shell"))
FARTHEST = 9
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
    """The actors of the sentence by the place they stand in towards the amount, nearest first: own, owner, subj, obj, place, prepositions.

    `word` is the noun that gave the measure: what hangs on it holds the amount too, where the amount does not hang on it.
    """
    linked, found, parties = scene.linked, scene.found, names.parties
    sentence = linked.doc.sentence(found.token)
    out: Roles = {}
    everybody = names.of(sentence)
    first = bisect_left(everybody, found.token.i - REACH, key=lambda e: e[1].i)
    named = everybody[first : bisect_right(everybody, found.token.i + REACH, key=lambda e: e[1].i)]
    near = linked.doc.tokens[max(sentence.tokens[0].i, found.token.i - REACH) : found.token.i]
    named += [(id, t) for t in near if t.tag in ("PRP", "PRP$") for id in names.meant_by(t)]
    for id, token in named:
        if token is found.noun and (m := linked.mention_of(token)) is not None and linked.article.text[slice(*m.span)].islower():
            continue  # a noun that stands for somebody elsewhere is only counted here
        if token is found.noun and len(id) > 3 and id.isupper() and token.lemma in STATELIKE:
            continue  # "83 other countries" hold nothing, they are what is counted
        for role, distance in (*_places(scene, token), *_at_word(scene, token, word)):
            out.setdefault(role, []).append(Holder(distance, id, token))
        if found.span[0] > token.end and BRACKETED.fullmatch(linked.article.text, token.end, found.span[0]):
            out.setdefault("own", []).append(Holder(0, id, token))
        if _locates(token):
            far = REACH if _names_a_house(token) else 0
            out.setdefault("place", []).append(Holder(abs(token.i - found.token.i) + far, id, token))
        out.setdefault("any", []).append(Holder(abs(token.i - found.token.i), id, token))
    for k, t in enumerate(scene.path[:6]):
        subject = (subject_of(t) or _with_subject(linked, t)) if t.pos == "VERB" and not _tells(t, [scene.head, *scene.path][k]) else None
        if subject is None or covers(found.span, subject.span):
            continue
        if subject.pos == "PRON" or linked.mention_of(subject):
            out.setdefault("subj", []).extend(Holder(k * 10 + 3, id, subject) for id in names.meant_by(subject)[:1])
        elif subject.lemma in noun_classes()["sides"]:
            out.setdefault("subj", []).extend(Holder(k * 10 + 3, p.id, subject) for p in parties.of(subject)[:2])
    if scene.prep == "with":
        # "Ethiopia with 2,500, Kenya with 1,410": each holds its own.
        beside = linked.doc.tokens[scene.top.head.i - 1]
        out.setdefault("own", []).extend(Holder(0, id, t) for id, t in named if t is beside)
    if itself := [h for h in out.get("own", ()) if h.token is found.noun]:
        out["own"] = itself  # "28 Indians and 37 Pakistanis"
    for places in out.values():
        places.sort(key=lambda h: h.distance)
    return out


ESTIMATES = wordset("estimates")


def _with_subject(linked: Linked, verb: Token) -> Token | None:
    """The subject that a participle has by "with" or "despite": "despite Russia reportedly writing off 8 billion dollars"."""
    if verb.tag != "VBG":
        return None
    before = next((t for t in reversed(linked.doc.tokens[max(0, verb.i - 4) : verb.i]) if t.pos != "ADV"), None)
    return before if before is not None and before.dep == "pobj" and before.head.lower in ("with", "despite", "without") else None


@cache
def _reporting() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("cues") if r["pos"] == "verb")


def _tells(verb: Token, below: Token) -> bool:
    """Whether the verb's subject only tells of what stands below it: "Kyiv says that ...", "the bank estimates growth of ...".

    Who announces a tariff holds it: what is told there is no clause.
    """
    if verb.lemma in ESTIMATES and (verb.lemma not in ("put", "place") or below.lower == "at"):
        return True
    return below.dep in ("ccomp", "parataxis") and verb.lemma in _reporting()


def _locates(token: Token) -> bool:
    """Whether a name is a place where something happens ("in Sumy, Ukraine"), and not the modifier of who did it."""
    at = token
    for _ in range(FARTHEST):
        if at.dep == "pobj":
            return at.head.lower in LOCATING and (at is token or at.lemma not in ATTACKS)
        broken = at.dep in ("dobj", "xcomp") and at.pos == "PROPN"  # parsers break long names of places
        if not (at.dep in ("appos", "conj", "compound", "nmod", "npadvmod", "poss") or broken) or at.head.lemma in ATTACKS:
            break
        if at.head.pos not in NOMINAL:
            break
        at = at.head
    return at.dep in ("dobj", "pcomp", "xcomp") and at.head.lemma in HITS


def _names_a_house(token: Token) -> bool:
    """Whether the name is part of another proper name that is no place by it: "the Saudi Hospital in Port Sudan"."""
    return token.dep in ("compound", "amod", "nmod") and token.head.pos == "PROPN"


# "second only to Chad", "due to Chad": whom such a word is followed by neither gives nor gets.
COMPARING = frozenset(
    (
        "addition",
        "response",
        "reply",
        "contrast",
        "comparison",
        "reaction",
        "relation",
        "answer",
        "second",
        "due",
        "thanks",
        "according",
        "compared",
        "similar",
        "prior",
        "next",
        "close",
        "relative",
        "equivalent",
        "contrary",
    )
)


def _places(scene: Scene, token: Token) -> list[tuple[str, int]]:
    """The places where an actor's token stands, seen from the amount, with their distance."""
    path = {t.i: k for k, t in enumerate([scene.head, *scene.path])}
    if token.i in path:
        return _on_path(scene, token, path)
    at, steps = token, 0
    preps: list[str] = []
    inner = False
    while at.head.i not in path:
        if at.head is at or steps > FARTHEST or (at.dep == "prep" and at.head.lower in COMPARING):
            return []
        if at.dep in ("pobj", "pcomp"):
            preps.insert(0, at.head.lower)
        inner = inner or at.dep in ("acl", "relcl", "pcomp", "advcl")
        at, steps = at.head, steps + 1
    joint = at.head
    if at.dep == "pobj":
        preps.insert(0, joint.lower)
    if at.dep == "agent" or (at.pos == "ADP" and at.lower == "by" and not preps):
        preps = ["by", *preps]
    distance = path[joint.i] * 10 + steps
    # What stands inside a clause of its own ("officials accused of helping Chad") holds nothing outside it.
    return [r for r in _roles_at(scene, token, at, (preps, distance)) if not inner or r[0] not in ("own", "owner")]


def _at_word(scene: Scene, token: Token, word: Token | None) -> list[tuple[str, int]]:
    """The places of an actor that hangs on the noun of the measure: "Imports from Japan to Albania: 252 million yen"."""
    if word is None or word.pos not in NOMINAL or word in scene.path or word is scene.head or word is token:
        return []
    at, preps = token, list[str]()
    for steps in range(1, FARTHEST):
        if at.dep in ("pobj", "pcomp"):
            preps.insert(0, at.head.lower)
        elif at.dep not in (*MODIFIES, "prep", "conj"):
            return []
        if at.head is word:
            return [(prep, 4 + steps) for prep in preps] or ([("owner", 4 + steps)] if at.dep in MODIFIES else [])
        at = at.head
    return []


def _roles_at(scene: Scene, token: Token, at: Token, way: tuple[list[str], int]) -> list[tuple[str, int]]:
    preps, distance = way
    joint = at.head
    k = [scene.head, *scene.path].index(joint)
    telling = joint.pos in VERBAL and k > 0 and _tells(joint, [scene.head, *scene.path][k - 1])
    # "North Korea's output showed a decline": the subject is what is measured, no teller.
    telling = telling and (at is token or ("noun", at.lemma) not in measure_rows())
    bare = not preps or preps == ["of"]
    inside = joint is scene.head or joint is scene.found.noun or covers(scene.found.span, joint.span)
    out: list[tuple[str, int]] = []
    if telling and at.dep in SUBJECTS:
        return []
    if at.dep in ("nsubjpass", "dobj", "dative", "attr", "oprd"):
        out += [("obj", distance)] if bare else []
    elif at.dep in SUBJECTS:
        out += [("subj", distance)] if bare else []
    elif "by" in preps[:1] or (preps and preps[0] in ("despite", "with", "without") and joint.tag == "VBG" and token.i < joint.i):
        out.append(("subj", distance + 1))
    elif inside and bare:
        out.append(("own", distance))
    elif at.dep in MODIFIES and joint.pos not in VERBAL:
        out.append(("owner", distance))
        if token.dep == "poss" or any(p.lower in ("on", "against") for p in joint.kids("prep")):
            out.append(("whose", distance))
    elif at.dep in ("advcl", "xcomp", "acl") and joint.pos in VERBAL and any(c.lower == "to" for c in at.kids("aux")):
        out.append(("aim", distance))
    out += [(prep, distance + 3 * k) for k, prep in enumerate(preps)]
    if preps == ["of"] and not telling:
        out.append(("owner", distance + 1))
    if not preps and at is not token and token.dep in MODIFIES and at.dep in ("dobj", *SUBJECTS) and not telling:
        out.append(("owner", distance + 2))
        if at.dep == "dobj":
            out.append(("patient", distance))
    elif bare and at.dep == "dobj":
        out.append(("patient", distance))
    return out


def _on_path(scene: Scene, token: Token, path: dict[int, int]) -> list[tuple[str, int]]:
    """An actor that the amount itself hangs on: "Russia, with 50,000 workers"; or the counted noun itself ("47,000 North Koreans")."""
    k = path[token.i]
    if k == 0 or covers(scene.found.span, token.span) or token is scene.found.noun:
        return [("own", 0)]
    below = [scene.head, *scene.path][k - 1]
    out = [("owner", k * 10)]
    if below.dep == "relcl" and any(c.lower == "where" for c in below.kids("advmod")):
        out.append(("place", k * 10))
    if token.dep in SUBJECTS:
        out.append(("subj", k * 10))
    if token.dep == "pobj" and below.dep != "pobj":
        out.append((token.head.lower, k * 10))
    return out


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
        places = [id for id, token in names.of(sentence) if _locates(token)]
        if places:
            return places[0]
    return None

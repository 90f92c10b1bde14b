"""Parties of a figure: the actors that stand in the places where its measure's row looks for giver and receiver."""

from __future__ import annotations

from legation.claim.scene import SUBJECTS, VERBAL, Scene
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span, covers, overlap

MODIFIES = frozenset(("amod", "compound", "poss", "nmod", "appos", "nummod"))
Roles = dict[str, list[tuple[int, str]]]


def actor_id(mention: Mention) -> str | None:
    """The code of the actor that a mention stands for in a figure: a person's or organ's state, else its own."""
    if mention.kind in (ActorKind.PERSON, ActorKind.ORGAN):
        return mention.id if mention.id.isupper() else mention.country
    return mention.id


def roles(scene: Scene) -> Roles:
    """The actors of the sentence by the place they stand in towards the amount, nearest first: own, owner, subj, obj, prepositions."""
    linked, found = scene.linked, scene.found
    sentence = linked.doc.sentence(found.token)
    out: Roles = {}
    for mention in linked.mentions_in(sentence.span):
        id = actor_id(mention)
        if id is None or _is_sign(linked, mention.span):
            continue
        token = linked.doc.head_of(mention.span)
        if token is None:
            continue
        for role, distance in _places(scene, token):
            out.setdefault(role, []).append((distance, id))
        out.setdefault("any", []).append((abs(token.i - found.token.i), id))
    for places in out.values():
        places.sort()
    return out


def _is_sign(linked: Linked, span: Span) -> bool:
    """Whether the letters are part of a currency sign ("US$")."""
    return linked.article.text[span[1] : span[1] + 1] in ("$", "€", "£", "¥")


def _places(scene: Scene, token: Token) -> list[tuple[str, int]]:
    """The places where an actor's token stands, seen from the amount, with their distance."""
    path = {t.i: k for k, t in enumerate([scene.head, *scene.path])}
    noun = scene.found.noun
    at, steps, prep, inner = token, 0, None, None
    while at.i not in path:
        if at.dep == "prep" or at.pos == "ADP":
            inner, prep = prep, at.lower
        if at.dep == "agent":
            prep = "by"
        if at.head is at or steps > 8:
            return []
        if at.head.i in path:
            break
        at, steps = at.head, steps + 1
    else:
        if token.i in path and (covers(scene.found.span, token.span) or token is noun):
            return [("own", 0)]
        return _on_path(scene, token, path)
    joint = at.head
    where = path[joint.i]
    distance = where * 10 + steps
    out: list[tuple[str, int]] = []
    if at.dep in SUBJECTS or (at.dep == "conj" and joint.dep in SUBJECTS):
        out.append(("by" if at.dep == "nsubjpass" and False else ("obj" if at.dep == "nsubjpass" else "subj"), distance))
    elif at.dep in ("dobj", "dative", "attr", "oprd"):
        out.append(("obj", distance))
    elif at.dep == "agent" or prep == "by":
        out += [("subj", distance), ("by", distance)]
    elif joint is scene.head or joint is noun or covers(scene.found.span, joint.span):
        out.append(("own" if prep in (None, "of") else prep, distance))
    elif at.dep in MODIFIES and joint.pos not in VERBAL:
        out.append(("owner", distance))
    if prep:
        out.append((prep, distance))
        if inner and inner != prep:
            out.append((inner, distance + 3))
        if prep == "of" and joint.pos not in VERBAL:
            out.append(("owner", distance))
    if steps and at.dep in ("dobj", *SUBJECTS) and token.dep in MODIFIES:
        out.append(("owner", distance + 2))
    return out


def _on_path(scene: Scene, token: Token, path: dict[int, int]) -> list[tuple[str, int]]:
    """An actor that the amount itself hangs on: "Russia, with 50,000 workers"."""
    distance = path[token.i] * 10
    below = [scene.head, *scene.path][path[token.i] - 1]
    out = [("owner", distance)]
    if token.dep in SUBJECTS:
        out.append(("subj", distance))
    if token.dep == "pobj" and below.dep != "pobj":
        out.append((token.head.lower, distance))
    return out


def pick(found: Roles, order: tuple[str, ...], other: str | None, previous: str | None) -> str | None:
    """The first actor in the order of places that is not the other party; `prev` stands for the figure before."""
    for place in order:
        if place == "prev":
            if previous and previous != other:
                return previous
            continue
        for _, id in found.get(place, ()):
            if id != other:
                return id
    return None

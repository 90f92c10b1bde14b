"""Standing: the places where an actor's token stands, seen from an amount: own, owner, subject, object, prepositions."""

from __future__ import annotations

from functools import cache

from legation.claim.scene import NOMINAL, SUBJECTS, VERBAL, Scene
from legation.codes.measures import measure_rows
from legation.codes.tables import table
from legation.codes.wordsets import wordset
from legation.parse.doc import Token
from legation.words.evidence import covers

MODIFIES = frozenset(("amod", "compound", "poss", "nmod", "appos", "nummod"))
FARTHEST = 9
ESTIMATES = wordset("estimates")


@cache
def _reporting() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("cues") if r["pos"] == "verb")


def tells(verb: Token, below: Token) -> bool:
    """Whether the verb's subject only tells of what stands below it: "Kyiv says that ...", "the bank estimates growth of ...".

    Who announces a tariff holds it: what is told there is no clause.
    """
    if verb.lemma in ESTIMATES and (verb.lemma not in ("put", "place") or below.lower == "at"):
        return True
    return below.dep in ("ccomp", "parataxis") and verb.lemma in _reporting()


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


def standing(scene: Scene, token: Token) -> list[tuple[str, int]]:
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


def standing_at(scene: Scene, token: Token, word: Token | None) -> list[tuple[str, int]]:
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
    telling = joint.pos in VERBAL and k > 0 and tells(joint, [scene.head, *scene.path][k - 1])
    # "North Korea's output showed a decline": the subject is what is measured, no teller.
    telling = telling and (at is token or ("noun", at.lemma) not in measure_rows())
    bare = all(p == "of" for p in preps)
    inside = joint is scene.head or joint is scene.found.noun or covers(scene.found.span, joint.span)
    out: list[tuple[str, int]] = []
    if telling and at.dep in SUBJECTS:
        return []
    if at.dep in ("nsubjpass", "dobj", "dative", "attr", "oprd"):
        out += [("obj", distance)] if bare else []
    elif at.dep in SUBJECTS:
        out += [("subj", distance)] if bare else []
    elif "by" in preps[:1] or (preps and preps[0] in ("despite", "with", "without") and joint.tag == "VBG" and token.i < joint.i):
        out.append(("subj", distance + 4))
    elif inside and bare and not (at is token and at.dep == "conj"):
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

"""Orders: in which places giver and receiver of a figure are looked for, by its measure and by the verb that tells it."""

from __future__ import annotations

from legation.claim.holders import Roles
from legation.claim.measures import Taken
from legation.claim.scene import SUBJECTS, VERBAL, Scene
from legation.codes.predicates import event_nouns
from legation.codes.wordsets import wordset

Places = tuple[str, ...]

FALLBACK: dict[str, tuple[Places, Places]] = {
    "duration": (("own", "owner", "subj", "from", "obj", "prev"), ("with", "between", "on", "against", "patient", "to", "for", "in", "prev")),
    "share": (("owner", "own", "of", "subj", "prev"), ()),
    "other": (("own", "place", "owner", "subj"), ()),
    "things": (("subj", "owner", "own", "place"), ("own", "against", "on", "to")),
    "deeds": (("subj", "owner", "own", "place"), ("own", "against", "on", "place", "to", "with")),
    "sites": (("own", "of", "place", "owner", "else", "subj"), ()),
    "distance": (("subj",), ()),
    "area": (("owner", "own", "subj"), ()),
    "magnitude": (("place", "obj", "own", "in"), ()),
}
# What an attack hits belongs to those it is aimed at.
HIT: tuple[Places, Places] = (("own", "place", "else"), ())
RECEIVED: tuple[Places, Places] = (("from", "with", "own", "else"), ("subj",))
# "provided Chad with 20 tons of rice"
SUPPLYING = wordset("supplying")
SUPPLIED: tuple[Places, Places] = (("subj", "by"), ("obj", "patient"))
# A tariff that its target faces or pays; missiles that land; a country that loses people.
BORNE: tuple[Places, Places] = (("whose", "by", "from", "owner", "prev", "else"), ("subj",))
LANDED: tuple[Places, Places] = (("own", "by", "from", "prev"), ("obj", "place", "near", "in", "on", "into", "at", "patient", "prev"))
LASTED: tuple[Places, Places] = (("own", "subj", "owner", "obj", "prev"), ("with", "between", "against", "patient", "on", "to", "for", "in", "prev"))
HELD: tuple[Places, Places] = (("owner", "own", "of", "prev"), ("subj", "by"))
PULLED_OUT: tuple[Places, Places] = (("own", "owner", "subj", "prev"), ("from", "in"))
SUFFERED: tuple[Places, Places] = (("own", "place", "subj", "owner", "prev", "of"), ())
# The orders that a verb sets by what it means, whatever is measured.
BY_VERB = (HIT, RECEIVED, SUPPLIED, BORNE, LANDED, LASTED, HELD, PULLED_OUT, SUFFERED)
PULLING_OUT = frozenset(("withdraw", "pull", "remove", "recall"))
SITES = wordset("sites")
HOLDING = frozenset(("hold", "own", "buy", "purchase"))
BARRING = wordset("barring")
BEARING, LANDING, SUFFERING = wordset("bearing"), wordset("landing"), wordset("suffering")
RECEIVING, HITTING = wordset("receiving"), wordset("hitting")
VICTIMS = frozenset(("killed", "wounded", "displaced"))
GOODS = frozenset(("weapons", "aid", "loan", "other"))
BY_IT = 20
OF_CLAUSE = 30
# What is said to be so gives nothing to whom it is named after: "one of two Soviet republics".
BEING = frozenset(("be", "become", "remain"))


def orders(scene: Scene, taken: Taken | None) -> tuple[Places, Places]:
    """The places where the giver and where the receiver of a figure are looked for, in the order tried."""
    measure, row, verb = taken.measure if taken else "other", taken.row if taken else None, scene.verb
    if measure in GOODS and scene.direct and verb is not None and verb.lemma in RECEIVING and not verb.kids("auxpass"):
        return RECEIVED
    if scene.prep == "with" and verb is not None and verb.lemma in SUPPLYING and not verb.kids("auxpass"):
        return SUPPLIED
    if measure == "tariff" and verb is not None and verb.lemma in BEARING:
        return BORNE
    if measure == "weapons" and _lands(scene):
        return LANDED
    if measure in VICTIMS and measure != "displaced" and any(t.lemma in SUFFERING for t in scene.path[:5] if t.pos in VERBAL):
        return SUFFERED
    people = scene.family == "people"
    if measure in GOODS and not people and scene.direct and scene.prep is None and verb is not None and verb.lemma in HITTING:
        return HIT
    if measure == "troops" and verb is not None and verb.lemma in PULLING_OUT:
        return PULLED_OUT
    if measure == "debt" and verb is not None and verb.lemma in HOLDING:
        return HELD
    if measure == "states" and (scene.top.dep in SUBJECTS or scene.prep in ("from", "by")):
        return ("own",), ()  # states that act, or that people come from, are nobody's
    if measure == "states" and scene.prep not in (None, "with", "to", "in", "for"):
        return ("own", "owner"), ()
    if row is not None:
        return row.giver, row.receiver
    if measure == "duration" and _of_verb(scene):
        return LASTED
    giver, receiver = FALLBACK[_kind(scene) if measure == "other" and not people else measure if measure in FALLBACK else "other"]
    return (giver, ()) if measure == "other" and verb is not None and verb.lemma in BEING else (giver, receiver)


def _kind(scene: Scene) -> str:
    """Of which kind the things counted are: sites that lie somewhere, deeds that somebody does to somebody, or other things."""
    noun = scene.found.noun
    if noun is None:
        return "things"
    return "sites" if noun.lemma in SITES else "deeds" if noun.lemma in event_nouns() else "things"


def _barred(scene: Scene) -> int | None:
    """How far off a verb stands that bars somebody for so long ("bars him from entering for five years"); None where there is none."""
    at = next((k for k, t in enumerate(scene.path[:6]) if t.lemma in BARRING and t.pos in VERBAL), None)
    return at * 10 if at else None


def _of_verb(scene: Scene) -> bool:
    """Whether the amount hangs on a verb itself ("bars him for five years") and on no noun ("a five-year ban")."""
    top = scene.top
    return (top.head if scene.prep is None else top.head.head).pos in VERBAL and top.dep in ("npadvmod", "pobj", "dobj")


def _lands(scene: Scene) -> bool:
    """Whether the amount is what flies and hits: "Six shells fell near the border", "two missiles striking a factory"."""
    verb = scene.verb
    if verb is not None and verb.lemma in LANDING and scene.top.dep in SUBJECTS and not verb.kids("auxpass"):
        return True
    return any(c.lemma in LANDING and c.tag == "VBG" for c in scene.head.kids("acl"))


def in_reach(scene: Scene, taken: Taken | None, found: Roles, receivers: Places) -> Roles:
    """The places without what stands too far off: below a verb that bars somebody for so long, or far from a mere count."""
    if taken is not None and taken.measure == "duration" and (bar := _barred(scene)) is not None:
        return {place: [h for h in here if h.distance >= bar] for place, here in found.items()}
    if taken is None:
        return {place: [h for h in here if h.distance < BY_IT or place not in receivers] for place, here in found.items()}
    if taken.measure == "distance":
        return {"subj": [h for h in found.get("subj", ()) if h.distance < OF_CLAUSE], "any": found.get("any", [])}
    return found

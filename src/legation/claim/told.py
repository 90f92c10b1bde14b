"""How a figure is told: as holding, planned, possible, denied, by its verb, the noun it sizes and what announces it."""

from __future__ import annotations

import re

from legation.claim.measures import Taken
from legation.claim.negation import is_negated
from legation.claim.scene import NOMINAL, SUBJECTS, VERBAL, Scene
from legation.claim.status import status_of
from legation.claim.subjects import subject_of
from legation.codes.wordsets import wordset
from legation.parse.doc import Token
from legation.words.status import Status

# What is announced is still to come; who dies or is held is not announced.
ANNOUNCING = wordset("announcing")
TOLD_AS_DONE = frozenset(("killed", "wounded", "detained", "displaced", "votes", "tests", "weapons", "debt", "other"))
LEFT = re.compile(r"\bfrom\s+(?:(?:the|its|their|an?)\s+)?(?:previous\s+|current\s+)?\Z")
AGREED, AGREEING = wordset("agreed"), wordset("agreeing")
AHEAD, STANDING, REMOVING, TARGETS = wordset("ahead"), wordset("standing"), wordset("removing"), wordset("targets")
# Nouns of what is yet to be kept; and measures of those who are there before anything is done.
PROMISES = frozenset(("pledge", "promise"))
STOCKS = frozenset(("displaced", "states", "population"))
WEAKER = (Status.CONDITIONAL, Status.POSSIBLE, Status.PLANNED, Status.DEMANDED)
CONDITIONS = ("if", "unless")


def told_status(scene: Scene, taken: Taken | None) -> Status:
    """The status of the figure: of the noun it sizes where that says it, else of the verb it is told by."""
    verb = _verb(scene, taken)
    status = status_of(scene.linked, verb or scene.found.token)
    if status is Status.DENIED and _is_of_the_denied(scene, taken):
        return Status.ACTUAL
    if status is Status.DENIED:
        # "barred from entering for five years": so long lasts the bar.
        return Status.ACTUAL if taken is not None and taken.measure == "duration" and verb is not None and not is_negated(verb) else status
    if LEFT.search(scene.linked.article.text, max(0, scene.found.span[0] - 24), scene.found.span[0]):
        return Status.ACTUAL
    if status is Status.PLANNED and verb is not None and verb.tag == "VBG" and _has_condition(verb, scene.found.token):
        return Status.CONDITIONAL
    nouns = _nouns(scene, taken)
    if status in WEAKER and (any(_stands(noun) for noun in nouns) or _is_there(scene, taken)):
        return Status.ACTUAL
    if any(noun.lemma in PROMISES for noun in nouns) or (status is Status.POSSIBLE and any(t.lemma in AGREED for t in scene.path)):
        return Status.PLANNED
    if status is not Status.ACTUAL:
        return status
    still_to_come = (taken is None or taken.measure not in TOLD_AS_DONE) and (_is_announced(scene) or _is_agreed(scene, taken))
    if still_to_come or any(_is_ahead(scene, noun) for noun in nouns):
        return Status.PLANNED
    return Status.CONDITIONAL if verb is not None and verb.tag == "VBG" and _has_condition(verb, scene.found.token) else status


def _is_of_the_denied(scene: Scene, taken: Taken | None) -> bool:
    """Whether what is denied is counted: "no troops were hurt" is a true nought, "one in four did not explode" a true share."""
    amount = scene.found.amount
    share = taken is not None and taken.measure == "share" and scene.top.dep in SUBJECTS
    return amount.low == amount.high == 0 or share


def _is_there(scene: Scene, taken: Taken | None) -> bool:
    """Whether those counted are there whatever is to be done with them: "urges the 27 member states", "its 1.3 million refugees"."""
    noun = scene.found.noun
    if taken is None or taken.measure not in STOCKS or noun is None:
        return False
    definite = any(c.dep == "poss" or c.lower in ("the", "these", "those", "all") for c in noun.children)
    return definite or any(c.dep == "acl" and c.tag == "VBG" for c in noun.children)


def _verb(scene: Scene, taken: Taken | None) -> Token | None:
    """The verb that tells the figure: what gave the measure, else what the amount hangs on; of "is to carry" the infinitive."""
    if taken is not None and taken.word is not None and taken.word.pos in VERBAL:
        return taken.word
    verbs = [t for t in (scene.head, *scene.path) if t.pos in VERBAL]
    if len(verbs) > 1 and verbs[0].dep == "acl" and scene.prep in ("to", "from", "by"):
        # "raising tariffs on goods entering Chad to 9%": parsers hang the level on the participle.
        return verbs[1]
    verb = verbs[0] if verbs else None
    aim = verb.child("xcomp") if verb is not None and verb.lemma == "be" else None
    return aim if aim is not None and any(c.lower == "to" for c in aim.kids("aux")) else verb


def _nouns(scene: Scene, taken: Taken | None) -> list[Token]:
    """The nouns that the figure sizes: the counted one, the measure's word, and what this is the subject of."""
    found = [t for t in (scene.found.noun, taken.word if taken is not None else None, scene.head) if t is not None and t.pos in NOMINAL]
    above = [t.head for t in found if t.dep in ("compound", "nmod") and t.head.pos in NOMINAL]
    subject = subject_of(scene.verb) if scene.verb is not None and scene.found.amount.change is not None else None
    above += [subject] if subject is not None and subject.pos in NOMINAL else []
    of = [t.head.head for t in found if t.dep == "pobj" and t.head.lower in ("of", "for") and t.head.head.pos in NOMINAL]
    return [*found, *above, *of]


def _stands(noun: Token) -> bool:
    """Whether the noun itself says that what it names is there already: "the previous 9% tariff", "revokes its 9% tariff"."""
    if any(c.lower in STANDING for c in noun.kids("amod")):
        return True
    removed = noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in REMOVING
    return removed and (noun.child("poss") is not None or noun.head.tag == "VBG")


def _is_ahead(scene: Scene, noun: Token) -> bool:
    """Whether the noun is of what is to come: "planned capacity", "the output target", "a tariff that will take effect"."""
    if any(c.lower in AHEAD for c in noun.kids("amod")) or (noun.lemma in TARGETS and noun is not scene.found.noun):
        return True
    if any(c.lemma in TARGETS for c in noun.kids("compound")):
        return True
    clauses = [c for c in noun.children if c.i > scene.found.token.i and (c.dep == "relcl" or (c.dep == "acl" and c.tag == "VBN"))]
    return any(status_of(scene.linked, c) is Status.PLANNED for c in clauses)


def _is_announced(scene: Scene) -> bool:
    """Whether a verb of announcing stands above the amount and before it, with no clause of the past between them."""
    for verb in (t for t in scene.path if t.pos in VERBAL):
        if verb.lemma in ANNOUNCING:
            return scene.found.token.i > verb.i
        if (verb.tag in ("VBD", "VBN") and verb.dep != "acl") or verb.dep in ("ccomp", "advcl"):
            return False
    return False


def _is_agreed(scene: Scene, taken: Taken | None) -> bool:
    """Whether the amount belongs to what an agreement provides for: "signs a contract worth $35 billion", not "signs 45 contracts"."""
    if taken is not None and taken.measure == "duration":
        return False
    for noun in (t for t in (scene.head, *scene.path) if t.pos in NOMINAL):
        if noun.lemma in AGREED and noun is not scene.found.noun:
            deal = noun.head.head if noun.dep == "pobj" else noun
            return (deal.head if deal.dep in ("dobj", "nsubjpass") else noun.head).lemma in AGREEING
    return False


def _has_condition(verb: Token, amount: Token) -> bool:
    """Whether an if-clause after the amount binds its participle or the verb that this goes with."""
    clauses = [c for t in (verb, verb.head) for c in t.kids("advcl")]
    return any(c.i > amount.i and any(m.lower in CONDITIONS for m in c.kids("mark")) for c in clauses)

"""Fitting: whether a row of the table holds for an amount though its word and family fit, and which row holds in its place."""

from __future__ import annotations

from legation.claim.scene import NOMINAL, SUBJECTS, Clue, Scene, phrases
from legation.claim.subjects import subject_of
from legation.codes.measures import MeasureRow, measure_row, measure_rows
from legation.codes.units import is_person
from legation.codes.wordsets import wordset
from legation.parse.doc import Token
from legation.words.actor import ActorKind

# What is done to persons tells that those counted are persons; beasts are killed too.
BY_FATE = frozenset(("kill", "wound", "injure", "slay", "murder", "massacre", "assassinate"))
BEASTS = wordset("beasts")
# Verbs by which an amount is the size of an economy, and not what was spent in it.
SIZING = frozenset(("be", "total", "reach", "amount", "exceed", "stand", "value", "estimate", "grow", "shrink", "surpass", "have", "become", "worth"))
# Nouns that count their own dead; and personnel that are no troops.
DEATHS = frozenset(("death", "fatality", "killing", "murder", "homicide"))
UNARMED = frozenset(("medical", "health", "rescue", "humanitarian", "civilian", "embassy", "diplomatic", "emergency", "ground", "office", "staff"))
# So few are no population.
FEWEST_DWELLERS = 100.0
SITES = wordset("sites")
# What a percentage of persons or pay may measure by itself, besides being a share.
SHARED_OUT = ("wage-share", "vote-share", "poll-share", "poverty", "unemployment", "hungry", "tariff")
# Who hosts so many hosts no guests.
MANY_HOSTED = 1000.0
CRAFT, CIVIL = wordset("craft"), wordset("civil")


def _is_civil(scene: Scene) -> bool:
    """Whether aircraft or boats are no weapons: the sentence speaks of airlines, passengers or makers of airliners."""
    noun = scene.found.noun
    if noun is None or noun.lemma not in CRAFT:
        return False
    return any(t.lemma in CIVIL for t in scene.linked.doc.sentence(noun).tokens)


def _earned(scene: Scene, verb: Token, wages: MeasureRow) -> MeasureRow:
    """What somebody earns: a state from workers remittances, goods or a firm revenue, a worker wages."""
    subject = subject_of(verb)
    if subject is None or subject.pos not in NOMINAL or is_person(subject.lemma) or is_person(subject.text):
        return wages
    # Parsers hang "from its workers" on the amount too.
    sources = [c for t in (scene.head, *scene.head.children) for p in t.kids("prep") if p.lower == "from" for c in p.kids("pobj")]
    found = next((row for c in sources if (row := measure_row("verb", f"earn from {c.lemma}", "money"))), None)
    return found or measure_row("noun", "revenue", "money") or wages


def is_fate(scene: Scene, clue: Clue, word: str) -> bool:
    """Whether an unknown noun is of persons by what is done to it: "three carabinieri were killed"; of beasts none."""
    noun = scene.found.noun
    return (
        scene.family == "things" and clue.place == "object" and clue.step <= 1 and word in BY_FATE and noun is not None and noun.lemma not in BEASTS
    )


def is_unfit(scene: Scene, clue: Clue, row: MeasureRow, moved: bool) -> bool:
    """Whether a row does not hold for the amount though its word and family fit."""
    if row.rule == "object:host":
        return (scene.found.amount.low or 0.0) < MANY_HOSTED
    if moved and row.measure == "share":
        return True
    if row.measure == "weapons":
        return _is_civil(scene)
    if row.measure == "troops" and row.place == "noun" and scene.family == "people" and clue.token.dep in SUBJECTS and clue.token.head is scene.verb:
        return scene.top.dep == "dobj"  # "forces shot two men" tells of no two forces
    if row.measure == "killed" and row.place == "noun" and scene.family == "people" and clue.token not in scene.path:
        return clue.token.lemma in DEATHS  # "16 deaths and thousands of civilians forced to leave"
    if row.rule == "object:take in":
        return clue.token.child("prt") is None and scene.prep != "in"
    if row.rule == "own:personnel":
        return any(c.lemma in UNARMED for c in clue.token.kids("amod", "compound"))
    if row.measure == "range" and row.place == "verb":
        subject = subject_of(clue.token)
        return subject is None or measure_row("own", subject.lemma, "things") is None
    if row.measure == "states" and row.place == "own":
        return not _are_states(scene, clue.token)
    if row.measure == "population" and scene.family == "bare":
        return (scene.found.amount.low or scene.found.amount.high or 0.0) < FEWEST_DWELLERS
    if row.measure == "exports" and row.place == "verb" and scene.found.noun is not None and scene.found.noun.lemma in SITES:
        return True  # shops and plants that are sold stay where they are
    if row.measure == "poll-share" and row.place == "verb":
        return clue.token.child(*SUBJECTS) is None or scene.top.dep not in SUBJECTS
    if row.rule == "noun:economy" and row.measure == "gdp":
        return scene.prep == "by" or (scene.verb is not None and scene.verb.lemma not in SIZING and clue.token not in scene.path[:2])
    if row.measure == "aid" and scene.family == "share":
        return not moved
    if row.rule in ("verb:send", "verb:offer", "verb:transfer"):
        return scene.top.head is not clue.token
    if row.measure == "diplomats" and row.place == "object":
        return scene.found.noun is None or scene.found.noun.lemma not in OFFICIALS
    return False


OFFICIALS = frozenset(("official", "officer", "staff", "employee", "spy", "agent", "staffer", "attache", "attaché", "diplomat"))


def _are_states(scene: Scene, noun: Token) -> bool:
    """Whether "members" are of a body and "states" none of one state's own: not "crew members", not "U.S. states"."""
    if noun.lemma not in ("member", "state", "government"):
        return True
    near = [t for c in noun.children if c.dep in ("compound", "amod", "nmod", "poss", "prep") for t in c.subtree()]
    kinds = {m.kind for t in near if (m := scene.linked.mention_of(t)) is not None}
    if noun.lemma == "member":
        stately = any(t.lemma in ("state", "nation", "country") for t in near)
        if stately or kinds & {ActorKind.BODY, ActorKind.WHOLE} or noun.lower == "member":
            return True
        # "expanded from 15 to 25 members" in a sentence on a body
        bare = not any(c.dep in ("compound", "nmod", "poss", "prep") for c in noun.children)
        return bare and any(m.kind is ActorKind.BODY for m in scene.linked.mentions_in(scene.linked.doc.sentence(noun).span))
    return ActorKind.STATE not in kinds


def narrowed(scene: Scene, clue: Clue, row: MeasureRow, moved: bool) -> MeasureRow:
    """The row that holds in place of one whose word says too little."""
    if row.rule == "verb:earn":
        return _earned(scene, clue.token, row)
    if moved and row.measure == "wage-share":
        return next((r for r in measure_rows()["noun", clue.token.lemma] if r.measure == "wages"), row)
    if row.measure == "hungry" and row.place == "verb" and scene.found.noun is not None:
        return measure_row("own", scene.found.noun.lemma, scene.family) or row  # "feeds its 2 million refugees"
    if row.rule == "noun:income" and clue.token.i and scene.linked.doc.tokens[clue.token.i - 1].lower == "capita":
        return measure_row("noun", "per capita income", scene.family) or row
    if row.measure == "growth" and (grown := _grown(scene)) is not None:
        return grown
    if row.rule == "verb:sell" and scene.prep == "for" and clue.token.child("dobj") is None:
        return measure_row("noun", "price", "money") or row  # "the egg sells for $22 million"
    if row.rule == "noun:sale" and any(measure_row("own", t.lemma, "things") for c in clue.token.kids("compound", "nmod") for t in c.subtree()):
        return measure_row("noun", "arm sale", scene.family) or row  # "a missile sale"
    if row.measure == "other" and row.place in ("object", "verb") and scene.found.noun is not None:
        # "rescued 700 refugees", "3,000 troops took part": what those counted are says more than what they do or suffer.
        own = next((r for w in phrases(scene.found.noun) if (r := measure_row("own", w, scene.family))), None)
        return own if own is not None and (own.measure == "displaced" or row.place == "verb") else row
    return row


GROWTH = frozenset(("growth", "growth rate"))


def _grown(scene: Scene) -> MeasureRow | None:
    """The row of what grows where it is no economy: "trade has enjoyed a growth rate of 7 percent"."""
    subject = subject_of(scene.verb) if scene.verb is not None else None
    row = measure_row("noun", subject.lemma, "share") if subject is not None and subject.lemma not in GROWTH else None
    return row if row is not None and row.measure not in ("growth", "gdp") and row.measure not in SHARED_OUT else None

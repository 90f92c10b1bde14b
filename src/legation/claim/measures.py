"""What an amount measures: the nearest word around it that the table knows for its family of units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.claim.deals import of_deal
from legation.claim.fitting import MANY_HOSTED, SHARED_OUT, is_fate, is_unfit, narrowed
from legation.claim.gifts import of_gift
from legation.claim.moves import POINTS, change_of
from legation.claim.scene import NOMINAL, Clue, Scene, money_names, phrases
from legation.claim.subjects import subject_of
from legation.codes.measures import BY_FAMILY, MeasureRow, measure_row
from legation.codes.units import is_person
from legation.codes.wordsets import wordset
from legation.parse.doc import Token

# The rule of a figure that goes on with the one before.
AS_BEFORE = "as before"
# How far a family may look: a count is told of by the words it hangs on, money and shares also by those nearby.
REACH = {"money": 9, "share": 9, "bare": 9, "people": 3, "things": 3, "score": 9}
# What a percentage may be of that only stands near it in the sentence.
NEARBY = frozenset(("tariff", "growth", "inflation", "unemployment", "poll-share", "vote-share", "trade", "exports", "gdp"))


# The unit of a bare number, by its measure.
UNIT_OF = {
    **dict.fromkeys(
        ("killed", "wounded", "detained", "displaced", "troops", "workers", "population", "diplomats", "poverty", "hungry", "unemployment"), "people"
    ),
    "votes": "votes",
    "seats": "seats",
    "states": "countries",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure with the row and the word that gave it (None where the unit alone did)."""

    measure: str
    row: MeasureRow | None = None
    word: Token | None = None
    rule: str = ""


# "$62 a barrel" is what a barrel costs; "a country of 38 million" is peopled by so many.
UNITS_OF_GOODS = wordset("goods_units")
PEOPLED = wordset("peopled")
# "one in five", "three out of four"
PARTED = re.compile(r"\w[\s-](?:in|out[\s-]of)[\s-]", re.I)


def measure_of(scene: Scene) -> Taken | None:
    """What the amount measures; None where no word and no unit says."""
    family = scene.family
    if family == "time":
        return Taken("duration", rule="unit:time")
    if family == "share" and scene.found.noun is not None:
        return _share(scene)
    if family == "money" and scene.found.amount.per in UNITS_OF_GOODS:
        return Taken("price", measure_row("noun", "price", "money"), None, "money for a unit of goods")
    if family == "money" and (kind := _in_what(scene)) is not None:
        return kind
    if family == "bare" and scene.prep == "of" and scene.head.head.head.lemma in PEOPLED:
        return Taken("population", measure_row("noun", "population", "people"), scene.head.head.head, "a country of so many")
    if family == "ratio" and (many := _as_many(scene)) is not None:
        return many
    moved = (family in ("share", "ratio") or scene.found.amount.unit == POINTS) and change_of(scene) is not None
    fraction = family == "share" and not moved and PARTED.search(scene.linked.article.text[slice(*scene.found.span)]) is not None
    for clue in scene.clues():
        if clue.step > (6 if moved else REACH.get(family, 9)):
            break
        if (taken := _told_by(scene, clue, moved, fraction)) is not None:
            return taken
    if family == "money" and (deal := of_deal(scene)) is not None:
        return Taken(deal.measure, deal, None, f"deal, {deal.rule}")
    if family in ("money", "things") and (gift := of_gift(scene)) is not None:
        return Taken(gift.measure, gift, scene.top.head, gift.rule)
    if moved:
        return Taken("other", rule="a comparison") if _is_compared(scene) else Taken("change", rule="a change of what has no name")
    if fraction:
        return Taken("share", None, None, "a fraction")
    if scene.found.amount.unit == "barrels":
        return Taken("energy-flow", measure_row("verb", "pump", "energy"), None, "barrels")
    if family == "people" and (dwelling := _dwelling(scene)) is not None:
        return Taken("population", measure_row("noun", "minority", "people"), dwelling, "who lives there")
    by_unit = BY_FAMILY.get(family)
    return Taken(by_unit, rule=f"unit:{family}") if by_unit else None


def _told_by(scene: Scene, clue: Clue, moved: bool, fraction: bool) -> Taken | None:
    """The measure that a clue gives; `moved` where the amount is the size of a change, `fraction` where it is "one in five"."""
    family = scene.family
    if clue.place in ("verb", "object") and clue.step > 1 and family in ("people", "things"):
        return None
    for word in phrases(clue.token):
        if moved and word in STOCKS and clue.place == "noun":
            word = "share price"  # "its shares fell 5 percent"
        row = measure_row(clue.place, word, family) or (measure_row("object", word, "people") if is_fate(scene, clue, word) else None)
        if row is not None and not is_unfit(scene, clue, row, moved):
            row = narrowed(scene, clue, row, moved)
            if fraction and row.measure not in SHARED_OUT:
                continue  # "four in ten jobs depend on tourism": a share of what it counts
            if not (clue.step == 9 and family == "share" and row.measure not in NEARBY):
                return _costs(scene, clue.token) if row.rule.endswith(":cost") else Taken(row.measure, row, clue.token, row.rule)
    return None


def _costs(scene: Scene, word: Token) -> Taken:
    """What something costs: a price, unless it is so much as only a project, a war or a rebuilding takes."""
    large = (scene.found.amount.low or scene.found.amount.high or 0.0) >= NO_PRICE
    return Taken("other", None, word, "a cost") if large else Taken("price", measure_row("noun", "price", "money"), word, "a cost")


def _in_what(scene: Scene) -> Taken | None:
    """What money is that comes as something: "$3 billion in loans", "pledged $5 million worth of aid"; None where no table knows it."""
    preps = [p for p in scene.head.kids("prep") if p.lower == "in" and p.i > scene.head.i]
    for noun in (o for p in preps for o in p.kids("pobj")):
        row = next((r for w in phrases(noun) if (r := measure_row("noun", w, "money")) is not None), None)
        if row is not None and row.measure in KINDS_OF_MONEY:
            return Taken(row.measure, row, noun, row.rule)
    return None


KINDS_OF_MONEY = frozenset(
    ("loan", "aid", "investment", "debt-relief", "debt", "exports", "trade", "remittances", "fine", "damage", "revenue", "tariff", "budget")
)


AS_MANY = re.compile(r"\s+(?:as|more|fewer)\s+(?:many\s+|much\s+)?(?=[a-z])", re.I)


def _as_many(scene: Scene) -> Taken | None:
    """What there is so many times as much of: "five times as many refugees as soldiers"; None where no table knows it."""
    m = AS_MANY.match(scene.linked.article.text, scene.found.span[1])
    first = scene.linked.doc.at(m.end()) if m else None
    if first is None:
        return None
    noun = first
    while noun.dep in ("amod", "compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    for word in phrases(noun) if noun.pos in NOMINAL else ():
        for place, family in (("own", "people"), ("own", "things"), ("noun", "people")):
            if (row := measure_row(place, word, family)) is not None:
                return Taken(row.measure, row, noun, row.rule)
    return None


RATES = frozenset(("rate", "tax", "interest", "yield", "discount", "vat", "fee", "coupon", "return", "error", "margin", "accuracy", "efficiency"))


def is_rate(scene: Scene) -> bool:
    """Whether a percentage is a rate at which something is paid or done and no part of a whole."""
    return any(c.token.lemma in RATES for c in scene.clues() if c.step <= NEAR_RATE)


# "20 percent more fires", "17 percent lighter": set against another, and not what it was before.
COMPARED = re.compile(r"\s+(?:more|less|fewer|[a-z]+er)\s+(?!than\b|in\b|from\b|on\b|at\b|over\b|to\b)[a-z]", re.I)


def _is_compared(scene: Scene) -> bool:
    return COMPARED.match(scene.linked.article.text, scene.found.span[1]) is not None


def _dwelling(scene: Scene) -> Token | None:
    """The word that says that those counted live somewhere: "home to 270,000 people", "there are 3,000 Turks in Korea"."""
    above = scene.top.head.head
    if scene.prep == "to" and above.lower == "home":
        return above
    noun, verb = scene.found.noun, scene.verb
    named = (
        noun is not None
        and noun.pos == "PROPN"
        and any(c.lower in ("in", "across") for c in (*noun.kids("prep"), *(verb.kids("prep") if verb else ())))
    )
    if verb is None or verb.lemma != "be" or verb.child("expl") is None or noun is None:
        return None
    placed = any(c.lower in ("in", "across") for c in (*noun.kids("prep"), *verb.kids("prep")))
    return verb if named or (placed and noun.lemma in DWELLERS and (scene.found.amount.low or 0.0) >= MANY_HOSTED) else None


DWELLERS = frozenset(("people", "inhabitant", "resident", "citizen", "person"))
# So much is what a project, a war or a rebuilding takes, and no price.
NO_PRICE = 1e6
NEAR_RATE = 4
STOCKS = frozenset(("share", "stock"))
# What a budget or debt is set against: "2 percent of GDP" measures the budget.
SIZES_OF = frozenset(("gdp", "gnp", "product", "output"))
SET_AGAINST_GDP = frozenset(("budget", "debt", "trade", "reserves", "exports", "aid", "investment", "revenue", "remittances", "damage", "tariff"))
ACCOUNTING = frozenset(("account", "constitute", "represent", "comprise", "contribute", "generate", "form"))
UNWAGED = frozenset(("export", "oil", "gas", "exchange", "tourism", "government", "state", "tax"))
# Of those who live somewhere so many may die, flee or be hurt.
STRUCK = frozenset(("killed", "wounded", "displaced"))


def _share(scene: Scene) -> Taken:
    """ "80 percent of their wages": a share, named by what it is a share of where the list has a name for that."""
    noun = scene.found.noun
    for word in phrases(noun) if noun is not None else ():
        if "national" in word or UNWAGED & set(word.split()):
            break
        for place in ("own", "noun"):
            row = measure_row(place, word, "share")
            if row is not None and row.measure in SHARED_OUT:
                return Taken(row.measure, row, noun, row.rule)
    if noun is not None and (is_person(noun.text) or is_person(noun.lemma)):
        for clue in scene.clues():
            row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "share"))), None) if clue.step <= 2 else None
            far = row is not None and row.measure == "poll-share" and row.place == "noun" and clue.token not in scene.path
            if row is not None and row.measure in SHARED_OUT and not far:
                return Taken(row.measure, row, noun, row.rule)
    if noun is not None and (noun.lemma == "population" or is_person(noun.text) or is_person(noun.lemma)):
        for clue in scene.clues():
            row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "people"))), None) if clue.step <= 2 else None
            if row is not None and row.measure in STRUCK and row.place in ("verb", "object"):
                return Taken(row.measure, row, clue.token, row.rule)
    if noun is not None and noun.lemma == "value" and (worth := _worth(scene)) is not None:
        return worth
    if noun is not None and noun.lemma in SIZES_OF and not (scene.verb is not None and scene.verb.lemma in ACCOUNTING):
        for clue in scene.clues():
            if clue.token is not noun and clue.step <= 5:
                row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "share"))), None)
                if row is not None and row.measure in SET_AGAINST_GDP:
                    return Taken(row.measure, row, clue.token, row.rule)
    return Taken("share", None, noun, "share of")


def _worth(scene: Scene) -> Taken | None:
    """What the value is of: of a currency its rate, of a share its price."""
    subject = subject_of(scene.verb) if scene.verb is not None else None
    if subject is None:
        return None
    word = "currency" if subject.lemma in money_names() else subject.lemma
    row = measure_row("noun", word, "share")
    return Taken(row.measure, row, subject, row.rule) if row is not None and row.measure in ("exchange-rate", "price") else None

"""What an amount measures: the nearest word around it that the table knows for its family of units."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from legation.claim.arguments import subject_of
from legation.claim.scene import NOMINAL, VERBAL, Scene, money_names, phrases
from legation.codes.measures import BY_FAMILY, MeasureRow, measure_row, measure_rows
from legation.codes.tables import table
from legation.codes.units import cells, is_person
from legation.codes.wordsets import wordset
from legation.find.amounts import Sort
from legation.parse.doc import Token
from legation.words.amount import Change
from legation.words.evidence import covers, overlap

# The rule of a figure that goes on with the one before.
AS_BEFORE = "as before"
# How far a family may look: a count is told of by the words it hangs on, money and shares also by those nearby.
REACH = {"money": 9, "share": 9, "bare": 9, "people": 3, "things": 5, "score": 9}
# What a percentage may be of that only stands near it in the sentence.
NEARBY = frozenset(("tariff", "growth", "inflation", "unemployment", "poll-share", "vote-share", "trade", "exports", "gdp"))
SERVICES = wordset("services")
ROWS_FAMILY = {"volume/day": "volume"}


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


def family_of(scene: Scene) -> str:
    """The family that the table of measures knows: counts are people, things or bare, scores are scores."""
    found = scene.found
    if found.sort is Sort.SCORE:
        return "score"
    if found.family is None:
        return "bare"
    if found.family == "count":
        if found.amount.per is not None and found.noun is not None and found.noun.lemma in SERVICES:
            return "frequency"
        return "people" if found.amount.unit == "people" else "things"
    return ROWS_FAMILY.get(found.family, found.family)


# "$62 a barrel" is what a barrel costs; "a country of 38 million" is peopled by so many.
UNITS_OF_GOODS = wordset("goods_units")
PEOPLED = wordset("peopled")
# "one in five", "three out of four"
PARTED = re.compile(r"\w[\s-](?:in|out[\s-]of)[\s-]", re.I)


def measure_of(scene: Scene) -> Taken | None:
    """What the amount measures; None where no word and no unit says."""
    family = family_of(scene)
    if family == "time":
        return Taken("duration", rule="unit:time")
    if family == "share" and scene.found.noun is not None:
        return _share(scene)
    if family == "money" and scene.found.amount.per in UNITS_OF_GOODS:
        return Taken("price", measure_row("noun", "price", "money"), None, "money for a unit of goods")
    if family == "bare" and scene.prep == "of" and scene.head.head.head.lemma in PEOPLED:
        return Taken("population", measure_row("noun", "population", "people"), scene.head.head.head, "a country of so many")
    reach = REACH.get(family, 9)
    fraction = family == "share" and change_of(scene) is None and PARTED.search(scene.linked.article.text[slice(*scene.found.span)]) is not None
    moved = family in ("share", "ratio") and change_of(scene) is not None
    for clue in scene.clues():
        if clue.step > (6 if moved else reach):
            break
        if clue.place in ("verb", "object") and clue.step > 1 and family in ("people", "things"):
            continue
        for word in phrases(clue.token):
            row = measure_row(clue.place, word, family)
            if row is not None and row.rule == "verb:earn":
                row = _earned(scene, clue.token, row)
            if row is not None and row.rule == "object:host" and (scene.found.amount.low or 0.0) < MANY_HOSTED:
                continue
            if row is not None and ((moved and row.measure == "share") or (row.measure == "weapons" and _is_civil(scene))):
                continue
            if row is not None and moved and row.measure == "wage-share":
                row = next((r for r in measure_rows()["noun", word] if r.measure == "wages"), row)
            if row is not None and fraction and row.measure not in SHARED_OUT:
                row = None  # "four in ten jobs depend on tourism": a share of what it counts
            if row is not None and not (clue.step == 9 and family == "share" and row.measure not in NEARBY):
                return Taken(row.measure, row, clue.token, row.rule)
    if moved:
        return Taken("change", rule="a change of what has no name")
    if fraction:
        return Taken("share", None, None, "a fraction")
    if scene.found.amount.unit == "barrels" and scene.found.amount.per == "day":
        return Taken("energy-flow", measure_row("verb", "pump", "energy"), None, "barrels a day")
    if family == "people" and (dwelling := _dwelling(scene)) is not None:
        return Taken("population", measure_row("noun", "minority", "people"), dwelling, "who lives there")
    by_unit = BY_FAMILY.get(family)
    return Taken(by_unit, rule=f"unit:{family}") if by_unit else None


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
    return verb if named and verb is not None and verb.lemma == "be" and verb.child("expl") is not None else None


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


# What a budget or debt is set against: "2 percent of GDP" measures the budget.
SIZES_OF = frozenset(("gdp", "gnp", "product", "output"))
SHARED_OUT = ("wage-share", "vote-share", "poll-share", "poverty", "unemployment", "hungry")


def _share(scene: Scene) -> Taken:
    """ "80 percent of their wages": a share, named by what it is a share of where the list has a name for that."""
    noun = scene.found.noun
    for word in phrases(noun) if noun is not None else ():
        if "national" in word:
            break
        for place in ("own", "noun"):
            row = measure_row(place, word, "share")
            if row is not None and row.measure in SHARED_OUT:
                return Taken(row.measure, row, noun, row.rule)
    if noun is not None and (is_person(noun.text) or is_person(noun.lemma)):
        for clue in scene.clues():
            row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "share"))), None) if clue.step <= 2 else None
            if row is not None and row.measure in SHARED_OUT:
                return Taken(row.measure, row, noun, row.rule)
    if noun is not None and noun.lemma == "value" and (worth := _worth(scene)) is not None:
        return worth
    if noun is not None and noun.lemma in SIZES_OF:
        for clue in scene.clues():
            if clue.token is not noun and clue.step <= 5:
                row = next((r for w in phrases(clue.token) if (r := measure_row(clue.place, w, "share"))), None)
                if row is not None and row.measure not in SHARED_OUT:
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


@cache
def change_words(place: str) -> dict[str, Change]:
    """Verbs or nouns (`place`) that say which way an amount moved; adjectives and particles stand with both."""
    return {word: Change(row["change"]) for row in table("changes") if row["as"] == place for word in cells(row["words"])}


SIZED = frozenset(("share", "ratio", "money", "mass", "volume"))


def change_of(scene: Scene) -> Change | None:
    """Which way the amount moved, where it is the size of a change and not the level reached."""
    found, text = scene.found, scene.linked.article.text
    if found.amount.change:
        return found.amount.change
    before = text[max(0, found.span[0] - 8) : found.span[0]].lower().split()
    if before and before[-1] in ("up", "down"):
        return change_words("verb")[before[-1]]
    if scene.prep in ("by", "of", "at"):
        return _moved_by(scene)
    return _moved(scene) if scene.prep is None and family_of(scene) in SIZED else None


def _moved(scene: Scene) -> Change | None:
    """The direction in "rose 20 percent", "a 20 percent rise", "20 percent less"."""
    above, dep = scene.top.head, scene.top.dep
    if above.pos in VERBAL and dep in ("npadvmod", "dobj") and family_of(scene) in ("share", "ratio"):
        return change_words("verb").get(above.lemma)
    after = scene.linked.doc.within((scene.found.span[1], scene.found.span[1] + 40))[:3]
    for token in after:
        if token.sent == scene.found.token.sent and token.pos in ("NOUN", "ADJ", "ADV") and token.lemma in change_words("noun"):
            return change_words("noun")[token.lemma]
        if token.pos != "ADJ" and token.lower not in ("annual", "-"):
            break
    return None


def _moved_by(scene: Scene) -> Change | None:
    """The direction in "rose by 20 percent", "a rise of 20 percent", "grew at 5 percent"."""
    over = scene.top.head.head
    if over.pos in VERBAL and scene.prep in ("by", "at") and (scene.prep == "by" or family_of(scene) == "share"):
        return change_words("verb").get(over.lemma)
    return change_words("noun").get(over.lemma) if over.pos == "NOUN" and scene.prep in ("by", "of") else None


LONGEST_PHRASE = 9
OUTSIDE = frozenset(("det", "punct", "nummod", "quantmod", "relcl", "cc", "conj", "appos", "advmod", "predet"))
# Whose it is stands in the parties; "its debt" is of debt.
POINTING = frozenset(("PRP$", "DT", "WDT", "WP$"))


def of_what(scene: Scene, word: Token | None) -> str | None:
    """What is measured, in the article's words: the noun phrase of the counted noun or of the measure's word, without the number."""
    found, noun = scene.found, scene.found.noun if scene.found.noun is not None else _counted_in(word) if word is not None else None
    if noun is None or noun.pos not in NOMINAL:
        return None
    inside = covers(found.span, noun.span)
    left = [c for c in noun.children if c.i < noun.i and (c.dep in ("amod", "compound", "nmod") if inside else c.dep not in OUTSIDE)]
    before = [t for c in left for t in c.subtree() if t.i < noun.i and (t.start > found.token.start if inside else t.tag != "CD")]
    first = min(before, key=lambda t: t.i, default=noun)
    beside = noun.head.head.children if noun.dep == "pobj" and noun.head.head.lemma in COUNTING else ()
    after = [t for c in (*noun.children, *beside) if c.i > noun.i and c.dep in ("prep", "acl") for t in c.subtree()]
    last = noun
    for t in sorted(after, key=lambda t: t.i):
        if t.i != last.i + 1 or t.i - first.i >= LONGEST_PHRASE or t.lower in (",", ";", "(") or (covers(found.span, t.span) and not inside):
            break
        last = t
    while last is not noun and last.pos not in (*NOMINAL, "ADJ", "VERB"):
        last = scene.linked.doc.tokens[last.i - 1]
    words = [t for t in scene.linked.doc.tokens[first.i : last.i + 1] if t.i >= noun.i or not (t.tag in POINTING or _is_number(scene, t, inside))]
    while len(words) > 1 and words[0].pos == "PUNCT":
        words = words[1:]
    text = scene.linked.article.text
    return " ".join("".join(t.text + " " * (not text[t.end : t.end + 1].strip()) for t in words).split())


def _is_number(scene: Scene, token: Token, inside: bool) -> bool:
    """Whether a token before the noun is of an amount: within the number's words, or a figure or sign of another."""
    if token.tag in ("CD", "$", "JJR") or token.text in ("%", "\\"):
        return True
    return bool(overlap(scene.found.span, token.span)) and (not inside or token.start <= scene.found.token.start)


COUNTING = frozenset(("number", "total", "count", "tally"))


def _counted_in(word: Token) -> Token:
    """The noun that "the number of" counts, where the measure's word only narrows it: "the number of Chadians with work permits"."""
    counting = next((t for t in itertools.islice(word.ancestors(), 5) if t.lemma in COUNTING), None)
    of = next((p for p in counting.kids("prep") if p.lower == "of"), None) if counting is not None else None
    return (of.child("pobj") or word) if of is not None else word

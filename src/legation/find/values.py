"""Values: what a number counts or measures: its unit with its family, its noun, the rate it goes at, and where its words end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.codes.units import is_person, plural
from legation.codes.wordsets import wordset
from legation.find.counted import STANDALONE, counted_noun, whole_noun
from legation.find.numerals import Form
from legation.find.ranges import Joined
from legation.find.units import PER_HEAD, rate_after, rate_later
from legation.parse.doc import Doc, Token
from legation.words.amount import Change


@dataclass(slots=True)
class Value:
    """What is counted or measured, while it is read: the sides, the unit with its family, the noun, and where its words end."""

    low: float
    high: float
    end: int
    unit: str | None = None
    family: str | None = None
    noun: Token | None = None
    per: str | None = None
    change: Change | None = None


# "three weekly flights", "2,000 daily crossings": so many each.
RATE_WORDS = {"daily": "day", "nightly": "day", "hourly": "hour", "weekly": "week", "monthly": "month"}


def value_of(doc: Doc, each: Joined, tokens: tuple[Token, Token]) -> Value:
    """Sides, unit and noun of a draft or range."""
    first, last = tokens
    numeral, closing = each.draft.numeral, each.closing
    value = Value(numeral.low, closing.numeral.high, closing.end)
    if each.score:
        following = doc.tokens[last.i + 1] if last.i + 1 < len(doc.tokens) else None
        if following is not None and following.tag == "NNS":
            value.noun, value.unit, value.family = following, following.lower, "count"
        return value
    measure = closing.measure or each.draft.measure or each.shared
    if numeral.form is Form.ORDINAL:
        value.noun = counted_noun(doc, last, value.end)
    elif numeral.form is Form.MULTIPLE:
        halved = numeral.low == 50
        value.unit, value.family = ("percent", "share") if halved else ("times", "ratio")
        value.change = Change.DECREASE if halved else Change.INCREASE if first.pos == "VERB" or closing.numeral.high > 2 else None
    elif measure is not None:
        value.low, value.high = value.low * measure.factor, value.high * measure.factor
        value.unit, value.family = measure.unit, measure.family
        if measure.family in ("time", "length") and (half := AND_A_HALF.match(doc.text, value.end)):
            value.low, value.high, value.end = value.low + 0.5 * measure.factor, value.high + 0.5 * measure.factor, half.end()
        value.noun = _of_what(doc, doc.at(value.end - 1) or last)
    elif numeral.form is Form.SHARE:
        value.low, value.high, value.unit, value.family = value.low * 100, value.high * 100, "percent", "share"
        value.noun = _of_what(doc, last)
    else:
        value.noun = whole_noun(doc, counted_noun(doc, last, value.end))
        value.unit, value.family = _counted(value.noun)
        if (group := GROUP_OF.search(doc.text, max(0, each.draft.start - 40), each.draft.start)) and (value.noun is None or group["family"]):
            value.noun, value.unit, value.family = doc.at(group.start("group")), "people", "count"
        if _is_magnitude(doc, first, value):
            value.unit, value.family, value.noun = "magnitude", "scale", None
        if value.noun is not None and value.noun.start > last.start and not _numbered_apart(doc, last, value.noun):
            value.end = value.noun.end
            value.per = next((RATE_WORDS[t.lower] for t in doc.tokens[last.i + 1 : value.noun.i] if t.lower in RATE_WORDS), None)
    return value


def _numbered_apart(doc: Doc, last: Token, noun: Token) -> bool:
    """Whether another number stands between a number and its noun that is no part of a name: "Boeing 787 aircraft" is one."""
    between = (doc.tokens[t.i - 1] for t in doc.tokens[last.i + 1 : noun.i] if t.tag == "CD")
    return any(t.pos != "PROPN" and t.text not in "-–/" for t in between)


# "a family of four", "a crew of six": so many persons.
GROUP_OF = re.compile(
    r"\b(?P<group>(?P<family>famil(?:y|ies)|crews?|households?)|groups?|teams?|delegations?|staffs?|gangs?|squads?|juries|jury|parties|party)"
    r"\s+of\s+(?:just\s+|only\s+)?\Z",
    re.I,
)
AND_A_HALF = re.compile(r"[\s-]+and[\s-]+a[\s-]half\b", re.I)
QUAKES, ARMED_BODIES = wordset("quakes"), wordset("armed_bodies")
RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?Richter\b", re.I)


def _is_magnitude(doc: Doc, first: Token, value: Value) -> bool:
    """Whether the number is the size of a quake: "magnitude 7", "the Mw 7.3 quake", "a 6.1 quake", "5.9 on the Richter scale"."""
    before = doc.tokens[first.i - 1].lower if first.i else ""
    if before == "of" and first.i > 1:
        before = doc.tokens[first.i - 2].lower
    if before == "magnitude" or RICHTER.match(doc.text, value.end):
        return True
    quake = value.noun is not None and value.noun.lemma in QUAKES
    return quake and (before in ("mw", "ml", "m") or (value.low < 10 and "." in doc.text[first.start : value.end]))


def _of_what(doc: Doc, last: Token) -> Token | None:
    """What a share or a measured quantity is of: "90 percent of commodities", "66 tons of beef"."""
    of = doc.tokens[last.i + 1] if last.i + 1 < len(doc.tokens) else None
    return counted_noun(doc, of, of.end) if of is not None and of.lower == "of" and of.sent == last.sent else None


def _counted(noun: Token | None) -> tuple[str | None, str | None]:
    """The unit that a counted noun gives: people for persons, else its plural."""
    if noun is None:
        return None, None
    if is_person(noun.text) or noun.lower in STANDALONE or (noun.tag != "NNP" and is_person(noun.lemma)):
        return "people", "count"
    if noun.lower == "forces" and any(c.lower in ARMED_BODIES for c in noun.kids("compound", "amod")):
        return "people", "count"  # "150 security forces"
    if noun.lemma == "nation":
        return "countries", "count"
    if noun.lower == "lives":
        return "people", "count"
    return (noun.lower if noun.tag in ("NNS", "NNPS") else plural(noun.lower)), "count"


IN_BRACKETS = re.compile(r"\s*\([^()\n]{1,40}\)|(?<=[^\s(])\)")


def add_rate(text: str, value: Value, form: Form) -> None:
    """Adds the divisor of a rate: from the words after the unit, or from the unit itself ("bpd")."""
    often = form is Form.MULTIPLE and text[: value.end].endswith(("wice", "hrice"))
    found = None if form in (Form.ORDINAL, Form.MULTIPLE) and not often else rate_after(text, value.end)
    if found is None and (aside := IN_BRACKETS.match(text, value.end)) and (later := rate_after(text, aside.end())):
        found = later[0], value.end  # "50,000 barrels (8,000 m³) per day"
    if found is not None:
        value.per, value.end = found if found[0] != value.unit else (None, found[1])
    elif value.unit and value.family and "/" in value.family:
        value.unit, _, value.per = value.unit.partition(" per ")
    if value.family:
        value.family = value.family.partition("/")[0]


# What may flow at a rate that is told apart from it.
FLOWING = frozenset(("money", "mass", "volume", "energy", "count"))


def rate_apart(doc: Doc, value: Value, start: int) -> str | None:
    """The divisor told before ("a per capita income of $5,569") or later in the clause ("700,000 tonnes of rice to Iran every year")."""
    if value.family not in FLOWING:
        return None
    if value.family == "money" and PER_HEAD.search(doc.text, max(0, start - 70), start):
        return "person"
    later = rate_later(doc.text, value.end)
    if later is None:
        return None
    between = doc.within((value.end, later[1]))
    # "300 trucks to enter daily": what they are to do is done at the rate; a verb of its own has another rate.
    aims = [t for t in between if t.tag == "VB" and any(c.lower == "to" for c in t.kids("aux"))]
    apart = len(aims) > 1 or any((t.pos in ("VERB", "AUX") and t not in aims) or t.tag == "CD" or t.lower in ("and", "but", "while") for t in between)
    return None if apart or (between and between[0].sent != between[-1].sent) else later[0]

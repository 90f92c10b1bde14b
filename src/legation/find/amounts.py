"""Amounts that the text shows: numbers with their bound, unit and rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.codes.units import is_person, plural
from legation.codes.wordsets import wordset
from legation.find.bounds import PLACING, Bounding, bound_after, bound_before
from legation.find.counted import STANDALONE, counted_noun
from legation.find.drafts import Draft, draft, is_year
from legation.find.masks import masks
from legation.find.nones import nones
from legation.find.numerals import Form, numerals
from legation.find.ranges import Joined, joined
from legation.find.services import services
from legation.find.sorts import AGE_AFTER, Sort, sort_of
from legation.find.units import PER_HEAD, rate_after, rate_later
from legation.parse.doc import Doc, Sentence, Token
from legation.words.amount import Amount, Bound, Change
from legation.words.evidence import Span, overlap

__all__ = ["FoundAmount", "Sort", "find_amounts"]


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount, where it stands, the token that carries the number and the noun it counts (None where there is none).

    `family` is the family of its unit (mass, money, time...), `count` for counted nouns, None where it stands alone.
    """

    span: Span
    amount: Amount
    token: Token
    noun: Token | None = None
    sort: Sort = Sort.AMOUNT
    family: str | None = None


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


def find_amounts(doc: Doc) -> Iterator[FoundAmount]:
    """All amounts of a document, in text order."""
    waiting: FoundAmount | None = None
    for found in _each(doc):
        closed = _closed(doc.text, waiting, found) if waiting else None
        if waiting and not closed:
            yield waiting
        waiting = closed or found
    if waiting:
        yield waiting


# "more than 5 but less than 10 percent": a floor and a ceiling of one amount.
FLOOR_TO_CEILING = re.compile(r"\s*,?\s+(?:and|but)\s+", re.I)


# "three dollars and 50 cents"
TO_CHANGE = re.compile(r"\s+(?:and\s+)?", re.I)


def _closed(text: str, one: FoundAmount, other: FoundAmount) -> FoundAmount | None:
    """The one amount that a floor and the ceiling right after it make, or dollars and the cents after them; None where they do not."""
    if one.family == "money" and other.amount.unit in ("cents", "pence") and TO_CHANGE.fullmatch(text, one.span[1], other.span[0]):
        return _with_change(one, other)
    floor, ceiling = (one, other) if one.amount.high is None else (other, one)  # "at most 100 and at least 20" too
    low, high = floor.amount.low, ceiling.amount.high
    if low is None or floor.amount.high is not None or high is None or ceiling.amount.low is not None or not low < high:
        return None
    if one.amount.unit not in (None, other.amount.unit) or not FLOOR_TO_CEILING.fullmatch(text, one.span[1], other.span[0]):
        return None
    return replace(other, span=(one.span[0], other.span[1]), amount=replace(other.amount, low=low, high=high))


def _with_change(one: FoundAmount, cents: FoundAmount) -> FoundAmount | None:
    small = (cents.amount.low or 0.0) / 100
    if not 0 < small < 1 or one.amount.unit in ("cents", "pence"):
        return None
    low, high = (None if side is None else round(side + small, 2) for side in (one.amount.low, one.amount.high))
    return replace(one, span=(one.span[0], cents.span[1]), amount=replace(one.amount, low=low, high=high, per=one.amount.per or cents.amount.per))


def _each(doc: Doc) -> Iterator[FoundAmount]:
    for sentence in doc.sentences:
        runs = [FoundAmount(s.span, s.amount, s.token, s.noun, family="frequency") for s in services(doc, sentence)]
        runs += [FoundAmount(s.span, s.amount, s.token, s.noun, family="count") for s in nones(doc, sentence)]
        counts = [found for found in _counts(doc, sentence) if not any(overlap(found.span, r.span) for r in runs)] if runs else _counts(doc, sentence)
        yield from sorted((*runs, *counts), key=lambda f: f.span) if runs else counts


def _counts(doc: Doc, sentence: Sentence) -> Iterator[FoundAmount]:
    """The amounts of a sentence that a number gives."""
    span = sentence.span
    drafts = [draft(doc, n, span) for n in numerals(doc.text, span, masks)]
    floor = span[0]
    for each in joined(doc, sentence, [d for d in drafts if not is_year(doc, d, span)]):
        if each.draft.numeral.span[0] < floor:
            continue  # the number of a rate: "18 deaths per 100,000 people"
        found = _found(doc, each, floor)
        if found and found.sort is not Sort.PRONOUN:
            yield found
        floor = found.span[1] if found and found.amount.per else each.closing.end


def _found(doc: Doc, each: Joined, floor: int) -> FoundAmount | None:
    """The amount of a draft or range; `floor` is where the number before it ends. None where it tells no amount."""
    text, numeral = doc.text, each.draft.numeral
    first, last = doc.at(numeral.span[0]), doc.at(each.closing.numeral.span[1] - 1)
    if first is None or last is None or not _tells(each, first):
        return None
    value = _value(doc, each, (first, last))
    if numeral.digits and _names(doc, each, first, value):
        return None
    if (
        numeral.form is Form.SHARE
        and numeral.low == 0.5
        and value.family == "share"
        and value.noun is None
        and first.dep == "advmod"
        and first.head.pos in ("ADJ", "VERB")
    ):
        return None
    opening = _minus(text, each.draft) if value.family not in ("money", "count") else each.draft.start
    if opening < each.draft.start:
        value.low, value.high = -value.high, -value.low
        value.family = "temperature" if value.family == "angle" else value.family
    before = _placing(doc, bound_before(text, opening, floor), each.draft, value.family)
    after = _after(text, each.closing, value.end)
    _rate(text, value, numeral.form)
    if value.per is None and value.family in FLOWING:
        value.per = _rate_apart(doc, value, opening)
    sides = _sided(value.low, value.high, before, after)
    if sides is None:
        return None
    sort = Sort.ORDINAL if numeral.form is Form.ORDINAL else sort_of(doc, each, value.family, value.noun)
    end = max(value.end, after.edge)
    if sort is Sort.AGE and (aged := AGE_AFTER.match(text, each.closing.numeral.span[1])):
        end = aged.end()
    word = value.noun.lower if value.noun is not None else None
    amount = Amount(*sides, approx=before.approx or after.approx, unit=value.unit, per=value.per, change=value.change, noun=word)
    start = each.draft.start if each.score else min(before.edge, opening)
    return FoundAmount((max(start, floor), end), amount, last, value.noun, sort, value.family)


def _names(doc: Doc, each: Joined, first: Token, value: Value) -> bool:
    """Whether a number in digits is part of a name: "a Lancair 360 MK II", "a Bell 407 helicopter", "posts 542 and 543"."""
    before = doc.tokens[first.i - 1] if first.i else None
    if before is None or before.end + 1 != first.start or before.sent != first.sent or value.family in MEASURED:
        return False
    noun = value.noun
    if before.pos == "PROPN" and noun is not None:
        return noun.tag == "NNP" or (noun.tag == "NN" and each.upper is None and plural(noun.lower) != noun.lower)
    label = before.tag in ("NN", "NNS") and before.lemma not in COUNTS
    label = label and (
        (first.dep in ("nummod", "appos") and first.head is before) or (before.pos == "NOUN" and first.dep == "dobj" and value.low >= 100)
    )
    return label and noun is None and each.upper is None and not each.score and value.low == int(value.low) and each.draft.numeral.scale == 1


# Families of units that no name has; and nouns that the count itself may follow.
MEASURED = frozenset(("money", "share", "mass", "volume", "length", "area", "time", "temperature"))
COUNTS = wordset("counts")


def _tells(each: Joined, first: Token) -> bool:
    """Whether an ordinal, multiple or vague number is one: "I first spoke", "double agents" and "he scores" have none."""
    form = each.draft.numeral.form
    if form is Form.ORDINAL:
        return first.pos != "ADV"
    if form is Form.VAGUE and first.pos == "VERB":
        return False
    if form is not Form.MULTIPLE or each.upper is not None:
        return True
    if first.lower.endswith("fold") or first.lower in ("twice", "thrice", "doubling", "tripling", "quadrupling", "halving"):
        return True
    return first.pos in ("VERB", "ADV", "DET") or first.dep in ("predet", "ROOT")


# "three weekly flights", "2,000 daily crossings": so many each.
RATE_WORDS = {"daily": "day", "nightly": "day", "hourly": "hour", "weekly": "week", "monthly": "month"}


def _value(doc: Doc, each: Joined, tokens: tuple[Token, Token]) -> Value:
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
        value.noun = counted_noun(doc, last, value.end)
        value.unit, value.family = _counted(value.noun)
        if (group := GROUP_OF.search(doc.text, max(0, each.draft.start - 40), each.draft.start)) and (value.noun is None or group["family"]):
            value.noun, value.unit, value.family = doc.at(group.start("group")), "people", "count"
        if _is_magnitude(doc, first, value):
            value.unit, value.family, value.noun = "magnitude", "scale", None
        if value.noun is not None and value.noun.start > last.start and not any(t.tag == "CD" for t in doc.tokens[last.i + 1 : value.noun.i]):
            value.end = value.noun.end
            value.per = next((RATE_WORDS[t.lower] for t in doc.tokens[last.i + 1 : value.noun.i] if t.lower in RATE_WORDS), None)
    return value


# "a family of four", "a crew of six": so many persons.
GROUP_OF = re.compile(
    r"\b(?P<group>(?P<family>famil(?:y|ies)|crews?|households?)|groups?|teams?|delegations?|staffs?|gangs?|squads?|juries|jury|parties|party)"
    r"\s+of\s+(?:just\s+|only\s+)?\Z",
    re.I,
)
AND_A_HALF = re.compile(r"[\s-]+and[\s-]+a[\s-]half\b", re.I)
QUAKES = wordset("quakes")
RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?Richter\b", re.I)


def _is_magnitude(doc: Doc, first: Token, value: Value) -> bool:
    """Whether the number is the size of a quake: "magnitude 7", "the Mw 7.3 quake", "a 6.1 quake", "5.9 on the Richter scale"."""
    before = doc.tokens[first.i - 1].lower if first.i else ""
    if before == "of" and first.i > 1:
        before = doc.tokens[first.i - 2].lower
    if before == "magnitude" or RICHTER.match(doc.text, value.end):
        return True
    quake = value.noun is not None and value.noun.lemma in QUAKES
    return quake and (before in ("mw", "ml", "m") or (value.low < 10 and value.low != int(value.low)))


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
    if noun.lemma == "nation":
        return "countries", "count"
    if noun.lower == "lives":
        return "people", "count"
    return (noun.lower if noun.tag in ("NNS", "NNPS") else plural(noun.lower)), "count"


def _rate(text: str, value: Value, form: Form) -> None:
    """Adds the divisor of a rate: from the words after the unit, or from the unit itself ("bpd")."""
    often = form is Form.MULTIPLE and text[: value.end].endswith(("wice", "hrice"))
    found = None if form in (Form.ORDINAL, Form.MULTIPLE) and not often else rate_after(text, value.end)
    if found is not None:
        value.per, value.end = found if found[0] != value.unit else (None, found[1])
    elif value.unit and value.family and "/" in value.family:
        value.unit, _, value.per = value.unit.partition(" per ")
    if value.family:
        value.family = value.family.partition("/")[0]


# What may flow at a rate that is told apart from it.
FLOWING = frozenset(("money", "mass", "volume", "energy", "count"))


def _rate_apart(doc: Doc, value: Value, start: int) -> str | None:
    """The divisor told before ("a per capita income of $5,569") or later in the clause ("700,000 tonnes of rice to Iran every year")."""
    if value.family == "money" and PER_HEAD.search(doc.text, max(0, start - 70), start):
        return "person"
    later = rate_later(doc.text, value.end)
    if later is None:
        return None
    between = doc.within((value.end, later[1]))
    apart = any(t.pos in ("VERB", "AUX") or t.tag == "CD" or t.lower in ("and", "but", "while") for t in between)
    return None if apart or (between and between[0].sent != between[-1].sent) else later[0]


MINUS = re.compile(r"(?:(?<![\w)\]-])[-−–]\s?|\b(?:minus|negative)\s+)\Z", re.I)


def _minus(text: str, one: Draft) -> int:
    """Where a minus sign or word before the number begins; the draft's own start where there is none."""
    start = one.numeral.span[0]
    m = MINUS.search(text, max(0, start - 10), start)
    return min(m.start(), one.start) if m else one.start


# Words after which "over five years" is a bound and no stretch of time.
LEADING = wordset("leading")


def _placing(doc: Doc, before: Bounding, one: Draft, family: str | None) -> Bounding:
    """Takes a preposition of place or time ("over five years") and a verb ("the bank estimated 3 percent") back from the bounds."""
    if before.words == "estimated" and (verb := doc.at(before.edge)) is not None and verb.child("nsubj") is not None:
        return Bounding(one.start)
    if before.words not in PLACING or before.side is None:
        return before
    token = doc.at(before.edge)
    previous = doc.tokens[token.i - 1] if token and token.i else None
    led = previous is not None and previous.lower in LEADING
    over_time = family == "time" and not led and not re.match(r"\s+(?:ago|old|later|earlier)", doc.text[one.end : one.end + 9])
    if (token is not None and token.dep == "prt") or over_time or (before.words in ("within", "near") and family not in ("money", "share")):
        return Bounding(one.start)
    return before


# Right after the noun such words belong to what follows: "5 people at least said", "10 years maximum" do not.
ONLY_AT_NUMBER = frozenset(("odd", "+", "max", "at least", "at most", "roughly", "approximately"))


def _after(text: str, closing: Draft, end: int) -> Bounding:
    near = bound_after(text, closing.numeral.span[1])
    if near.words:
        return near
    far = bound_after(text, end)
    return far if far.words not in ONLY_AT_NUMBER else Bounding(end)


def _sided(low: float, high: float, before: Bounding, after: Bounding) -> tuple[float | None, float | None] | None:
    """Low and high with the side left open that the bound words open; None for what is no finite number."""
    if not abs(low) < float("inf") or not abs(high) < float("inf"):
        return None
    low, high = (round(x, 6 if abs(x) < 1e6 else 2) for x in sorted((low, high)))
    side = before.side or after.side
    if side is Bound.AT_LEAST:
        return low, None
    return (None, high) if side is Bound.AT_MOST else (low, high)

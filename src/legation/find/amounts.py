"""Amounts that the text shows: numbers with their bound, unit and rate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.codes.units import plural
from legation.codes.wordsets import wordset
from legation.find.bounds import PLACING, Bounding, bound_after, bound_before
from legation.find.drafts import Draft, draft, is_year
from legation.find.found import FoundAmount
from legation.find.masks import masks
from legation.find.merging import merged
from legation.find.nones import nones
from legation.find.numerals import Form, numerals
from legation.find.ranges import Joined, joined
from legation.find.services import services
from legation.find.sorts import AGE_AFTER, Sort, sort_of
from legation.find.spells import spells
from legation.find.values import Value, add_rate, rate_apart, value_of
from legation.parse.doc import Doc, Sentence, Token
from legation.words.amount import Amount, Bound
from legation.words.evidence import overlap

__all__ = ["FoundAmount", "Sort", "find_amounts"]


def find_amounts(doc: Doc) -> Iterator[FoundAmount]:
    """All amounts of a document, in text order."""
    waiting: FoundAmount | None = None
    for found in _each(doc):
        closed = merged(doc.text, waiting, found) if waiting else None
        if waiting and not closed:
            yield waiting
        waiting = closed or found
    if waiting:
        yield waiting


def _each(doc: Doc) -> Iterator[FoundAmount]:
    for sentence in doc.sentences:
        runs = [FoundAmount(s.span, s.amount, s.token, s.noun, family="frequency") for s in services(doc, sentence)]
        runs += [FoundAmount(s.span, s.amount, s.token, s.noun, family="count") for s in nones(doc, sentence)]
        runs += spells(doc, sentence)
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
    value = value_of(doc, each, (first, last))
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
    add_rate(text, value, numeral.form)
    if value.per is None:
        value.per = rate_apart(doc, value, opening)
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
    if first.dep == "conj" and first.head.tag == "CD" and first.head.i == first.i - 2 and value.family is None:
        first = first.head
    before = doc.tokens[first.i - 1] if first.i else None
    if before is None or before.end + 1 != first.start or before.sent != first.sent or value.family in MEASURED:
        return False
    noun = value.noun
    if before.pos == "PROPN" and noun is None and before.ent not in PLACED and value.family is None and each.upper is None and not each.score:
        return value.low == int(value.low) < MOST_NAMED and doc.text[before.start].isupper()  # "the Vostok 6", "the ferry Hong Hai 16"
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
# What the parser holds for places and peoples, which have counts and no numbers; and the highest number of a name.
PLACED = frozenset(("GPE", "LOC", "NORP"))
MOST_NAMED = 100


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


MINUS = re.compile(r"(?:(?<![\w)\]-])[-−–]\s?|\b(?:minus|negative)\s+)\Z", re.I)


def _minus(text: str, one: Draft) -> int:
    """Where a minus sign or word before the number begins; the draft's own start where there is none."""
    start = one.numeral.span[0]
    m = MINUS.search(text, max(0, start - 10), start)
    return min(m.start(), one.start) if m else one.start


# "brought the total since Friday up to 104" tells the total.
RISEN = re.compile(
    r"\b(?:br(?:ing|ought)|tak|took|push|rais|lift|driv|drove|increas|ris|rose|climb|go|went)\w*\b[^.;]{0,60}"
    r"\b(?:total|number|toll|tally|count|figure)\b[^.;,]{0,100}\Z",
    re.I,
)
# "sovereignty over the three islands" bounds no number.
THE = re.compile(r"\b(?:the|these|those)\s+\Z", re.I)
# Words after which "over five years" is a bound and no stretch of time.
LEADING = wordset("leading")


def _placing(doc: Doc, before: Bounding, one: Draft, family: str | None) -> Bounding:
    """Takes a preposition of place or time ("over five years") and a verb ("the bank estimated 3 percent") back from the bounds."""
    if before.words == "up to" and RISEN.search(doc.text, max(0, before.edge - 160), before.edge):
        return Bounding(one.start)
    if before.words in PLACING and THE.search(doc.text, before.edge, one.start):
        return Bounding(one.start)
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

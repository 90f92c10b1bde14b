"""Drafts: a numeral with the sign and unit beside it, before neighbours are joined; and which numerals are years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from legation.codes.numbers import number_words
from legation.codes.units import is_person, plural
from legation.find.bounds import bound_before
from legation.find.counted import counted_noun
from legation.find.numerals import Form, Numeral
from legation.find.units import Measure, money_before, unit_after
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A numeral with what was read beside it. `start` and `end` take in sign and unit; `prefixed` where a currency sign leads."""

    numeral: Numeral
    start: int
    end: int
    measure: Measure | None = None
    prefixed: bool = False


# "half a century", "a quarter of an hour": a share of one unit is so much of it.
HALF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.I)


def draft(doc: Doc, numeral: Numeral, limits: Span) -> Draft:
    """The numeral with its currency sign and unit, looked for within `limits`."""
    text = doc.text
    start, end = numeral.span
    sign = money_before(text, start, limits[0]) if numeral.form in (Form.CARDINAL, Form.VAGUE) else None
    tied = numeral.tied
    if tied in number_words("tied") and (sign or tied in ("M", "K", "B", "MM") or (tied == "m" and _counts_millions(text, end + 1))):
        numeral = scaled(numeral, number_words("tied")[tied])
        end, tied = end + len(numeral.tied), ""
        numeral = replace(numeral, tied="", span=(start, end))
    if numeral.form in (Form.ORDINAL, Form.MULTIPLE):
        return Draft(numeral, start, end)
    if numeral.form is Form.SHARE and (of_one := HALF_A.match(text, end)):
        end = of_one.end()
    measure = unit_after(doc, end, tied, limits[1], numeral.form is Form.VAGUE)
    if numeral.form is Form.SHARE and measure is None:
        end = numeral.span[1]
    if sign:
        ending = measure.end if measure and measure.family == "money" else end
        return Draft(numeral, sign[1], ending, Measure(sign[0], "money", ending), prefixed=True)
    return Draft(numeral, start, measure.end if measure else end + (len(tied) if measure else 0), measure)


def _counts_millions(text: str, end: int) -> bool:
    """Whether "5m" is five million of what follows and no length: "5m people", but "5m high"."""
    return bool(
        re.match(r"\s+(?!long|high|deep|tall|wide|away|above|below|from|to|in|of|and|or|on|at|off|thick|under)[a-z]{4,}", text[end : end + 16], re.I)
    )


def scaled(numeral: Numeral, factor: float) -> Numeral:
    """The numeral multiplied by a scale."""
    return replace(numeral, low=numeral.low * factor, high=numeral.high * factor, scale=factor)


YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|after|before|during|for|through|throughout|around|about|circa|early|mid|late|year|years|spring|summer|autumn|fall|winter|and|or|"
    r"the|this|his|her|its|their|our|than|between|end|beginning|start|ending|pre|post|vs\.?|q[1-4]|quarter|half|’s|'s|-|–|\(|,)[\s-]*\Z",
    re.I,
)
YEAR_LED = re.compile(r"\b(?:in|since|until|till|during|throughout|by|before|after|early|mid|late)[\s-]+\Z", re.I)


def is_year(doc: Doc, draft: Draft, limits: Span) -> bool:
    """Whether four digits are a year: without sign, unit and comma, and not counting persons or things."""
    n = draft.numeral
    start, end = n.span
    if not (n.digits and n.form is Form.CARDINAL and n.scale == 1 and end - start == 4 and n.low == int(n.low) and 1400 <= n.low <= 2100):
        return False
    if draft.measure and draft.measure.family != "time":
        return False
    before = doc.text[max(limits[0], start - 16) : start]
    if draft.measure:
        return False
    last = doc.at(end - 1)
    noun = counted_noun(doc, last, end) if last else None
    recent = 1900 <= n.low <= 2060
    if recent and noun is not None and _is_one(noun) and doc.text[end : end + 1] not in "-‑":
        return True  # "the 2020 presidential nominee", "under the 2013 agreement"
    bounded = bound_before(doc.text, start, limits[0])
    if bounded.side is not None and bounded.words not in ("near", "within", "beyond", "up to"):
        return recent and noun is None and bool(YEAR_LED.search(doc.text, max(limits[0], bounded.edge - 16), bounded.edge))
    if recent and YEAR_LED.search(before):
        return True
    if noun is not None and (
        is_person(noun.text)
        or (noun.tag == "NNS" and (n.low < 1900 or n.low % 100 == 0) and noun.i == (last.i + 1 if last else 0) and not YEAR_BEFORE.search(before))
    ):
        return False
    return recent or bool(YEAR_BEFORE.search(before)) or not before.strip() or noun is None


def _is_one(noun: Token) -> bool:
    """Whether a noun is of one thing: no plural, and none that counts many ("2,000 staff")."""
    return noun.tag in ("NN", "NNP") and plural(noun.lower) != noun.lower and not noun.lower.endswith("s")

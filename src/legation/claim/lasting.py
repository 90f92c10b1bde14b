"""How long a thing lasts, on the calendar: what is imposed for five years runs on from its day, what ends after five years ran up to it."""

from __future__ import annotations

from legation.claim.timeindex import TimeIndex
from legation.codes.wordsets import wordset
from legation.find.amounts import FoundAmount
from legation.link.tense import VERBS
from legation.link.timex import move
from legation.parse.doc import Token
from legation.words.period import Period

UNITS = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}
HOURS, LONGEST = 24, 200
# How far above an amount the words stand that say which way it runs.
REACH = 5


def lasting(index: TimeIndex, token: Token) -> tuple[Period, str] | None:
    """The period of an amount of time that ends or begins with what is told of the article's day; None for any other amount."""
    if index.day is None or index.day.days != 1 or index.day.first is None:
        return None
    found = index.amounts.get(token.i)
    size = _days_of(found) if found is not None else None
    if size is None:
        return None
    day, (unit, count) = index.day.first, size
    if _is_over(token):
        return Period(move(day, unit, -count), day), "the stretch that ends"
    if _is_imposed(token):
        return Period(day, move(day, unit, count)), "the stretch that begins"
    return None


def _days_of(found: FoundAmount) -> tuple[str, int] | None:
    """The unit and count of a plain length of time."""
    low, unit = found.amount.low, found.amount.unit or ""
    if low is None or low != found.amount.high or not 1 <= low <= LONGEST:
        return None
    if unit == "hours":
        return "D", max(1, round(low / HOURS))
    return (UNITS[unit], int(low)) if unit in UNITS else None


def _is_over(token: Token) -> bool:
    """As in "after a five-year pause", "ending the 48-hour truce"."""
    for t in (token, *token.ancestors()):
        if t.i < token.i - REACH:
            return False
        if t.pos == "NOUN" and t.dep not in ("compound", "nmod", "amod", "npadvmod"):
            if t.dep == "dobj" and t.head.lemma in wordset("ending"):
                return True
            return t.dep == "pobj" and t.head.lower == "after" and t.lemma in wordset("gap")
        if t.pos in VERBS:
            return False
    return False


def _is_imposed(token: Token) -> bool:
    """As in "bars him from entering for five years", "suspends the pact for a month": told as done, in the present or past."""
    prep = next((t for t in (token, *token.ancestors()) if t.dep == "prep"), None)
    if prep is None or prep.lower != "for" or prep.i < token.i - REACH:
        return False
    for t in prep.ancestors():
        if t.lemma in wordset("barring") and t.pos in VERBS:
            return t.tag in ("VBZ", "VBD", "VBP") and t.head is t
    return False

"""How long a thing lasts, on the calendar: what is imposed for five years runs on from its day, what ends after five years ran up to it."""

from __future__ import annotations

from legation.claim.timeindex import TimeIndex
from legation.codes.wordsets import wordset
from legation.find.amounts import FoundAmount
from legation.link.tense import VERBS, governing_verb
from legation.link.timex import move
from legation.parse.doc import Token
from legation.words.period import Period

UNITS = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}
HOURS, LONGEST = 24, 200
# How far above an amount the words stand that say which way it runs.
REACH = 5
AFTER = ("after", "following")
# Dependencies of an amount of time that only modifies the noun behind it: "a five-year pause".
MODIFYING = ("compound", "nmod", "amod", "nummod", "npadvmod")
HAVING = frozenset({"have", "has", "had", "having"})


def lasting(index: TimeIndex, token: Token) -> tuple[Period, str] | None:
    """The period of an amount of time that ends or begins with what is told of the clause's day; None for any other amount."""
    found = index.amounts.get(token.i)
    size = _days_of(found) if found is not None else None
    if size is None:
        return None
    unit, count = size
    if _is_over(token):
        day = _day(index)
        return (Period(move(day.first, unit, -count), day.last), "the stretch that ends") if day is not None and day.first is not None else None
    if _is_celebrated(token):
        day = _base(index, token)
        return (Period(move(day.first, unit, -count), day.last), "the stretch that is marked") if day is not None and day.first is not None else None
    base = _base(index, token) if _is_imposed(token) or _is_agreed(token) or _is_extended(token) else None
    if base is None or base.first is None or base.last is None:
        return None
    return Period(base.first, move(base.last, unit, count)), "the stretch that begins"


def _days_of(found: FoundAmount) -> tuple[str, int] | None:
    """The unit and count of a plain length of time, of "more than three years" too."""
    low, high, unit = found.amount.low, found.amount.high, found.amount.unit or ""
    size = high if low is None else low
    if size is None or (low is not None and high is not None and low != high) or not 1 <= size <= LONGEST:
        return None
    if unit == "hours":
        return "D", max(1, round(size / HOURS))
    return (UNITS[unit], int(size)) if unit in UNITS else None


def _base(index: TimeIndex, token: Token) -> Period | None:
    """The day from which the stretch is counted: that of its clause, else the article's; None where neither is known."""
    verb = governing_verb(token)
    for t in (token, *token.ancestors()):
        own = next((d for d in index.by_token.get(t.i, ()) if t.pos in VERBS and not d.present and not d.base), None)
        if own is not None:
            return own.when
        if t is verb:
            break
    return _day(index)


def _day(index: TimeIndex) -> Period | None:
    return index.day if index.day is not None and index.day.days == 1 else None


def _is_over(token: Token) -> bool:
    """As in "after a five-year pause", "ending the 48-hour truce", "closed for two years", "a three-year low"."""
    length = next((t for t in (token, *token.ancestors()) if t.pos == "NOUN"), token)
    for t in (length, *length.ancestors()):
        if t.i < token.i - REACH or t.pos in VERBS:
            return False
        if t.pos == "NOUN" and (t.dep not in MODIFYING or t.head.pos in VERBS):
            if t is length:
                return (t.dep == "pobj" and (t.head.lower in AFTER or (t.head.lower == "for" and _goes_on(t.head.head)))) or (
                    t.dep in ("dobj", "npadvmod") and t.head.lemma in wordset("waiting") and _goes_on(t.head)
                )
            return (
                t.lemma in wordset("mark")
                or (t.dep == "dobj" and t.head.lemma in wordset("ending"))
                or (t.dep == "pobj" and t.head.lower in AFTER and t.lemma in wordset("gap"))
            )
    return False


def _goes_on(verb: Token) -> bool:
    """Whether a verb tells of what has gone on up to now: "have waited", "detained since", but no "had waited"."""
    if verb.pos not in VERBS or verb.tag != "VBN":
        return False
    helpers = {c.lower for c in verb.kids("aux", "auxpass")}
    return bool(helpers & (HAVING - {"had"})) or (not helpers and verb.dep in ("acl", "relcl", "amod"))


def _is_imposed(token: Token) -> bool:
    """As in "bars him from entering for five years", "suspends the pact for a month": told as done, in the present or past."""
    prep = next((t for t in (token, *token.ancestors()) if t.dep == "prep"), None)
    if prep is None or prep.lower != "for" or prep.i < token.i - REACH:
        return False
    for t in prep.ancestors():
        if t.lemma in wordset("barring") and t.pos in VERBS:
            return t.tag in ("VBZ", "VBD", "VBP") and t.head is t
    return False


def _is_celebrated(token: Token) -> bool:
    """As in "celebrated 40 years of relations": what has lasted up to the day on which it is marked."""
    length = _length(token)
    after = any(p.lower in ("of", "since") for p in length.kids("prep"))
    return after and length.dep == "dobj" and length.head.lemma in wordset("celebrating")


def _length(token: Token) -> Token:
    """The noun of an amount of time whose word is the number: the years of "40 years"."""
    return token.head if token.dep == "nummod" else token


def _is_extended(token: Token) -> bool:
    """As in "extend the truce another 90 days", "prolonged it for a year": told as done, in the present or past."""
    verb = governing_verb(token)
    if verb is None or verb.lemma not in wordset("extending") or not _is_told(verb):
        return False
    length = _length(token)
    if length.dep == "pobj" and length.head.lower in ("by", "for"):
        length = length.head
    return length.dep in ("npadvmod", "prep", "dobj") and length.head is verb


def _is_agreed(token: Token) -> bool:
    """As in "signed a five-year agreement", "agree to a 48-hour truce": told as done, in the present or past."""
    noun = token
    while noun.dep in MODIFYING and noun.head.i > noun.i and noun.head.pos not in VERBS:
        noun = noun.head
    if noun is token or noun.dep not in ("dobj", "pobj", "nsubjpass"):
        return False
    if noun.dep == "nsubjpass":
        return noun.head.lemma in wordset("signing") and any(a.lower in ("was", "were", "is", "are") for a in noun.head.kids("auxpass"))
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "to" else noun.head
    return verb.lemma in wordset("signing") and _is_told(verb)


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what is or was done; parsers take "Peru and Chile extend it" for a bare infinitive."""
    return verb.tag in ("VBZ", "VBD", "VBP") or (verb.tag == "VB" and verb.head is verb and not verb.kids("aux"))

"""Sorts: whether a number is an amount, or an ordinal, an age, a moment in time, a side of a score, a pronoun or how often a thing was done."""

from __future__ import annotations

import re
from enum import StrEnum

from legation.codes.units import is_person
from legation.find.lexemes import Form
from legation.find.ranges import Joined
from legation.parse.doc import Doc, Token


class Sort(StrEnum):
    """What a number is to the text; only an `amount` or a `score` can be a figure, the others are numbers."""

    AMOUNT = "amount"
    ORDINAL = "ordinal"
    AGE = "age"
    MOMENT = "moment"
    SCORE = "score"
    PRONOUN = "pronoun"
    OFTEN = "often"


_ROUGHLY = r"(?:about\s+|some\s+|roughly\s+|nearly\s+|almost\s+|more\s+than\s+|over\s+|few\s+|at\s+least\s+|just\s+|only\s+)?"
AGE_AFTER = re.compile(r"[\s-]+(?:year|month|week|day)s?[\s-]+(?:olds?\b|of\s+age\b)", re.I)
AGE_BEFORE = re.compile(
    r"\b(?:(?:aged?|ages|age\s+of|ages\s+of|turned|turning)\s+(?:between\s+|from\s+|about\s+|under\s+|over\s+)?(?:\d+(?:,\s+|,?\s+(?:and|or|to)\s+)){0,3}"
    r"|(?:when|since|while|until)\s+(?:he|she|I|they|we)\s+(?:was|were|turns?|turned)\s+(?:only\s+|just\s+|about\s+)?)\Z",
    re.I,
)
# "Kim, 33, ...": a bare number between commas right after a name.
NAME_BEFORE = re.compile(r"[A-Z][\w.'’-]+,\s\Z")
OLDEST = 120
MOMENT_AFTER = re.compile(
    r"\s+(?:ago|earlier|later|before|after|afterwards|from\s+now|hence|prior|previously|on\b(?!\s+(?:the|a|its|his))|into|since|in\s+a\s+row\b)", re.I
)
MOMENT_BEFORE = re.compile(
    r"\b(?:(?:in|within|over|during|for|of|after|through|throughout|across|by)\s+)?(?:the|his|her|its|their|these|those)?\s*"
    r"(?:last|past|next|coming|previous|first|final|preceding|following|ensuing|recent|intervening|same|opening|closing|early|earlier)\s+"
    rf"{_ROUGHLY}\Z|\b(?:in|within|every|once\s+every|time\s+in|once\s+in|since)\s+{_ROUGHLY}\Z",
    re.I,
)


def sort_of(doc: Doc, joined: Joined, family: str | None, noun: Token | None) -> Sort:
    """What the number is, by the words around it, the family of its unit and the noun it counts."""
    text, start, closing = doc.text, joined.draft.start, joined.closing
    end = closing.numeral.span[1]
    if joined.score:
        return Sort.SCORE
    if joined.draft.numeral.form is Form.MULTIPLE and OFTEN.fullmatch(text, *joined.draft.numeral.span) and not COMPARED.match(text, end):
        return Sort.OFTEN
    if AGE_BEFORE.search(text, max(0, start - 40), start) or _between_commas(text, joined, family):
        return Sort.AGE
    aged = AGE_AFTER.match(text, end)
    if aged:
        return Sort.AMOUNT if _old_thing(doc, aged) else Sort.AGE
    if family == "time" and (MOMENT_AFTER.match(text, closing.end) or _since_when(doc, text, start)):
        return Sort.MOMENT
    alone = text[joined.draft.numeral.span[0] : end].lower() == "one" and not SIGNED.search(text, max(0, start - 12), start)
    if alone and ((noun is None and family is None) or (noun is not None and (text[end : end + 4] == " of " or _is_pronoun(doc, end, noun)))):
        return Sort.PRONOUN
    return Sort.AMOUNT


OFTEN = re.compile(r"twice|thrice", re.I)
# "twice as many", "twice the size", "twice a week"; but "has voted twice"
COMPARED = re.compile(
    r"[\s-]+(?:as|the|that|this|those|these|what|more|an?|per|every|each|its|their|his|her|our|daily|weekly|monthly|yearly|annually|[\w-]+['’]s)\b",
    re.I,
)
SIGNED = re.compile(r"\b(?:minus|negative)\s+\Z", re.I)
# "the first visit in 12 years": that long there was none.
FIRST_IN = re.compile(
    r"\b(?:first|only)\s+(?:[\w'’-]+\s+){0,2}(?:time|visit|trip|tour|meeting|summit|talks|contact|encounter|election|vote|census|attack|strike|test|launch|flight|exchange|execution"
    r"|case|rise|increase|fall|drop|decline|gain|loss|cut|hike|win|surplus|deficit|budget)"
    rf"\s+(?:[\w'’-]+\s+){{0,10}}?in\s+{_ROUGHLY}\Z",
    re.I,
)


def _since_when(doc: Doc, text: str, start: int) -> bool:
    """Whether the words before a stretch of time make it a place in time ("in the last two years") and no length."""
    at = max(0, start - 40)
    before = doc.at(max(0, start - 2))
    if before is not None and before.lower == "last" and before.pos == "VERB":
        return False  # "the batteries last 30 days"
    return bool(MOMENT_BEFORE.search(text, at, start)) and not FIRST_IN.search(text, max(0, start - 120), start)


def _between_commas(text: str, joined: Joined, family: str | None) -> bool:
    numeral = joined.draft.numeral
    start, end = numeral.span
    return family is None and numeral.high < OLDEST and text[end : end + 2] == ", " and bool(NAME_BEFORE.search(text, max(0, start - 20), start))


def _is_pronoun(doc: Doc, end: int, noun: Token) -> bool:
    """Whether "one" stands for itself before a participle: "one being the coast guard", "one called Omid"."""
    following = doc.at(end + 1)
    return following is not None and following.i < noun.i and (following.tag in ("VBG", "VBN", "VBD") or following.pos == "AUX")


def _old_thing(doc: Doc, aged: re.Match[str]) -> bool:
    """Whether it is a thing that is so old ("the five-year-old civil war"): then it lasts so long."""
    if "-" not in aged.group() or "year" not in aged.group().lower():
        return False
    head: Token | None = None
    for token in doc.within((aged.end() + 1, aged.end() + 40)):
        if token.start < aged.end() or token.pos not in ("ADJ", "NOUN", "PROPN", "VERB") or (token.pos == "VERB" and head is not None):
            break
        head = token if token.pos in ("NOUN", "PROPN") else head
    return head is not None and head.pos == "NOUN" and not (is_person(head.text) or is_person(head.lemma))

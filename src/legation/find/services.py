"""How often something runs: "a biweekly ferry service", "twice-weekly flights", "a train every two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.codes.numbers import number_words
from legation.codes.tables import table
from legation.codes.wordsets import wordset
from legation.parse.doc import Doc, Sentence, Token
from legation.words.amount import Amount
from legation.words.evidence import Span

# Nouns of what runs to a timetable: "daily" before others is no frequency of a service.
SERVICES = wordset("services")
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
# What lies between the word and its noun: "a weekly direct passenger train", no more.
FARTHEST = 5
EVERY = re.compile(r"\bevery\s+(?:(?P<other>other|second)\s+|(?P<n>[a-z]+|\d{1,2})\s+)?(?P<unit>hour|day|week|month)s?\b", re.I)


@dataclass(frozen=True, slots=True)
class Service:
    """A frequency, where its words stand, the token of its word, and the noun of what runs."""

    span: Span
    amount: Amount
    token: Token
    noun: Token


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted((re.sub(r"^(bi|semi)", r"\1-?", row["word"]) for row in table("frequencies")), key=len, reverse=True))
    return re.compile(rf"\b(?:(?P<times>once|twice|thrice|(?P<n>[a-z]+|\d{{1,2}})[\s-]times)[\s-](?:a[\s-])?)?(?P<word>{words})\b", re.I)


@cache
def _rates() -> dict[str, tuple[float, float, str]]:
    return {row["word"]: (float(row["low"]), float(row["high"]), row["per"]) for row in table("frequencies")}


def services(doc: Doc, sentence: Sentence) -> Iterator[Service]:
    """The frequencies of a sentence, in text order."""
    for m in _pattern().finditer(doc.text, *sentence.span):
        token = doc.at(m.start("word"))
        noun = _runs_after(doc, token) if token is not None else None
        low, high, per = _rates()[m["word"].lower().replace("-", "")]
        times = TIMES.get((m["times"] or "once").lower()) or _number(m["n"])
        if token is not None and noun is not None and times is not None and not _counted(doc, m.start()):
            yield Service(m.span(), Amount(low * times, high * times, unit="count", per=per), token, noun)
    for m in EVERY.finditer(doc.text, *sentence.span):
        token, steps = doc.at(m.start("unit")), 2.0 if m["other"] else _number(m["n"] or "one")
        noun = _runs_before(doc, token) if token is not None else None
        if token is not None and noun is not None and steps:
            yield Service(m.span(), Amount(round(1 / steps, 6), round(1 / steps, 6), unit="count", per=m["unit"].lower()), token, noun)


def _number(word: str | None) -> float | None:
    if word is None or word.isdigit():
        return float(word) if word else None
    return number_words("small").get(word.lower())


def _counted(doc: Doc, start: int) -> bool:
    """Whether a number stands right before ("three weekly flights"): then it is the amount, and the word its rate."""
    before = doc.at(max(0, start - 2))
    return before is not None and before.end < start + 1 and before.tag == "CD"


def _runs_after(doc: Doc, token: Token) -> Token | None:
    """The noun of what runs at the end of the noun phrase that the word stands in."""
    found = None
    for t in doc.tokens[token.i + 1 : token.i + 1 + FARTHEST]:
        if t.sent != token.sent or (t.pos not in ("NOUN", "PROPN", "ADJ", "VERB") and t.lower not in ("-", "and", "or", "return")):
            break
        found = t if t.lemma.lower() in SERVICES else found
    return found


def _runs_before(doc: Doc, token: Token) -> Token | None:
    """The noun of what runs that is the subject or object beside "every two weeks"."""
    verb = next((t for t in token.ancestors() if t.pos in ("VERB", "AUX")), None)
    near = [t for t in verb.children if t.dep in ("nsubj", "nsubjpass", "dobj")] if verb is not None else []
    return next((t for t in (*token.ancestors(), *near) if t.lemma.lower() in SERVICES), None)

"""What office holders and known events say about the day a text was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from legation.codes.fold import fold
from legation.codes.people import OFFICIAL, Term, full_names
from legation.codes.tables import table
from legation.link.days import Days
from legation.parse.doc import Doc, Token
from legation.words.article import Clue

FORMER = {"former", "ex", "ousted", "late", "deposed", "then", "predecessor", "erstwhile", "onetime"}
TO_COME = {"candidate", "elect", "nominee", "favorite", "favourite", "contender", "frontrunner", "front-runner"}
TITLE_REACH = 5
NAME_LONGEST = 4
# An event among the first sentences is what the text reports.
OPENING = 3


def reigns(doc: Doc, history: bool = False) -> Iterator[tuple[Clue, Days]]:
    """The days allowed by each office holder named with the title, former holder, candidate and known event, once each.

    In a history, holders of offices were in office once: only that they had come to it tells something.
    """
    seen: set[str] = set()
    for first, last, terms in _named(doc):
        name = doc.slice(first, last)
        before = _before(doc, first)
        for terms_of, says, days in _readings(terms, before):
            key = f"{name}:{says}"
            if terms_of and key not in seen:
                seen.add(key)
                yield Clue((first.start, last.end), f"{name} {says}"), Days.of(days.stretches[0][0], None) if history else days
    opening = doc.sentences[min(OPENING, len(doc.sentences)) - 1].span[1] if doc.sentences else 0
    for m in _events().finditer(doc.text):
        begun, until = _event_days()[m.group().lower()]
        if m.group() in seen or doc.at(m.start()) is None:
            continue
        seen.add(m.group())
        if until is not None and m.start() < opening:
            yield Clue(m.span(), f"“{m.group()}” was news from {begun} to {until}"), Days.of(begun, until)
        yield Clue(m.span(), f"“{m.group()}” was known from {begun}"), Days.of(begun, None)


def _named(doc: Doc) -> Iterator[tuple[Token, Token, tuple[Term, ...]]]:
    """Full names of known leaders, longest first, with their terms."""
    names = full_names()
    for sentence in doc.sentences:
        tokens, k = sentence.tokens, 0
        while k < len(tokens):
            if not tokens[k].text[:1].isupper():
                k += 1
                continue
            for size in range(min(NAME_LONGEST, len(tokens) - k), 1, -1):
                first, last = tokens[k], tokens[k + size - 1]
                if (found := names.get(fold(doc.slice(first, last)))) is not None:
                    yield first, last, found
                    k += size - 1
                    break
            k += 1


def _before(doc: Doc, first: Token) -> list[str]:
    tokens = doc.sentence(first).tokens
    at = first.i - tokens[0].i
    return [t.lower for t in tokens[max(0, at - TITLE_REACH) : at]]


def _readings(terms: tuple[Term, ...], before: list[str]) -> Iterator[tuple[bool, str, Days]]:
    """What the words before a name say of its holder: in office, out of it, or not yet."""
    offices = [t for t in terms if t.office != OFFICIAL]
    if not offices:
        return
    if set(before) & FORMER:
        ends = [d for t in offices if (d := _day(t.until))]
        if ends and "then" not in before:
            yield True, "is out of office", Days.of(min(ends), None)
        return
    if set(before) & TO_COME:
        yield True, "is not yet in office", Days.of(None, min(_day(t.first) or date.max for t in offices) - timedelta(1))
        return
    vice = "vice" in before
    titled = [
        t
        for t in offices
        if (t.office.split()[-1] in before and vice == t.office.startswith("vice")) or (t.office == "leader" and "leader" in before)
    ]
    if titled:
        stretches = sorted((_day(t.first) or date.min, _day(t.until)) for t in titled)
        yield True, f"is {titled[0].office}", Days(tuple(stretches))


def _day(text: str) -> date | None:
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    return date(*[*parts, 1, 1][:3])


@cache
def _event_days() -> dict[str, tuple[date, date | None]]:
    return {name.lower(): (date.fromisoformat(row["first"]), _day(row["until"])) for row in table("known_events") for name in row["names"].split(";")}


@cache
def _events() -> re.Pattern[str]:
    names = sorted({name for row in table("known_events") for name in row["names"].split(";")}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

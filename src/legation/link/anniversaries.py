"""What a text counts from a known happening says about the day it was written: anniversaries, years after, "last year's"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from legation.codes.numbers import number_words
from legation.codes.tables import table
from legation.codes.times import eras
from legation.link.days import Days
from legation.link.occurrences import known_days
from legation.link.timex import shift_days, shift_months
from legation.parse.doc import Doc
from legation.words.article import Clue

# An anniversary is spoken of so many days before and after it; "ten years after" is said in the eleventh year and a little before.
AROUND, EARLY = 200, 90
ORDINAL = r"(?P<count>\d{1,3}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)"
# The Assembly's n-th regular session opens in the September of the year 1945 + n and lasts for a year.
BEFORE_FIRST, SESSION_OPENS, MONTHS = 1945, 9, 12
ASSEMBLY = r"(?:(?:UN|U\.N\.|United\s+Nations)\s+)?(?:General\s+)?Assembly"
AT_SESSION = rf"Assembly\s+(?:at|for|during)\s+(?:its|the|this)\s+{ORDINAL.replace('count', 'other')}\s+session"
SESSION = re.compile(rf"\b(?:{ORDINAL}\s+(?:regular\s+)?session\s+of\s+(?:the|this)\s+{ASSEMBLY}|{AT_SESSION})\b")
LAST_YEAR = {"last": 1, "this": 0}


def anniversaries(doc: Doc) -> Iterator[tuple[Clue, Days]]:
    """The days allowed by each count from a happening with a known day ("the 70th anniversary of ...", "ten years after ...")."""
    for m in _anniversary().finditer(doc.text):
        count = _ordinal(m["count"])
        if count:
            first = _days_of()[m["name"]][0]
            there = shift_months(first, MONTHS * count)
            yield Clue(m.span(), f"“{m['count']} anniversary” from {first}"), Days.of(shift_days(there, -AROUND), shift_days(there, AROUND))
    for m in SESSION.finditer(doc.text):
        number = m["count"] or m["other"]
        if count := _ordinal(number):
            opens = date(BEFORE_FIRST + count, SESSION_OPENS, 1)
            yield Clue(m.span(), f"“{number} session” opened in {opens.year}"), Days.of(opens, shift_months(opens, MONTHS))
    for m in _after().finditer(doc.text):
        count = _count(m["count"])
        if count:
            _, last = _days_of()[m["name"]]
            there = shift_months(last, MONTHS * count)
            yield Clue(m.span(), f"“{m['count']} years” from {last}"), Days.of(shift_days(there, -EARLY), shift_months(there, MONTHS))
    for m in _of_year().finditer(doc.text):
        first, _ = _days_of()[m["name"]]
        year = first.year + LAST_YEAR[m["which"].lower()]
        yield Clue(m.span(), f"“{m['which']} year's” of {first}"), Days.of(max(first, date(year, 1, 1)), date(year, 12, 31))


def _ordinal(words: str) -> int:
    """The number of "70th", "seventieth", "sixty-fourth"; 0 for another word."""
    if words[0].isdigit():
        return int(words[:-2])
    tens, _, ones = words.lower().rpartition("-")
    first, last = number_words("tens").get(tens, 0.0) if tens else 0.0, number_words("ordinal").get(ones, 0.0)
    return int(first + last) if last and (first or not tens) else 0


def _count(words: str) -> int:
    return int(words) if words.isdigit() else int(number_words("small").get(words.lower(), 0))


@cache
def _days_of() -> dict[str, tuple[date, date]]:
    """First and last day of each happening that a name alone tells: known events, foundations, wars and crises."""
    founded = {name: date.fromisoformat(row["day"]) for row in table("founded") for name in row["names"].split(";")}
    return {**{name: (day, day) for name, day in (*founded.items(), *known_days().items())}, **eras()}


@cache
def _names() -> str:
    return "|".join(map(re.escape, sorted(_days_of(), key=len, reverse=True)))


@cache
def _anniversary() -> re.Pattern[str]:
    return re.compile(
        rf"\b{ORDINAL}\s+anniversary\s+(?:of|since)\s+(?:the\s+)?(?:(?:end|start|beginning|signing|adoption|founding|creation|establishment|foundation|outbreak)\s+of\s+(?:the\s+)?)?(?P<name>{_names()})(?!\w)"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<count>\d{{1,3}}|[A-Za-z]+)\s+years\s+(?:after|since)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?(?P<name>{_names()})(?!\w)"
    )


@cache
def _of_year() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<which>[Ll]ast|[Tt]his)\s+year['’]s\s+(?P<name>{_names()})(?!\w)")

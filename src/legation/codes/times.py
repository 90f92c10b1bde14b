"""The words of time expressions: what class a word is of, and with what value; holidays and eras by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from legation.codes.tables import table

# One letter a class, so that a sentence becomes a string and the grammar of find/timegrammar.py plain regular expressions over it.
CLASSES = {
    "month": "M",
    "weekday": "W",
    "season": "S",
    "daypart": "P",
    "unit": "U",
    "cardinal": "K",
    "ordinal": "O",
    "half": "h",
    "decade": "z",
    "relation": "R",
    "telling": "r",
    "mood": "e",
    "early": "Q",
    "edge": "B",
    "ago": "A",
    "shift": "L",
    "event": "E",
    "day": "D",
    "tonight": "T",
    "reference": "N",
    "adjective": "J",
    "set": "V",
    "every": "F",
    "fiscal": "j",
    "stretch": "p",
    "era": "G",
    "meridiem": "m",
    "zone": "Z",
    "article": "a",
    "the": "t",
    "of": "f",
    "and": "&",
    "to": "2",
    "from": "<",
    "old": "g",
    "long": "l",
    "s": "s",
    "approx": "~",
    "clock": "C",
    "o'clock": "k",
    "closing": "c",
    "other": "X",
}


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word's class (one letter of CLASSES) and value as the table gives it."""

    code: str
    value: str


@cache
def time_words() -> dict[str, TimeWord]:
    """All words of codes/data/times.tsv in lower case."""
    return {word: TimeWord(CLASSES[row["class"]], row["value"]) for row in table("times") for word in row["words"].split(";")}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year by its rule (`fixed`, `easter`, `lunar`...) and the rule's value."""

    name: str
    rule: str
    value: str


@cache
def holidays() -> dict[str, Holiday]:
    """Holidays by each of their names."""
    return {name: Holiday(row["names"].split(";")[0], row["rule"], row["value"]) for row in table("holidays") for name in row["names"].split(";")}


@cache
def eras() -> dict[str, tuple[date, date]]:
    """First and last day of wars, crises and other eras by each of their names."""
    return {name: (date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) for row in table("eras") for name in row["names"].split(";")}


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of codes/data/time_classes.tsv (`state`, `ahead`, `plan`...). Raises KeyError for another name."""
    return {row["class"]: frozenset(row["words"].split(";")) for row in table("time_classes")}[name]

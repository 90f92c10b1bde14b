"""What an act is on: names of weapons, pacts and missions beside it, by which two texts that give no day tell of one act."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from legation.codes.tables import table
from legation.reconcile.wording import STATE, TOKEN, canonical, content, fillers, pattern
from legation.words.evidence import Span

REACH = 90
"""Characters behind an act's words in which the thing it is on may still be named."""

ACRONYM = re.compile(r"\b[A-Z]{3,7}\b|\b[A-Z][A-Za-z]*-?\d+[A-Z]?\b")
RUN = re.compile(r"\b[A-Z][a-z]+(?:[ -](?:(?:of|and|for|on|the) )?[A-Z][a-z]+){3,7}")
SHORTEST = 3
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTED = re.compile(rf"\b(\d{{1,3}}(?:,\d{{3}})*|{'|'.join(NUMBERS)})((?:\s+[a-z-]+){{1,4}})", re.IGNORECASE)
"""A number with the words behind it among which what it counts must be."""


@lru_cache(maxsize=20_000)
def things(sentence: str, inside: Span) -> frozenset[str]:
    """Acronyms, long names as acronyms, and model names within an act's words or right behind them; of bodies and states none."""
    near = sentence[inside[0] : inside[1] + REACH]
    found = set(ACRONYM.findall(near))
    for run in (r for r in RUN.findall(near) if not any(w.startswith(STATE) or w in fillers("title") for w in content(r))):
        found.add("".join(w[0] for w in re.split(r"[ -]", run) if w[0].isupper()))
        found.add("".join(w[0].upper() for w in re.split(r"[ -]", run)))
    return frozenset(name for name in found if len(name) >= SHORTEST and name not in _actors())


@cache
def _actors() -> frozenset[str]:
    """Acronyms that are somebody."""
    codes = {row["code"] for row in table("states")}
    return frozenset(codes | {name.strip().replace(".", "") for row in table("bodies") for name in (row["id"], *row["names"].split(";"))})


def counted(sentence: str, inside: Span) -> dict[str, int]:
    """What is counted within an act's words or right behind them: `four ballistic missiles` is missile: 4."""
    near = sentence[inside[0] : inside[1] + REACH]
    out: dict[str, int] = {}
    for number, behind in COUNTED.findall(near):
        value = NUMBERS.index(number.lower()) + 1 if number.isalpha() else int(number.replace(",", ""))
        noun = next((w for w in behind.split() if w.endswith("s") and canonical(w.lower()) in _hardware()), None)
        if value and noun:
            out.setdefault(canonical(noun.lower()), value)
    return out


@cache
def _hardware() -> frozenset[str]:
    (words,) = (r["words"] for r in table("ledger_words") if r["class"] == "hardware")
    return frozenset(canonical(w) for w in TOKEN.findall(words))


def classes(sentence: str, inside: Span) -> frozenset[str]:
    """The classes of weapon that an act's words, or those right behind them, name: intercontinental, medium-range."""
    near = sentence[inside[0] : inside[1] + REACH]
    return frozenset(m.lower().replace(" ", "-") for m in pattern("class").findall(near))

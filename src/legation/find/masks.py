"""Places whose digits are no amounts: dates, clock times, addresses of the web, and names with a number in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation.codes.tables import table
from legation.words.evidence import Span

MONTH = (
    r"(?:(?:January|February|April|June|July|August|September|October|November|December|Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    r"|(?:March|May)\b|Mar\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d{3})"
_YEAR = r"(?:1[0-9]|20)\d\d"
_MORE_DAYS = (
    rf"(?:(?:\s?[-–—/]\s?|,?\s+(?:and|to|through|or|until)\s+|,\s+)(?:{MONTH}\s+)?{_DAY}(?![\d:])"
    r"(?!\s+(?:percent|per|million|billion|people|killed|dead)))*"
)
_CLOCK_ZONE = r"(?:GMT|UTC|BST|EST|EDT|CET|CEST|PST|PDT|MSK|IST|JST|KST|AEST|local time|hours? local)"
DATE = re.compile(
    "|".join(
        (
            rf"\b{_DAY}(?:(?:\s?[-–/]\s?|\s+(?:and|to|or)\s+){_DAY})?(?:\s+of)?\s+{MONTH}(?:,?\s+{_YEAR}\b(?!,\d))?",
            rf"\b{MONTH}\s+{_DAY}(?!\s*(?:%|percent|per cent|million|billion)){_MORE_DAYS}(?:,?\s+{_YEAR}\b(?!,\d))?",
            rf"\b{MONTH}(?:\s+of)?,?\s+(?:{_YEAR}\b(?!,\d)|['’]\d\d\b)(?:\s?[-–/]\s?{_YEAR})?",
            r"\b\d{4}-\d{2}(?:-\d{2})?\b",
            r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b",
            r"\b(?:9/11|7/7|24/7|26/11|10/7|11/9)\b",
            rf"\b{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)\b(?![,.]?\d|\s+(?:million|people))",
            rf"\b(?i:between|from)\s+{_YEAR}\s+(?:and|to)\s+{_YEAR}\b",
            r"(?:\b(?:(?:mid|early|late|pre|post)-?)?|['’])(?:1[0-9]|20)?\d0['’]?s\b",
            rf"\b\d{{1,2}}[:.]\d{{2}}\s*(?:(?i:[ap]\.?\s?m\b\.?)|{_CLOCK_ZONE})",
            r"\b\d{1,2}\s*(?i:[ap]\.m\.|[ap]m\b)",
            r"\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)",
            rf"\b(?:[01]\d|2[0-4])[0-5]\d\s+{_CLOCK_ZONE}",
            r"\b[\w-]+\s+o['’]clock\b",
            r"\b(?i:(?:a\s+)?quarter|half)\s+(?i:before|to|past|after)\s+(?:\d{1,2}|[a-z]+)\b(?=\s*(?:[ap]\.?m|in\s+the\s+(?:morning|afternoon|evening)|o['’]clock))",
            r"\b\d{1,3}(?:\.\d+)?°\s?(?:\d{1,2}(?:\.\d+)?[′'’]\s?)?(?:\d{1,2}(?:\.\d+)?[″\"”]\s?)?[NSEW]\b",
            r"\b[2-4]D\b",
            r"\b[2-6]G\b",
            rf"\b(?:FY|CY)\s?['’]?(?:{_YEAR}|\d\d)\b",
            rf"\b(?i:fiscal|financial|marketing|crop|calendar)(?:\s+year)?\s+{_YEAR}\b",
            r"['’]\d\d\b(?!['’])",
        )
    )
)
URL = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net|gov|edu|co\.\w\w|ru|cn)(?:/\S*)?\b|[#@]\w+")
PHONE = re.compile(
    r"\b\d{2,4}\s\((?:19|20)\d\d\)|\+\d[\d\s()-]{7,}\d|\b0\d{1,4}[\s-]\d{3,4}[\s-]\d{3,4}\b|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b(?!\s*(?:people|tonnes))|\b(?!R\d{3}\s?(?:m|bn|million|billion)\b)[A-Z]\d{3,}\b|\b\d{2}-\d{5}\b"
)
NUMBERED_LINE = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=[A-Z\"“])", re.M)
# "F-16", "G7", "Mangyongbong-92": digits that hang on letters, unless the letters are a word of their own ("mid-90s", "2-to-1").
_FREE = "in|by|for|from|with|plus|up|down|least|mid|sub|pre|post|over|under|about|some|than|to|of|at|a|an|non|multi|nearly|or|and|magnitude|minus"
LETTERED = re.compile(rf"\b(?!(?:{_FREE})-)[A-Za-z]+(?:[-‑]?\d+[A-Za-z\d/-]*(?:[-‑]\d+\w*)*)\b")
# "a Cessna 172S": digits with a letter that is no unit, after a name.
MODEL = re.compile(r"\b7[0-8]7(?=\s(?:Max|MAX|Dreamliner|NG)\b)|(?<=[a-z] )\d{2,}[ADEGIJLNOPQRSUXYZ]\b")
# The airliners that a sentence on Boeing or an airline calls by number: "the 787-8", "5,700 737s".
AIRLINER = re.compile(r"\b7[0-8]7(?:-\d+\w*)?s?\b(?!\s+(?:people|percent|million|dead|votes))")
# "the Group of Seven" is a name, "a group of seven countries" counts.
GROUPS = re.compile(r"\b(?:Group|Gang|Council|Committee|Club) of (?:\d+|[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)\b")
# "619 Waddell Avenue", "417 East 50th Street"
ADDRESS = re.compile(
    r"\b\d{1,5}[A-Z]?\s+(?:(?:[A-Z][\w'’.-]+|\d{1,3}(?:st|nd|rd|th))\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Parkway|Highway|Terrace|Crescent)\b"
)
AIRLINERS = re.compile(r"Boeing|Airbus|Dreamliner|\b(?:air(?:craft|liner|line|plane)|jet)s?\b|-\d00\b")
# "the Second Seven-Year Plan", "the Ten Commandments": a number word written large inside a name.
_LARGE = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty|Thirty|Forty|Hundred|Thousand"
_LARGE_ORDINAL = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
TITLED = re.compile(rf"(?<=[a-z’'] )(?:(?:{_LARGE_ORDINAL}) )?(?:{_LARGE})(?:-[A-Z][a-z]+)?(?: [A-Z][\w-]+)+")
MONEY_TIED = re.compile(
    r"(?:US|A|AU|C|CA|NZ|HK|S|NT|R)?\$\d|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|RUB|INR|Rs|Rp|RM|KRW|SEK|NOK|DKK|AUD|CAD|NGN|ZAR|KES|KSh|PKR)\d"
    r"|R\d{1,3}(?:[.,]\d|\s?(?:m|bn|million|billion|trillion)\b)"
)
LABEL_NUMBER = r"(?:\d[\d.,/-]*\d|\d|[IVX]+\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\([\w]+\))?[A-Z]?(?![\w%])"


LABELLED = re.compile(
    rf"\b(?P<label>[A-Za-z]+\.?)[\s-]+#?{LABEL_NUMBER}"
    rf"(?P<more>(?:(?:\s?[-–]\s?|,\s|\s+(?:and|or|to|through)\s+|,\s+and\s+){LABEL_NUMBER}(?!\s+(?:percent|million|billion|people)))*)"
    r"(?!\s*(?:%|percent|per cent|million|billion|thousand|hundred|people|dead|killed))"
)
HYPHENS = str.maketrans("-‑\u00a0\n", "    ")
WEB = ("://", "www.", "@", "#", ".com", ".org", ".net", ".gov", ".edu", ".ru", ".cn", ".co.")
HANGING = re.compile(r"[A-Za-z][-‑]?\d")


@cache
def _words(kind: str) -> tuple[str, ...]:
    """The rows of a kind: `any` and `name` are words that a number follows as a name, `whole` phrases that are no number."""
    return tuple(row["word"].translate(HYPHENS) for row in table("numbered") if row["kind"] == kind)


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(w.lower() for w in _words("any")), frozenset(_words("name"))


def masks(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between `span[0]` and `span[1]` whose digits and number words are no amounts, in text order."""
    within = text[span[0] : span[1]]
    found = [m.span() for pattern in (DATE, PHONE, NUMBERED_LINE, TITLED, MODEL, GROUPS, ADDRESS) for m in pattern.finditer(text, *span)]
    if any(sign in within for sign in WEB):
        found += [m.span() for m in URL.finditer(text, *span)]
    if AIRLINERS.search(within):
        found += [m.span() for m in AIRLINER.finditer(text, *span)]
    if HANGING.search(within):
        found += [m.span() for m in LETTERED.finditer(text, *span) if not MONEY_TIED.match(text, m.start())]
    small, large = _labels()
    found += [m.span() for m in LABELLED.finditer(text, *span) if m["label"].lower() in small or (m["label"] in large and not m["more"])]
    found += _phrases(within.lower().translate(HYPHENS), span[0])
    return tuple(sorted(found))


def _phrases(low: str, offset: int) -> Iterator[Span]:
    """Where the fixed phrases stand, as whole words."""
    for phrase in _words("whole"):
        at = low.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
                yield offset + at, offset + end
            at = low.find(phrase, end)

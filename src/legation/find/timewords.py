"""A sentence as a string of letters, one a word, each the class of a word that can stand in a time expression (`x`: none)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.codes.times import holidays, time_words
from legation.parse.doc import Doc, Sentence

# Numbers get letters of their own: d a day of a month or any number up to 31, n another number, Y a year, y a short year,
# o an ordinal, z a decade, C a clock time, I an ISO date, / a date with slashes, H a holiday, q a quarter, v a half, w a fiscal year.
YEAR_FROM, YEAR_TO = 1000, 2200
LONG_CAPITALS = 5
MONTH_NAMED = re.compile(r"\b[A-Z][a-z]+ (May|March|April|June|August)\b(?!\.? \d| of)")
# Words with a capital letter before a month that are no first names.
BEFORE_MONTH = {"in", "since", "by", "during", "late", "until", "till", "from", "after", "before", "this", "on", "and", "or", "of", "mid", "between"}
BEFORE_MONTH |= {
    "through",
    "for",
    "with",
    "that",
    "but",
    "as",
    "to",
    "at",
    "it",
    "he",
    "she",
    "they",
    "we",
    "you",
    "i",
    "there",
    "who",
    "what",
    "when",
}
MONTH_LIKE_WORDS = {"may", "march", "mar", "sun", "sat", "dec", "jan", "wed", "mon", "april", "june", "august"}
OF_CENTURY = re.compile(r"(?:-| | of an? )century\b")
WANTED = re.compile(r"[MWSPURDTNJVYyIzC/HFqvwdnoeJh]")


@dataclass(frozen=True, slots=True)
class TimeToken:
    """A word or number of the text with the letter of its class, its value and its place."""

    code: str
    value: str
    text: str
    start: int
    end: int


@cache
def _lexer() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(holidays(), key=len, reverse=True))
    return re.compile(
        rf"(?P<H>\b(?:{names})\b)"
        r"|(?P<I>\b\d{4}(?P<between>[-/])\d\d(?P=between)\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?\b)"
        r"|(?P<dotted>\b\d{1,2}\.\d{1,2}\.\d{4}\b)"
        r"|(?P<slash>\b\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|-\d{1,2}-\d{4})\b)"
        r"|(?P<C>\b\d{1,2}:\d\d(?::\d\d)?(?=\D|$)|\b\d{1,2}\.\d\d(?=\s*[ap]\.?m\b)|\b[012]\d[0-5]\d(?=\s*(?:GMT|UTC|hrs|hours\b)))"
        r"|(?P<z>\b\d{3}0s\b|(?:(?<=\bthe )|(?<=early )|(?<=late )|(?<=mid[- ]))\d{3}0[’']s\b|\b\d{1,2}0s\b(?= BC)|[’'‘]?\b[2-9]0s\b)"
        r"|(?P<o>\b\d{1,2}(?:st|nd|rd|th)\b)"
        r"|(?P<n>\b\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\b\d+\.\d+\b)"
        r"|(?P<y>[’'‘]\d\d(?![\ds]))"
        r"|(?P<q>\bQ[1-4]\b|\b[1-4]Q\b)"
        r"|(?P<v>\bH[12]\b|\b[12]H\b)"
        r"|(?P<w>\bFY ?[’'‘]?(?:\d{4}|\d\d)\b)"
        r"|(?P<k>\bo[’']clock\b)"
        r"|(?P<sms>\b2(?:day|nite|night|moro|morrow)\b)"
        r"|(?P<digits>\d+)"
        r"|(?P<s>[’']s?\b|[’'](?=\s))"
        r"|(?P<N>(?<=\bat )(?:the moment|this moment|present)\b|\bthe time being\b)"
        r"|(?P<word>[^\W\d_]+(?:\.[A-Za-z]\b\.?)*)"
        r"|(?P<dash>[-–—−])"
        r"|(?P<other>\S)",
    )


def time_tokens(doc: Doc, sentence: Sentence) -> list[TimeToken]:
    """The words of a sentence with their classes; [] where nothing in it can be a time expression."""
    found = list(_scan(doc, sentence))
    return found if any(WANTED.match(t.code) for t in found) else []


def _scan(doc: Doc, sentence: Sentence) -> Iterator[TimeToken]:
    start, end = sentence.span
    for m in _lexer().finditer(doc.text, start, end):
        kind, text = m.lastgroup or "other", m.group()
        kind = "I" if kind == "between" else kind
        code, value = _class_of(doc, kind, text, m)
        yield TimeToken(code, value, text, m.start(), m.end())


def _class_of(doc: Doc, kind: str, text: str, m: re.Match[str]) -> tuple[str, str]:
    if kind in ("word", "sms"):
        return _word(doc, text, m)
    if kind == "digits":
        if len(text) > 4 or _glued(doc.text, m):
            return "x", ""
        value = int(text)
        return ("Y" if len(text) == 4 and YEAR_FROM <= value < YEAR_TO else "d" if 1 <= value <= 31 and len(text) <= 2 else "n"), text
    if kind == "other":
        return ("," if text == "," else "." if text == "." else "x"), ""
    if kind == "N":
        return "N", "PRESENT_REF"
    if kind == "dash":
        return "-", ""
    if kind in ("slash", "dotted"):
        return "/", text
    if kind == "z":
        return "z", re.sub(r"\D", "", text)[:-1]
    if kind == "k":
        return "k", ""
    if kind in ("o", "q", "v", "w"):
        return kind, re.sub(r"\D", "", text)
    return kind, text.replace(",", "") if kind == "n" else text.lstrip("’'‘") if kind == "y" else text


def _glued(text: str, m: re.Match[str]) -> bool:
    """Whether digits are part of a code, a sum or a share ("F-16A", "$1990", "A4", "1918%")."""
    before, after = text[max(0, m.start() - 1) : m.start()], text[m.end() : m.end() + 1]
    if re.match(r"[ap]\.?m\b", text[m.end() : m.end() + 4], re.IGNORECASE):
        return False  # "8pm"
    return before.isalpha() or before in ("$", "€", "£", "¥", "₩", "_", "#", "/") or after.isalpha() or after in ("%", "°", "_")


def _word(doc: Doc, text: str, m: re.Match[str]) -> tuple[str, str]:
    word = time_words().get(text.lower())
    if text.lower() == "quarter" and OF_CENTURY.match(doc.text, m.end()):
        return "K", "0.25"
    if word is None:
        return ("U", "TH") if text == "h" and re.search(r"\d ?$", doc.text[max(0, m.start() - 2) : m.start()]) else ("x", "")
    if word.code in "MW" and not _is_name_of_day(doc, text, m):
        return "x", ""
    if word.code == "S" and _is_named_season(doc.text, text, m):
        return "x", ""
    return word.code, word.value


def _is_name_of_day(doc: Doc, text: str, m: re.Match[str]) -> bool:
    """Whether a word that looks like a month or weekday is one: not the verb "may", a surname, "the sun" or "a march"."""
    if not text[0].isupper():
        return False
    after = doc.text[m.end() : m.end() + 5]
    if (
        text.isupper()
        and len(text) < LONG_CAPITALS
        and not re.match(r"\.? ?\d", after)
        and not re.search(r"\d\.? $", doc.text[max(0, m.start() - 4) : m.start()])
    ):
        return False  # An acronym: "its status as an OCT".
    if text.lower() not in MONTH_LIKE_WORDS:
        return True
    if re.match(r"\.? ?\d", after):
        return True
    if len(text) == 3 and text.lower() != "may":
        return after.startswith(".")
    token = doc.at(m.start())
    if token is None or token.tag in ("MD", "VB", "VBP", "VBD"):
        return False
    previous = doc.tokens[token.i - 1] if token.i and doc.tokens[token.i - 1].sent == token.sent else None
    if previous is None:
        return token.tag != "MD" and token.ent != "PERSON"
    if text in _surnames(doc.text) and previous.pos != "ADP":
        return False
    named = token.ent == "PERSON" or previous.lower in ("mr", "mrs", "ms", "miss", "minister", "secretary", "mr.", "mrs.", "ms.")
    return not named or previous.pos == "ADP"


@lru_cache(maxsize=4)
def _surnames(text: str) -> frozenset[str]:
    """The months that stand behind a first name somewhere in a text ("Theresa May")."""
    return frozenset(
        m[1] for m in MONTH_NAMED.finditer(text) if m[0].split()[0].lower() not in BEFORE_MONTH and m[0].split()[0].lower() not in time_words()
    )


def _is_named_season(whole: str, text: str, m: re.Match[str]) -> bool:
    """Whether a season's word is part of a name ("Arab Spring", "Winter Olympics") or the noun or verb "fall"."""
    before, after = whole[max(0, m.start() - 24) : m.start()], whole[m.end() : m.end() + 9]
    dated = re.match(r" (?:of )?(?:\d{4}|last|this|next)", after)
    if text.lower() == "fall":
        return not (dated or re.search(r"\b(?:last|this|next|early|late|in the|by|previous|that) $", before, re.IGNORECASE))
    if text[0].isupper() and not dated:
        return bool(re.match(r" [A-Z]", after) or (re.search(r"\b[A-Z]\w+ $", before) and not re.search(r"(?:^|[.!?] )\w+ $", before)))
    return False

"""Lexemes of numbers: the digits and number words of a text, before they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from legation.codes.numbers import number_words, vague_words
from legation.codes.wordsets import wordset
from legation.words.evidence import Span


class Form(StrEnum):
    """How a number is told: `share` is a fraction of something, `multiple` a factor, `vague` an order of magnitude."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    SHARE = "share"
    MULTIPLE = "multiple"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number phrase: its place and its value from `low` to `high`.

    `scale` is the factor of its last scale word (1e6 in "5 million"), `digits` whether it is written in figures,
    `tied` the characters that hang on the digits without a blank ("km" in "20km").
    """

    span: Span
    low: float
    high: float
    form: Form = Form.CARDINAL
    scale: float = 1.0
    digits: bool = False
    tied: str = ""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One atom of a number phrase: digits with their `value`, or a number word in lower case."""

    start: int
    end: int
    word: str
    value: float | None = None
    tied: str = ""


# Grouped by commas (also the Indian way) or thin blanks, plain, or a bare decimal.
DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?:\.\d+)?(?![\d.,]\d|\d)|\d+(?:\.\d+)?|\.\d+"
# "2.000 delegates" is two thousand: nobody writes three idle decimals before a noun.
POINTED = re.compile(r"[1-9]\d{0,2}(?:\.000)+")
# Digits may hang on a currency code, on nothing else.
CODES = ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "INR", "CAD", "AUD"]
# "less than a decade", "for a month": an article counts one of a unit only after words that size or last.
SIZING = wordset("sizing")
ONE_OF = wordset("one_of")
JOIN = re.compile(r"(?:\s+|\s?-\s?|‑)(?:and[\s-]+(?:an?[\s-]+)?|a\s+|an\s+)?|,\s(?=hundred|thousand)", re.I)


@cache
def _pattern() -> re.Pattern[str]:
    kinds = ("small", "tens", "scale", "scales", "fraction", "ordinal", "multiple", "half")
    words = {w for kind in kinds for w in number_words(kind)} | set(vague_words())
    words |= {w + "s" for w in number_words("fraction") if not w.endswith("s") and w != "half"}
    signs = "".join(number_words("sign"))
    before = "|".join(["(?<![\\w.,/])", *(f"(?<={c})" for c in CODES), r"(?<=\bRs)", r"(?<=\bRs\.)", r"(?<=\bRp)"])
    one = rf"(?:{'|'.join(f'(?<= {w} )' for w in SIZING)})(?P<one>an?)(?=\s+(?:{'|'.join(ONE_OF)})\b(?!\s+(?:ago|earlier|later|before|after)))"
    return re.compile(
        rf"(?:{before})(?P<digits>{DIGITS})(?P<sign>[{signs}])?(?P<tied>[A-Za-zµμ%°º]+\d?)?|(?P<only>[{signs}])|{one}|"
        rf"(?<![\w’'])(?P<word>(?i:{'|'.join(sorted(words, key=lambda w: (-len(w), w)))}))(?![\w])"
    )


def lexemes(text: str, span: Span) -> Iterator[Lexeme]:
    """The atoms of numbers in a stretch of text, in text order."""
    signs = number_words("sign")
    for m in _pattern().finditer(text, *span):
        if m["digits"]:
            digits = m["digits"].replace(".", "") if POINTED.fullmatch(m["digits"]) else m["digits"]
            value = float(re.sub(r"[,\s]", "", digits)) + signs.get(m["sign"] or "", 0.0)
            if value < float("inf"):
                yield Lexeme(m.start(), m.end(), "", value, m["tied"] or "")
        elif m["one"]:
            yield Lexeme(m.start(), m.end(), "one")
        elif m["only"]:
            yield Lexeme(m.start(), m.end(), "", signs[m["only"]])
        else:
            yield Lexeme(m.start(), m.end(), m["word"].lower())


def runs(text: str, span: Span, blocked: tuple[Span, ...]) -> Iterator[list[Lexeme]]:
    """Atoms outside the blocked places that stand so close that they may be one number."""
    run: list[Lexeme] = []
    for atom in lexemes(text, span):
        if any(s < atom.end and atom.start < e for s, e in blocked):
            continue
        if run and not JOIN.fullmatch(text, run[-1].end, atom.start):
            yield run
            run = []
        run.append(atom)
    if run:
        yield run

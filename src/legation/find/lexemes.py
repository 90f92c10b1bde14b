"""Lexemes of numbers: the digits and number words of a text, before they are put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
# "1,2 billion" is told with the comma of the continent.
CONTINENTAL = r"\d{1,3},\d{1,2}(?=\s?(?:million|billion|trillion|[mbt]n|per\s?cent|percent|%)(?!\w))"
# "2.000 delegates" is two thousand: nobody writes three idle decimals before a noun.
POINTED = re.compile(r"[1-9]\d{0,2}(?:\.000)+")
# Digits may hang on a currency code, on nothing else.
CODES = wordset("hanging_codes")
# The rand's letter hangs on sums only: "R18.50", "R5 million", no road "R18".
RAND = r"(?<=\bR)(?=\d{1,3}(?:[.,]\d|\s?(?:m|bn|million|billion|trillion)\b))"
# "Leopard 2A8 tanks": a type is no number; "5 km2" is one.
TYPED = re.compile(r"[A-Z]+\d")
# "less than a decade", "for a month": an article counts one of a unit only after words that size or last.
SIZING = wordset("sizing")
ONE_OF = wordset("one_of")
JOIN = re.compile(r"(?:\s+|\s?-\s?|‑)(?:and[\s-]+(?:an?[\s-]+)?|a\s+|an\s+)?|,\s(?=hundred|thousand)", re.I)


@cache
def _words() -> frozenset[str]:
    kinds = ("small", "tens", "scale", "scales", "fraction", "ordinal", "multiple", "half")
    words = {w for kind in kinds for w in number_words(kind)} | set(vague_words())
    return frozenset(words | {w + "s" for w in number_words("fraction") if not w.endswith("s") and w != "half"})


@cache
def _pattern() -> re.Pattern[str]:
    signs = "".join(number_words("sign"))
    before = "|".join(["(?<![\\w.,/])", *(f"(?<={c})" for c in sorted(CODES)), r"(?<=\bRs)", r"(?<=\bRs\.)", r"(?<=\bRp)", RAND])
    sized = "|".join(f"(?<= {w} )" for w in sorted(SIZING))
    one = rf"(?:{sized})(?P<one>an?(?:other)?)(?=\s+(?:{'|'.join(sorted(ONE_OF))})\b(?!\s+(?:ago|earlier|later|before|after)))"
    return re.compile(
        rf"(?=\d|\.\d)(?:{before})(?P<digits>{CONTINENTAL}|{DIGITS})(?P<power>[eE][+-]?\d{{1,2}}(?![\w.]))?(?P<sign>[{signs}])?(?P<tied>[A-Za-zµμ%°º]+\d?)?|(?P<only>[{signs}])|(?=a){one}"
        r"|(?<![\w’'])(?P<word>[A-Za-z]+)(?!\w)"
    )


def lexemes(text: str, span: Span) -> Iterator[Lexeme]:
    """The atoms of numbers in a stretch of text, in text order."""
    signs, words = number_words("sign"), _words()
    for m in _pattern().finditer(text, *span):
        kind = m.lastgroup
        if kind == "word":
            # Any word is looked up: that is many times faster than to try every number word at every place.
            if (word := m["word"].lower()) in words:
                yield Lexeme(m.start(), m.end(), word)
        elif kind == "one":
            yield Lexeme(m.start(), m.end(), "one")
        elif kind == "only":
            yield Lexeme(m.start(), m.end(), "", signs[m["only"]])
        elif not TYPED.fullmatch(m["tied"] or ""):
            digits = m["digits"].replace(".", "") if POINTED.fullmatch(m["digits"]) else m["digits"]
            digits = digits.replace(",", ".") if re.fullmatch(r"\d+,\d{1,2}", digits) else digits
            value = float(re.sub(r"[,\s]", "", digits) + (m["power"] or "")) + signs.get(m["sign"] or "", 0.0)
            if value < float("inf"):
                yield Lexeme(m.start(), m.end(), "", value, m["tied"] or "")


def runs(text: str, span: Span, masked: Callable[[str, Span], tuple[Span, ...]]) -> Iterator[list[Lexeme]]:
    """Atoms that stand so close that they may be one number, outside the places that `masked` finds (asked only where there are atoms)."""
    run: list[Lexeme] = []
    atoms = list(lexemes(text, span))
    blocked = masked(text, span) if atoms else ()
    for atom in atoms:
        if any(s < atom.end and atom.start < e for s, e in blocked):
            continue
        if run and not JOIN.fullmatch(text, run[-1].end, atom.start):
            yield run
            run = []
        run.append(atom)
    if run:
        yield run

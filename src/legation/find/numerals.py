"""Numerals: the number phrases of a text ("1.2m", "two hundred and six", "half a million", "dozens", "15th", "doubled").

Works on characters alone, so that it holds however a parser cuts tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from legation.codes.numbers import number_words, vague_words
from legation.codes.wordsets import wordset
from legation.find.cardinals import ARTICLE, Read, cardinal
from legation.find.lexemes import Form, Lexeme, Numeral, runs
from legation.words.evidence import Span

__all__ = ["Form", "Numeral", "numerals"]

OF_VAGUE = re.compile(r"\s+of\s+(thousands|millions|billions|trillions|dozens|hundreds)\b", re.I)
TENS_OF = re.compile(r"\btens\s+of\s+\Z", re.I)
MANY = {"dozens": 12, "hundreds": 100, "thousands": 1000}
# What may follow "a third" or "a quarter" where it is a part of something; an ordinal has its noun there ("and a fourth from Peru" its place).
AFTER_SHARE = re.compile(
    r"\s+(?:of|more|less|fewer|higher|lower|smaller|larger|as|from(?!\s+(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z])|in|to|at|below|above|over|since|compared|and|or)\b|\s*[.,;:)\"”’]|\s*$"
)
ONE_BEFORE = re.compile(r"\bone[\s-]+\Z", re.I)
A_BEFORE = re.compile(r"\ban?[\s-]+\Z", re.I)
SLASHED = re.compile(r"/(\d{1,2})(?![\d/.\w])")
# "the first half", "the third quarter", "either half" are parts of time or of things, no amounts.
PARTS = re.compile(r"\b(?:first|second|latter|other|better|last|third|fourth|time|each|either|northern|southern|eastern|western)[\s-]+\Z", re.I)
# "half-measures", "a quarter-final": a word of its own, unless a scale or a unit follows.
HALF_NAME = re.compile(
    r"[-‑](?!(?:an?|the|of|million|billion|trillion|dozen|century|hour|year|day|mile|percent|point|decade|ton|tonne|inch|kilometer|kilometre|mt)\b)[a-z]",
    re.I,
)
# "a year and a half": the half is read with its unit.
AND_A_HALF = re.compile(r"\b(?:decade|year|month|week|day|hour|minute|century|mile|meter|metre)s?[\s-]+and[\s-]+(?:a[\s-])?\Z", re.I)
TO_SCALE = re.compile(r"[\s-]+(?:of\s+)?(?:an?\s+)?", re.I)
OF_SCALE = re.compile(r"\s+of\s+an?\s+(million|billion|trillion)\b", re.I)


def numerals(text: str, span: Span, masked: Callable[[str, Span], tuple[Span, ...]] = lambda text, span: ()) -> Iterator[Numeral]:
    """The number phrases of a stretch of text outside the places that `masked` finds, in text order, not overlapping."""
    last = span[0]
    for run in runs(text, span, masked):
        taken = 0
        while taken < len(run):
            numeral, used = _read(text, run[taken:])
            if numeral and numeral.span[0] >= last:
                yield numeral
                last = numeral.span[1]
            taken += used


def _read(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    """The numeral at the head of a run of atoms and how many atoms it takes (at least one)."""
    for reader in (_ordinal, _multiple, _vague, _share, cardinal):
        numeral, used = reader(text, run)
        if numeral:
            return numeral, used
    return None, 1


def _ordinal(text: str, run: list[Lexeme]) -> Read:
    first, ordinals = run[0], number_words("ordinal")
    if first.value is not None:
        tied = first.tied.lower() in ("st", "nd", "rd", "th")
        return (Numeral((first.start, first.end), first.value, first.value, Form.ORDINAL, digits=True), 1) if tied else (None, 0)
    tens = number_words("tens").get(first.word)
    if tens and len(run) > 1 and ordinals.get(run[1].word, 10) < 10:
        value = tens + ordinals[run[1].word]
        return Numeral((first.start, run[1].end), value, value, Form.ORDINAL), 2
    if first.word in ordinals and not (first.word in number_words("fraction") and _is_part(text, first)):
        return Numeral((first.start, first.end), ordinals[first.word], ordinals[first.word], Form.ORDINAL), 1
    return None, 0


def _is_part(text: str, atom: Lexeme) -> bool:
    """Whether a singular fraction word ("third") is a part of something and no ordinal or quarter of a year."""
    if ONE_BEFORE.search(text, max(0, atom.start - 6), atom.start):
        return True
    return bool(A_BEFORE.search(text, max(0, atom.start - 6), atom.start)) and (atom.word == "quarter" or bool(AFTER_SHARE.match(text, atom.end)))


def _multiple(text: str, run: list[Lexeme]) -> Read:
    first = run[0]
    value = 50.0 if first.word in number_words("half") else number_words("multiple").get(first.word)
    return (Numeral((first.start, first.end), value, value, Form.MULTIPLE), 1) if value else (None, 0)


def _vague(text: str, run: list[Lexeme]) -> Read:
    first = run[0]
    if first.word not in vague_words():
        return None, 0
    start, (low, high) = first.start, vague_words()[first.word]
    tens = TENS_OF.search(text, max(0, start - 12), start)
    if tens:
        start, low, high = tens.start(), low * 10, (high + 1) * 10 - 1
    further = OF_VAGUE.match(text, first.end)
    if further and first.word in MANY:
        floor, top = vague_words()[further[1].lower()]
        factor = MANY[first.word]
        return Numeral((start, further.end()), floor * factor, (top + 1) * factor - 1, Form.VAGUE), 1
    return Numeral((start, first.end), low, high, Form.VAGUE), 1


def _share(text: str, run: list[Lexeme]) -> Read:
    """ "half", "two-thirds", "a quarter", "3/4", and what follows them: "half a million" is a number, no share."""
    first, fractions = run[0], number_words("fraction")
    if first.word in fractions:
        to_scale = first.word == "quarter" and len(run) > 1 and run[1].word in ("million", "billion", "trillion")
        if first.word != "half" and not to_scale and not _is_part(text, first):
            return None, 0
        article = ARTICLE.search(text, max(0, first.start - 5), first.start)
        return _scaled(text, run, (1, (article.start() if article else first.start, first.end), 1 / fractions[first.word]))
    slashed = SLASHED.match(text, first.end)
    if first.value is not None and not first.tied and slashed and 0 < first.value < float(slashed[1]) <= 20:
        value = first.value / float(slashed[1])
        return Numeral((first.start, slashed.end()), value, value, Form.SHARE, digits=True), 1
    improper = _parts(text, run)
    if improper[0]:
        return improper
    top = number_words("small").get(first.word) or (first.value if not first.tied else None)
    if not top or len(run) < 2 or top != int(top) or "and" in text[first.end : run[1].start].lower():
        return None, 0
    many = run[1].word.endswith("s")
    bottom = fractions.get(run[1].word) or fractions.get(run[1].word.removesuffix("s"))
    if not bottom or (top == 1) == many or not 0 < top < bottom:
        return None, 0
    return _scaled(text, run, (2, (first.start, run[1].end), top / bottom))


# Parts that are counted beyond the whole; quarters are of a year, and seconds of a minute.
COUNTED_PARTS = wordset("counted_parts")


def _parts(text: str, run: list[Lexeme]) -> Read:
    """A whole number of small parts: "twenty-three fifths", "40 hundredths"."""
    at = next((k for k, a in enumerate(run) if a.word in COUNTED_PARTS), 0)
    whole, used = cardinal(text, run[:at]) if at else (None, 0)
    if whole is None or used != at or whole.form is not Form.CARDINAL or whole.tied:
        return None, 0
    value = whole.low / number_words("fraction")[run[at].word.removesuffix("s")]
    return Numeral((whole.span[0], run[at].end), value, value, Form.SHARE), at + 1


def _scaled(text: str, run: list[Lexeme], read: tuple[int, Span, float]) -> Read:
    """A share, or so much of a scale word ("three quarters of a million")."""
    used, (start, end), value = read
    scales = number_words("scale")
    if len(run) > used and run[used].word in scales and TO_SCALE.fullmatch(text, end, run[used].start):
        scale = scales[run[used].word]
        return Numeral((start, run[used].end), value * scale, value * scale, scale=scale), used + 1
    of_scale = OF_SCALE.match(text, end)
    if of_scale:
        scale = scales[of_scale[1].lower()]
        return Numeral((start, of_scale.end()), value * scale, value * scale, scale=scale), used + 1
    if PARTS.search(text, max(0, start - 12), start) or HALF_NAME.match(text, end) or AND_A_HALF.search(text, max(0, start - 20), start):
        return None, 0
    return Numeral((start, end), value, value, Form.SHARE), used

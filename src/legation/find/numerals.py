"""Numerals: the number phrases of a text ("1.2m", "two hundred and six", "half a million", "dozens", "15th", "1 in 5").

Works on characters alone, so that it holds however a parser cuts tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

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


SMALL = {
    w: float(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10.0 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {"fourty": 40.0}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "milliard": 1e9,
    "lakh": 1e5,
    "crore": 1e7,
}
SCALES |= {
    "lac": 1e5,
    "mln": 1e6,
    "mn": 1e6,
    "bln": 1e9,
    "bn": 1e9,
    "tln": 1e12,
    "trn": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
    "lakhs": 1e5,
    "crores": 1e7,
    "mlns": 1e6,
}
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2e3, 9999),
    "millions": (2e6, 9999999),
    "billions": (2e9, 9999999999),
}
VAGUE |= {"trillions": (2e12, 9999999999999), "lakhs": (2e5, 999999), "crores": (2e7, 99999999)}
PLURAL_SCALES = {"dozens": 12.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
FRACTIONS |= {
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
}
ORDINALS = {w: float(n) for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)}
ORDINALS |= {w: float(n) for n, w in enumerate("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 13)}
ORDINALS |= {w: 10.0 * n for n, w in enumerate("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split(), 2)}
TIED_SCALES = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "Bn": 1e9,
    "BN": 1e9,
    "mn": 1e6,
    "Mn": 1e6,
    "MN": 1e6,
    "mln": 1e6,
    "bln": 1e9,
}
TIED_SCALES |= {"tn": 1e12, "trn": 1e12, "T": 1e12, "mil": 1e6, "million": 1e6, "billion": 1e9, "trillion": 1e12, "cr": 1e7, "MM": 1e6, "mm": 1e6}
SIGNS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
MULTIPLES = {
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "redoubled": 2,
    "twofold": 2,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "treble": 3,
}
MULTIPLES |= {
    "trebled": 3,
    "trebling": 3,
    "threefold": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "quintupling": 5,
    "twice": 2,
    "thrice": 3,
}
HALVES = frozenset(("halved", "halving", "halves"))
FOLD = {f"{w}fold": n for w, n in (SMALL | TENS).items() if n >= 2} | {"hundredfold": 100.0, "thousandfold": 1000.0, "manyfold": 0.0}

_WORDS = sorted(
    {
        *SMALL,
        *TENS,
        *SCALES,
        *VAGUE,
        *FRACTIONS,
        *ORDINALS,
        *MULTIPLES,
        *HALVES,
        *FOLD,
        "quarters",
        *(f + "s" for f in FRACTIONS if f not in ("half", "halves")),
    },
    key=lambda w: (-len(w), w),
)
_DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?:\.\d+)?(?![\d.,]\d|\d)|\d+(?:\.\d+)?|\.\d+"
# "less than a decade", "for a month": an article that counts one of a unit, only after words that size or last.
_ONE = (
    "(?:" + "|".join(f"(?<= {w} )" for w in ("than", "for", "nearly", "almost", "about", "over", "least", "roughly", "around", "within", "just", "be")) + r")(?P<one>an?)"
    r"(?=\s+(?:year|decade|century|month|week|day|hour|minute|kilometre|kilometer|mile|metre|meter|tonne|ton)\b(?!\s+(?:ago|earlier|later|before|after|or\s+so\s+ago)))"
)
LEX = re.compile(
    rf"(?:(?<![\w.,/])|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=CHF)|(?<=JPY)|(?<=CNY)|(?<=RMB)|(?<=INR)|(?<=\bRs)|(?<=\bRs\.)|(?<=\bRp))(?P<digits>{_DIGITS})(?P<sign>[{''.join(SIGNS)}])?(?P<tied>[A-Za-zµμ%°º]+\d?)?|(?P<only>[{''.join(SIGNS)}])|"
    rf"{_ONE}|(?<![\w’'])(?P<word>(?i:{'|'.join(_WORDS)}))(?![\w])"
)
JOIN = re.compile(r"(?:\s+|\s?-\s?|‑)(?:and[\s-]+(?:an?[\s-]+)?|a\s+|an\s+)?|,\s(?=hundred|thousand)", re.I)
ARTICLE_BEFORE = re.compile(r"(?<![\w])(?:an?|one)[\s-]+$", re.I)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One atom of a number phrase."""

    start: int
    end: int
    word: str
    value: float | None = None
    tied: str = ""


def numerals(text: str, span: Span, blocked: tuple[Span, ...] = ()) -> Iterator[Numeral]:
    """The number phrases of a stretch of text outside the blocked places, in text order, not overlapping."""
    last = span[0]
    atoms = [a for a in _lex(text, span) if not any(s < a.end and a.start < e for s, e in blocked)]
    k = 0
    while k < len(atoms):
        run = [atoms[k]]
        while k + len(run) < len(atoms) and JOIN.fullmatch(text, run[-1].end, atoms[k + len(run)].start):
            run.append(atoms[k + len(run)])
        taken = 0
        while taken < len(run):
            numeral, used = _read(text, run[taken:])
            if numeral and numeral.span[0] >= last:
                yield numeral
                last = numeral.span[1]
            taken += used
        k += len(run)


def _lex(text: str, span: Span) -> Iterator[Lexeme]:
    for m in LEX.finditer(text, *span):
        if m["digits"]:
            value = float(re.sub(r"[,\s]", "", m["digits"])) + SIGNS.get(m["sign"] or "", 0.0)
            if value < float("inf"):
                yield Lexeme(m.start(), m.end(), "", value, m["tied"] or "")
        elif m["one"]:
            yield Lexeme(m.start(), m.end(), "one")
        elif m["only"]:
            yield Lexeme(m.start(), m.end(), "", SIGNS[m["only"]])
        else:
            yield Lexeme(m.start(), m.end(), m["word"].lower())


def _read(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    """The numeral at the head of a run of atoms and how many atoms it takes (at least one)."""
    first = run[0]
    for reader in (_ordinal, _multiple, _vague, _fraction, _cardinal):
        numeral, used = reader(text, run)
        if numeral:
            return numeral, used
    return None, 1 if first else 0


def _ordinal(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    first = run[0]
    if first.value is not None:
        if first.tied.lower() in ("st", "nd", "rd", "th"):
            return Numeral((first.start, first.end), first.value, first.value, Form.ORDINAL, digits=True), 1
        return None, 0
    if first.word in TENS and len(run) > 1 and run[1].word in ORDINALS and ORDINALS[run[1].word] < 10 and not _fractional(text, run[1]):
        value = TENS[first.word] + ORDINALS[run[1].word]
        return Numeral((first.start, run[1].end), value, value, Form.ORDINAL), 2
    if first.word in ORDINALS and not (first.word in FRACTIONS and _is_share(text, first)):
        return Numeral((first.start, first.end), ORDINALS[first.word], ORDINALS[first.word], Form.ORDINAL), 1
    return None, 0


def _fractional(text: str, atom: Lexeme) -> bool:
    return text[atom.start - 1 : atom.start] == "-" and text[atom.end : atom.end + 4] == " of "


FRACTION_CUE = re.compile(
    r"\s+(?:of\b|more\b|less\b|fewer\b|higher\b|lower\b|smaller\b|larger\b|as\b|from\b|in\b|to\b|at\b|below\b|above\b|over\b|since\b|compared\b|and\b|or\b)|\s*[.,;:)\"”’]|\s*$"
)


def _is_share(text: str, atom: Lexeme) -> bool:
    """Whether a singular fraction word ("third") is a part of something and no ordinal or quarter of a year."""
    before, after = text[max(0, atom.start - 12) : atom.start], text[atom.end : atom.end + 16]
    if re.search(r"\bone[\s-]+$", before, re.I):
        return True
    if re.search(r"(?:\ba|\ban|by a|by an)[\s-]+$", before, re.I):
        return bool(FRACTION_CUE.match(after)) or atom.word == "quarter"
    return False


def _multiple(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    first = run[0]
    if first.word in HALVES and first.word != "halves":
        return Numeral((first.start, first.end), 50.0, 50.0, Form.MULTIPLE), 1
    value = MULTIPLES.get(first.word) or FOLD.get(first.word)
    if value:
        return Numeral((first.start, first.end), float(value), float(value), Form.MULTIPLE), 1
    return None, 0


OF_VAGUE = re.compile(r"\s+of\s+(thousands|millions|billions|trillions|dozens|hundreds)\b", re.I)
SEVERAL = re.compile(r"\b(?:several|some|many|a few|few)[\s-]+$", re.I)
ENDINGS = {"ten": 10.0, "tens": 10.0, "hundreds": 100.0, "thousands": 1000.0, "dozens": 1.0, "millions": 1e6}
TENS_OF = re.compile(r"\btens\s+of\s+(thousands|millions|billions|trillions)\b", re.I)


def _vague(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    first = run[0]
    if first.word not in VAGUE:
        return None, 0
    start, used = first.start, 1
    low, high = VAGUE[first.word]
    tens = re.search(r"\b(?P<f>tens)\s+of\s+$", text[max(0, start - 12) : start], re.I)
    if tens:
        start -= len(tens.group())
        low, high = low * 10, (high + 1) * 10 - 1
    further = OF_VAGUE.match(text, first.end)
    if further and first.word in ("hundreds", "thousands", "dozens"):
        floor, top = VAGUE[further[1].lower()]
        factor = {"dozens": 12, "hundreds": 100, "thousands": 1000}[first.word]
        return Numeral((start, further.end()), floor / 2 * 2 * factor, (top + 1) / 10 * 10 * factor - 1, Form.VAGUE), used
    return Numeral((start, first.end), float(low), float(high), Form.VAGUE), used


def _fraction(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    """ "half", "two-thirds", "a quarter", "3/4", and what follows them: "half a million" is a number, no share."""
    first = run[0]
    top, used = 1.0, 0
    start = first.start
    if first.word not in FRACTIONS:
        over = re.match(r"/(\d{1,3})(?![\d/.\w])", text[first.end : first.end + 5])
        if first.value is not None and not first.tied and over and 0 < first.value < float(over[1]) and float(over[1]) <= 20:
            return Numeral(
                (first.start, first.end + over.end()), first.value / float(over[1]), first.value / float(over[1]), Form.SHARE, digits=True
            ), 1
        value = SMALL.get(first.word) or (first.value if not first.tied else None)
        if not value or len(run) < 2 or value != int(value):
            return None, 0
        denominator = FRACTIONS.get(run[1].word) or FRACTIONS.get(run[1].word[:-1] if run[1].word.endswith("s") else "")
        plural = run[1].word.endswith("s") or run[1].word == "halves"
        if not denominator or "and" in text[first.end : run[1].start].lower() or (value == 1) == plural or not 0 < value < denominator:
            return None, 0
        top, used = value, 1
    elif first.word != "half" and not _is_share(text, first) and not (first.word == "quarter" and len(run) > 1 and run[1].word in ("million", "billion", "trillion")):
        return None, 0
    atom = run[used]
    bottom = FRACTIONS.get(atom.word) or FRACTIONS[atom.word[:-1]]
    used += 1
    value = top / bottom
    article = ARTICLE_BEFORE.search(text, max(0, start - 5), start) if used == 1 else None
    start = article.start() if article else start
    return _scaled(text, run, used, (start, atom.end), value)


HALF_OF_TIME = re.compile(r"\b(?:first|second|latter|other|better|last|third|fourth|time|each|either|northern|southern|eastern|western)[\s-]+$", re.I)


def _scaled(text: str, run: list[Lexeme], used: int, span: Span, value: float) -> tuple[Numeral | None, int]:
    gap = re.compile(r"(?:[\s-]+(?:of\s+)?(?:an?\s+)?)", re.I)
    if len(run) > used and run[used].word in SCALES and gap.fullmatch(text, span[1], run[used].start):
        scale = SCALES[run[used].word]
        return Numeral((span[0], run[used].end), value * scale, value * scale, scale=scale), used + 1
    of_scale = re.compile(r"\s+of\s+an?\s+(million|billion|trillion|century)\b", re.I).match(text, span[1])
    if of_scale and of_scale[1].lower() in SCALES:
        scale = SCALES[of_scale[1].lower()]
        return Numeral((span[0], of_scale.end()), value * scale, value * scale, scale=scale), used + 1
    if HALF_OF_TIME.search(text, max(0, span[0] - 12), span[0]):
        return None, 0
    return Numeral(span, value, value, Form.SHARE), used


def _cardinal(text: str, run: list[Lexeme]) -> tuple[Numeral | None, int]:
    """Digits or words with their scale words: "two hundred and six", "1.2 million", "a million and a half"."""
    first = run[0]
    start, used = first.start, 0
    total, current, scale = 0.0, None, 1.0
    tied = ""
    last_scale = float("inf")
    for atom in run:
        gap = text[run[used - 1].end : atom.start].lower() if used else ""
        if atom.value is not None:
            if used:
                break
            current, tied = atom.value, atom.tied
            if tied in TIED_SCALES and tied not in ("m", "M", "T", "mm", "MM"):
                scale, current, tied = TIED_SCALES[tied], current * TIED_SCALES[tied], ""
        elif atom.word in SMALL or atom.word in TENS:
            value = SMALL.get(atom.word, TENS.get(atom.word, 0.0))
            if current is not None and not _adds(current, value, run[used - 1], gap):
                break
            if current is None and used and not (total and value < 1000 and "a " not in gap):
                break
            current = (current or 0.0) + value
        elif atom.word in SCALES or (used and atom.word in PLURAL_SCALES):
            if tied or "and" in gap or (not used and atom.word in ("lakhs", "crores")):
                break
            factor = SCALES.get(atom.word) or PLURAL_SCALES[atom.word]
            if factor == 100 or factor == 12 or (current is None and total):
                if current is None and used:
                    break
                current = (current if current is not None else 1.0) * factor
            else:
                if factor >= last_scale and current is None and run[used - 1].word not in SCALES:
                    break
                total, current = (
                    (total if factor < last_scale else 0.0)
                    + (current if current is not None else 1.0) * factor
                    + (total * factor if factor >= last_scale else 0.0),
                    None,
                )
                last_scale = factor
            scale = factor if factor >= 1000 else scale
        elif atom.word == "half" and used and "and" in gap and re.search(r"\ba\b", gap):
            unit = scale if current is None or scale == 1 else 1.0
            follower = run[used + 1].word if len(run) > used + 1 else ""
            if follower in SCALES and SCALES[follower] < scale:
                value = total + 0.5 * SCALES[follower]
                return Numeral((start, run[used + 1].end), value, value, scale=scale), used + 2
            rest = total + (current or 0.0) + 0.5 * unit
            return _trailing_half(text, run, used, (start, atom.end), rest)
        else:
            break
        used += 1
    if not used:
        return None, 0
    return _finish(text, run, used, (total + (current or 0.0), scale, tied))


def _adds(current: float, value: float, before: Lexeme, gap: str) -> bool:
    """Whether a smaller number word continues the number so far: "twenty five", "two hundred and six"."""
    if before.value is not None:
        return False
    if current >= 100 and current % 100 == 0:
        return 0 < value < 100
    return current % 10 == 0 and current % 100 >= 20 and 0 < value < 10 and "and" not in gap


def _trailing_half(text: str, run: list[Lexeme], used: int, span: Span, value: float) -> tuple[Numeral, int]:
    used += 1
    if len(run) > used and run[used].word in SCALES and text[span[1] : run[used].start].strip(" -\u00a0") == "":
        scale = SCALES[run[used].word]
        return Numeral((span[0], run[used].end), value * scale, value * scale, scale=scale), used + 1
    article = ARTICLE_BEFORE.search(text, max(0, span[0] - 5), span[0])
    return Numeral((article.start() if article else span[0], span[1]), value, value), used


def _finish(text: str, run: list[Lexeme], used: int, read: tuple[float, float, str]) -> tuple[Numeral | None, int]:
    value, scale, tied = read
    first, last = run[0], run[used - 1]
    start = first.start
    if first.word in SCALES:
        several = SEVERAL.search(text, max(0, start - 10), start)
        if several and several.group().strip(" -").lower() != "some":
            return Numeral((several.start(), last.end), value * 2, value * 10 - 1 if first.word != "dozen" else 99.0, Form.VAGUE, scale), used
        couple = re.compile(r"\ba couple (?:of )?$", re.I).search(text, max(0, start - 12), start)
        if couple:
            return Numeral((couple.start(), last.end), value * 2, value * 2, scale=scale), used
        half = re.compile(r"\bhalf[\s-]an?[\s-]$", re.I).search(text, max(0, start - 9), start)
        article = ARTICLE_BEFORE.search(text, max(0, start - 5), start)
        if half:
            return Numeral((half.start(), last.end), value / 2, value / 2, scale=scale), used
        if article:
            start = article.start()
    end = last.end - len(tied) if last is first else last.end
    mixed = None if tied else MIXED.match(text, last.end)
    if mixed:
        return _mixed(text, run, (start, used), (value, scale, mixed))
    return Numeral((start, end), value, value, scale=scale, digits=first.value is not None, tied=tied), used


MIXED = re.compile(
    r"\s+and\s+(?P<top>a|an|one|two|three|four|five|six|seven)[\s-]+(?P<bottom>quarter|third|fourth|fifth|sixth|eighth|tenth|half)s?\b(?!\s+(?:of|percent|year|week|day|time|round))"
    r"|\s+(?P<x>\d)/(?P<y>\d{1,2})(?![\d/])|\s+point\s+(?P<decimals>(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)(?:[\s-]+(?:zero|nought|one|two|three|four|five|six|seven|eight|nine))*)\b",
    re.I,
)


def _mixed(text: str, run: list[Lexeme], head: tuple[int, int], read: tuple[float, float, re.Match[str]]) -> tuple[Numeral | None, int]:
    """A whole number with a fraction after it: "three and a quarter million", "2 1/4", "two point five"."""
    (start, used), (value, scale, m) = head, read
    if m["decimals"]:
        digits = "".join(str(int(SMALL.get(w, 0))) for w in re.split(r"[\s-]+", m["decimals"].lower()))
        part = float(f"0.{digits}")
    elif m["x"]:
        part = int(m["x"]) / max(int(m["y"]), 1)
    else:
        part = (SMALL.get(m["top"].lower(), 1.0)) / FRACTIONS[m["bottom"].lower()] * (scale if scale >= 1e6 else 1.0)
    used += sum(1 for a in run[used:] if a.end <= m.end())
    value += part
    end = m.end()
    if used < len(run) and run[used].word in SCALES and scale == 1:
        scale = SCALES[run[used].word]
        value, end, used = value * scale, run[used].end, used + 1
    return Numeral((start, end), value, value, scale=scale, digits=bool(m["x"])), used


def times(numeral: Numeral, factor: float) -> Numeral:
    """The numeral with its value multiplied."""
    return replace(numeral, low=numeral.low * factor, high=numeral.high * factor)

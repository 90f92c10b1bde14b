"""Cardinal numbers in digits or words with their scale words: "two hundred and six", "1.2 million", "a million and a half"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.codes.numbers import number_words
from legation.find.lexemes import Form, Lexeme, Numeral

Read = tuple[Numeral | None, int]
ARTICLE = re.compile(r"(?<![\w])(?:an?|one)[\s-]+\Z", re.I)
# A letter alone may be a unit ("5 m", "20 T"): only its neighbours can tell, so it stays tied.
UNSURE = frozenset(("m", "M", "T", "mm", "MM"))
SEVERAL = re.compile(r"\b(?:several|many|a few|few)[\s-]+\Z", re.I)
COUPLE = re.compile(r"\ba couple (?:of )?\Z", re.I)
HALF_A = re.compile(r"\bhalf[\s-]an?[\s-]\Z", re.I)
_DECIMAL = "zero|nought|oh|one|two|three|four|five|six|seven|eight|nine"
MIXED = re.compile(
    r"[\s-]+and[\s-]+(?P<top>a|an|one|two|three|four|five|six|seven)[\s-]+(?P<bottom>half|quarter|third|fourth|fifth|sixth|eighth|tenth)s?\b"
    r"(?!\s+(?:of|percent|round)\b|(?<!half)\s+(?:year|week|day|time)s?\b)"
    rf"|[\s-]+(?P<x>\d)/(?P<y>\d{{1,2}})(?![\d/])|\s+point\s+(?P<decimals>(?:{_DECIMAL})(?:[\s-]+(?:{_DECIMAL}))*)\b",
    re.I,
)


@dataclass(slots=True)
class Sum:
    """A number while it is read: what is complete, what still waits for its scale word, and the scale reached."""

    total: float = 0.0
    current: float | None = None
    scale: float = 1.0
    last: float = float("inf")
    tied: str = ""

    @property
    def value(self) -> float:
        """The number as far as it is read."""
        return self.total + (self.current or 0.0)

    def add(self, atom: Lexeme, before: Lexeme | None, gap: str) -> bool:
        """Takes the next atom in; False where it does not continue the number."""
        if atom.value is not None:
            if before is not None and before.word == "hundred" and "and" in gap and atom.value < 100 and not atom.tied and self.current is not None:
                self.current += atom.value  # "3 hundred and 21"
                return True
            return before is None and self._digits(atom)
        small = number_words("small").get(atom.word, number_words("tens").get(atom.word))
        if small is not None:
            return self._small(small, before, gap)
        scale = number_words("scale").get(atom.word) or (number_words("scales").get(atom.word) if before else None)
        return scale is not None and not self.tied and "and" not in gap and self._scale(scale, before)

    def _digits(self, atom: Lexeme) -> bool:
        self.current, self.tied = atom.value or 0.0, atom.tied
        factor = number_words("tied").get(atom.tied)
        if factor and atom.tied not in UNSURE:
            self.current, self.scale, self.tied = self.current * factor, factor, ""
        return True

    def _small(self, value: float, before: Lexeme | None, gap: str) -> bool:
        if self.current is None:
            if before is not None and not (self.total and "a " not in gap):
                return False
            self.current = value
            return True
        if before is None or before.value is not None:
            return False
        hundreds = self.current >= 100 and self.current % 100 == 0 and 0 < value < 100
        tens = self.current % 10 == 0 and self.current % 100 >= 20 and 0 < value < 10 and "and" not in gap
        if hundreds or tens:
            self.current += value
        return hundreds or tens

    def _scale(self, factor: float, before: Lexeme | None) -> bool:
        waiting = self.current is not None
        if factor in (100.0, 12.0):
            if before is not None and not waiting:
                return False
            self.current = (self.current if self.current is not None else 1.0) * factor
        elif waiting or before is None:
            self.total += (self.current if self.current is not None else 1.0) * factor if factor < self.last else self.value * factor
            self.current, self.last = None, factor
        elif before.word in number_words("scale"):
            self.total, self.last = self.total * factor, factor
        else:
            return False
        self.scale = factor if factor >= 1000 else self.scale
        return True


def cardinal(text: str, run: list[Lexeme]) -> Read:
    """The cardinal at the head of a run of atoms and how many atoms it takes; (None, 0) where there is none."""
    so_far, used = Sum(), 0
    for atom in run:
        before = run[used - 1] if used else None
        if not so_far.add(atom, before, text[before.end : atom.start].lower() if before else ""):
            break
        used += 1
    if not used or (used == 1 and run[0].word in ("lakhs", "crores")):
        return None, 0
    last = run[used - 1]
    mixed = None if so_far.tied else MIXED.match(text, last.end)
    if mixed and not (mixed["bottom"] and so_far.value < 1):
        return _mixed(text, run, (used, so_far, mixed))
    start, factor = _opening(text, run[0])
    if factor is not None and factor[1] > factor[0]:
        return Numeral((start, last.end), so_far.value * factor[0], _top(so_far.value, run[0]), Form.VAGUE, so_far.scale), used
    value = so_far.value * (factor[0] if factor else 1.0)
    end = last.end - len(so_far.tied)
    return Numeral((start, end), value, value, scale=so_far.scale, digits=run[0].value is not None, tied=so_far.tied), used


def _top(value: float, first: Lexeme) -> float:
    return 99.0 if first.word == "dozen" else value * 10 - 1


def _opening(text: str, first: Lexeme) -> tuple[int, tuple[float, float] | None]:
    """Where a number that begins with a scale word begins, and what the words before it make of it ("several hundred", "half a million")."""
    start = first.start
    if first.word not in number_words("scale"):
        return start, None
    for pattern, factor in ((SEVERAL, (2.0, 10.0)), (COUPLE, (2.0, 2.0)), (HALF_A, (0.5, 0.5))):
        m = pattern.search(text, max(0, start - 12), start)
        if m:
            return m.start(), factor
    article = ARTICLE.search(text, max(0, start - 5), start)
    return (article.start() if article else start), None


def _mixed(text: str, run: list[Lexeme], read: tuple[int, Sum, re.Match[str]]) -> Read:
    """A whole number with a fraction after it: "three and a quarter million", "2 1/4", "two point five"."""
    used, so_far, m = read
    scales = number_words("scale")
    start, _ = _opening(text, run[0])
    used += sum(1 for a in run[used:] if a.end <= m.end())
    follower = scales.get(run[used].word) if used < len(run) and text[m.end() : run[used].start].strip(" -\u00a0") == "" else None
    if m["decimals"]:
        part = float("0." + "".join(str(int(number_words("small").get(w, 0))) for w in re.split(r"[\s-]+", m["decimals"].lower())))
    elif m["x"]:
        part = int(m["x"]) / max(int(m["y"]), 1)
    else:
        part = number_words("small").get(m["top"].lower(), 1.0) / number_words("fraction")[m["bottom"].lower()]
        # "a million and a half" is a half of the million, "a billion and a half million" names its own scale.
        part *= follower if follower and follower < so_far.scale else so_far.scale if so_far.scale >= 1e6 else 1.0
    value, end, scale = so_far.value + part, m.end(), so_far.scale
    if follower:
        end, used = run[used].end, used + 1
        if so_far.scale == 1:
            value, scale = value * follower, follower
    return Numeral((start, end), value, value, scale=scale, digits=bool(m["x"])), used

"""Lengths of time that one word tells: "a week-long siege", "the yearlong blockade"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.find.found import FoundAmount
from legation.parse.doc import Doc, Sentence
from legation.words.amount import Amount

SPELL = re.compile(r"\b(hour|day|week|month|year|decade|century)s?[-–‑]?long\b", re.IGNORECASE)
# Units of more than a year are told in years, as a number before them would.
YEARS = {"decade": 10.0, "century": 100.0}


def spells(doc: Doc, sentence: Sentence) -> Iterator[FoundAmount]:
    """One hour, day, week, month or year, a decade as ten years, in text order; a plural has no number ("months-long")."""
    for m in SPELL.finditer(doc.text, *sentence.span):
        unit, token = m[1].lower(), doc.at(m.start())
        if token is None or m[0][len(unit) : len(unit) + 1] == "s" or doc.text[: m.start()].endswith(("-", "–")):
            continue
        size = YEARS.get(unit, 1.0)
        amount = Amount(size, size, unit="years" if unit in YEARS else f"{unit}s")
        yield FoundAmount(m.span(), amount, token, None, family="time")

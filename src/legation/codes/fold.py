"""Folding of spelling without moving an offset: every character becomes exactly one."""

from __future__ import annotations

import unicodedata
from functools import cache

MARKS = {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"}
# Letters that Unicode does not decompose, as English-language papers write them.
LETTERS = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H"}
BLANKS = "\n\r\t\u00a0\u2007\u2009\u202f"


@cache
def _map() -> dict[int, str]:
    table = {ord(k): v for k, v in {**MARKS, **LETTERS, **dict.fromkeys(BLANKS, " ")}.items()}
    for code in [*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table


def fold(text: str) -> str:
    """The text without diacritics, with plain apostrophes, hyphens and blanks; as long as it was, case kept."""
    return text.translate(_map())

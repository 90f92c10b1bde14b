"""Names as keys: words without diacritics, case, punctuation and legal form, romanised one way."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from legation.codes.fold import fold
from legation.codes.gazetteer import split
from legation.codes.tables import table

WORD = re.compile(r"[^\W_]+")
# Letters a name may hold; what is longer is no name.
LONGEST = 300


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without diacritics, apostrophes and punctuation, in order."""
    folded = fold(name[:LONGEST]).replace("'", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return tuple(WORD.findall(plain.casefold()))


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(w for row in table("spellings") if row["class"] == name for w in (row["form"], *split(row["variants"])))


@cache
def _spellings() -> dict[str, str]:
    return {fold(v): row["form"] for row in table("spellings") if row["class"] == "spelling" for v in split(row["variants"])}


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the legal form of a company or the prefix of a ship; all of them where nothing would remain."""
    first, last = 0, len(words)
    while first < last - 1 and words[first] in _class("vessel") | {"the"}:
        first += 1
    while last > first + 1 and words[last - 1] in _class("legal"):
        last -= 1
    return words[first:last]


def spelled(word: str) -> str:
    """A word in the one romanisation that stands for all of its variants."""
    return _spellings().get(word, word)


def common_first_name(word: str) -> bool:
    """Whether a word is a first name that alone singles nobody out."""
    return word in _class("given") or spelled(word) in _class("given")


@cache
def three_letters() -> dict[str, str]:
    """ISO 3166 alpha-2 in lower case to alpha-3."""
    return {row["two"]: row["three"] for row in table("iso_codes")}


@cache
def country_names() -> dict[str, str]:
    """Names of states, folded and in lower case, to their codes."""
    return {fold(n).casefold(): row["code"] for row in table("states") for n in (row["name"], *split(row["names"]))}

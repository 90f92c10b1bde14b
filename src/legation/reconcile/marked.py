"""A sentence as a row of words in which states stand by their code: what is told without a parser goes by their order."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from legation.codes.tables import table
from legation.reconcile.wording import STATE, state_at

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\b(?:19|20)\d\d\b|['’]s\b|['’](?=\s)|[,;:.()“”\"—–]")
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
ENDS = frozenset((";", ":", "(", ")", ".", "—", "–", '"', "“", "”"))
"""Marks that no ranking reaches over."""


@lru_cache(maxsize=20_000)
def marked(sentence: str) -> tuple[str, ...]:
    """Words in lower case and marks, each state as `@CODE`."""
    found = [m.group() for m in WORD.finditer(sentence.replace("U.S.", "USA").replace("US$", "$").replace("U.K.", "Britain"))]
    low, out, k = [w.lower() for w in found], [], 0
    while k < len(found):
        code, size = state_at(low, k) if found[k][0].isupper() else (None, 1)
        out.append(STATE + code if code else low[k])
        k += size
    return tuple(out)


def is_state(word: str) -> bool:
    """Whether a word of a row stands for a state."""
    return word.startswith(STATE)


@cache
def words_of(kind: str, name: str = "word") -> frozenset[str]:
    """The words of one row of the table of rankings."""
    return frozenset(w.strip() for row in table("ledger_rankings") if row["class"] == kind and row["name"] == name for w in row["words"].split(";"))


@cache
def names_of(kind: str) -> dict[str, str]:
    """Each word of the rows of one class, with the name of its row."""
    return {w.strip(): row["name"] for row in table("ledger_rankings") if row["class"] == kind for w in row["words"].split(";")}


@cache
def frames_of(measure: str) -> tuple[str, str]:
    """What figures of a measure say: as seen from their giver, and from their receiver; empty where nothing is compared by it."""
    rows = {row["name"]: row["words"] for row in table("ledger_rankings") if row["class"] == "measure"}
    giver, _, receiver = rows.get(measure, "").partition(";")
    return giver.strip(), receiver.strip()

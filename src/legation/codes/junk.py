"""The table of page furniture: what news sites print around an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.errors import TableError

PLACES = ("line", "opens", "holds", "says", "ends", "inside", "heads", "tail")
WHOLE = frozenset({"line", "heads", "tail"})
# Credits are told from prose by their capitals, so these two heed them.
HEEDS_CAPITALS = frozenset({"ends", "inside"})


@dataclass(frozen=True, slots=True)
class JunkRules:
    """`patterns[place]` are (reason, pattern) in the table's order; `furniture` the words of menus and icons, in lower case."""

    patterns: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    furniture: frozenset[str]

    def reason(self, place: str, text: str) -> str | None:
        """Why `text` is junk by the first pattern of `place` that fits it; None where none does."""
        for reason, pattern in self.patterns[place]:
            if pattern.fullmatch(text) if place in WHOLE else pattern.match(text) if place == "opens" else pattern.search(text):
                return reason
        return None


@cache
def junk_rules() -> JunkRules:
    """The rules of `data/junk.tsv`. Raises TableError for a malformed row."""
    return read_rules(table("junk"))


def read_rules(rows: Iterable[dict[str, str]]) -> JunkRules:
    """Rules from rows of `where`, `reason` and `pattern`, as the head of `junk.tsv` explains them. Raises TableError naming the row."""
    words: dict[str, list[str]] = {}
    placed: dict[str, list[tuple[str, str]]] = {place: [] for place in PLACES}
    furniture: set[str] = set()
    for row in rows:
        place, reason, pattern = row["where"], row["reason"], row["pattern"]
        if not pattern or place not in (*PLACES, "word", "furniture"):
            raise TableError(
                f"junk.tsv: a row of {place!r} with reason {reason!r}: it needs a pattern and a place out of {', '.join(PLACES)}, word, furniture"
            )
        if place == "word":
            words.setdefault(reason, []).append(pattern)
        elif place == "furniture":
            furniture.update(pattern.split())
        else:
            placed[place].append((reason, pattern))
    known = {f"{{{name}}}": f"(?-i:{'|'.join(parts)})" for name, parts in words.items()}
    return JunkRules({place: tuple(_compiled(place, pairs, known)) for place, pairs in placed.items()}, frozenset(furniture))


def _compiled(place: str, pairs: list[tuple[str, str]], words: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    """One pattern for each run of rows with the same reason: fewer searches a line."""
    flags = re.NOFLAG if place in HEEDS_CAPITALS else re.IGNORECASE
    merged: list[tuple[str, list[str]]] = []
    for reason, pattern in pairs:
        for name, alternatives in words.items():
            pattern = pattern.replace(name, alternatives)
        if place == "ends":
            pattern = f"(?:{pattern})$"
        if merged and merged[-1][0] == reason:
            merged[-1][1].append(f"(?:{pattern})")
        else:
            merged.append((reason, [f"(?:{pattern})"]))
    try:
        return [(reason, re.compile("|".join(patterns), flags)) for reason, patterns in merged]
    except re.error as error:
        raise TableError(f"junk.tsv, rows of {place}: {error}") from error

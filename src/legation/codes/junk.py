"""The table of page furniture: what news sites print around an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from legation.errors import TableError

PLACES = ("line", "opens", "holds", "ends", "inside", "heads", "tail")
# Credits are told from prose by their capitals, so these two heed them.
HEEDS_CAPITALS = frozenset({"ends", "inside"})


@dataclass(frozen=True, slots=True)
class JunkRules:
    """`patterns[place]` are (reason, pattern) in the table's order; `furniture` the words of menus and icons, in lower case."""

    patterns: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    furniture: frozenset[str]

    def reason(self, place: str, text: str) -> str | None:
        """Why `text` is junk by the first pattern of `place` that fits it; None where none does."""
        whole = place in ("line", "heads", "tail")
        for reason, pattern in self.patterns[place]:
            if pattern.fullmatch(text) if whole else pattern.match(text) if place == "opens" else pattern.search(text):
                return reason
        return None


@cache
def junk_rules() -> JunkRules:
    """The rules of `data/junk.tsv`. Raises TableError for a malformed row."""
    return parse_rules((files("legation.codes") / "data" / "junk.tsv").read_text("utf-8"))


def parse_rules(table: str) -> JunkRules:
    """Reads a table of the form that `junk.tsv` explains in its head. Raises TableError naming the line."""
    words: dict[str, list[str]] = {}
    rows: dict[str, list[tuple[str, str]]] = {place: [] for place in PLACES}
    furniture: set[str] = set()
    for number, line in enumerate(table.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        place, reason, pattern = [*line.split("\t"), "", ""][:3]
        if not pattern:
            raise TableError(f"junk.tsv line {number}: three columns expected: where, reason, pattern")
        if place == "word":
            words.setdefault(reason, []).append(pattern)
        elif place == "furniture":
            furniture.update(pattern.split())
        elif place in rows:
            rows[place].append((reason, pattern))
        else:
            raise TableError(f"junk.tsv line {number}: {place!r} is none of {', '.join(PLACES)}, word, furniture")
    known = {name: f"(?-i:{'|'.join(parts)})" for name, parts in words.items()}
    return JunkRules({place: tuple(_compiled(place, pairs, known)) for place, pairs in rows.items()}, frozenset(furniture))


def _compiled(place: str, pairs: list[tuple[str, str]], words: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    """One pattern for each run of rows with the same reason: fewer searches a line."""
    flags = re.NOFLAG if place in HEEDS_CAPITALS else re.IGNORECASE
    merged: list[tuple[str, list[str]]] = []
    for reason, pattern in pairs:
        for name, alternatives in words.items():
            pattern = pattern.replace("{" + name + "}", alternatives)
        if place == "ends":
            pattern = f"(?:{pattern})$"
        if merged and merged[-1][0] == reason:
            merged[-1][1].append(pattern)
        else:
            merged.append((reason, [pattern]))
    try:
        return [(reason, re.compile("|".join(f"(?:{p})" for p in patterns), flags)) for reason, patterns in merged]
    except re.error as error:
        raise TableError(f"junk.tsv, rows of {place}: {error}") from error

"""Tables in a text: rows of cells between bars or tabs, or in columns set apart by blanks, with their heads and caption.

Web pages come with bars (`| Niger | 12.4 |`), wires and plain text with blanks or tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.words.evidence import Span, trim

# Blanks set columns apart only where so many lines agree; bars and tabs say it themselves.
FEWEST = {"bars": 2, "tabs": 2, "blanks": 3}
GAPS = {"bars": re.compile(r"\|"), "tabs": re.compile(r"\t+"), "blanks": re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")}
RULE = re.compile(r"[\s|:=+_\-–—]+")
NUMBER = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
YEAR = re.compile(r"(?:FY\s?|Q[1-4]\s)?(?:1[89]|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?(?:\s?[A-Z*]|\sQ[1-4])?")
CAPTION = re.compile(r"(?:table|chart|figure|tab\.)\b|.*[^.!?…”\"]\Z", re.I)
LONGEST_CAPTION = 140
# Nobody prints wider tables; hostile text has such lines.
WIDEST = 40

Cells = tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands, the caption, the heads of its columns and its rows; an empty cell is None."""

    span: Span
    caption: Span | None
    heads: Cells
    rows: tuple[Cells, ...]


def find_tables(text: str) -> Iterator[Table]:
    """The tables of a text, in text order."""
    if "|" not in text and "\t" not in text and "  " not in text and "\u00a0\u00a0" not in text:
        return
    lines: list[tuple[Span, Cells]] = []
    kind, before, last = "", None, None
    for line in _lines(text):
        found, cells = _cells(text, line)
        if found and found == kind:
            lines.append((line, cells))
            continue
        if not trim(text, line) and kind == "bars" and lines:
            continue  # pages give each row a paragraph of its own
        if lines and (made := _table(text, kind, lines, before)):
            yield made
        before, kind, lines = last, found, [(line, cells)] if found else []
        last = line if trim(text, line) else last
    if lines and (made := _table(text, kind, lines, before)):
        yield made


def _lines(text: str) -> Iterator[Span]:
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, end
        at = end + 1


def _cells(text: str, line: Span) -> tuple[str, Cells]:
    """How the cells of a line are set apart, and the cells; ("", ()) for a line of running text."""
    inner = trim(text, line)
    if inner is None:
        return "", ()
    kind = "bars" if text.count("|", *inner) > 1 else "tabs" if text.find("\t", *inner) >= 0 else "blanks"
    edges = [m.span() for m in GAPS[kind].finditer(text, *inner)]
    if not edges or len(edges) > WIDEST:
        return "", ()
    starts = [inner[0], *(e for _, e in edges)]
    ends = [*(s for s, _ in edges), inner[1]]
    cells = tuple(trim(text, span) for span in zip(starts, ends, strict=True))
    if kind == "bars":
        cells = cells[text[inner[0]] == "|" : len(cells) - (text[inner[1] - 1] == "|")]
    return kind, cells


def _table(text: str, kind: str, lines: list[tuple[Span, Cells]], before: Span | None) -> Table | None:
    """The table that lines of one kind make; None where they are too few, uneven or without numbers."""
    rows = [(line, cells) for line, cells in lines if not RULE.fullmatch(text, *line)]
    caption = next((c for c in rows[0][1] if c), None) if rows and len([c for c in rows[0][1] if c]) == 1 else None
    rows = rows[1:] if caption else rows
    if len(rows) < FEWEST[kind]:
        return None
    heads = rows[0][1] if _is_head(text, rows[0][1]) else ()
    body = [cells for _, cells in rows[1 if heads else 0 :]]
    width = max((len(cells) for cells in body), default=0)
    told = sum(_tells(text, cells) for cells in body)
    uneven = any(len(cells) != width for cells in body)
    if width < 2 or not told or (kind == "blanks" and (uneven or told < len(body))):
        return None
    if heads and len(heads) == width - 1:
        heads = (None, *heads)  # the corner is left empty
    span = rows[0][0][0], lines[-1][0][1]
    return Table(span, caption or _caption(text, before), heads + (None,) * (width - len(heads)), tuple(body))


def _is_head(text: str, cells: Cells) -> bool:
    """Whether a row only names its columns: words or years, and no other numbers."""
    told = [text[slice(*c)] for c in cells[1:] if c]
    return bool(told) and all(YEAR.fullmatch(t) or not NUMBER.search(t) or (LETTER.search(t) and YEAR.search(t)) for t in told)


def _tells(text: str, cells: Cells) -> bool:
    """Whether a row has a head of words or a year, and a number after it."""
    return bool(cells) and cells[0] is not None and any(c and NUMBER.search(text, *c) for c in cells[1:])


def _caption(text: str, before: Span | None) -> Span | None:
    inner = trim(text, before) if before else None
    if inner is None or inner[1] - inner[0] > LONGEST_CAPTION or not CAPTION.match(text[slice(*inner)]):
        return None
    return inner

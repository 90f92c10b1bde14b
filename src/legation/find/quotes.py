"""Stretches in quotation marks: every typographic kind, broken over paragraphs, nested, unbalanced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.parse.doc import Doc
from legation.words.evidence import Span

# Marks whose shape tells their side; the value is the set of marks that close them. German „ closes with “.
OPENERS = {"“": '”"“', "„": '“”"', "«": "»", "‹": "›", "‘": "’'", "``": "''"}
MARK = re.compile(r"``|''|[“”„«»‹›‘’\"']")
# Longer than any spoken passage that a paragraph holds: an apostrophe further off is none of ours.
LONGEST_SINGLE = 1500


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch: `span` with its marks, `inner` without; `closed` is False where the paragraph ends first."""

    span: Span
    inner: Span
    paragraph: int
    closed: bool


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """The outermost quoted stretches of a document in text order; none crosses a paragraph."""
    return tuple(q for number, span in paragraphs(doc) for q in _in_paragraph(doc.text, span, number))


def paragraphs(doc: Doc) -> Iterator[tuple[int, Span]]:
    """Number and span of each parsed paragraph."""
    first: int | None = None
    number, end = -1, 0
    for s in doc.sentences:
        if s.paragraph != number:
            if first is not None:
                yield number, (first, end)
            number, first = s.paragraph, s.span[0]
        end = s.span[1]
    if first is not None:
        yield number, (first, end)


def _in_paragraph(text: str, span: Span, paragraph: int) -> Iterator[Quote]:
    """Scans a paragraph's marks once. A double mark that can only open, while one is open, ends the open stretch unclosed."""
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, *span):
        sign = mark.group()
        opens, closes = _sides(text, mark, span)
        if opened is None:
            if opens and not (sign == '"' and _is_inch(text, mark, span)):
                opened = mark
            continue
        if opened.group() in "‘'" and mark.start() - opened.start() > LONGEST_SINGLE:
            opened = mark if opens else None
        elif closes and _pairs(opened.group(), sign):
            yield from _quote(text, opened, mark.start(), mark.end(), paragraph)
            opened = None
        elif opens and sign not in "‘'" and opened.group() in "‘'":
            opened = mark
        elif opens and not closes and sign == opened.group() and sign not in "‘'":
            yield from _quote(text, opened, mark.start(), None, paragraph)
            opened = mark
    if opened is not None and opened.group() not in "‘'":
        yield from _quote(text, opened, span[1], None, paragraph)


def _pairs(opener: str, closer: str) -> bool:
    if opener in OPENERS:
        return closer in OPENERS[opener] if len(opener) == 1 else closer == "''"
    if opener == '"':
        return closer in ('"', "”", "''")
    return opener == "'" and closer in "'’"


def _sides(text: str, mark: re.Match[str], span: Span) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, by its shape and its neighbours."""
    sign, start, end = mark.group(), mark.start(), mark.end()
    before = text[start - 1] if start > span[0] else " "
    after = text[end] if end < span[1] else " "
    if sign in ("“", "„", "«", "‹", "``"):
        return True, sign == "“"
    if sign in ("”", "»", "›", "''"):
        return False, True
    free = before.isspace() or before in '([{—–-/"“”…' or before in ":,;"
    if sign == "‘":
        return free and after.isalnum(), False
    if sign in ("’", "'"):
        closes = not (after.isalnum() and before.isalnum()) and not before.isspace()
        return sign == "'" and free and (after.isalpha() or after in "[…"), closes
    # A straight double mark: a blank on one side alone tells its side; else it may be either.
    if free and not after.isspace():
        return True, before in ':,;-/"”…' or before == "."
    if after.isspace() and not before.isspace():
        return before in ":," and end < span[1], True
    return True, True


def _is_inch(text: str, mark: re.Match[str], span: Span) -> bool:
    return mark.start() > span[0] and text[mark.start() - 1].isdigit()


def _quote(text: str, opened: re.Match[str], end: int, outer: int | None, paragraph: int) -> Iterator[Quote]:
    a, b = opened.end(), end
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    if a < b:
        yield Quote((opened.start(), outer if outer is not None else b), (a, b), paragraph, outer is not None)

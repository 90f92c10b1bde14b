"""What happenings of world politics that a text names say about the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from legation.codes.tables import table
from legation.link.days import Days
from legation.parse.doc import Doc
from legation.words.article import Clue
from legation.words.evidence import Span

# A happening among the first sentences is what the text reports.
OPENING = 3
TOGETHER = "&"


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening by one of its names: pieces that stand in one sentence, its first day and the last on which it was news."""

    pieces: tuple[str, ...]
    first: date
    until: date | None


def occurrences(doc: Doc) -> Iterator[tuple[Clue, Days]]:
    """The days allowed by each happening named, once each: from its first day on, and for its news cycle where the text opens with it."""
    found: dict[int, dict[str, Span]] = {}
    for m in _pattern().finditer(doc.text):
        token = doc.at(m.start())
        if token is not None:
            for piece, at in _inside(m.group()):
                found.setdefault(token.sent, {}).setdefault(piece, (m.start() + at, m.start() + at + len(piece)))
    seen: set[Happening] = set()
    for sent, pieces in found.items():
        for piece in pieces:
            for h in _by_piece().get(piece, ()):
                if h in seen or not all(p in pieces for p in h.pieces):
                    continue
                seen.add(h)
                span = min(pieces[p][0] for p in h.pieces), max(pieces[p][1] for p in h.pieces)
                words = doc.text[span[0] : span[1]]
                if h.until is not None and sent < OPENING:
                    yield Clue(span, f"“{words}” was news from {h.first} to {h.until}"), Days.of(h.first, h.until)
                yield Clue(span, f"“{words}” was known from {h.first}"), Days.of(h.first, None)


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(tuple(name.split(TOGETHER)), date.fromisoformat(row["first"]), date.fromisoformat(row["until"]) if row["until"] else None)
        for row in table("known_events")
        for name in row["names"].split(";")
    )


def known_days() -> dict[str, date]:
    """The first day of each happening that has a name of one piece."""
    return {h.pieces[0]: h.first for h in _happenings() if len(h.pieces) == 1}


@cache
def _by_piece() -> dict[str, tuple[Happening, ...]]:
    """The happenings by each piece of their names."""
    out: dict[str, list[Happening]] = {}
    for h in _happenings():
        for piece in h.pieces:
            out.setdefault(piece, []).append(h)
    return {piece: tuple(hs) for piece, hs in out.items()}


@cache
def _inside(name: str) -> tuple[tuple[str, int], ...]:
    """The pieces that a found name holds, itself included, with their place in it."""
    return tuple((piece, name.index(piece)) for piece in _by_piece() if piece in name and re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", name))


@cache
def _pattern() -> re.Pattern[str]:
    pieces = sorted(_by_piece(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, pieces))})(?!\w)")

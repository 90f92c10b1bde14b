"""The dossier as data: what the renderers for terminal, Markdown and HTML all show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from legation.brief.excerpt import Excerpt
from legation.brief.intervals import Panel
from legation.brief.origins import Origin
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a line comes from: the claim's id and the number of its article in this dossier."""

    claim: str
    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One thing told: in our words (`text`), when, by whom (`says`), in the article's words (`quote`), and where (`cites`).

    `flags` are short words that change how the line is to be taken (planned, conflict); `tone` colours it.
    """

    text: str
    says: str = ""
    when: str = ""
    quote: Excerpt | None = None
    cites: tuple[Cite, ...] = ()
    flags: tuple[str, ...] = ()
    tone: str = ""


def mostly_dated(lines: Sequence[Line]) -> bool:
    """Whether lines have a day often enough for a column of days; if not, a day stands with who says so."""
    return 2 * sum(bool(line.when) for line in lines) >= max(1, len(lines))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; `notes` say how they relate, `stands` what they come to, which rests on `bearing`.

    `left_out` is how many more there are, `more` how to see them. `panels` are what the lines allow, in `unit`; `roots` whence they come.
    `tone` is `conflict` for what cannot all be true, `sides` for lines that are to stand beside each other, `sentences` for lines that
    are to be read on end.
    """

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str | Line, ...] = ()
    stands: str = ""
    left_out: int = 0
    more: str = ""
    tone: str = ""
    panels: tuple[Panel, ...] = ()
    unit: str | None = None
    bearing: tuple[Cite, ...] = ()
    roots: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid with the claims behind it."""

    cells: tuple[str, ...]
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table, without a title where its chapter's says it all; columns whose place is in `numeric` are numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()
    left_out: int = 0
    more: str = ""


Block: TypeAlias = Group | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the dossier. `key` is its anchor; `lead` says in a line what it holds or why it is empty."""

    key: str
    title: str
    lead: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Title, span of the pile, counts and chapters."""

    title: str
    span: str
    counts: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...] = field(default=())

"""Showing rows: as a table for the terminal, as JSON, as CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.console import Group as Stack
from rich.table import Table
from rich.text import Text

from legation.brief.dossier import Line
from legation.brief.plain import one_line
from legation.brief.terminal import TONES, marked
from legation.run.records import flat

WIDE = 110
"""From this width on there is room for names instead of codes and for periods on one line."""
DATE = 11
"""Width of the longest day, `30 Sep 2017`, and the place of longer periods in a narrow table."""
SLIM = 64
"""Below this width who says so stands under the words, not beside them."""


def console(stderr: bool = False) -> Console:
    """A console that guesses nothing from article text: no markup, no emoji codes, no highlighting."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=False)


def lines_table(lines: Sequence[tuple[str, Line]], width: int, key: str = "Id") -> Table:
    """Claims as id (or another short `key`), when, what with its words, and who says so. The words are cut to what two lines of the column hold."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="dim", padding=(0, 1, 0, 0), expand=True)
    dated = max((min(len(line.when), DATE) for _, line in lines), default=0) if width < WIDE else max(len(line.when) for _, line in lines)
    slim = width < SLIM
    what = (width - 8 - dated - 6) * (8 if slim else 5) // 8
    table.add_column(key, no_wrap=True, width=8)
    if dated:
        table.add_column("When", width=dated, overflow="fold")
    table.add_column("What", width=what, overflow="fold")
    if not slim:
        table.add_column("Says who", ratio=1, overflow="fold")
    for id, line in lines:
        when = [Text(line.when, style="dim")] if dated else []
        table.add_row(Text(id[:8], style="cyan"), *when, *_told(line, 2 * what - 10, slim))
    return table


def _told(line: Line, room: int, slim: bool) -> list[RenderableType]:
    """What and who says so, in two cells or one under the other."""
    what, says = _what(line, room), Text(line.says)
    return [Stack(what, Text(line.says, style="dim"))] if slim else [what, says]


def _what(line: Line, room: int) -> RenderableType:
    """Our words with flags, and below them the article's."""
    text = Text(line.text, style=TONES.get(line.tone, "bold"))
    for flag in line.flags:
        text.append(f" [{flag}]", style="yellow")
    parts = [text] if text.plain else []
    return Stack(*parts, marked(line.quote.short(room))) if line.quote else text


def plain_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Short values in columns; numbers stand right."""
    table, cells = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0)), list(rows)
    for n, column in enumerate(columns):
        numeric = bool(cells) and all(isinstance(row[n], (int, float)) for row in cells)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(f"{c:,}" if isinstance(c, int) else one_line(str(c or ""))) for c in row))
    return table


def print_json(records: Iterable[Mapping[str, Any]]) -> None:
    """A JSON list with one record a line, written as it comes."""
    out, first = sys.stdout, True
    out.write("[")
    for record in records:
        out.write(("\n" if first else ",\n") + json.dumps(record, ensure_ascii=False))
        first = False
    out.write("\n]\n" if not first else "]\n")


def print_csv(records: Iterable[Mapping[str, Any]]) -> None:
    """CSV with a header; lists are joined by `; `, spans left out, nothing can be taken for a formula."""
    writer: csv.DictWriter[str] | None = None
    for record in records:
        cells = dict(flat(record))
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(cells), extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
        writer.writerow(cells)

"""The dossier in the terminal: rich's tables and plain Text, so that no word of an article can be markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich import box
from rich.console import Console, RenderableType
from rich.console import Group as Stack
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from legation.brief.dossier import Block, Cite, Dossier, Grid, Line, Section, mostly_dated
from legation.brief.excerpt import Excerpt

QUOTED = 200
MOST = 10
"""Lines of a group and groups of a chapter that a screen is given."""
ROWS = 15
"""Rows of a table that a screen is given."""
BESIDE = 100
"""From this width on the two sides of a dispute stand beside each other."""
NARROW, GAP = 14, 2
"""Letters that a column of words is given where there is room, and blanks between columns."""
WHOLE = "legation brief --out brief.html shows all"
TONES = {"cooperative": "green", "conflictual": "red", "conflict": "bold red"}


def show(dossier: Dossier, console: Console, whole: bool = False) -> None:
    """Prints the dossier; unless it is wanted whole, long groups and chapters are cut to MOST, and said to be."""
    console.print(Text(dossier.title, style="bold"))
    console.print(Text(f"{dossier.span} · {' · '.join(f'{n:,} {noun}' for noun, n in dossier.counts)}", style="dim"))
    for section in dossier.sections:
        show_section(section, console, whole)


def show_section(section: Section, console: Console, whole: bool = False) -> None:
    """Prints one chapter."""
    console.print(*_section(section, None if whole else MOST, console.width), sep="\n")


def _section(section: Section, most: int | None, width: int) -> Iterator[RenderableType]:
    yield Text("")
    yield Rule(Text(section.title, style="bold"), align="left", style="dim")
    if section.lead:
        yield Text(section.lead, style="dim")
    for block in section.blocks[:most]:
        if block.title:
            yield Text("")
        yield from _block(block, most, width)
    if most is not None and len(section.blocks) > most:
        titles = ", ".join(b.title for b in section.blocks[most : most + 5] if b.title)
        yield Text(f"\nand {len(section.blocks) - most:,} more: {titles}… ({WHOLE})", style="dim")


def _block(block: Block, most: int | None, width: int) -> Iterator[RenderableType]:
    if block.title:
        yield Text(block.title, style="bold red" if "conflict" in getattr(block, "tone", "") else "bold")
    left, more = block.left_out, block.more
    if isinstance(block, Grid):
        if most is not None and len(block.rows) > ROWS:
            left, more = left + len(block.rows) - ROWS, more or WHOLE
            block = replace(block, rows=block.rows[:ROWS])
        yield _grid(block, width)
    else:
        if most is not None and len(block.lines) > most:
            left, more = left + len(block.lines) - most, more or WHOLE
        if block.lines:
            lines = block.lines[:most]
            beside = block.tone.startswith("sides") and width >= BESIDE and len(lines) == 2
            yield _beside(lines) if beside else _sentences(lines) if block.tone == "sentences" else _lines(lines)
        for note in block.notes:
            yield Padding(Text("· ", style="dim").append(_referred(note)), (0, 0, 0, 2))
        if block.stands:
            yield Padding(_referred(Line(block.stands, cites=block.bearing), "bold yellow"), (0, 0, 0, 2))
    if left:
        yield Text(f"  and {left:,} more{f': {more}' if more else ''}", style="dim")


def _grid(grid: Grid, width: int) -> Table:
    """A table in which no column of words gets so narrow that they break, as long as the screen has room."""
    used = [n for n in range(len(grid.columns)) if any(r.cells[n] for r in grid.rows) or any(r.cites for r in grid.rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0), show_header=any(grid.columns))
    needs = [max(map(len, (grid.columns[n], *(r.cells[n] for r in grid.rows)))) for n in used]
    least = [need if n in grid.numeric else min(need, NARROW) for n, need in zip(used, needs, strict=True)]
    roomy = sum(least) + GAP * len(used) <= width
    for n, room in zip(used, least, strict=True):
        numeric = n in grid.numeric
        table.add_column(
            Text(grid.columns[n]), justify="right" if numeric else "left", no_wrap=numeric, overflow="fold", min_width=room if roomy else None
        )
    for row in grid.rows:
        cells = [Text(row.cells[n]) for n in used]
        if row.cites and not row.cells[-1]:
            cells[-1] = Text(_places(row.cites), style="cyan")
        table.add_row(*cells)
    return table


def _lines(lines: tuple[Line, ...]) -> Table:
    """Lines in two columns: when, and what with who says so."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=False)
    dated = mostly_dated(lines)
    table.add_column(max_width=16, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for line in lines:
        table.add_row(Text((line.when or "undated") if dated else "•", style="dim"), Stack(*_line(line, not dated)))
    return table


def _sentences(lines: tuple[Line, ...]) -> Table:
    """Sentences that are to be read on end, numbered, with their places behind them."""
    table = Table.grid(padding=(0, 1, 1, 0), expand=False)
    table.add_column(justify="right")
    table.add_column(ratio=1, overflow="fold")
    for n, line in enumerate(lines, 1):
        quote = [marked(line.quote.short(QUOTED), "underline")] if line.quote else []
        table.add_row(Text(f"{n}.", style="dim"), Stack(_referred(line), *quote))
    return table


def _beside(lines: tuple[Line, ...]) -> Table:
    """The two sides of a dispute beside each other."""
    table = Table.grid(padding=(0, 3, 0, 2), expand=True)
    for _ in lines:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Stack(Text(line.when, style="dim"), *_line(line)) for line in lines))
    return table


def _referred(said: str | Line, style: str = "") -> Text:
    """Words with the places they rest on."""
    line = said if isinstance(said, Line) else Line(said)
    return Text(line.text, style=style).append(f" {_places(line.cites)}" if line.cites else "", style="not bold cyan")


def _line(line: Line, day: bool = False) -> Iterator[Text]:
    """What is told, its words, and who says so; with `day` also when."""
    if line.text:
        text = Text(line.text, style=TONES.get(line.tone, ""))
        for flag in line.flags:
            text.append(f" [{flag}]", style="yellow")
        yield text
    if line.quote:
        yield marked(line.quote.short(QUOTED))
    told = " · ".join(p for p in (line.when if day else "", line.says) if p)
    if told or line.cites:
        says = Text(told, style="dim")
        says.append(f"  {_refs(line.cites)}" if line.cites else "", style="cyan")
        for flag in () if line.text else line.flags:
            says.append(f" [{flag}]", style="yellow")
        yield says


def marked(quote: Excerpt, style: str = "bold underline") -> Text:
    """An excerpt with its words in another style."""
    text = Text(quote.before, style="italic")
    text.append(quote.words, style=f"not italic {style}")
    return text.append(quote.after)


def _refs(cites: tuple[Cite, ...]) -> str:
    return f"{_places(cites)} {cites[0].claim[:8]}" if cites else ""


def _places(cites: tuple[Cite, ...]) -> str:
    return " ".join(f"[{n}]" for n in dict.fromkeys(c.article for c in cites))

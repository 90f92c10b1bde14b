"""The dossier in the terminal: rich's tables and plain Text, so that no word of an article can be markup."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, RenderableType
from rich.console import Group as Stack
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from legation.brief.dossier import Block, Cite, Dossier, Grid, Line, Section
from legation.brief.excerpt import Excerpt

QUOTED = 200
MOST = 20
"""Lines of a group and groups of a chapter that a screen is given."""
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
    yield Text(section.lead, style="dim")
    for block in section.blocks[:most]:
        if block.title:
            yield Text("")
        yield from _block(block, most, width)
    if most is not None and len(section.blocks) > most:
        titles = ", ".join(b.title for b in section.blocks[most : most + 5])
        yield Text(f"\nand {len(section.blocks) - most:,} more: {titles}… ({WHOLE})", style="dim")


def _block(block: Block, most: int | None, width: int) -> Iterator[RenderableType]:
    if block.title:
        yield Text(block.title, style="bold red" if getattr(block, "tone", "") == "conflict" else "bold")
    left, more = block.left_out, block.more
    if isinstance(block, Grid):
        yield _grid(block, width)
    else:
        if most is not None and len(block.lines) > most:
            left, more = left + len(block.lines) - most, more or WHOLE
        if block.lines:
            yield _lines(block.lines[:most])
        for note in block.notes:
            yield Padding(Text(f"· {note}", style="dim"), (0, 0, 0, 2))
        if block.stands:
            yield Padding(Text(block.stands, style="bold yellow"), (0, 0, 0, 2))
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
    dated = any(line.when for line in lines)
    table.add_column(max_width=16, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for line in lines:
        table.add_row(Text(line.when or ("undated" if dated else "•"), style="dim"), Stack(*_line(line)))
    return table


def _line(line: Line) -> Iterator[Text]:
    if line.text:
        text = Text(line.text, style=TONES.get(line.tone, ""))
        for flag in line.flags:
            text.append(f" [{flag}]", style="yellow")
        yield text
    if line.quote:
        yield marked(line.quote.short(QUOTED))
    if line.says or line.cites:
        says = Text(line.says, style="dim")
        says.append(f"  {_refs(line.cites)}" if line.cites else "", style="cyan")
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

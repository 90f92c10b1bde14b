"""The dossier as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.brief.dossier import Block, Cite, Dossier, Grid, Line, Section
from legation.brief.excerpt import Excerpt

QUOTED = 240
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_BULLET = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def safe(text: str) -> str:
    """Words that no Markdown reader takes for markup or HTML."""
    return _BULLET.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def markdown(dossier: Dossier) -> str:
    """The dossier as a Markdown document; references name the claim, `legation explain` shows it."""
    counts = " · ".join(f"{n:,} {noun}" for noun, n in dossier.counts)
    head = f"# {safe(dossier.title)}\n\n{safe(dossier.span)} · {counts}\n"
    return "\n".join([head, *(part for s in dossier.sections for part in _section(s))]).rstrip() + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.title}\n\n{safe(section.lead)}\n" if section.lead else f"## {section.title}\n"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield f"### {safe(block.title)}\n"
    if isinstance(block, Grid):
        yield "\n".join(_grid(block)) + "\n"
    else:
        if block.lines:
            yield "\n".join(map(_sentence if block.tone == "sentences" else _line, block.lines)) + "\n"
        if block.notes:
            yield "\n".join(f"> {_note(note)}  " for note in block.notes) + "\n"
        if block.stands:
            yield f"**{safe(block.stands)}** {_refs(block.bearing)}".rstrip() + "\n"
    if block.left_out:
        yield f"and {block.left_out:,} more{f': `{block.more}`' if block.more else ''}\n"


def _grid(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join(grid.columns)} |"
    yield f"|{'|'.join('--:' if n in grid.numeric else '---' for n in range(len(grid.columns)))}|"
    for row in grid.rows:
        cells = [safe(c) for c in row.cells]
        if row.cites and not cells[-1]:
            cells[-1] = _refs(row.cites)
        yield f"| {' | '.join(cells)} |"


def _note(note: str | Line) -> str:
    return f"{safe(note.text)} {_refs(note.cites)}".rstrip() if isinstance(note, Line) else safe(note)


def _sentence(line: Line) -> str:
    quote = f"  \n   {_quote(line.quote)}" if line.quote else ""
    return f"1. {safe(line.text)} {_refs(line.cites)}{quote}"


def _line(line: Line) -> str:
    when = f"{safe(line.when)}: " if line.when else ""
    flags = "".join(f" ({safe(f)})" for f in line.flags)
    told = f"{safe(line.says)} {_refs(line.cites)}".strip()
    quote = _quote(line.quote) if line.quote else ""
    if line.text:
        out = (f"{when}**{safe(line.text)}**{flags}", told, quote)
    else:  # the article's own words are what there is to read: who says so stands behind them
        out = (quote, f"{told}{f', {safe(line.when)}' if line.when else ''}{flags}", "")
    return "- " + "  \n  ".join(filter(None, out))


def _quote(quote: Excerpt) -> str:
    q = quote.short(QUOTED)
    words = f"**{safe(q.words.strip())}**" if q.words.strip() else ""
    return f"“{safe(q.before)}{words}{safe(q.after)}”"


def _refs(cites: tuple[Cite, ...]) -> str:
    return " ".join(f"\\[{c.article}\\] `{c.claim[:8]}`" for c in cites)

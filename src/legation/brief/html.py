"""The dossier as one self-contained HTML page: no scripts, nothing loaded from elsewhere, every line linked to its words."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from legation.brief.appendix import source_page
from legation.brief.bars import bars
from legation.brief.dossier import Block, Cite, Dossier, Grid, Group, Line, Row, Section
from legation.brief.excerpt import Excerpt
from legation.brief.network import network
from legation.brief.pile import Pile
from legation.brief.strip import strip

QUOTED = 320
"""Characters of a sentence shown with a line; the whole of it is one click away."""

PICTURES = {
    "who": (
        network,
        "Arrows run from who acts to whom it is done; lines without a head are acts done together. The thicker, the more acts; numbers count acts.",
    ),
    "happened": (
        strip,
        "Acts told as fact, by their first day. Bars give counts of acts; acts outside the busiest stretch are summed up at the ends.",
    ),
}
TEXTS = (
    "The articles cited above, as they were read. Words that carry an act or a figure are marked, the contents of voices, ties"
    " and statements are underlined, what is not the article is grey."
)
KEY = '<span class="key cooperative">cooperative</span><span class="key conflictual">conflictual</span>'


def page(dossier: Dossier, pile: Pile) -> str:
    """The page. Whatever comes from articles is escaped; the policy in its head forbids all that the page does not need."""
    css = _css()
    policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'; base-uri 'none'; form-action 'none'"
    title = escape(dossier.title)
    counts = "".join(f"<li><b>{n:,}</b>{escape(noun)}</li>" for noun, n in dossier.counts)
    contents = "".join(f'<li><a href="#{s.key}">{escape(s.title)}</a></li>' for s in dossier.sections)
    cited = sorted({c.article for s in dossier.sections for c in _cites(s)})
    sections = "".join(_section(s, pile, set(cited)) for s in dossier.sections)
    appendix = "".join(source_page(n, pile.readings[n - 1]) for n in cited)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{title}</title><style>{css}</style></head><body>"
        f'<header class="top"><h1>{title}</h1><p class="span">{escape(dossier.span)}</p><ul class="counts">{counts}</ul>'
        f'<nav aria-label="Chapters"><ol>{contents}<li><a href="#texts">The texts</a></li></ol></nav></header><main>{sections}'
        f'<section id="texts"><h2>The texts</h2><p class="lead">{TEXTS}</p>{appendix}</section>'
        "<footer>Written by Legation from the words of the articles alone. Numbers in brackets lead to the sentence.</footer></main></body></html>\n"
    )


@cache
def _css() -> str:
    return files("legation.brief").joinpath("page.css").read_text("utf-8")


def _cites(section: Section) -> list[Cite]:
    return [c for b in section.blocks for item in (b.lines if isinstance(b, Group) else b.rows) for c in item.cites]


def _section(section: Section, pile: Pile, cited: set[int]) -> str:
    blocks = "".join(_block(b, section.key, cited) for b in section.blocks)
    head = f'<h2>{escape(section.title)}</h2><p class="lead">{escape(section.lead)}</p>{_picture(section.key, pile)}'
    return f'<section id="{section.key}">{head}{blocks}</section>'


def _picture(key: str, pile: Pile) -> str:
    if key not in PICTURES:
        return ""
    draw, caption = PICTURES[key]
    svg = draw(pile)
    return f"<figure>{svg}<figcaption>{KEY}{escape(caption)}</figcaption></figure>" if svg else ""


def _block(block: Block, key: str, cited: set[int]) -> str:
    if isinstance(block, Grid):
        return _grid(block, key, cited)
    badge = ' <span class="badge">conflict</span>' if block.tone == "conflict" else ""
    dated = any(line.when for line in block.lines)
    lines = f'<ul class="lines">{"".join(_line(n, dated) for n in block.lines)}</ul>' if block.lines else ""
    notes = f'<ul class="notes">{"".join(f"<li>{escape(n)}</li>" for n in block.notes)}</ul>' if block.notes else ""
    stands = f'<p class="stands">{escape(block.stands)}</p>' if block.stands else ""
    head = f"<h3>{escape(block.title)}{badge}</h3>{bars(block.bars, block.unit)}"
    return f'<section class="group {escape(block.tone)}">{head}{lines}{notes}{stands}{_more(block)}</section>'


def _more(block: Block) -> str:
    if not block.left_out:
        return ""
    return f'<p class="more">and {block.left_out:,} more{f": <code>{escape(block.more)}</code>" if block.more else ""}</p>'


def _line(line: Line, dated: bool) -> str:
    when = f'<div class="when">{escape(line.when or "undated")}</div>' if dated else ""
    flags = "".join(f' <span class="flag">{escape(f)}</span>' for f in line.flags)
    text = f'<p class="text">{escape(line.text)}{flags}</p>' if line.text else ""
    quote = f'<p class="quote">{_quote(line.quote.short(QUOTED))}</p>' if line.quote else ""
    says = f'<p class="says">{escape(line.says)} {_refs(line.cites)}</p>' if line.says or line.cites else ""
    return f'<li class="line {escape(line.tone)}{"" if when else " dateless"}">{when}<div>{text}{quote}{says}</div></li>'


def _quote(quote: Excerpt) -> str:
    return f"{escape(quote.before)}<mark>{escape(quote.words)}</mark>{escape(quote.after)}"


def _refs(cites: tuple[Cite, ...]) -> str:
    ids = f' <span class="id">{cites[0].claim[:8]}</span>' if cites else ""
    return " ".join(f'<a class="cite" href="#c-{c.claim}" title="claim {c.claim[:8]}">[{c.article}]</a>' for c in cites) + ids


def _grid(grid: Grid, key: str, cited: set[int]) -> str:
    head = "".join(f'<th{_align(n, grid)} scope="col">{escape(c)}</th>' for n, c in enumerate(grid.columns))
    head = f"<thead><tr>{head}</tr></thead>" if any(grid.columns) else ""
    rows = "".join(_row(r, grid, key, cited) for r in grid.rows)
    title = f"<h3>{escape(grid.title)}</h3>" if grid.title else ""
    return f'<div class="grid">{title}<table>{head}<tbody>{rows}</tbody></table>{_more(grid)}</div>'


def _align(n: int, grid: Grid) -> str:
    return ' class="number"' if n in grid.numeric else ""


def _row(row: Row, grid: Grid, key: str, cited: set[int]) -> str:
    """Cells of a row; the last empty cell of a row with references holds them, the number of an article leads to its text."""
    cells = []
    for n, cell in enumerate(row.cells):
        inner = escape(cell)
        if key == "sources" and n == 0 and int(cell) in cited:
            inner = f'<a href="#article-{cell}">[{cell}]</a>'
        elif row.cites and n == len(row.cells) - 1 and not cell:
            inner = " ".join(f'<a class="cite" href="#c-{c.claim}">[{c.article}]</a>' for c in row.cites)
        label = f' data-label="{escape(grid.columns[n])}"' if n and grid.columns[n] else ""
        cells.append(f"<td{_align(n, grid)}{label}>{inner}</td>")
    return f"<tr>{''.join(cells)}</tr>"

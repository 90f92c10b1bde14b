"""The dossier as one self-contained HTML page: no scripts, nothing loaded from elsewhere, every line linked to its words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from legation.brief.appendix import source_page
from legation.brief.dossier import Block, Cite, Dossier, Grid, Group, Line, Row, Section, mostly_dated
from legation.brief.excerpt import Excerpt
from legation.brief.intervals import intervals
from legation.brief.network import network
from legation.brief.origins import origins
from legation.brief.pile import Pile
from legation.brief.since import since
from legation.brief.strip import strip
from legation.brief.timeline import timeline

QUOTED = 320
"""Characters of a sentence shown with a line; the whole of it is one click away."""

PICTURES = (
    (
        "who",
        network,
        "Arrows run from who acts to whom it is done; lines without a head are acts done together. The thicker, the more acts; numbers count acts.",
    ),
    (
        "happened",
        strip,
        "Acts told as fact, by their first day. Bars give counts of acts; acts outside the busiest stretch are summed up at the ends.",
    ),
    ("happened", timeline, "The same by pairs of actors, those that deal most with each other; in either direction."),
    ("ties", since, "A bar for the time that is told of a relation, broken where its end is not told; a ring for a day on which an article told it."),
)
"""The chapters with pictures, and what is said below these."""

TEXTS = (
    "The articles cited above, as they were read. Words that carry an act or a figure are marked, the contents of voices, ties"
    " and statements are underlined, what is not the article is grey."
)
KEY = '<span class="key cooperative">cooperative</span><span class="key conflictual">conflictual</span>'
KEYS = {"ties": '<span class="key tie bar">standing tie</span>'}
"""What colours mean in a chapter's pictures, where not as elsewhere."""


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
    return "".join(files("legation.brief").joinpath(name).read_text("utf-8") for name in ("colours.css", "pictures.css", "page.css"))


def _cites(section: Section) -> list[Cite]:
    return [c for b in section.blocks for c in (_group_cites(b) if isinstance(b, Group) else [c for r in b.rows for c in r.cites])]


def _group_cites(group: Group) -> list[Cite]:
    notes = [n for n in group.notes if isinstance(n, Line)]
    return [*(c for line in (*group.lines, *notes) for c in line.cites), *group.bearing]


def _section(section: Section, pile: Pile, cited: set[int]) -> str:
    blocks = "".join(_block(b, section.key, cited) for b in section.blocks)
    lead = f'<p class="lead">{escape(section.lead)}</p>' if section.lead else ""
    head = f"<h2>{escape(section.title)}</h2>{lead}{_pictures(section.key, pile)}"
    return f'<section id="{section.key}">{head}{blocks}</section>'


def _pictures(key: str, pile: Pile) -> str:
    drawn = ((_roomy(draw(pile)), caption) for at, draw, caption in PICTURES if at == key)
    return "".join(f"<figure>{svg}<figcaption>{KEYS.get(key, KEY)}{escape(caption)}</figcaption></figure>" for svg, caption in drawn if svg)


def _roomy(svg: str) -> str:
    """A picture that shrinks with its frame keeps, on a phone, a width at which it can be read, and is moved sideways in a frame of its own."""
    return f'<div class="roomy" tabindex="0" role="region" aria-label="Picture">{svg}</div>' if "viewBox" in svg else svg


def _block(block: Block, key: str, cited: set[int]) -> str:
    if isinstance(block, Grid):
        return _grid(block, key, cited)
    badge = ' <span class="badge">conflict</span>' if "conflict" in block.tone else ""
    head = f"<h3>{escape(block.title)}{badge}</h3>" if block.title else ""
    if not (block.lines or block.notes or block.stands):
        return f"{head}{_more(block)}"
    picture = intervals(block.panels, block.unit, f"What each claim allows: {block.title}")
    picture += origins(block.roots)
    notes = f'<ul class="notes">{"".join(f"<li>{_note(n)}</li>" for n in block.notes)}</ul>' if block.notes else ""
    stands = f'<p class="stands">{_stands(block.stands)} {_refs(block.bearing, False)}</p>' if block.stands else ""
    tone = f" {block.tone}" if block.tone else ""
    return f'<div class="group{tone}">{head}{picture}{_lines(block)}{notes}{stands}{_more(block)}</div>'


def _lines(group: Group) -> str:
    """The lines of a group; sentences that are to be read on end are numbered and have their places behind them."""
    if not group.lines:
        return ""
    if group.tone == "sentences":
        return f"<ol>{''.join(map(_sentence, group.lines))}</ol>"
    dated = mostly_dated(group.lines)
    return f'<ul class="lines">{"".join(_line(n, dated) for n in group.lines)}</ul>'


def _sentence(line: Line) -> str:
    quote = f'<p class="quote">{_quote(line.quote.short(QUOTED))}</p>' if line.quote else ""
    return f'<li class="line"><p class="text">{escape(line.text)} {_refs(line.cites, False)}</p>{quote}</li>'


def _stands(words: str) -> str:
    head, colon, rest = words.partition(":")
    return f"<b>{escape(head)}{colon}</b>{escape(rest)}" if colon else escape(words)


def _note(note: str | Line) -> str:
    return f"{escape(note.text)} {_refs(note.cites, False)}" if isinstance(note, Line) else escape(note)


def _more(block: Block) -> str:
    if not block.left_out:
        return ""
    return f'<p class="more">and {block.left_out:,} more{f": <code>{escape(block.more)}</code>" if block.more else ""}</p>'


def _line(line: Line, dated: bool) -> str:
    when = f'<div class="when">{escape(line.when or "undated")}</div>' if dated else ""
    flags = "".join(f' <span class="flag">{escape(f)}</span>' for f in line.flags)
    text, aside = (f'<p class="text">{escape(line.text)}{flags}</p>', "") if line.text else ("", flags)
    quote = f'<p class="quote">{_quote(line.quote.short(QUOTED))}</p>' if line.quote else ""
    told = " · ".join(p for p in ("" if dated else line.when, line.says) if p)
    says = f'<p class="says">{escape(told)} {_refs(line.cites)}{aside}</p>' if told or line.cites else ""
    return f'<li class="line {escape(line.tone)}{"" if when else " dateless"}">{when}<div>{text}{quote}{says}</div></li>'


def _quote(quote: Excerpt) -> str:
    return f"{escape(quote.before)}<mark>{escape(quote.words)}</mark>{escape(quote.after)}"


def _refs(cites: Sequence[Cite], named: bool = True) -> str:
    """The places as links to the words, one for each article; the first claim's id, where it is to be `named`, is what `legation explain` takes."""
    places = {c.article: c for c in reversed(cites)}
    ids = f' <span class="id">{cites[0].claim[:8]}</span>' if cites and named else ""
    return " ".join(f'<a class="cite" href="#c-{c.claim}" title="claim {c.claim[:8]}">[{c.article}]</a>' for c in list(places.values())[::-1]) + ids


def _grid(grid: Grid, key: str, cited: set[int]) -> str:
    head = "".join(f'<th{_align(n, grid)} scope="col">{escape(c)}</th>' for n, c in enumerate(grid.columns))
    head = f"<thead><tr>{head}</tr></thead>" if any(grid.columns) else ""
    rows = "".join(_row(r, grid, key, cited) for r in grid.rows)
    title = f"<h3>{escape(grid.title)}</h3>" if grid.title else ""
    named = f' aria-label="{escape(grid.title)}"' if grid.title else ""
    return f'<div class="grid">{title}<table{named}>{head}<tbody>{rows}</tbody></table>{_more(grid)}</div>'


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

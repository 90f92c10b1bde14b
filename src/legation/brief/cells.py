"""Readings, claims and ledgers as small pieces of HTML for a notebook's cell: escaped, without script, in the notebook's own colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from legation.brief.amounts import conflicts
from legation.brief.clauses import clause, joined, upper
from legation.brief.excerpt import Excerpt, excerpt
from legation.brief.headings import quantity_title
from legation.brief.intervals import Interval, Panel, intervals
from legation.brief.names import tabled_name
from legation.brief.pile import publisher_of
from legation.brief.plain import one_line
from legation.brief.tell import act_words, chain_words, tell
from legation.brief.wording import amount_words, counted, interval_words, period_words
from legation.words.article import Article
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.quantity import Ledger, Member, Quantity
from legation.words.reading import Reading
from legation.words.status import Status

SHOWN = 8
"""Rows of a cell's table."""
QUOTED = 160
TEXT = 600
"""Characters of an article that are shown."""


def article_cell(a: Article) -> str:
    """An article: what it is called, where and when it stood, and how it begins."""
    text = one_line(a.text[: 2 * TEXT])
    return _cell(a.title or publisher_of(a), _stood(a), f"<p>{escape(text[:TEXT])}{'…' if len(text) > TEXT or len(a.text) > 2 * TEXT else ''}</p>")


def reading_cell(r: Reading) -> str:
    """A reading: its article, what was taken from it, and the first acts and figures with their words."""
    taken = (
        (r.events, "event"),
        (r.figures, "figure"),
        (r.voices, "voice"),
        (r.ties, "tie"),
        (r.statements, "statement"),
        (r.unread, "unread place"),
    )
    counts = ", ".join(counted(len(found), noun) for found, noun in taken if found)
    claims: list[Event | Figure] = [*r.events[:SHOWN], *r.figures[:SHOWN]]
    text = r.article.text
    rows = [(escape(tell(c, tabled_name, text[slice(*c.span)])), escape(_when(c)), _quote(excerpt(text, c.span, r.sentences))) for c in claims]
    return _cell(r.article.title or publisher_of(r.article), f"{_stood(r.article)} · {counts}", _table(("", "When", "Words"), rows))


def event_cell(e: Event) -> str:
    """An event: who did what to whom, when, how it is told and by whom."""
    told = e.status is Status.ACTUAL
    head = upper(joined([clause(e.type, e.actors, e.recipients, tabled_name)])) if told else act_words(e.type, e.actors, e.recipients, tabled_name)
    rows = [("type", escape(e.type)), ("mode", escape(one_line(e.mode or ""))), ("contexts", escape(one_line(", ".join(e.contexts))))]
    return _cell(head, _said(_when(e), e.status, chain_words(e.voices, e.voice)), _table((), [row for row in rows if row[1]]))


def figure_cell(f: Figure) -> str:
    """A figure: how much of what, when, how it is told and by whom."""
    return _cell(tell(f, tabled_name), _said(_when(f), f.status, chain_words(f.voices, f.voice)))


def quantity_cell(q: Quantity) -> str:
    """A quantity: its claims as a picture and as a table, and what stands."""
    colours = {origin: n for n, origin in enumerate(dict.fromkeys(m.origin for m in q.members))}
    levels = [m for m in q.members if m.role == "level" and not m.amount.change]
    picture = intervals((Panel("", tuple(_mark(m, colours[m.origin]) for m in levels[:SHOWN])),), q.unit, quantity_title(q, tabled_name))
    rows = [(escape(amount_words(m.amount)), escape(_held(m)), escape(one_line(m.voice or m.origin))) for m in q.members[:SHOWN]]
    stands = ""
    if q.stands:
        told = interval_words(q.stands.low, q.stands.high, q.unit, q.stands.approx)
        stands = f"<p><b>What stands:</b> {'disputed, ' if q.stands.disputed else ''}{escape(told)} ({escape(one_line(q.stands.why))})</p>"
    more = f"<p>and {len(q.members) - SHOWN:,} more</p>" if len(q.members) > SHOWN else ""
    head = f"{counted(len(q.members), 'claim')} of {counted(q.origins, 'origin')}"
    return _cell(quantity_title(q, tabled_name), head, f"{picture}{_table(('How much', 'When', 'Who says'), rows)}{more}{stands}")


def ledger_cell(ledger: Ledger) -> str:
    """A ledger: how much there is, and the quantities that conflict or that most origins tell."""
    clashing = sum(bool(conflicts(q)) for q in ledger.quantities)
    ranked = sorted(ledger.quantities, key=lambda q: (not conflicts(q), -q.origins, -len(q.members)))[:SHOWN]
    rows = [(escape(quantity_title(q, tabled_name)), escape(_stands(q)), f"{len(q.members):,}", f"{q.origins:,}") for q in ranked]
    found = (counted(len(ledger.quantities), "quantity", "quantities"), counted(len(ledger.events), "act"), counted(len(ledger.tensions), "tension"))
    head = f"{found[0]}, {clashing} with a conflict · {found[1]} · {found[2]}"
    return _cell("Ledger", head, _table(("Quantity", "What stands", "Claims", "Origins"), rows))


def counts_cell(title: str, counts: Iterable[tuple[str, int]]) -> str:
    """What a file holds, by kind."""
    return _cell(title, ", ".join(f"{n:,} {one_line(kind)}" for kind, n in counts))


def _cell(title: str, under: str, body: str = "") -> str:
    return f'<div class="legation"><p><b>{escape(one_line(title))}</b><br><small>{escape(one_line(under))}</small></p>{body}</div>'


def _table(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of cells that are HTML already."""
    if not rows:
        return ""
    head = f"<thead><tr>{''.join(f'<th>{escape(c)}</th>' for c in columns)}</tr></thead>" if columns else ""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{head}<tbody>{body}</tbody></table>"


def _stood(a: Article) -> str:
    day = f"{period_words(a.published.when)}{'' if a.published.basis == 'stated' else ' (inferred)'}" if a.published else "no day known"
    return f"{publisher_of(a)} · {day}"


def _said(when: str, status: Status, who: str) -> str:
    return " · ".join(p for p in (when or "no day told", status.value, who) if p)


def _when(claim: Event | Figure) -> str:
    return period_words(claim.when, short=True)


def _held(m: Member) -> str:
    period = m.when or m.holds
    return period_words(period, short=True)


def _mark(m: Member, colour: int) -> Interval:
    a = m.amount
    label = ": ".join(p for p in (_held(m), amount_words(a)) if p)
    return Interval(label, a.low, a.high, a.approx, m.status is not Status.ACTUAL, colour, m.voice or m.origin)


def _stands(q: Quantity) -> str:
    return interval_words(q.stands.low, q.stands.high, q.unit, q.stands.approx) if q.stands else ""


def _quote(found: Excerpt) -> str:
    q = found.short(QUOTED)
    return f"{escape(q.before)}<b>{escape(q.words)}</b>{escape(q.after)}"

"""Standing relations over time in SVG: a row a relation, a bar for the time that is told, with an open end where none is, a mark for each day on
which an article told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import chain

from legation.brief.axis import ticks
from legation.brief.plain import one_line
from legation.brief.strip import calendar
from legation.brief.wording import counted, period_words
from legation.words.period import Period

TOP, ROW, BAR, FOOT = 4, 44, 26, 30
SIDE = 0.7
"""Percent of the width left free at the sides."""
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Span:
    """One relation: what it is called, the periods that are told of it, the days on which it was told, and where it leads."""

    label: str
    periods: tuple[Period, ...] = ()
    told: tuple[date, ...] = ()
    address: str = ""


def spans(found: Sequence[Span]) -> str:
    """The picture, or an empty string where no two days are known; a relation of which no day is known has no row."""
    found = [s for s in found if _days(s)]
    days = sorted({*chain.from_iterable(_days(s) for s in found)})
    if len(days) < 2:
        return ""
    first, last = days[0], days[-1]
    units = calendar(first, last)
    height = TOP + ROW * len(found) + FOOT
    grid = ticks(units, [_place(a, first, last) for a, _ in units], (height - FOOT + 6, height - 8))
    rows = "".join(_row(s, TOP + ROW * n, first, last) for n, s in enumerate(found))
    title = f"Standing relations over time: {counted(len(found), 'relation')}; bars for the time told, marks for the days of articles"
    return f'<svg class="ties" width="100%" height="{height}" role="group" aria-label="{escape(title)}">{grid}{rows}</svg>'


def _days(s: Span) -> list[date]:
    return [day for p in s.periods for day in (p.first, p.last) if day] + list(s.told)


def _place(day: date, first: date, last: date) -> float:
    """Percent from the left; what lies outside stands at the end."""
    share = (day - first).days / max(1, (last - first).days)
    return SIDE + min(1.0, max(0.0, share)) * (100 - 2 * SIDE)


def _row(s: Span, y: float, first: date, last: date) -> str:
    label = f'<text x="{SIDE}%" y="{y + 15:.1f}" font-size="14">{escape(_short(one_line(s.label)))}</text>'
    label = f'<a href="{escape(one_line(s.address))}">{label}</a>' if s.address else label
    bars = "".join(_bar(p, y + BAR, first, last) for p in dict.fromkeys(s.periods) if p.first or p.last)
    marks = "".join(_mark(day, y + BAR + 4, first, last) for day in sorted(set(s.told)))
    line = f'<line class="grid" x1="{SIDE}%" x2="{100 - SIDE}%" y1="{y + BAR + 4:.1f}" y2="{y + BAR + 4:.1f}"/>'
    return f"{label}{line}{bars}{marks}"


def _bar(p: Period, y: float, first: date, last: date) -> str:
    """A bar; towards an end that is not told it is broken."""
    begin, end = (_place(day, first, last) if day else None for day in (p.first, p.last))
    tip = f"<title>{escape(period_words(p))}</title>"
    if begin is None or end is None:
        a, b = (begin or 0.0, 100.0 - SIDE) if end is None else (SIDE, end)
        edge = f'<line class="open" x1="{a:.2f}%" x2="{b:.2f}%" y1="{y + 4:.1f}" y2="{y + 4:.1f}"/>'
        at = begin if end is None else end
        return f'<g class="span">{tip}{edge}<rect x="{max(0.0, (at or 0.0) - 0.4):.2f}%" y="{y:.1f}" width="0.8%" height="8" rx="2"/></g>'
    return f'<g class="span">{tip}<rect x="{begin:.2f}%" y="{y:.1f}" width="{max(0.8, end - begin):.2f}%" height="8" rx="2"/></g>'


def _mark(day: date, y: float, first: date, last: date) -> str:
    tip = f"<title>told {escape(period_words(Period(day, day)))}</title>"
    return f'<g class="mark">{tip}<circle cx="{_place(day, first, last):.2f}%" cy="{y:.1f}" r="3.4"/></g>'


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"

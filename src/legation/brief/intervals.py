"""Claims' intervals under each other as an SVG: a row a claim on one common scale, an arrow where the text leaves a side open.

    svg = intervals(
        (
            Panel("2015", (Interval("more than 47,000", 47_000, None, origin=0, note="Ministry of Labour [1]"),)),
            Panel("2017", (Interval("some 50,000", 50_000, 50_000, approx=True, origin=1, note="a newspaper [2]"),)),
        ),
        "people",
        "North Koreans working in Russia",
    )

The rows of one panel stand together under its heading: a period, or `Claims` above and `All claims together` below on an answer sheet.
Camps of a dispute are rows of their own; nothing here merges two rows into one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import isfinite

from legation.brief.dotplot import COLOURS, NEAR, point
from legation.brief.plain import one_line
from legation.brief.scale import Scale, scale_of, tick_words
from legation.brief.wording import SYMBOLS, interval_words

ROW, HEAD, TOP, FOOT = 44, 26, 4, 24
FROM, TO, END = 4.0, 93.0, 95.5
"""Where the scale begins and ends, and where an arrow to the right ends, in percent of the width. Places along the scale are percentages
and letters keep their size, so that the picture is as easy to read on a phone as on a wall."""
ROOM, NARROW = 90, 41
"""Letters of a row's label and note that fit a page and a phone; the style sheet shows the one or the other."""


@dataclass(frozen=True, slots=True)
class Interval:
    """One row: what it is called, its two sides (None is open), whether it is told as approximate, and whether as less than fact.

    `origin` is the colour and shape of its mark, from 0; claims of one origin share it. `note` follows the label in a softer tone.
    `answer` marks a row that is reckoned and not told: it is drawn as a bar of its own kind. `address` is where the row leads.
    """

    label: str
    low: float | None
    high: float | None
    approx: bool = False
    hedged: bool = False
    origin: int = 0
    note: str = ""
    answer: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows under one heading, which may be empty."""

    title: str
    rows: tuple[Interval, ...]


def intervals(panels: Sequence[Panel], unit: str | None, title: str = "What each claim allows") -> str:
    """The picture of all panels on one scale; an empty string where no row has a side other than zero.

    Any text is escaped. The colours come from the classes of pictures.css; without it the picture is in the colour of the text around it.
    """
    panels, unit = [p for p in panels if p.rows], one_line(unit or "") or None
    found = [r for p in panels for r in p.rows]
    scale = scale_of((reach for r in found for reach in _reach(r)), unit)
    if scale is None:
        return ""
    body, y = [], float(TOP)
    for panel in panels:
        if panel.title:
            body.append(f'<text class="head" x="0" y="{y + 17:.0f}" font-size="13">{escape(one_line(panel.title))}</text>')
            y += HEAD
        for row in panel.rows:
            body.append(_row(row, scale, unit, y))
            y += ROW
    named = unit is not None and unit not in SYMBOLS and unit not in ("percent", "count", "times")
    height = y + FOOT + (16 if named else 0)
    said = "; ".join(_told(r, unit) for r in found)
    role = "group" if any(r.address for r in found) else "img"
    return (
        f'<svg class="intervals" width="100%" height="{height:.0f}" role="{role}" fill="currentColor"><title>{escape(one_line(title))}</title>'
        f"<desc>{escape(said)}</desc>{_axis(scale, unit, y, named)}{''.join(body)}</svg>"
    )


def _reach(row: Interval) -> tuple[float | None, ...]:
    """The values a row's mark touches."""
    low, high = _sides(row)
    spread = low is not None and low == high and row.approx
    return (low * (1 - NEAR), low * (1 + NEAR)) if spread and low is not None else (low, high)


def _sides(row: Interval) -> tuple[float | None, float | None]:
    """The two sides in their order; what is no number is open."""
    low, high = (v if v is not None and isfinite(v) else None for v in (row.low, row.high))
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _told(row: Interval, unit: str | None) -> str:
    """A row in words, for those who do not see it."""
    note = f" ({one_line(row.note)})" if row.note else ""
    return f"{one_line(row.label)}{note}: {interval_words(*_sides(row), unit, row.approx)}{', not told as fact' if row.hedged else ''}"


def _axis(scale: Scale, unit: str | None, y: float, named: bool) -> str:
    """Lines at the ticks through all rows, their labels below, and under them the unit where no label shows it."""
    out = []
    for n, value in enumerate(scale.ticks):
        x, kind = _x(scale, value), "grid zero" if value == 0 and scale.bottom < 0 else "grid"
        anchor = "start" if n == 0 else "end" if value == scale.top else "middle"
        at = 0.0 if n == 0 and x < 5 else 100.0 if value == scale.top else x
        out.append(f'<line class="{kind}" stroke="currentColor" stroke-opacity=".2" x1="{x:.2f}%" x2="{x:.2f}%" y1="{TOP}" y2="{y:.0f}"/>')
        out.append(
            f'<text class="soft" x="{at:.2f}%" y="{y + 17:.0f}" text-anchor="{anchor}" font-size="12">{escape(tick_words(value, unit))}</text>'
        )
    words = f"{(unit or '').replace('-', ' ')}{', each tick ten times or more the last' if scale.powers else ''}"
    if named:
        out.append(f'<text class="soft" x="100%" y="{y + 33:.0f}" text-anchor="end" font-size="12">{escape(words)}</text>')
    return "".join(out)


def _x(scale: Scale, value: float) -> float:
    return FROM + (TO - FROM) * scale.share(value)


def _row(row: Interval, scale: Scale, unit: str | None, y: float) -> str:
    """A row's words with its mark below them."""
    wide, narrow = (_words(row, y + 14, room) for room in (ROOM, NARROW))
    text = wide if wide == narrow else f'<g class="wide">{wide}</g><g class="narrow" display="none">{narrow}</g>'
    kind = "answer" if row.answer else f"dot o{min(max(row.origin, 0), COLOURS - 1)}{' unsure' if row.hedged else ''}"
    hollow = ' fill="none"' if row.hedged else ""
    mark = f'<g stroke="currentColor"{hollow}>{_mark(row, scale, y + 27)}</g>'
    inner = f'<g class="{kind}"><title>{escape(_told(row, unit))}</title>{text}{mark}</g>'
    return f'<a href="{escape(one_line(row.address))}">{inner}</a>' if row.address else inner


def _words(row: Interval, y: float, room: int) -> str:
    """Label and note, cut to a number of letters."""
    label, note = _cut(one_line(row.label), room), one_line(row.note)
    left = room - len(label) - 2
    soft = f'<tspan class="soft" dx="8">{escape(_cut(note, left))}</tspan>' if note and left > 6 else ""
    return f'<text x="0" y="{y:.0f}" font-size="13">{escape(label)}{soft}</text>'


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"


def _mark(row: Interval, scale: Scale, y: float) -> str:
    """A line from side to side, to the end of the scale with an arrow where a side is open, and a mark at what is told."""
    low, high = _sides(row)
    if low is None and high is None:
        return f'<line class="open" x1="{FROM}%" x2="{TO}%" y1="{y:.0f}" y2="{y:.0f}" stroke-dasharray="3 5"/>'
    kind = min(max(row.origin, 0), COLOURS - 1)
    ends = [v for v in (low, high) if v is not None]
    left, right = _x(scale, ends[0]) if low is not None else FROM, _x(scale, ends[-1]) if high is not None else END
    out = []
    if low == high and low is not None:
        a, b = (_x(scale, v) for v in sorted((low * (1 - NEAR), low * (1 + NEAR)))) if row.approx else (left, right)
        out.append(_line("stem", a, b, y) if row.approx else "")
    else:
        out.append(_line("stem", left, right, y))
        out.append(_at(END, y, '<path class="head" d="M0 -6l11 6l-11 6z"/>') if high is None else "")
        out.append(_at(FROM, y, '<path class="head" d="M0 -6l-9 6l9 6z"/>') if low is None else "")
    shape = '<rect class="point" x="-2.5" y="-8" width="5" height="16"/>' if row.answer else point(kind, 0, 0)
    return "".join(out) + "".join(_at(_x(scale, v), y, shape) for v in dict.fromkeys(ends))


def _line(kind: str, left: float, right: float, y: float) -> str:
    return f'<line class="{kind}" x1="{left:.2f}%" x2="{right:.2f}%" y1="{y:.0f}" y2="{y:.0f}"/>'


def _at(x: float, y: float, shape: str) -> str:
    """A shape of fixed size at a place given in percent."""
    return f'<svg x="{x:.2f}%" y="{y:.0f}" width="1" height="1" overflow="visible">{shape}</svg>'

"""Figures of one quantity over time as SVG: a mark a claim, at its period and its value, an arrow where the text leaves a side open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import floor, log10

from legation.brief.plain import one_line
from legation.brief.wording import interval_words, number, period_words
from legation.words.period import Period

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 560, 250, 66, 16, 14, 30
NEAR = 0.05
"""How far `about` reaches to either side: the ledger's own tolerance."""
SPREAD = 200
"""Values further apart than this factor stand on a scale of powers of ten."""
COLOURS = 6
"""Origins with a colour and a shape of their own; the others share the last."""
LETTER = 7.6


@dataclass(frozen=True, slots=True)
class Dot:
    """One claim: its interval and period, the number of its origin from 0, whether it is told as fact, what it is called and where it leads."""

    low: float | None
    high: float | None
    when: Period | None
    origin: int
    sure: bool
    approx: bool
    label: str
    address: str = ""


def dotplot(dots: Sequence[Dot], unit: str | None) -> str:
    """The picture; an empty string where fewer than two claims can be drawn."""
    values = [abs(v) for d in dots for v in (d.low, d.high) if v]
    if len(dots) < 2 or not values or any((v or 0) < 0 for d in dots for v in (d.low, d.high)):
        return ""
    scale, time = _Scale(values, unit), _Time(dots)
    marks = "".join(_mark(d, scale, time, n) for n, d in enumerate(dots))
    return (
        f'<svg class="dots" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="What each claim says, over time">'
        f"{scale.axis(unit)}{time.axis()}{marks}</svg>"
    )


class _Scale:
    """Values to heights: from zero, or by powers of ten where the values lie far apart."""

    def __init__(self, values: Sequence[float], unit: str | None) -> None:
        self.log = max(values) / min(values) > SPREAD
        self.top = 10.0 ** (floor(log10(max(values))) + 1) if self.log else 100.0 if unit == "percent" and max(values) <= 100 else _above(max(values))
        self.bottom = 10.0 ** floor(log10(min(values))) if self.log else 0.0

    def y(self, value: float) -> float:
        share = log10(max(value, self.bottom) / self.bottom) / log10(self.top / self.bottom) if self.log else value / self.top
        return HEIGHT - FOOT - share * (HEIGHT - FOOT - TOP)

    def axis(self, unit: str | None) -> str:
        steps = range(round(log10(self.top / self.bottom)) + 1) if self.log else range(5)
        values = [self.bottom * 10**k if self.log else self.top * k / 4 for k in steps]
        every = max(1, -(-len(values) // 6))
        return "".join(
            f'<path class="grid" d="M{LEFT} {self.y(v):.1f}H{WIDTH - RIGHT}"/>'
            f'<text class="soft" x="{LEFT - 8}" y="{self.y(v) + 5:.1f}" text-anchor="end" font-size="13">{escape(_brief(v, unit))}</text>'
            for v in values[::every]
        )


def _brief(value: float, unit: str | None) -> str:
    words = interval_words(value, value, unit) if unit in ("USD", "EUR", "GBP") else number(value) + ("%" if unit == "percent" else "")
    return words.replace(" million", "m").replace(" billion", "bn").replace(" trillion", "tn")


def _above(value: float) -> float:
    size = 10.0 ** floor(log10(value))
    return next(n * size for n in (1, 2, 3, 4, 6, 8, 10, 12, 20) if n * size >= value * 1.08)


class _Time:
    """Periods to places from left to right; what has no day stands at the left of a line of its own."""

    def __init__(self, dots: Sequence[Dot]) -> None:
        ends = [day for d in dots if d.when for day in (d.when.first, d.when.last) if day]
        self.dated, self.undated = bool(ends), any(d.when is None for d in dots)
        self.left = LEFT + (46 if self.undated and ends else 0)
        self.first, self.last = (min(ends).toordinal(), max(ends).toordinal()) if ends else (0, 0)
        pad = max(2, (self.last - self.first) // 24)
        self.first, self.last = max(1, self.first - pad), self.last + pad

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / max(1, self.last - self.first)
        return self.left + share * (WIDTH - RIGHT - self.left)

    def reach(self, when: Period | None, n: int) -> tuple[float, float]:
        """From where to where a mark's period goes; a claim without one stands in the left column, each a little aside."""
        if when is None:
            middle = LEFT + 14 + (n * 9) % 27 if self.dated else LEFT + 20 + (n * 37) % (WIDTH - LEFT - RIGHT - 40)
            return middle, middle
        edges = self.left, float(WIDTH - RIGHT)
        return (self.x(when.first) if when.first else edges[0]), (self.x(when.last) if when.last else edges[1])

    def axis(self) -> str:
        out = [f'<text class="soft" x="{LEFT}" y="{HEIGHT - 6}" font-size="13">no day</text>'] if self.undated else []
        if not self.dated:
            return "".join(out)
        if self.undated:
            out.append(f'<path class="grid faint" d="M{self.left - 4} {TOP}V{HEIGHT - FOOT}"/>')
        first, last = date.fromordinal(self.first), date.fromordinal(min(self.last, date.max.toordinal()))
        free = float(self.left if self.undated else LEFT)
        for day, label in _marks(first, last):
            x = self.x(day)
            if x >= free and x + len(label) * LETTER <= WIDTH:
                out.append(f'<path class="tick" d="M{x:.1f} {HEIGHT - FOOT}v5"/>')
                out.append(f'<text class="soft" x="{x:.1f}" y="{HEIGHT - 6}" font-size="13">{label}</text>')
                free = x + len(label) * LETTER + 12
        return "".join(out)


def _marks(first: date, last: date) -> list[tuple[date, str]]:
    """Days that get a label: years, or months, or days, as many as fit."""
    days = (last - first).days
    if days > 600:
        every = max(1, days // 365 // 6)
        return [(date(y, 1, 1), str(y)) for y in range(first.year + 1, last.year + 1) if (y - first.year - 1) % every == 0]
    if days > 70:
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        starts = [date(m // 12, m % 12 + 1, 1) for m in months][:: max(1, days // 30 // 5)]
        return [(d, f"{d:%b} {d.year}") for d in starts]
    return [
        (d, period_words(Period(d, d), short=True)) for d in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1, max(1, days // 3)))
    ]


def _mark(d: Dot, scale: _Scale, time: _Time, n: int) -> str:
    """A period's bar with a mark in its middle: a dot for one value, a column for two sides, an arrow for an open one."""
    left, right = time.reach(d.when, n)
    x, kind = (left + right) / 2, min(d.origin, COLOURS - 1)
    low, high = (None if v is None else scale.y(v) for v in (d.low, d.high))
    y = next(v for v in (low, high) if v is not None)
    shape = f'<path class="span" d="M{left:.1f} {y:.1f}H{right:.1f}"/>' if right - left > 12 else ""
    if low is not None and high is not None and high != low:
        shape += f'<path class="stem" d="M{x:.1f} {low:.1f}V{high:.1f}M{x - 6:.1f} {low:.1f}h12M{x - 6:.1f} {high:.1f}h12"/>'
        y = (low + high) / 2
    elif high is None:
        shape += f'<path class="stem" d="M{x:.1f} {y:.1f}v-30"/><path class="head" d="M{x - 6:.1f} {y - 26:.1f}l6 -11l6 11z"/>'
    elif low is None:
        shape += f'<path class="stem" d="M{x:.1f} {y:.1f}v30"/><path class="head" d="M{x - 6:.1f} {y + 26:.1f}l6 11l6 -11z"/>'
    elif d.approx and d.low is not None:
        a, b = scale.y(d.low * (1 - NEAR)), scale.y(d.low * (1 + NEAR))
        shape += f'<path class="stem" d="M{x:.1f} {a:.1f}V{b:.1f}"/>'
    shape += point(kind, x, y)
    sure = "" if d.sure else " unsure"
    inner = f'<g class="dot o{kind}{sure}"><title>{escape(one_line(d.label))}</title>{shape}</g>'
    return f'<a href="{escape(one_line(d.address))}">{inner}</a>' if d.address else inner


def point(kind: int, x: float, y: float) -> str:
    """Origins differ by shape too: colour alone tells nothing to some readers."""
    if kind % 3 == 0:
        return f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="5.5"/>'
    if kind % 3 == 1:
        return f'<rect class="point" x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"/>'
    return f'<path class="point" d="M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z"/>'


def key(origin: int) -> str:
    """A small picture of an origin's mark, for a legend."""
    kind = min(origin, COLOURS - 1)
    return f'<svg class="dots key" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><g class="dot o{kind}">{point(kind, 8, 8)}</g></svg>'

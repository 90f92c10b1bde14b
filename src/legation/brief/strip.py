"""The timeline strip as an SVG: cooperative acts upwards, conflictual acts downwards, a bar a day, week, month, quarter or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from math import ceil

from legation.brief.flows import is_fact
from legation.brief.pile import Pile
from legation.brief.wording import counted, period_words, tone_of
from legation.words.period import Period

HEIGHT, MIDDLE, REACH = 196, 96, 68
"""Heights in units; places from left to right are percentages, so that letters keep their size on a phone."""
DIGIT, LETTER, LABELS = 2.6, 2.4, 3
"""Percent of a phone's width that a digit of a count and a letter of a label take, and labels that fit under the strip there."""
KEPT = 0.8
"""The strip shows the shortest stretch with this part of the acts; a lone mention of 1948 must not squeeze 2017 into one bar."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """One unit of the calendar, or all that came before or after the strip."""

    period: Period
    label: str
    counts: Counter[str]


def strip(pile: Pile) -> str:
    """The picture, or an empty string where fewer than three acts have a day."""
    days = sorted((day, tone_of(h.type)) for h in pile.ledger.events if is_fact(h) and h.when and (day := h.when.first or h.when.last))
    if len(days) < 3:
        return ""
    bars = _bars(days)
    top = max(max(b.counts.values(), default=0) for b in bars) or 1
    left = 2 + DIGIT * len(f"{top:,}")
    step = (100 - left) / len(bars)
    body = "".join(_bar(b, left + n * step, step, top) for n, b in enumerate(bars))
    return (
        f'<svg class="strip" width="100%" height="{HEIGHT}" role="img"><title>Acts by their first day: {counted(len(days), "dated act")}</title>'
        f"{_scale(top, left)}{body}{_ticks(bars, left, step)}</svg>"
    )


def _bars(days: Sequence[tuple[date, str]]) -> list[_Bar]:
    first, last = window([d for d, _ in days])
    units = calendar(first, last)
    counts: list[Counter[str]] = [Counter() for _ in units]
    before, after = Counter[str](), Counter[str]()
    for day, tone in days:
        if day < units[0][0]:
            before[tone] += 1
        elif day > units[-1][1]:
            after[tone] += 1
        else:
            counts[next(n for n, (_, end) in enumerate(units) if day <= end)][tone] += 1
    bars = [_Bar(Period(a, b), period_words(Period(a, b), short=True), c) for (a, b), c in zip(units, counts, strict=True)]
    if before:
        bars.insert(0, _Bar(Period(None, units[0][0] - timedelta(1)), "earlier", before))
    if after:
        bars.append(_Bar(Period(units[-1][1] + timedelta(1), None), "later", after))
    return bars


def window(days: Sequence[date]) -> tuple[date, date]:
    """The shortest stretch that holds KEPT of the days."""
    size = max(1, ceil(KEPT * len(days)))
    best = min(range(len(days) - size + 1), key=lambda i: (days[i + size - 1] - days[i], -i))
    return days[best], days[best + size - 1]


def calendar(first: date, last: date) -> list[tuple[date, date]]:
    """The calendar units that cover the stretch: at most some fifty, as fine as that allows."""
    span = (last - first).days
    if span <= 366:
        size = 1 if span <= 45 else 7
        at = first - timedelta(first.weekday() if size == 7 else 0)
        return [(d, d + timedelta(size - 1)) for d in (at + timedelta(size * n) for n in range((last - at).days // size + 1))]
    months = 1 if span <= 1500 else 3 if span <= 4500 else 12 if span <= 18_000 else 120
    begin = first.year * 12 + (first.month - 1) // months * months if months < 12 else first.year // (months // 12) * months
    end = last.year * 12 + last.month
    return [(_month(m), _month(m + months) - timedelta(1)) for m in range(begin, end, months)]


def _month(count: int) -> date:
    """The first day of a month counted from year 0, inside the calendar's ends."""
    return date(max(1, count // 12), count % 12 + 1, 1) if count // 12 <= date.max.year else date.max


def _bar(bar: _Bar, x: float, step: float, top: int) -> str:
    up, down = bar.counts["cooperative"], bar.counts["conflictual"]
    if not up and not down:
        return ""
    width = min(step * 0.8, 5)
    what = bar.label if bar.period.first and bar.period.last else period_words(bar.period)
    tip = f"{what}: {counted(up, 'cooperative act')}, {counted(down, 'conflictual act')}"
    rects = [
        f'<rect class="{tone}" x="{x + (step - width) / 2:.2f}%" y="{y:.1f}" width="{width:.2f}%" height="{h:.1f}" rx="1.5"/>'
        for tone, h, y in (
            ("cooperative", REACH * up / top, MIDDLE - 1 - REACH * up / top),
            ("conflictual", REACH * down / top, MIDDLE + 1.0),
        )
        if h
    ]
    return f"<g><title>{escape(tip)}</title>{''.join(rects)}</g>"


def _scale(top: int, left: float) -> str:
    """The middle line, a line at the greatest count on either side, and what the sides mean."""
    lines = "".join(f'<line class="grid" x1="{left:.2f}%" x2="100%" y1="{y}" y2="{y}"/>' for y in (MIDDLE - REACH, MIDDLE, MIDDLE + REACH))
    numbers = "".join(
        f'<text x="{left - 1.5:.2f}%" y="{y + 4}" text-anchor="end" font-size="13">{n:,}</text>'
        for y, n in ((MIDDLE - REACH, top), (MIDDLE, 0), (MIDDLE + REACH, top))
    )
    return f'{lines}{numbers}<text x="{left:.2f}%" y="{MIDDLE - REACH - 10}" font-size="13">acts, cooperative ↑ conflictual ↓</text>'


def _ticks(bars: Sequence[_Bar], left: float, step: float) -> str:
    """Labels under some bars: what lies before and after the strip, its first bar, and as many between as have room."""
    inner = [n for n, bar in enumerate(bars) if bar.label not in ("earlier", "later")]
    every = max(1, ceil(len(inner) / LABELS), ceil(100 / LABELS / step))
    ends = (n for n, bar in enumerate(bars) if bar.label in ("earlier", "later"))
    at = dict.fromkeys((*ends, *inner[:1], *inner[-1:], *inner[::every]))
    out, taken = [], list[tuple[float, float]]()
    for n in at:
        label = bars[n].label.removeprefix("week of ")
        middle, half = left + (n + 0.5) * step, len(label) * LETTER / 2
        anchor, x = ("start", left) if middle - half < left else ("end", 100.0) if middle + half > 100 else ("middle", middle)
        begin = {"start": x, "end": x - 2 * half, "middle": x - half}[anchor]
        if all(begin + 2 * half < a or begin > b for a, b in taken):
            taken.append((begin - 2, begin + 2 * half + 2))
            out.append(f'<line class="tick" x1="{middle:.2f}%" x2="{middle:.2f}%" y1="{MIDDLE + REACH}" y2="{MIDDLE + REACH + 6}"/>')
            out.append(f'<text x="{x:.2f}%" y="{MIDDLE + REACH + 22}" text-anchor="{anchor}" font-size="13">{escape(label)}</text>')
    return "".join(out)

"""The timeline as swim lanes in SVG: a lane a pair (or whatever else), cooperative acts upwards, conflictual acts downwards, all on one calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import chain

from legation.brief.axis import ticks
from legation.brief.plain import one_line
from legation.brief.strip import calendar, window
from legation.brief.wording import counted, period_words
from legation.words.period import Period

TOP, LANE, REACH, FOOT = 4, 62, 18, 30
SIDE = 0.7
"""Percent of the width left free at the sides."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: what it is called, where it leads, and its acts as (first day, tone, how many)."""

    label: str
    acts: tuple[tuple[date, str, int], ...]
    address: str = ""


def lanes(found: Sequence[Lane]) -> str:
    """The picture, or an empty string where fewer than three acts have a day. Acts outside the busiest stretch are counted beside the label."""
    days = sorted(chain.from_iterable([day] * min(n, 50) for lane in found for day, _, n in lane.acts))
    if len(days) < 3:
        return ""
    units = calendar(*window(days))
    step = (100 - 2 * SIDE) / len(units)
    counts = [_counts(lane, units) for lane in found]
    top = max((n for of in counts for unit in of for n in unit.values()), default=0) or 1
    height = TOP + LANE * len(found) + FOOT
    body = "".join(_lane(lane, of, units, TOP + LANE * k, top) for k, (lane, of) in enumerate(zip(found, counts, strict=True)))
    title = f"Acts over time, {counted(len(found), 'lane')}; cooperative acts upwards, conflictual acts downwards"
    grid = ticks(units, [SIDE + k * step for k in range(len(units))], (height - FOOT + 6, height - 8))
    return f'<svg class="lanes" width="100%" height="{height}" role="group" aria-label="{escape(title)}">{grid}{body}</svg>'


def _counts(lane: Lane, units: Sequence[tuple[date, date]]) -> list[Counter[str]]:
    out: list[Counter[str]] = [Counter() for _ in units]
    for day, tone, n in lane.acts:
        at = next((k for k, (first, last) in enumerate(units) if first <= day <= last), None)
        if at is not None:
            out[at][tone] += n
    return out


def _lane(lane: Lane, counts: Sequence[Counter[str]], units: Sequence[tuple[date, date]], y: float, top: int) -> str:
    step, middle = (100 - 2 * SIDE) / len(units), y + LANE - REACH - 6
    width = min(step * 0.8, 3)
    bars = []
    for k, unit in enumerate(counts):
        x = SIDE + (k + 0.5) * step - width / 2
        rects = [
            f'<rect class="{tone}" x="{x:.2f}%" y="{middle - h - 0.5 if up else middle + 0.5:.1f}" width="{width:.2f}%" height="{h:.1f}" rx="1.5"/>'
            for tone, up in (("cooperative", True), ("conflictual", False))
            if (h := max(2.5, REACH * unit[tone] / top) if unit[tone] else 0)
        ]
        if rects:
            tip = f"{lane.label}, {period_words(Period(*units[k]), short=True)}: " + ", ".join(counted(n, f"{t} act") for t, n in unit.items() if n)
            bars.append(f"<g><title>{escape(one_line(tip))}</title>{''.join(rects)}</g>")
    outside = sum(n for _, _, n in lane.acts) - sum(map(Counter.total, counts))
    more = f'<tspan class="soft"> +{outside:,} at other times</tspan>' if outside else ""
    label = f'<text x="{SIDE}%" y="{y + 14:.1f}" font-size="14">{escape(_short(one_line(lane.label)))}{more}</text>'
    label = f'<a href="{escape(one_line(lane.address))}">{label}</a>' if lane.address else label
    return f'<line class="grid" x1="{SIDE}%" x2="{100 - SIDE}%" y1="{middle:.1f}" y2="{middle:.1f}"/>{label}{"".join(bars)}'


def _short(label: str) -> str:
    return label if len(label) <= 40 else label[:39] + "…"

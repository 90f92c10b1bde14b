"""Intervals side by side as an SVG: what each teller allows for one quantity, with open sides left open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import floor, log10

from legation.brief.dossier import Bar
from legation.brief.wording import interval_words

WIDTH, ROW, LEFT, RIGHT, FOOT = 440, 30, 136, 22, 26
NEAR = 0.05
"""How far `about` reaches to either side: the ledger's own tolerance."""
SPREAD = 200
"""With values further apart than this factor all but the largest would stand at zero: then there is no picture."""


def bars(found: Sequence[Bar], unit: str | None) -> str:
    """The picture, or an empty string where there is nothing to compare."""
    ends = [abs(v) for b in found for v in (b.low, b.high) if v]
    if len(found) < 2 or not ends or max(ends) / min(ends) > SPREAD or any((b.low or b.high or 0) < 0 for b in found):
        return ""
    top = 100.0 if unit == "percent" and max(ends) <= 100 else _round_above(max(ends))
    scale = (WIDTH - LEFT - RIGHT) / top
    rows = "".join(_row(b, n, scale, unit) for n, b in enumerate(found))
    height = ROW * len(found) + FOOT
    axis = _axis(top, scale, height, unit)
    return f'<svg class="bars" viewBox="0 0 {WIDTH} {height}" role="img"><title>What each figure allows</title>{axis}{rows}</svg>'


def _axis(top: float, scale: float, height: int, unit: str | None) -> str:
    """Lines at zero, half and the end, with what they mean."""
    out = []
    for value, anchor in ((0.0, "start"), (top / 2, "middle"), (top, "end")):
        x = LEFT + value * scale
        label = interval_words(value, value, unit) if value else "0"
        out.append(f'<path class="grid" d="M{x:.1f} 4V{height - FOOT + 4}"/>')
        out.append(f'<text x="{x:.1f}" y="{height - 6}" text-anchor="{anchor}" font-size="14">{escape(label)}</text>')
    return "".join(out)


def _round_above(value: float) -> float:
    """The next number above with room to spare whose half is as easy to read."""
    size = 10.0 ** floor(log10(value))
    return next(n * size for n in (1, 2, 3, 4, 5, 6, 8, 10, 20) if n * size >= value * 1.1)


def _row(bar: Bar, n: int, scale: float, unit: str | None) -> str:
    """One interval: a bar with an arrow where a side is open, a dot with its reach where the value is one."""
    y, end = ROW * n + ROW / 2 + 2, WIDTH - RIGHT
    low = LEFT + (bar.low or 0.0) * scale
    high = end if bar.high is None else LEFT + bar.high * scale
    shape = f'<rect x="{low:.1f}" y="{y - 5:.1f}" width="{max(2.0, high - low):.1f}" height="10" rx="2"/>'
    if bar.high is None:
        shape += f'<path d="M{end:.1f} {y - 9:.1f}l12 9l-12 9z"/>'
    elif bar.low is None:
        shape += f'<path class="limit" d="M{high:.1f} {y - 10:.1f}v20"/>'
    elif bar.low == bar.high:
        reach = bar.low * NEAR * scale if bar.approx else 0.0
        whisker = f'<path class="limit" d="M{low - reach:.1f} {y:.1f}H{low + reach:.1f}"/>' if reach else ""
        shape = f'{whisker}<circle cx="{low:.1f}" cy="{y:.1f}" r="6"/>'
    label = f'<text x="0" y="{y + 5:.1f}" font-size="14">{escape(bar.label)}</text>'
    return f"<g><title>{escape(bar.label)}: {escape(interval_words(bar.low, bar.high, unit))}</title>{label}{shape}</g>"

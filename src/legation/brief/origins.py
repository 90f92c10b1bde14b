"""Where a quantity's claims come from, as an SVG tree: the quantity, its origins, and under each origin the papers that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from legation.brief.plain import one_line

WIDTH, ROW, FIRST, SECOND = 560, 26, 20, 262
ROOM = 26
"""Letters that fit a column."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A claim under its origin: the paper that carries it with the amount, and where that leads."""

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where claims come from: what it is called, the number that gives it its colour, and what carries it."""

    label: str
    number: int
    carriers: tuple[Carrier, ...]


def origins(found: Sequence[Origin]) -> str:
    """The tree; empty where there is nothing to branch."""
    rows = sum(len(o.carriers) for o in found)
    if not rows:
        return ""
    height, out, y = rows * ROW + 8, [], 4.0
    for origin in found:
        middle = y + ROW * len(origin.carriers) / 2
        out.append(f'<path class="branch" d="M4 {height / 2:.1f}C{FIRST - 6} {height / 2:.1f} 4 {middle:.1f} {FIRST} {middle:.1f}"/>')
        out.append(_text(FIRST + 6, middle, origin.label, f"origin o{min(origin.number, 5)}"))
        start = FIRST + 12 + min(len(origin.label), ROOM) * 7.7
        for carrier in origin.carriers:
            at = y + ROW / 2
            bend = f"{SECOND - 8} {middle:.1f} {SECOND - 12} {at:.1f} {SECOND} {at:.1f}"
            out.append(f'<path class="branch" d="M{min(start, SECOND - 14):.1f} {middle:.1f}C{bend}"/>')
            text = _text(SECOND + 6, at, carrier.label, "carrier", ROOM + 12)
            out.append(f'<a href="{escape(one_line(carrier.address))}">{text}</a>' if carrier.address else text)
            y += ROW
    return f'<svg class="origins" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="Origins and who carries them">{"".join(out)}</svg>'


def _text(x: float, y: float, label: str, kind: str, room: int = ROOM) -> str:
    label = one_line(label)
    short = label if len(label) <= room else label[: room - 1] + "…"
    return f'<text class="{kind}" x="{x}" y="{y + 5:.1f}" font-size="14"><title>{escape(label)}</title>{escape(short)}</text>'

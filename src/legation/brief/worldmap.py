"""The map as SVG: states in their shapes, shaded by how much is told of them, their dealings as arcs. Borders are Natural Earth's, not ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from math import ceil, hypot, log2, sqrt

from legation.brief.flows import Flow
from legation.brief.network import Linking
from legation.brief.tell import Naming
from legation.codes.tables import table

WIDTH, HEIGHT = 1000, 432
ARCS = 60
SHADES = 4
MARGIN = 40.0
NARROWEST = 260.0
"""However near to each other the states of a case lie, so much of the map is shown around them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A state's outline on the map, empty for one too small or gone, and the place its dealings start from."""

    x: float
    y: float
    path: str


@cache
def shapes() -> dict[str, Shape]:
    """All states of the map by their code."""
    return {row["code"]: Shape(float(row["x"]), float(row["y"]), row["path"]) for row in table("shapes")}


def worldmap(weights: Mapping[str, int], found: Sequence[Flow], name: Naming, link: Linking) -> str:
    """The map of states by how often they are named (`weights`), with flows between them as arcs."""
    known = shapes()
    shown = [f for f in found if f.giver in known and f.receiver in known and f.giver != f.receiver][:ARCS]
    widest = max((f.count for f in shown), default=1)
    top = max(weights.values(), default=1)
    land = "".join(_state(code, shape, weights.get(code, 0), top, name, link) for code, shape in known.items())
    arcs = "".join(_arc(f, n, widest, name, link) for n, f in reversed(list(enumerate(shown))))
    box = _frame([known[c] for f in shown for c in (f.giver, f.receiver)])
    size = f"{box[2] / WIDTH:.3f}"
    return (
        f'<svg class="map" viewBox="{" ".join(f"{v:.0f}" for v in box)}" role="group" aria-label="Map of the states and their dealings">'
        f'{land}<g class="arcs" stroke-width="{size}">{arcs}</g>{_names(shown, box, name)}</svg>'
    )


def _state(code: str, shape: Shape, weight: int, top: int, name: Naming, link: Linking) -> str:
    shade = ceil(SHADES * log2(1 + weight) / log2(1 + top)) if weight else 0
    drawn = f'<path class="land s{shade}" d="{shape.path}"/>' if shape.path else ""
    if not shape.path and weight:
        drawn = f'<circle class="land s{shade}" cx="{shape.x}" cy="{shape.y}" r="3"/>'
    if not weight:
        return drawn
    return f'<a href="{escape(link(code, code))}"><title>{escape(name(code))}: named {weight:,} times</title>{drawn}</a>'


def _arc(flow: Flow, n: int, widest: int, name: Naming, link: Linking) -> str:
    """A bent line; those of the two directions and tones bend apart."""
    a, b = shapes()[flow.giver], shapes()[flow.receiver]
    dx, dy = b.x - a.x, b.y - a.y
    far = hypot(dx, dy) or 1.0
    bend = (0.16 if flow.tone == "cooperative" else 0.3) * far * (0.9 if flow.mutual else 1)
    side = 1 if dx > 0 or (dx == 0 and dy > 0) else -1
    mx, my = (a.x + b.x) / 2 + side * dy / far * bend, (a.y + b.y) / 2 - side * dx / far * bend
    stroke = 1.2 + 4.2 * sqrt(flow.count / widest)
    tip = f"{name(flow.giver)} {'–' if flow.mutual else '→'} {name(flow.receiver)}: {flow.words}"
    path = f"M{a.x} {a.y}Q{mx:.1f} {my:.1f} {b.x} {b.y}"
    line = f'<path class="arc hit" d="{path}" fill="none"/><path class="arc {flow.tone}" d="{path}" fill="none" stroke-width="{stroke:.1f}"/>'
    return f'<a href="{escape(link(flow.giver, flow.receiver))}"><title>{escape(tip)}</title>{line}</a>'


def _frame(places: Sequence[Shape]) -> tuple[float, float, float, float]:
    """The part of the map that holds all arcs, in the map's own proportions; all of it where there are none."""
    if not places:
        return 0.0, 0.0, float(WIDTH), float(HEIGHT)
    left, right = min(p.x for p in places) - MARGIN, max(p.x for p in places) + MARGIN
    low, high = min(p.y for p in places) - MARGIN, max(p.y for p in places) + MARGIN
    width = min(float(WIDTH), max(right - left, (high - low) * WIDTH / HEIGHT, NARROWEST))
    height = width * HEIGHT / WIDTH
    x = min(max(0.0, (left + right - width) / 2), WIDTH - width)
    y = min(max(0.0, (low + high - height) / 2), HEIGHT - height)
    return x, y, width, height


def _names(shown: Sequence[Flow], box: tuple[float, float, float, float], name: Naming) -> str:
    """The names of states with arcs, the weightiest first, as far as they do not stand on each other."""
    size = 15 * box[2] / WIDTH
    placed: list[tuple[float, float, float]] = []
    out = []
    for code in dict.fromkeys(c for f in shown for c in (f.giver, f.receiver)):
        shape, words = shapes()[code], name(code)
        half = len(words) * size * 0.28
        x = min(max(shape.x, box[0] + half + 2), box[0] + box[2] - half - 2)
        if any(abs(shape.y - y) < size * 1.15 and abs(x - at) < half + other for at, y, other in placed):
            continue
        placed.append((x, shape.y, half))
        out.append(f'<text x="{x:.1f}" y="{shape.y + size * 0.35:.1f}" text-anchor="middle" font-size="{size:.1f}">{escape(words)}</text>')
    return f'<g class="names" aria-hidden="true">{"".join(out)}</g>'

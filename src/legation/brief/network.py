"""The network of actors as an SVG: who acts towards whom, in what tone, how often. No scripts, no styles: the page's classes colour it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

from legation.brief.flows import Flow, flows
from legation.brief.pile import Pile
from legation.brief.wording import ACTS, counted

WIDTH, HEIGHT = 540, 460
ACTORS = 9
"""More labels than these do not fit a ring that must stay readable on a phone."""
EDGES = 28
ROOM = 250
"""Pairs nearer than this have too little room for their lines and numbers."""
BENDS = {("cooperative", True): 0.0, ("cooperative", False): 20.0, ("conflictual", True): -16.0, ("conflictual", False): 56.0}
"""How far a line of a tone, mutual or not, bends towards the middle of the ring, where no boxes stand."""
BACK = 18.0
"""By how much more the line bends that runs the other way: all lines of a pair can be told apart."""
BESIDE = 0.42
"""The part of a bend by which a line's ends stand beside the boxes' centres, so that heads do not pile up."""
REACH = 15.0
"""Never further beside than a box is high."""
LETTER = 7.6
"""Mean width of a letter at the labels' size of 14: SVG gives no measure of text without a script."""

Point = tuple[float, float]


def network(pile: Pile) -> str:
    """The picture, or an empty string where no two actors meet."""
    found = flows(pile)
    weight: Counter[str] = Counter()
    for f in found:
        weight[f.giver] += f.count
        weight[f.receiver] += f.count
    chosen = sorted(weight, key=lambda a: (-weight[a], a))[:ACTORS]
    shown = [f for f in found if f.giver in chosen and f.receiver in chosen][:EDGES]
    if not shown:
        return ""
    ring = _ring(chosen, shown)
    boxes = {a: _Box(pile.name(a), _place(n, len(ring))) for n, a in enumerate(ring)}
    widest = max(f.count for f in shown)
    edges = "".join(_edge(pile, f, boxes, widest) for f in reversed(shown))
    return (
        f'<svg class="network" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="network-title">'
        f'<title id="network-title">Who acts towards whom: {counted(len(ring), "actor")}, {counted(len(shown), "line")}</title>'
        f"<defs>{_marker('cooperative')}{_marker('conflictual')}</defs>{edges}{''.join(b.svg() for b in boxes.values())}</svg>"
    )


def _place(n: int, count: int) -> Point:
    """On an ellipse, beginning at the left, so that the widest labels of few actors stand side by side."""
    angle = pi + 2 * pi * n / count
    return WIDTH / 2 + 198 * cos(angle), HEIGHT / 2 + 188 * sin(angle)


def _ring(actors: Sequence[str], shown: Sequence[Flow]) -> list[str]:
    """An order of the actors with few crossings in which those who deal much with each other stand apart, so that
    their lines have room: swaps until none helps."""
    ring, pull = list(actors), Counter[tuple[str, str]]()
    for f in shown:
        pull[min(f.giver, f.receiver), max(f.giver, f.receiver)] += f.count

    def cost() -> float:
        at = {a: n for n, a in enumerate(ring)}
        chords = sorted((min(at[a], at[b]), max(at[a], at[b]), w) for (a, b), w in pull.items())
        crossings = sum(a < c < b < d for (a, b, _), (c, d, _) in combinations(chords, 2))
        cramped = sum(w * max(0.0, ROOM - hypot(*_minus(_place(a, len(ring)), _place(b, len(ring))))) / ROOM for a, b, w in chords)
        return crossings + cramped

    best, better = cost(), True
    while better:
        better = False
        for i, j in combinations(range(len(ring)), 2):
            ring[i], ring[j] = ring[j], ring[i]
            if (now := cost()) < best - 1e-6:
                best, better = now, True
            else:
                ring[i], ring[j] = ring[j], ring[i]
    return ring


def _minus(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]


class _Box:
    """A label in a rounded box, on one line or two."""

    def __init__(self, name: str, centre: Point) -> None:
        self.name, self.centre, self.lines = name, centre, _lines(name)
        self.half = (max(map(len, self.lines)) * LETTER / 2 + 10, 8 + 9 * len(self.lines))

    def holds(self, p: Point, margin: float = 6) -> bool:
        return all(abs(p[k] - self.centre[k]) < self.half[k] + margin for k in (0, 1))

    def svg(self) -> str:
        (x, y), (w, h) = self.centre, self.half
        top = y + 5 - 8 * (len(self.lines) - 1)
        text = "".join(f'<tspan x="{x:.1f}" y="{top + 17 * n:.1f}">{escape(line)}</tspan>' for n, line in enumerate(self.lines))
        box = f'<rect x="{x - w:.1f}" y="{y - h:.1f}" width="{2 * w:.1f}" height="{2 * h:.1f}" rx="9"/>'
        return f'<g class="node"><title>{escape(self.name)}</title>{box}<text text-anchor="middle" font-size="14">{text}</text></g>'


def _lines(name: str) -> list[str]:
    if len(name) <= 15:
        return [name]
    spaces = [i for i, c in enumerate(name) if c == " "]
    middle = min(spaces, key=lambda i: abs(i - len(name) / 2), default=None)
    parts = [name] if middle is None else [name[:middle], name[middle + 1 :]]
    return [p if len(p) <= 16 else p[:15] + "…" for p in parts]


def _marker(tone: str) -> str:
    return (
        f'<marker id="head-{tone}" class="{tone}" viewBox="0 0 10 10" refX="6" refY="5" markerWidth="15" markerHeight="15"'
        ' markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0.5 10 5 0 9.5z"/></marker>'
    )


def _edge(pile: Pile, flow: Flow, boxes: dict[str, _Box], widest: int) -> str:
    """A bent arrow from box to box, with the number of acts."""
    points = _points(flow, boxes[flow.giver], boxes[flow.receiver])
    if not points:
        return ""
    path = "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    head = "" if flow.mutual else f' marker-end="url(#head-{flow.tone})"'
    types = ", ".join(f"{ACTS[t]} {n}" for t, n in flow.types.most_common())
    tip = f"{pile.name(flow.giver)} {'–' if flow.mutual else '→'} {pile.name(flow.receiver)}: {counted(flow.count, f'{flow.tone} act')} ({types})"
    x, y = points[len(points) * 2 // 5]
    label = f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-size="13">{flow.count}</text>' if flow.count > 1 else ""
    stroke = f'stroke-width="{1.4 + 3.6 * sqrt(flow.count / widest):.1f}"'
    return f'<g class="edge {flow.tone}"><title>{escape(tip)}</title><path d="{path}" fill="none" {stroke}{head}/>{label}</g>'


def _points(flow: Flow, a: _Box, b: _Box) -> list[Point]:
    """The curve between two boxes, as far as it lies outside both."""
    (ax, ay), (bx, by) = a.centre, b.centre
    middle = ((ax + bx) / 2, (ay + by) / 2)
    first = flow.giver < flow.receiver
    bend = (BENDS[flow.tone, flow.mutual] + (0 if first or flow.mutual else BACK)) / (hypot(bx - ax, by - ay) or 1)
    # across the line, always the same way for both directions, and towards the middle of the ring
    across = ((ay - by) * bend, (bx - ax) * bend) if first else ((by - ay) * bend, (ax - bx) * bend)
    if across[0] * (WIDTH / 2 - middle[0]) + across[1] * (HEIGHT / 2 - middle[1]) < -1e-6:
        across = (-across[0], -across[1])
    beside = min(BESIDE, REACH / (hypot(*across) or 1))
    begin, control, end = ((x + across[0] * share, y + across[1] * share) for (x, y), share in ((a.centre, beside), (middle, 1), (b.centre, beside)))
    curve = [_on(begin, control, end, t / 64) for t in range(65)]
    outside = [n for n, p in enumerate(curve) if not a.holds(p) and not b.holds(p)]
    return curve[outside[0] : outside[-1] + 1] if outside else []


def _on(a: Point, control: Point, b: Point, t: float) -> Point:
    """The point at `t` of a quadratic Bézier curve."""
    u = 1 - t
    return tuple(u * u * a[k] + 2 * u * t * control[k] + t * t * b[k] for k in (0, 1))  # type: ignore[return-value]

"""The network of actors as an SVG: who acts towards whom, in what tone, how often. No scripts, no styles: the page's classes colour it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

from legation.brief.flows import Flow, flows
from legation.brief.pile import Pile
from legation.brief.tell import Naming
from legation.brief.wording import counted

WIDTH, HEIGHT = 540, 460
ACTORS = 9
"""More labels than these do not fit a ring that must stay readable on a phone."""
EDGES = 28
ROOM = 250
"""Pairs nearer than this have too little room for their lines and numbers."""
BEND = 20.0
"""How far every line bends towards the middle of the ring, where no boxes stand."""
LANE, SPREAD = 11.0, 2.2
"""Lines of one pair run side by side, this far apart at the boxes, and in the middle by so much more."""
HEAD = 6.0
"""How far before the box a line with a head ends: the head goes the rest of the way."""
CLEAR = 19.0
"""Numbers stand no nearer to each other."""
STOPS = (32, 27, 37, 22, 42, 17, 47)
"""Where on a line of 64 steps its number is tried, the best place first."""
LETTER = 7.6
"""Mean width of a letter at the labels' size of 14: SVG gives no measure of text without a script."""

Point = tuple[float, float]


Linking = Callable[[str, str], str]
"""Two actors to the address of what is known of them; an actor with itself stands for the actor alone."""


def network(pile: Pile) -> str:
    """The picture of a pile, or an empty string where no two actors meet."""
    return network_of(flows(pile), pile.name)


def network_of(found: Sequence[Flow], name: Naming, link: Linking | None = None) -> str:
    """The picture of flows, most acts first; with `link` every line and every box leads on."""
    weight: Counter[str] = Counter()
    for f in found:
        weight[f.giver] += f.count
        weight[f.receiver] += f.count
    chosen = sorted(weight, key=lambda a: (-weight[a], a))[:ACTORS]
    shown = [f for f in found if f.giver in chosen and f.receiver in chosen][:EDGES]
    if not shown:
        return ""
    ring = _ring(chosen, shown)
    boxes = {a: _Box(name(a), _place(n, len(ring))) for n, a in enumerate(ring)}
    widest = max(f.count for f in shown)
    lines = _lines_of(shown, boxes)
    labels = _labels(lines, boxes.values())
    edges = "".join(
        _linked(_edge(name, f, lines[n], labels[n], widest, link is not None), link and link(f.giver, f.receiver))
        for n, f in reversed(list(enumerate(shown)))
    )
    markers = "".join(map(_marker, dict.fromkeys(f.tone for f in shown)))
    role = "group" if link else "img"
    nodes = "".join(_linked(box.svg(), link and link(a, a)) for a, box in boxes.items())
    return (
        f'<svg class="network" viewBox="0 0 {WIDTH} {HEIGHT}" role="{role}" aria-labelledby="network-title">'
        f'<title id="network-title">Who acts towards whom: {counted(len(ring), "actor")}, {counted(len(shown), "line")}</title>'
        f"<defs>{markers}</defs>{edges}{nodes}</svg>"
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

    def holds(self, p: Point, margin: float) -> bool:
        return all(abs(p[k] - self.centre[k]) < self.half[k] + margin for k in (0, 1))

    def shadow(self, across: Point) -> float:
        """How wide the box is, seen along lines that run at right angles to `across`."""
        return 1.6 * (self.half[0] * abs(across[0]) + self.half[1] * abs(across[1]))

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
        f'<marker id="head-{tone}" class="{tone}" viewBox="0 0 10 10" refX="5.4" refY="5" markerWidth="13" markerHeight="13"'
        ' markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0.5 10 5 0 9.5z"/></marker>'
    )


def _edge(name: Naming, flow: Flow, points: Sequence[Point], label: Point | None, widest: int, leads: bool) -> str:
    """A bent arrow from box to box, with the number of acts."""
    if not points:
        return ""
    path = "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    head = "" if flow.mutual else f' marker-end="url(#head-{flow.tone})"'
    tip = f"{name(flow.giver)} {'–' if flow.mutual else '→'} {name(flow.receiver)}: {flow.words}"
    number = (
        f'<text x="{label[0]:.1f}" y="{label[1] + 4:.1f}" text-anchor="middle" font-size="13">{flow.count}</text>' if label and flow.count > 1 else ""
    )
    stroke = f'stroke-width="{1.4 + 3.6 * sqrt(flow.count / widest):.1f}"'
    # a line is thin: what leads on has a broad one, unseen, around it
    hit = f'<path class="hit" d="{path}" fill="none"/>' if leads else ""
    return f'<g class="edge {flow.tone}"><title>{escape(tip)}</title>{hit}<path d="{path}" fill="none" {stroke}{head}/>{number}</g>'


def _linked(svg: str, address: str | None) -> str:
    return f'<a href="{escape(address)}">{svg}</a>' if address and svg else svg


def _lines_of(shown: Sequence[Flow], boxes: dict[str, _Box]) -> list[list[Point]]:
    """The points of each flow's line; the lines of one pair run in lanes beside each other, those of one direction together."""
    pairs: dict[tuple[str, str], list[Flow]] = {}
    for f in shown:
        pairs.setdefault((min(f.giver, f.receiver), max(f.giver, f.receiver)), []).append(f)
    found = {}
    for (a, b), lines in pairs.items():
        lines.sort(key=lambda f: (f.giver != a, not f.mutual, f.tone))
        for n, f in enumerate(lines):
            curve = _points(boxes[a], boxes[b], n - (len(lines) - 1) / 2, len(lines))
            turned = curve if f.giver == a else curve[::-1]
            found[id(f)] = _outside(turned, boxes[f.giver], boxes[f.receiver], 0 if f.mutual else HEAD)
    return [found[id(f)] for f in shown]


def _points(a: _Box, b: _Box, lane: float, lanes: int) -> list[Point]:
    """The curve between the middles of two boxes, `lane` places from the middle of all that run there."""
    (ax, ay), (bx, by) = a.centre, b.centre
    length = hypot(bx - ax, by - ay) or 1
    across = ((ay - by) / length, (bx - ax) / length)
    middle = ((ax + bx) / 2, (ay + by) / 2)
    inward = 1 if across[0] * (WIDTH / 2 - middle[0]) + across[1] * (HEIGHT / 2 - middle[1]) >= 0 else -1

    def shifted(p: Point, by: float) -> Point:
        return p[0] + across[0] * by, p[1] + across[1] * by

    # a quadratic curve comes half as near to its control point as the lines to it
    control = shifted(middle, 2 * BEND * inward + lane * LANE * SPREAD * 2)
    begin, end = (shifted(box.centre, lane * min(LANE, box.shadow(across) / lanes)) for box in (a, b))
    return [_on(begin, control, end, t / 64) for t in range(65)]


def _outside(curve: Sequence[Point], a: _Box, b: _Box, head: float) -> list[Point]:
    """The part of a curve from the border of one box to the border of the other, less the room for its head."""
    first = max((n for n, p in enumerate(curve) if a.holds(p, 0)), default=0)
    last = min((n for n, p in enumerate(curve) if n > first and b.holds(p, head)), default=len(curve) - 1)
    return list(curve[first : last + 1]) if last - first > 1 else []


def _labels(lines: Sequence[Sequence[Point]], boxes: Iterable[_Box]) -> list[Point | None]:
    """Where each line's number stands: on its line, clear of boxes and of the numbers before, as far as there is room."""
    placed: list[Point] = []
    out: list[Point | None] = []
    walls = list(boxes)
    for line in lines:
        stops = [line[stop * (len(line) - 1) // 64] for stop in STOPS] if line else []
        clear = [p for p in stops if not any(box.holds(p, 8) for box in walls) and all(hypot(*_minus(p, q)) >= CLEAR for q in placed)]
        at = next(iter(clear or stops), None)
        out.append(at)
        placed += [at] if at else []
    return out


def _on(a: Point, control: Point, b: Point, t: float) -> Point:
    """The point at `t` of a quadratic Bézier curve."""
    u = 1 - t
    return tuple(u * u * a[k] + 2 * u * t * control[k] + t * t * b[k] for k in (0, 1))  # type: ignore[return-value]

"""Parts and wholes: which figure is told to be a part of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from legation.reconcile.entry import Entry, within
from legation.reconcile.values import SAME, shown


@dataclass
class Parts:
    """Within one quantity: the wholes each article names, and what it counts as their parts."""

    wholes: dict[str, list[tuple[Entry, Entry]]] = field(default_factory=lambda: defaultdict(list))

    def explain(self, a: Entry, b: Entry) -> str | None:
        """Why one of two figures is a part of the other; None where neither is."""
        return told_part(a, b) or _on_top(a, b) or self._by_value(a, b) or self._by_value(b, a) or self._by_sum(a, b) or self._by_sum(b, a)

    def _by_value(self, part: Entry, whole: Entry) -> str | None:
        """A part of what another article gives the same value for."""
        for known, other in self.wholes.get(part.id, ()):
            if known is part and other is not whole and _equal(_point(other), _point(whole)) and _less(part, whole):
                return f"{part.said} is told to be a part of {other.said}"
        return None

    def _by_sum(self, rest: Entry, whole: Entry) -> str | None:
        """What remains of a whole after the part its own article names."""
        for part, other in self.wholes.get(whole.id, ()):
            if other is whole and part is not rest and _add_up(part, rest, whole):
                return f"{shown(_point(whole) / whole.factor)} is {shown(_point(rest) / rest.factor)} and {shown(_point(part) / part.factor)}"
        return None


def parts_of(members: Sequence[Entry]) -> Parts:
    """What the articles of a quantity tell of parts and wholes; one pass over the pairs of each article."""
    out = Parts()
    articles: dict[str, list[Entry]] = defaultdict(list)
    for m in members:
        articles[m.told.teller.digest].append(m)
    for own in articles.values():
        for k, a in enumerate(own):
            for b in own[k + 1 : k + NEIGHBOURS]:
                if told_part(a, b) or _on_top(a, b):
                    part, whole = (a, b) if _less(a, b) else (b, a)
                    out.wholes[part.id].append((part, whole))
                    out.wholes[whole.id].append((part, whole))
    return out


NEIGHBOURS = 20
"""An article that gives more figures of one quantity than this is a table; only near ones are parts of each other."""


def told_part(a: Entry, b: Entry) -> str | None:
    """Why the text itself makes one a part of the other."""
    for part, whole in ((a, b), (b, a)):
        if part.figure.part_of == whole.id:
            return f"{part.said} is told as a part of {whole.said}"
    if not _one_sentence(a, b):
        return None
    if a.subject.total != b.subject.total and a.role == b.role == "level":
        part, whole = (b, a) if a.subject.total else (a, b)
        if _less(part, whole) and not part.subject.former:
            return f"{part.said} of {whole.said}"
    first, second = (a, b) if a.span < b.span else (b, a)
    return within(second, first)


def _one_sentence(a: Entry, b: Entry) -> bool:
    return a.dimension == b.dimension and a.told.start == b.told.start and a.told.teller.digest == b.told.teller.digest


def _on_top(a: Entry, b: Entry) -> str | None:
    """What comes on top is a part of the level it leads to."""
    if a.increment == b.increment or a.dimension != b.dimension or a.role != "level" or a.role != b.role:
        return None
    part, whole = (a, b) if a.increment else (b, a)
    return f"{part.said} comes on top, {whole.said} is the whole" if _less(part, whole) else None


def _less(part: Entry, whole: Entry) -> bool:
    p, w = _point(part), _point(whole)
    return p < w * (1 - SAME)


def _point(e: Entry) -> float:
    value = e.high if e.low is None else e.low
    assert value is not None
    return value


def _equal(x: float, y: float) -> bool:
    return abs(x - y) <= SAME * max(abs(x), abs(y), 1e-9)


def _add_up(part: Entry, rest: Entry, whole: Entry) -> bool:
    return part.dimension == rest.dimension == whole.dimension and rest.role == "level" and _equal(_point(part) + _point(rest), _point(whole))

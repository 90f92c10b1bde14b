"""Circular reporting: papers that cite each other for one figure, so that no one of them is known to have it first hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.reconcile.checks import finding
from legation.reconcile.entry import Entry
from legation.reconcile.origins import source_key
from legation.words.finding import Finding, FindingKind

LONGEST = 4
"""Papers in a circle; longer ones are not looked for."""

Cites = Mapping[str, Mapping[str, Entry]]
"""Which paper cites which other one, and where."""


def circles(groups: Iterable[Sequence[Entry]]) -> Iterator[Finding]:
    """A finding for each circle of papers within one quantity, with the places where each cites the next."""
    for g in groups:
        if len(g) < 2:
            continue
        cites, names = _cites(g)
        seen: set[frozenset[str]] = set()
        for start in cites:
            for circle in _from(start, (start,), cites):
                if frozenset(circle) not in seen:
                    seen.add(frozenset(circle))
                    said = ", which cites ".join(names[k] for k in (*circle[1:], start))
                    claims = [cites[a][b] for a, b in zip(circle, (*circle[1:], start), strict=True)]
                    yield finding(FindingKind.CIRCLE, f"{names[start]} cites {said}", claims)


def _cites(group: Sequence[Entry]) -> tuple[Cites, dict[str, str]]:
    """Within a quantity: which of its papers gives another of its papers as its source; and the papers' names."""
    papers = {key: m.told.teller.publisher for m in group if m.told.teller.publisher and (key := source_key(m.told.teller.publisher, None))}
    out: dict[str, dict[str, Entry]] = defaultdict(dict)
    for m in group:
        own = source_key(m.told.teller.publisher or "", None)
        if m.origin.voiced and own and m.origin.key in papers and m.origin.key != own:
            out[own].setdefault(m.origin.key, m)
    return out, papers


def _from(start: str, path: tuple[str, ...], cites: Cites) -> Iterator[tuple[str, ...]]:
    """The circles that lead from a paper back to it."""
    for cited in cites.get(path[-1], ()):
        if cited == start:
            yield path
        elif cited not in path and len(path) < LONGEST:
            yield from _from(start, (*path, cited), cites)

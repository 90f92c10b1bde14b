"""Shelves in memory: every item of a case on the shelf where all it can have to do with stands, long shelves divided.

The store keeps the same shelves in the case, by the same rules (`store/shelving.py`); tests hold one against the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from legation.reconcile.item import STEP, Item

MOST = 256
"""A shelf of more items than this is divided, so that a new article costs no more in a large case than in a small one."""


def shelved(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Items by block (a shelf or, where it is too long, a part of it), each in the order of the case."""
    everything = list(items)
    known = {i.known for i in everything if i.known}
    shelves: dict[str, list[Item]] = defaultdict(list)
    for i in everything:
        home = home_of(i.shelf, i.sides, known.__contains__)
        shelves[home].append(i if home == i.shelf else replace(i, shelf=home))
    return {name: own for shelf in shelves.values() for name, own in _divided(sorted(shelf, key=lambda i: i.at), 0)}


def home_of(shelf: str, sides: Iterable[str], known: Callable[[str], bool]) -> str:
    """Where an item goes: the one known shelf that its missing party may be filled in from, else its own."""
    found = [side for side in sides if known(side)]
    return found[0].rpartition("|")[0] if len(found) == 1 else shelf


def block_of(shelf: str, path: Sequence[str], depth: int) -> str:
    """The name of a shelf's part at so many steps of its path."""
    return STEP.join((shelf, *path[:depth]))


def _divided(items: Sequence[Item], depth: int) -> Iterator[tuple[str, list[Item]]]:
    first = items[0]
    if len(items) <= MOST or depth == len(first.path):
        yield block_of(first.shelf, first.path, depth), list(items)
        return
    parts: dict[str, list[Item]] = defaultdict(list)
    for i in items:
        parts[i.path[depth]].append(i)
    for part in parts.values():
        yield from _divided(part, depth + 1)

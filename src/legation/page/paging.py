"""Paging: which part of a list is shown, and where its neighbours are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from legation.page.desk import Desk
from legation.page.visit import Visit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Rows `first` to `last` (from 1) of `total`, with the addresses of the parts before and after."""

    first: int
    last: int
    total: int
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, visit: Visit, total: int, usual: int) -> Paging:
        """The part that a visit asks for; the last one where it asks for more than there is."""
        size = visit.size(usual)
        page = min(visit.page, max(1, -(-total // size)))
        first = (page - 1) * size
        last = min(total, first + size)
        before = visit.again(page=page - 1 if page > 2 else None) if page > 1 else ""
        return cls(first + 1, last, total, before, visit.again(page=page + 1) if last < total else "")

    def cut(self, found: Sequence[T]) -> Sequence[T]:
        """The part of a whole list."""
        return found[self.first - 1 : self.last]

    def limit(self) -> list[Any]:
        """Values for `LIMIT ? OFFSET ?`."""
        return [self.last - self.first + 1, self.first - 1]


def paged(desk: Desk, visit: Visit, count: str, values: Sequence[Any], usual: int) -> Paging:
    """Paging over what a query counts."""
    return Paging.of(visit, int(desk.one(count, values) or 0), usual)


def leafed(visit: Visit, usual: int, read: Callable[[int, int], tuple[list[T], int]]) -> tuple[list[T], Paging]:
    """A part of a list, and its paging; `read` gives (those from an offset on, how many there are)."""
    size = visit.size(usual)
    found, total = read(size, (visit.page - 1) * size)
    paging = Paging.of(visit, total, usual)
    if total and not found:  # a part beyond the end: the last one is meant
        found, total = read(size, paging.first - 1)
    return found, paging

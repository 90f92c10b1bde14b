"""The analyst's word on what one quantity or one event is: groups merged, and claims taken out of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from legation.words.ruling import Rulings


class Named(Protocol):
    """A claim of a group."""

    @property
    def id(self) -> str:
        """The claim's id."""


T = TypeVar("T", bound=Named)


def arranged(groups: Sequence[list[T]], rulings: Rulings) -> list[list[T]]:
    """The groups as the analyst wants them; rulings on claims that are not there change nothing."""
    if not rulings.together and not rulings.apart:
        return list(groups)
    out = [[e for e in g if e.id not in rulings.apart] for g in groups]
    out += [[e] for g in groups for e in g if e.id in rulings.apart]
    home = {e.id: n for n, g in enumerate(out) for e in g}
    for one, other in rulings.together:
        if one in home and other in home and home[one] != home[other]:
            first, second = sorted((home[one], home[other]))
            out[first] += out[second]
            home |= {e.id: first for e in out[second]}
            out[second] = []
    return [g for g in out if g]

"""What changed between two states of a case."""

from __future__ import annotations

from dataclasses import dataclass

from legation.words.dispute import Dispute
from legation.words.quantity import Standing
from legation.words.verdict import Place


@dataclass(frozen=True, slots=True)
class Revision:
    """A quantity for which something else stands than before; None: nothing stood, or nothing stands any more."""

    quantity: str
    label: str
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Claims that came and went, disputes that arose and were settled, and quantities for which something else stands."""

    new: tuple[Place, ...] = ()
    gone: tuple[Place, ...] = ()
    arisen: tuple[Dispute, ...] = ()
    settled: tuple[Dispute, ...] = ()
    revised: tuple[Revision, ...] = ()

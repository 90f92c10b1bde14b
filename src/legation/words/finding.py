"""Findings: figures that do not fit together by arithmetic, whoever tells them, and papers that have them from each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.verdict import Place


class FindingKind(StrEnum):
    """Which check failed."""

    SUM = "parts exceed their whole"
    PRODUCT = "a total that its factors cannot make"
    SHARE = "a share that does not fit its base"
    RECORD = "a record that earlier values refute"
    RANKING = "a ranking that known values refute"
    CIRCLE = "papers that cite each other"


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed check: the claims it is about, the one that is called in question first, and the arithmetic in plain words."""

    id: str
    kind: FindingKind
    why: str
    places: tuple[Place, ...]
    origins: tuple[str, ...] = ()

"""Status: whether what is told is told as fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span


class Status(StrEnum):
    """The six statuses of a claim."""

    ACTUAL = "actual"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Words of estimative probability as they stand in the text, with the range in percent that ICD 203 gives them."""

    words: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or act noun of the text with its status, also where no event is coded; `likelihood` where the text says how likely."""

    span: Span
    status: Status
    likelihood: Likelihood | None = None

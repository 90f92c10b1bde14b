"""Tensions: two claims that are no figures and pull against each other. Neither is called wrong; both are shown with their days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.evidence import Span
from legation.words.period import Period


class TensionKind(StrEnum):
    """How two claims are opposed."""

    ACTS = "opposed acts"
    WORDS = "opposed words"
    RANKS = "opposed rankings"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two claims: where it stands, when it is so (`when`, where the text says), and when it was told.

    `claim` is the id of an event, a statement or a voice; `span` the words that are opposed.
    """

    claim: str
    article: str
    span: Span
    when: Period | None = None
    told: Period | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Tension:
    """Two claims on the same parties that pull against each other, with the reason in plain words; `a` was told no later than `b`.

    `more` is how many further pairs of texts are opposed in the same way.
    """

    id: str
    kind: TensionKind
    parties: tuple[str, ...]
    why: str
    a: Side
    b: Side
    more: int = 0

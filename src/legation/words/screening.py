"""Screening: whom a list names, and where a case seems to speak of them."""

from __future__ import annotations

from dataclasses import dataclass

from legation.words.entity import EntityKind
from legation.words.evidence import Evidence, Span


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list. `kind` is PERSON, COMPANY or SHIP, None where the list does not tell; `weak` names are shared by many.

    `countries` are ISO 3166 alpha-3 where the list's own writing is known, else as the list writes them; `imo` ships' numbers.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    kind: EntityKind | None = None
    countries: tuple[str, ...] = ()
    imo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenHit:
    """A place of an article that may speak of a listed entry: `score` from 0 to 1 with its reasons, `times` in that article.

    `name` is the listed name that fits, `evidence` the words of the first place, `sentence` the one they stand in; its span is of the article.
    """

    score: float
    why: tuple[str, ...]
    listed: Listed
    name: str
    evidence: Evidence
    sentence: str
    sentence_span: Span
    article_digest: str
    times: int = 1

"""Rulings: what the analyst's judgements come to, and each claim that was judged with its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.words.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the ledger heeds: claims whose quantities or events are one, claims that are of one of their own, and claims that are read right."""

    together: tuple[tuple[str, str], ...] = ()
    apart: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()


NO_RULINGS = Rulings()


@dataclass(frozen=True, slots=True)
class Ruled:
    """A judgement with the words it was made on; `review` where the reading has changed since. `words` are empty for a source."""

    judgement: Judgement = field(metadata={"flat": True})
    article: str = ""
    words: str = ""
    sentence: str = ""
    review: bool = False

"""Words that attribute: reporting verbs, nouns and adjectives, with the shapes their content takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table

CLAUSE_FRAMES = frozenset(("that", "quote", "np", "to", "whom-to", "as"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its kind (say, think, show, ask, will, mute), its frames and the prepositions that lead in its content."""

    lemma: str
    pos: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """All reporting words by lemma and part of speech (`verb`, `noun`, `adj`)."""
    out: dict[tuple[str, str], Cue] = {}
    for row in table("cues"):
        frames = frozenset(row["frames"].split())
        out[row["lemma"], row["pos"]] = Cue(row["lemma"], row["pos"], row["kind"], frames & CLAUSE_FRAMES, frames - CLAUSE_FRAMES)
    return out

"""The cues by which motives, judgements, comparisons, parts and forecasts are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that opens a statement: its kind and what stands beside it (`to`, `ing`, `np`, `as`, `part`, `of` or its own `clause`)."""

    word: str
    kind: str
    slot: str


@cache
def statement_cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """The cues of codes/data/statement_cues.tsv by class (verb, adj, noun, adverb, mark, prep, modal) and lemma."""
    out: dict[tuple[str, str], list[Cue]] = {}
    for row in table("statement_cues"):
        for word in row["words"].split(";"):
            out.setdefault((row["class"], word), []).append(Cue(word, row["kind"], row["slot"]))
    return {key: tuple(cues) for key, cues in out.items()}

"""Words that attribute: reporting verbs, nouns and adjectives with the shapes their content takes, and the nouns that can be a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table

FRAMES = frozenset(("that", "marked", "found", "quote", "np", "stance", "to", "whom-to"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its kind (say, think, show, ask, will, mute) and the frames of its content.

    `prepositions` lead in the content ("warn of"); `about_object` stand between an object and what is said of it ("describe ... as").
    """

    lemma: str
    pos: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    about_object: frozenset[str] = frozenset()


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """All reporting words by lemma and part of speech (`verb`, `noun`, `adj`)."""
    out: dict[tuple[str, str], Cue] = {}
    for row in table("cues"):
        frames = frozenset(row["frames"].split())
        about = frozenset(f.removeprefix("obj-") for f in frames if f.startswith("obj-"))
        leads = frozenset(f for f in frames - FRAMES if not f.startswith("obj-"))
        out[row["lemma"], row["pos"]] = Cue(row["lemma"], row["pos"], row["kind"], frames & FRAMES, leads, about)
    return out


@cache
def source_kinds() -> dict[str, str]:
    """What kind of source a common noun is, by lemma: `findings` (a study), `document` (a letter), `person`, `group`."""
    return {row["noun"]: "person" for row in table("persons")} | {row["word"]: row["kind"] for row in table("sources")}

"""Where a claim comes from: the end of its chain of voices, else the article itself. Articles that quote one ministry are one origin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from legation.codes.nouns import actor_nouns
from legation.reconcile.source import Teller
from legation.reconcile.wording import STATE, content
from legation.words.event import Event
from legation.words.figure import Figure


@dataclass(frozen=True, slots=True)
class Origin:
    """`key` is equal where two claims have one origin; `name` is for the reader; `voiced` where the text names a source."""

    key: str
    name: str
    voiced: bool


def two_sources(a: Origin, b: Origin) -> bool:
    """Whether two named sources speak."""
    return a.voiced and b.voiced and a.key != b.key


def origin_of(claim: Event | Figure, teller: Teller) -> Origin:
    """The innermost named voice; where none is named, the text: one for all its near-identical copies."""
    last = claim.voices[-1] if claim.voices else None
    speaker = last.speaker if last else claim.voice
    if not speaker or claim.voice_kind == "unknown":
        return Origin(f"text {teller.root}", teller.publisher or teller.id, False)
    return Origin(_key(speaker, last.country if last else None) or f"text {teller.root}", speaker, True)


@lru_cache(maxsize=20_000)
def _key(speaker: str, country: str | None) -> str:
    """The speaker's words in a form that "the Russian Ministry of Labor" and "Russia's Labor Ministry" share."""
    words = set(content(speaker, "origin"))
    generic = all(w.startswith(STATE) or w in actor_nouns() for w in words)
    if country and generic:
        words.add(STATE + country)
    return " ".join(sorted(words)) if words else speaker.strip().lower()

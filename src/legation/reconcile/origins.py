"""Where a claim comes from: the end of its chain of voices, else the article's paper. Articles that quote one ministry are one origin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from legation.codes.nouns import actor_nouns
from legation.reconcile.source import Teller
from legation.reconcile.weights import is_rare
from legation.reconcile.wording import STATE, TOKEN, canonical, content, fillers
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.statement import Statement, Tie
from legation.words.voice import Voice

NUMBERED = re.compile(r"\d|\b\w\b")
"""In the name of a paper that only a number or a letter tells from others (`Channel 4`); such a one is taken whole."""


@dataclass(frozen=True, slots=True)
class Origin:
    """`key` is equal where two claims have one origin; `name` is for the reader; `voiced` where the text names a source."""

    key: str
    name: str
    voiced: bool


def two_sources(a: Origin, b: Origin) -> bool:
    """Whether two named sources of one article speak; whom it named in full before it calls by the surname, "the ministry"."""
    x, y = set(a.key.split()), set(b.key.split())
    return a.voiced and b.voiced and not (x <= y or y <= x)


def origin_of(claim: Event | Figure | Statement | Tie | Voice, teller: Teller) -> Origin:
    """The innermost named voice; where none is named, the paper in which the text stood first, else the text, with all its near copies."""
    if isinstance(claim, Voice):
        last, speaker = claim.source(), claim.speaker
    else:
        last = claim.voices[-1] if claim.voices else None
        speaker = last.speaker if last else claim.voice
    if not speaker or getattr(claim, "voice_kind", None) == "unknown":
        return _own(teller)
    # "Experts" of two articles are not known to be the same experts.
    return Origin(source_key(speaker, last.country if last else None) or f"{speaker.lower()} in text {teller.root}", speaker, True)


def _own(teller: Teller) -> Origin:
    """An article's own voice: who quotes a paper and that paper itself are one origin, and so are all articles of it."""
    if teller.paper:
        return Origin((not NUMBERED.search(teller.paper) and source_key(teller.paper, None)) or teller.paper.lower(), teller.paper, False)
    return Origin(f"text {teller.root}", teller.publisher or teller.id, False)


@lru_cache(maxsize=20_000)
def source_key(speaker: str, country: str | None) -> str:
    """The words that name a source, in a form that "the Russian Ministry of Labor" and "Russia's Labor Ministry" share.

    A name that is nobody else's ("figures obtained by the South Korean newspaper Chosun Ilbo") stands alone; an organ needs its state, and
    so does a name of common words ("The Times of Israel"). Empty where the words name nobody ("officials", "many experts").
    """
    words = set(content(speaker, "origin"))
    states = {w for w in words if w.startswith(STATE)}
    names = {canonical(t.lower()) for t in TOKEN.findall(speaker) if t[0].isupper()} & words - states
    organs = {w for w in names or words if w in actor_nouns() and actor_nouns()[w].cls in ORGANS}
    if names and not organs:
        own = names - fillers("title") or names
        return " ".join(sorted(own if any(map(is_rare, own)) else own | states))
    if not organs:
        return ""
    if country:
        states.add(STATE + country)
    return " ".join(sorted((names or words) | states))


ORGANS = frozenset(("organ", "force", "body"))
"""Classes of nouns that every state has one of."""

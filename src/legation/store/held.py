"""What a case hands out: claims with where they stand, actors with how often they are named, hits of a search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.words.actor import ActorKind
from legation.words.claim import Claim
from legation.words.evidence import Span
from legation.words.voice import Voice


class Added(StrEnum):
    """What adding an article did: it is new, it was known in just this reading, or it is now read in another way."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Held:
    """A claim or voice of the case with its article (id and digest), its evidence in words and the sentence it stands in.

    `claim` is as the analyst corrected it, `read` as it was read; `judged` says what was decided on it (`rejected`, `to review`).
    """

    kind: str
    claim: Claim | Voice
    article_digest: str
    article: str
    words: str
    sentence: str
    sentence_span: Span
    judged: tuple[str, ...]
    read: Claim | Voice


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor of the case: its most used name, how often and in how many articles it is named."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of a full-text search: an article, claim or voice, with a piece of its text; found words stand between U+0002 and U+0003.

    The marks are control characters so that no article can forge them into markup; whoever shows a hit replaces them.
    """

    kind: str
    id: str
    article: str
    snippet: str

"""An article: text and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import EvidenceError
from legation.words.evidence import Evidence, Span, overlap
from legation.words.period import Period


@dataclass(frozen=True, slots=True)
class Junk:
    """A stretch of text that is not the article (page furniture, offers, credits); marked, never cut."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that bears on the day of publication: what it says and where it stands (None: outside the text)."""

    span: Span | None
    says: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article was published: a day or an interval.

    `basis` is `stated` (metadata, dateline, byline) or `inferred` (from the words, with their clues).
    """

    when: Period
    basis: str
    span: Span | None = None
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. `id` is the given id or else `digest`; `digest` hashes text, publisher, address and day.

    `path` says where it came from; `copy_of` names the digest of an earlier near-identical text (a wire copy).
    `notes` are one-line remarks of intake (a guessed encoding, a second date that was not taken).
    """

    id: str
    digest: str
    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Publication | None = None
    junk: tuple[Junk, ...] = ()
    copy_of: str | None = None
    notes: tuple[str, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """The evidence that stands at `span`. Raises EvidenceError where the span leaves the text."""
        start, end = span
        if not 0 <= start < end <= len(self.text):
            raise EvidenceError(f"article {self.id}: span {start}-{end} lies outside its {len(self.text)} characters")
        return Evidence(self.id, span, self.text[start:end])

    def is_junk(self, span: Span) -> bool:
        """Whether any part of the span was marked as junk."""
        return any(overlap(span, j.span) for j in self.junk)

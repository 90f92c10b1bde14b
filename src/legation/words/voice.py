"""Voices: who says it."""

from __future__ import annotations

from dataclasses import dataclass

from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain of voices, as a claim carries it; the chain stands outermost first."""

    speaker: str
    country: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One contiguous piece of attributed content (`span`) and who is said to have said it.

    `speaker` is None where the text hides it ("is believed to"), then `voice_kind` is `unknown`. `cue` is the reporting word.
    Pieces of one utterance share `utterance`. `country` is the state or body the speaker belongs to by the text.
    """

    id: str
    span: Span
    speaker: str | None
    speaker_span: Span | None = None
    country: str | None = None
    cue: str | None = None
    cue_span: Span | None = None
    verbatim: bool = False
    utterance: int = 0
    speaker_spans: tuple[Span, ...] = ()
    voice_kind: str | None = None

    def source(self) -> Source | None:
        """This voice as a link of a claim's chain; None where the speaker is hidden."""
        return Source(self.speaker, self.country, self.speaker_span) if self.speaker else None

"""The chain of voices over a claim, outermost first."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.words.evidence import Span
from legation.words.voice import Source


def chain_of(linked: Linked, span: Span) -> tuple[Source, ...]:
    """The sources whose content covers a span, outermost first; () where the article itself asserts it."""
    return tuple(s for v in linked.voices_over(span) if (s := v.source()))

"""One attribution: a reporting word with its source and what it reports."""

from __future__ import annotations

from dataclasses import dataclass

from legation.codes.cues import Cue
from legation.parse.doc import Token
from legation.words.evidence import Span

ACCORDING = Cue("according to", "adp", "say", frozenset(("that",)))


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting word, the head of the phrase that names its source (None: not said here) and the pieces of content, in text order.

    `direct` says that the pieces are quotes; `hidden` that the text names nobody on purpose ("is believed to").
    """

    cue: Token
    entry: Cue
    source: Token | None
    contents: tuple[Span, ...]
    direct: bool = False
    hidden: bool = False

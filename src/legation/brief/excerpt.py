"""Excerpts: the words of a claim inside their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legation.brief.plain import one_line, plain
from legation.words.evidence import Span
from legation.words.sentences import sentence_of

LONGEST = 2_000
"""Characters of a claim's words that are quoted: a voice may go on for pages."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article (`words`) with what stands before and after them in their sentence; plain text on one line."""

    before: str
    words: str
    after: str

    def short(self, width: int) -> Excerpt:
        """Cut from both ends around the words until it fits `width` characters; the cut is shown by `…`."""
        room = width - len(self.words)
        if room < 0:
            return Excerpt("", self.words[: width - 1] + "…", "")
        if len(self.before) + len(self.after) <= room:
            return self
        right = min(len(self.after), max(room // 2, room - len(self.before)))
        return Excerpt(_tail(self.before, room - right), self.words, _head(self.after, right))

    def __str__(self) -> str:
        return self.before + self.words + self.after


def _tail(text: str, room: int) -> str:
    """The end of a text, from a word's beginning, in at most `room` characters."""
    if len(text) <= room:
        return text
    if room < 2:
        return ""
    kept = text[len(text) - room + 1 :]
    return "…" + (kept[kept.find(" ") :] if " " in kept else "")


def _head(text: str, room: int) -> str:
    """The beginning of a text, up to a word's end, in at most `room` characters."""
    if len(text) <= room:
        return text
    if room < 2:
        return ""
    kept = text[: room - 1]
    return kept[: kept.rfind(" ") + 1] + "…"


def excerpt(text: str, span: Span, sentences: Sequence[Span] = ()) -> Excerpt:
    """The span's words inside their sentence, of an article whose sentences stand at `sentences`; very long words are cut."""
    first, last = sentence_of(text, sentences, span)
    before, after = (_SPACE.sub(" ", plain(part)) for part in (text[first : span[0]], text[span[1] : last]))
    words = one_line(text[span[0] : min(span[1], span[0] + LONGEST)])
    return Excerpt(before.lstrip(), words + ("…" if span[1] - span[0] > LONGEST else ""), after.rstrip())

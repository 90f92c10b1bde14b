"""Quotes and reported speech to their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from legation.parse.doc import Doc
from legation.words.actor import Mention
from legation.words.article import Article
from legation.words.voice import Voice


def link_voices(article: Article, doc: Doc, mentions: Sequence[Mention]) -> tuple[Voice, ...]:
    """All attributed contents of an article with speaker, country and cue, in text order."""
    return ()

"""Contexts: which of PLOVER's fields of politics an act belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from legation.codes.plover import context_words
from legation.parse.doc import Token


def contexts_of(own: Iterable[str], tokens: Iterable[Token]) -> tuple[str, ...]:
    """The row's own contexts, then those that the words of the act bring up, each once."""
    table = context_words()
    found = dict.fromkeys(own)
    for t in tokens:
        if (context := table.get(t.lemma) or table.get(t.lower)) is not None:
            found.setdefault(context)
    return tuple(found)

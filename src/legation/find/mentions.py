"""Names of actors that the text shows, with all they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.codes.gazetteer import Entry
from legation.codes.own import occurrences_with
from legation.parse.doc import Doc
from legation.words.actor import NO_NAMES, OwnNames
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name of the tables at its place; more than one entry where the surface is ambiguous."""

    span: Span
    entries: tuple[Entry, ...]


def find_names(doc: Doc, own: OwnNames = NO_NAMES) -> Iterator[FoundName]:
    """Every name of the gazetteer, and of the analyst, that stands on tokens of the document, in text order; junk has no tokens."""
    for start, end, entries in occurrences_with(doc.text, own):
        if doc.at(start) is not None:
            yield FoundName((start, end), entries)

"""Amounts that the text shows: numbers with their bound, unit and rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.parse.doc import Doc, Token
from legation.words.amount import Amount
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount, where it stands, the token that carries the number and the noun it counts (None where there is none)."""

    span: Span
    amount: Amount
    token: Token
    noun: Token | None = None


def find_amounts(doc: Doc) -> Iterator[FoundAmount]:
    """All amounts of a document, in text order."""
    return iter(())

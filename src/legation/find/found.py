"""Found amounts: what a number in the text was read to be, before it is known what it measures."""

from __future__ import annotations

from dataclasses import dataclass

from legation.find.sorts import Sort
from legation.parse.doc import Token
from legation.words.amount import Amount
from legation.words.evidence import Span


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount, where it stands, the token that carries the number and the noun it counts (None where there is none).

    `family` is the family of its unit (mass, money, time...), `count` for counted nouns, None where it stands alone.
    """

    span: Span
    amount: Amount
    token: Token
    noun: Token | None = None
    sort: Sort = Sort.AMOUNT
    family: str | None = None

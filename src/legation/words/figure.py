"""Figures: how much of what, from whom to whom, in which period, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.words.amount import Amount
from legation.words.evidence import Span
from legation.words.period import Period
from legation.words.status import Status
from legation.words.voice import Source


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount with its meaning. In JSON `giver` and `receiver` are `from` and `to`, and the amount's fields stand flat.

    `measure` is of GUIDE's closed list (None in `numbers`); `of` says in plain words what is measured; `share_of` and
    `part_of` name the id of the figure it is a share or a part of, where the text says so. `sides_why` says what the rules alone
    take for giver and receiver, where these were weighed otherwise. `heads` are the heads and the caption
    that speak for a number in a table.
    """

    id: str
    span: Span
    amount: Amount = field(metadata={"flat": True})
    measure: str | None = None
    of: str | None = None
    giver: str | None = field(default=None, metadata={"json": "from"})
    receiver: str | None = field(default=None, metadata={"json": "to"})
    when: Period | None = None
    when_why: str | None = None
    status: Status = Status.ACTUAL
    voice: str | None = None
    voices: tuple[Source, ...] = ()
    voice_kind: str | None = None
    part_of: str | None = None
    heads: tuple[Span, ...] = ()
    rule: str = ""
    sides_why: str | None = None

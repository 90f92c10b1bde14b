"""A quantity's claims as marks over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.brief.dotplot import Dot
from legation.brief.plain import one_line
from legation.brief.wording import amount_words, period_words
from legation.page.item import place
from legation.page.visit import Visit
from legation.store.held import Held
from legation.words.quantity import Member
from legation.words.status import Status


def numbered(members: Sequence[Member]) -> dict[str, int]:
    """A number for each origin, in the order in which they come up: it gives an origin its colour and shape."""
    return {origin: n for n, origin in enumerate(dict.fromkeys(m.origin for m in members))}


def dots(visit: Visit, members: Sequence[Member], held: Mapping[str, Held]) -> Iterator[Dot]:
    """The levels among the members; a change has no place beside them."""
    numbers = numbered(members)
    for m in members:
        if m.claim not in held or m.role != "level" or m.amount.change:
            continue
        when, words = m.when or m.holds, amount_words(m.amount, held[m.claim].words)
        hedge = "" if m.status is Status.ACTUAL else f", {m.status.value}"
        label = f"{words}, {period_words(when, short=True) or 'no day'}{hedge}: {one_line(m.origin or held[m.claim].article)}"
        amount = m.amount
        sure = m.status is Status.ACTUAL
        yield Dot(amount.low, amount.high, when, numbers[m.origin], sure, amount.approx, label, place(visit, held[m.claim]))

"""The books: what pages ask of the ledger. One face, two sources: the ledger that the case keeps, and one made for a day gone by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from legation.brief.flows import Flow
from legation.brief.wording import tone_of
from legation.words.dispute import Dispute, DisputeKind
from legation.words.event import EventType
from legation.words.finding import Finding
from legation.words.quantity import Happening, Quantity
from legation.words.tension import Tension

Entry: TypeAlias = Quantity | Happening | Tension | Finding
"""What a dispute can be about."""

Days: TypeAlias = Counter[tuple[str, date, str]]
"""Acts told as fact by who acts (`out`: the first of the two; `in`: the other; `both`: together), first day, and tone."""

Kinds: TypeAlias = Counter[tuple[EventType, date]]
"""Acts told as fact by type and first day."""

WAYS = ("out", "in", "both")


@dataclass(frozen=True, slots=True)
class Acts:
    """Which acts are wanted; what is empty asks nothing. With `actor` alone those it has a part in, with `other` too those of the two.

    `way` says who acts: `out` the actor, `in` the other, `both` together. `fact` is `yes` or `no`. `until` is the last day on which they begin.
    """

    actor: str = ""
    other: str = ""
    way: str = ""
    type: str = ""
    tone: str = ""
    fact: str = ""
    until: str = ""

    @property
    def types(self) -> frozenset[str]:
        """The types that fit type and tone; empty where neither is asked."""
        if self.type:
            return frozenset({self.type})
        return frozenset(t.value for t in EventType if tone_of(t) == self.tone) if self.tone else frozenset()


@dataclass(frozen=True, slots=True)
class Amounts:
    """Which quantities are wanted: of a measure or of some (`of`), told more than once, of an actor, or of two."""

    measure: str = ""
    several: bool = False
    actor: str = ""
    other: str = ""
    of: frozenset[str] = frozenset()


class Books(Protocol):
    """The ledger as pages ask for it. Lists come as (those of the page, how many there are)."""

    def counts(self) -> dict[str, int]:
        """How many acts, quantities and disputes there are."""

    def disputes(self, kind: str, limit: int, offset: int) -> list[Dispute]:
        """Disputes, heaviest first; all kinds where none is given."""

    def dispute_kinds(self) -> dict[DisputeKind, int]:
        """How many disputes of each kind there are."""

    def disputes_between(self, a: str, b: str, limit: int) -> list[Dispute]:
        """Disputes on what two actors do to each other or exchange."""

    def entries(self, ids: Sequence[str]) -> Iterable[Entry]:
        """What disputes are about, by their subjects' ids; members may be left out."""

    def quantity(self, id: str) -> Quantity | None:
        """The quantity with this id, or of which a claim is a member."""

    def quantities(self, wanted: Amounts, limit: int, offset: int) -> tuple[list[Quantity], int]:
        """Quantities, disputed ones first, then those that most origins tell of."""

    def measures(self) -> list[str]:
        """The measures that quantities are of."""

    def happening(self, id: str) -> Happening | None:
        """The act with this id, or of which a claim is a telling."""

    def acts(self, wanted: Acts, limit: int, offset: int) -> tuple[list[Happening], int]:
        """Acts, latest first, undated ones last."""

    def flows(self, actor: str = "", limit: int = 400) -> list[Flow]:
        """Who acts towards whom, told as fact, most acts first; of one actor where one is given."""

    def days(self, a: str, b: str) -> Days:
        """When two actors act towards each other."""

    def kinds(self) -> Kinds:
        """When acts of each type were done, told as fact."""


def way_of(giver: str, mutual: bool, a: str) -> str:
    """Who acts, seen from `a`."""
    return "both" if mutual else "out" if giver == a else "in"

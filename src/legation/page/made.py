"""Books made from the claims for this once: of a day gone by, or where the case cannot keep its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation import api
from legation.brief.flows import Flow, flows_of, is_fact
from legation.brief.wording import tone_of
from legation.page.books import Acts, Amounts, Days, Entry, Kinds
from legation.words.dispute import Dispute, DisputeKind
from legation.words.quantity import Happening, Ledger, Quantity
from legation.words.verdict import Relation


@dataclass(frozen=True)
class MadeBooks:
    """A whole ledger with what pages look up in it."""

    ledger: Ledger

    def counts(self) -> dict[str, int]:
        """How many acts, quantities and disputes there are."""
        return {"acts": len(self.ledger.events), "quantities": len(self.ledger.quantities), "disputes": len(self._disputes)}

    @cached_property
    def _disputes(self) -> tuple[Dispute, ...]:
        return api.disputes(self.ledger)

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        of = self.ledger
        found: list[Entry] = [*of.quantities, *of.events, *of.tensions, *of.findings]
        return {e.id: e for e in found}

    @cached_property
    def _quantities(self) -> list[Quantity]:
        return sorted(self.ledger.quantities, key=lambda q: (-_clashes(q), -q.origins, -len(q.members), q.label))

    @cached_property
    def _homes(self) -> dict[str, str]:
        """The quantity of each figure and the act of each telling."""
        figures = {m.claim: q.id for q in self.ledger.quantities for m in q.members}
        return figures | {m.claim: h.id for h in self.ledger.events for m in h.members}

    @cached_property
    def _acts(self) -> list[Happening]:
        return sorted(self.ledger.events, key=_day, reverse=True)

    def disputes(self, kind: str, limit: int, offset: int) -> list[Dispute]:
        """Disputes, heaviest first."""
        return [d for d in self._disputes if kind in ("", d.kind.value)][offset : offset + limit]

    def dispute_kinds(self) -> dict[DisputeKind, int]:
        """How many disputes of each kind there are."""
        return dict(Counter(d.kind for d in self._disputes))

    def disputes_between(self, a: str, b: str, limit: int) -> list[Dispute]:
        """Disputes on what two actors do to each other or exchange."""
        wanted = {h.id for h in self.ledger.events if _way(h, a, b)}
        wanted |= {q.id for q in self.ledger.quantities if {q.giver, q.receiver} == {a, b}}
        wanted |= {t.id for t in self.ledger.tensions if {a, b} <= {*t.parties}}
        return [d for d in self._disputes if d.subject in wanted][:limit]

    def entries(self, ids: Sequence[str]) -> Iterable[Entry]:
        """What disputes are about."""
        return [self._entries[id] for id in ids if id in self._entries]

    def quantity(self, id: str) -> Quantity | None:
        """The quantity with this id, or of which a claim is a member."""
        found = self._entries.get(self._homes.get(id, id))
        return found if isinstance(found, Quantity) else None

    def quantities(self, wanted: Amounts, limit: int, offset: int) -> tuple[list[Quantity], int]:
        """Quantities, disputed ones first."""
        found = [q for q in self._quantities if _fits(q, wanted)]
        return found[offset : offset + limit], len(found)

    def measures(self) -> list[str]:
        """The measures that quantities are of."""
        return sorted({q.measure for q in self.ledger.quantities})

    def happening(self, id: str) -> Happening | None:
        """The act with this id, or of which a claim is a telling."""
        found = self._entries.get(self._homes.get(id, id))
        return found if isinstance(found, Happening) else None

    def acts(self, wanted: Acts, limit: int, offset: int) -> tuple[list[Happening], int]:
        """Acts, latest first."""
        found = [h for h in self._acts if _wanted(h, wanted)]
        return found[offset : offset + limit], len(found)

    def flows(self, actor: str = "", limit: int = 400) -> list[Flow]:
        """Who acts towards whom, most acts first."""
        return [f for f in flows_of(self.ledger.events) if not actor or actor in (f.giver, f.receiver)][:limit]

    def days(self, a: str, b: str) -> Days:
        """When two actors act towards each other."""
        out: Days = Counter()
        for h in filter(is_fact, self.ledger.events):
            if (way := _way(h, a, b)) and (day := h.when and (h.when.first or h.when.last)):
                out[way, day, tone_of(h.type)] += 1
        return out

    def kinds(self) -> Kinds:
        """When acts of each type were done."""
        days = ((h.type, h.when and (h.when.first or h.when.last)) for h in self.ledger.events if is_fact(h))
        return Counter((kind, day) for kind, day in days if day)


def _clashes(q: Quantity) -> int:
    return sum(v.verdict is Relation.CONFLICT and v.sure for v in q.verdicts)


def _day(h: Happening) -> tuple[str, str]:
    day = h.when and (h.when.first or h.when.last)
    return str(day or ""), h.id


def _way(h: Happening, a: str, b: str) -> str:
    """Who of two acts towards the other, seen from `a`; empty where neither does, as where both act on a third."""
    if not h.recipients:
        return "both" if {a, b} <= {*h.actors} else ""
    return "out" if a in h.actors and b in h.recipients else "in" if b in h.actors and a in h.recipients else ""


def _fits(q: Quantity, wanted: Amounts) -> bool:
    if (wanted.measure and q.measure != wanted.measure) or (wanted.several and len(q.members) < 2) or (wanted.of and q.measure not in wanted.of):
        return False
    parties = {q.giver, q.receiver}
    return parties == {wanted.actor, wanted.other} if wanted.other else not wanted.actor or wanted.actor in parties


def _wanted(h: Happening, wanted: Acts) -> bool:
    if wanted.other:
        way = _way(h, wanted.actor, wanted.other)
        if not way or wanted.way not in ("", way):
            return False
    elif wanted.actor and wanted.actor not in (*h.actors, *h.recipients):
        return False
    if wanted.fact and is_fact(h) != (wanted.fact == "yes"):
        return False
    if wanted.until and _day(h)[0] > wanted.until:
        return False
    return not wanted.types or h.type.value in wanted.types

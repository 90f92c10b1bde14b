"""The quantities of a ledger where a model finds them: by measure and by party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from legation.model.text import ANYBODY, NOBODY, Pattern
from legation.reconcile.measures import measure
from legation.words.quantity import Ledger, Quantity
from legation.words.verdict import Relation


class Shelf:
    """A ledger's quantities, found without looking through all of them."""

    def __init__(self, ledger: Ledger) -> None:
        self._by_measure: dict[str, list[Quantity]] = defaultdict(list)
        self._by_party: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
        for q in ledger.quantities:
            self._by_measure[q.measure].append(q)
            for party in {q.giver, q.receiver} - {None}:
                self._by_party[q.measure, str(party)].append(q)

    def told_as(self, measures: Iterable[str]) -> Iterator[Quantity]:
        """The quantities of some measures."""
        for name in dict.fromkeys(measures):
            yield from self._by_measure.get(name, ())

    def fitting(self, pattern: Pattern, parties: Mapping[str, str]) -> Iterator[Quantity]:
        """The quantities that a pattern may take its claims from, with the parties named."""
        must = next((parties[name] for name in (pattern.giver, pattern.receiver) if name in parties), None)
        for name in dict.fromkeys(p.measure for p in pattern.picks):
            found = self._by_measure.get(name, ()) if must is None else self._by_party.get((name, must), ())
            yield from (q for q in found if _fits(pattern, q, parties))

    @cached_property
    def otherwise(self) -> Mapping[str, str]:
        """What the ledger says of claims that count something else than another claim of theirs; a floor of a part is one of the whole too."""
        out: dict[str, str] = {}
        for q in self.told_as(self._by_measure):
            closed = {m.claim for m in q.members if m.amount.high is not None}
            for v in q.verdicts:
                if v.verdict is Relation.OTHER_DEFINITION and {v.a.claim, v.b.claim} <= closed:
                    out.setdefault(v.a.claim, f"counted otherwise than {v.b.claim[:8]}: {v.why}")
                    out.setdefault(v.b.claim, f"counted otherwise than {v.a.claim[:8]}: {v.why}")
        return out


def _fits(pattern: Pattern, q: Quantity, parties: Mapping[str, str]) -> bool:
    sides = [(q.giver, q.receiver)] + ([(q.receiver, q.giver)] if measure(q.measure).parties == "both" else [])
    return any(_side(pattern.giver, g, parties) and _side(pattern.receiver, r, parties) for g, r in sides)


def _side(name: str, party: str | None, parties: Mapping[str, str]) -> bool:
    if name in ("", NOBODY, ANYBODY):
        return not name or (party is None) == (name == NOBODY)
    return party == parties.get(name.removesuffix("?")) or (name.endswith("?") and party is None)

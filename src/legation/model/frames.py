"""What the runs of a model are about: parties, and the quantity and the period that lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from legation.model.picking import picked
from legation.model.shelf import Shelf
from legation.model.text import ANYBODY, NOBODY, ModelText, Pattern
from legation.reconcile.measures import measure
from legation.words.period import Period
from legation.words.quantity import Member, Quantity

MOST = 400
"""Ways at most to name a model's parties where that takes two quantities of the ledger."""


@dataclass(frozen=True)
class Frame:
    """What one run is about."""

    parties: Mapping[str, str]
    lead: Quantity | None = None
    whole: Member | None = None
    when: Period | None = None


def frames(model: ModelText, shelf: Shelf) -> Iterator[Frame]:
    """All that a model could be run on: for each quantity that leads, each of its periods; or for all ways to name the parties."""
    leads = [p for p in model.quantities if p.lead]
    if not leads:
        yield from (Frame(parties) for parties in _assignments(model, shelf))
        return
    for q in shelf.told_as(p.measure for p in leads[0].picks):
        for parties in _matches(leads[0], q):
            levels = [m for m in q.members if any(picked(pick, q, m) for pick in leads[0].picks)]
            if any(p.many and not p.picks for p in model.quantities):
                yield from (Frame(parties, q, m, m.when) for m in levels)
            elif model.time == "any":
                yield Frame(parties, q)
            else:
                yield from (Frame(parties, q, when=when) for when in dict.fromkeys(m.when for m in levels if m.when and m.when.days))


def _assignments(model: ModelText, shelf: Shelf) -> list[Mapping[str, str]]:
    """All ways to name the model's parties: from one quantity of the ledger, or from two that fit together."""
    told = ((p, q) for p in model.quantities for q in shelf.told_as(pick.measure for pick in p.picks))
    partial: list[Mapping[str, str]] = list({tuple(sorted(m.items())): m for p, q in told for m in _matches(p, q)}.values())
    full = [m for m in partial if set(model.parties) <= m.keys()]
    return full or list({tuple(sorted(m.items())): m for m in islice(_joined(partial, set(model.parties)), MOST)}.values())


def _joined(partial: Sequence[Mapping[str, str]], wanted: set[str]) -> Iterator[Mapping[str, str]]:
    """Pairs that name all parties between them and agree on those that both name."""
    kinds: dict[frozenset[str], list[Mapping[str, str]]] = defaultdict(list)
    for m in partial:
        kinds[frozenset(m)].append(m)
    for one, other in combinations(kinds, 2):
        if not wanted <= one | other:
            continue
        shared = sorted(one & other)
        beside: dict[tuple[str, ...], list[Mapping[str, str]]] = defaultdict(list)
        for m in kinds[other]:
            beside[tuple(m[name] for name in shared)].append(m)
        yield from ({**a, **b} for a in kinds[one] for b in beside[tuple(a[name] for name in shared)])


def _matches(pattern: Pattern, q: Quantity) -> Iterator[dict[str, str]]:
    """The parties under which a quantity of the ledger fits a pattern that names them all; both ways where the measure has no direction.

    A party with a `?` may be missing, but only in a lead: elsewhere what names none would fit everybody.
    """
    loose = ANYBODY in (pattern.giver, pattern.receiver) or ("?" in pattern.giver + pattern.receiver and not pattern.lead)
    if loose or q.measure not in {p.measure for p in pattern.picks}:
        return
    sides = [(q.giver, q.receiver)] + ([(q.receiver, q.giver)] if measure(q.measure).parties == "both" else [])
    for giver, receiver in sides:
        placed = ((pattern.giver, giver), (pattern.receiver, receiver))
        named = [(name, party) for name, party in placed if name not in ("", NOBODY)]
        alone = all(party is None for name, party in placed if name == NOBODY)
        if named and alone and all(party or name.endswith("?") for name, party in named):
            yield {name.removesuffix("?"): party for name, party in named if party}

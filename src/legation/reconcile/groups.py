"""Which figures of one shelf speak of one quantity."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from legation.reconcile.entry import Entry
from legation.reconcile.likeness import likeness
from legation.reconcile.measures import Nature
from legation.reconcile.periods import ZONE
from legation.reconcile.weights import rarest

LOOK = 6
"""Groups that a figure is held against at most: those that share most with it."""

KEPT = 4 * LOOK
"""Groups that a shelf remembers for a word, the latest: a word that many more share tells nothing."""

ALIKE = {Nature.STOCK: 0.3, Nature.FLOW: 0.3, Nature.DECREED: 0.3, Nature.TOLL: 0.12, Nature.EVENT: 0.2}
"""How alike two sentences must be where measure and parties do not settle it; a toll of the same days in the same land needs less."""

LASTING = 0.6
"""How alike two figures of how long something lasts must be."""

UNTIED = 0.25
"""How much more alike two figures must be that have no party in common."""


@dataclass
class Group:
    """Figures of one quantity."""

    members: list[Entry] = field(default_factory=list)
    goods: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def add(self, e: Entry) -> None:
        """Takes a figure in."""
        self.members.append(e)
        self.goods |= e.subject.goods
        self.places |= e.subject.places

    def add_change(self, e: Entry) -> None:
        """Takes a change in. What comes on top in the levels' own dimension ("the 20 % addition") is compared as a level, not reckoned with."""
        first = self.members[0]
        self.add(replace(e, role="level", measure=first.measure) if e.dimension == first.dimension else e)

    def likeness(self, e: Entry) -> float | None:
        """How alike a figure is to the group; None where goods, places, heads or days keep them apart."""
        if _clash(e.subject.goods, self.goods) or _clash(e.subject.places, self.places):
            return None
        return likeness(e, self.examples())

    def settles(self, e: Entry) -> bool:
        """Whether measure and parties alone say what a figure is of: soldiers of a state may be all of them, or those it sends somewhere."""
        if e.measure.parties == "holder" and e.measure.unit == "people" and not (e.receiver and self.members[0].receiver):
            return False
        return e.measure.subject == "parties"

    def told_by(self, e: Entry) -> list[Entry]:
        """The members of a figure's own article."""
        return [m for m in self.members if m.told.teller.digest == e.told.teller.digest]

    def examples(self) -> list[Entry]:
        """Members that stand for all: the first and the last two."""
        return self.members if len(self.members) <= 3 else [self.members[0], *self.members[-2:]]


def group(figures: Sequence[Entry], follows: dict[str, str]) -> list[list[Entry]]:
    """The figures of a shelf by quantity, in the order given; `follows` says beside which one a figure stands whatever it is itself."""
    alone = [e for e in figures if e.id not in follows]
    kinds: dict[str, _Kind] = defaultdict(_Kind)
    # Figures whose parties are all named make the groups that those with a party left out may join.
    for e in sorted((e for e in alone if e.role == "level"), key=lambda e: e.lacking):
        kinds[e.dimension].take(e)
    for e in alone:
        if e.role != "level":
            levels = _levels_of(e, kinds.values()) if e.role == "change" else None
            if levels:
                levels.add_change(e)
            else:
                kinds[e.dimension].take(e)
    groups = [g for kind in kinds.values() for g in kind.groups]
    at = {m.id: g for g in groups for m in g.members}
    for e in figures:
        if e.id in follows and (beside := at.get(follows[e.id])):
            at[e.id] = beside
            (beside.add_change if e.role == "change" and not e.whole else beside.add)(e)
    return [g.members for g in groups]


def _enough(e: Entry) -> float:
    """How alike a figure must be to a group; more where no party is named that ties them, and of spans of time, which much takes."""
    if e.dimension == "time":
        return LASTING
    return ALIKE[e.measure.nature] + (0.0 if e.measure.parties != "none" and (e.giver or e.receiver) else UNTIED)


class _Kind:
    """The groups of one dimension."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.by_word: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=KEPT))

    def take(self, e: Entry) -> None:
        """Puts a figure into the group it fits best, or into a new one."""
        best = max(self._fitting(e), key=lambda p: p[0], default=None)
        if best is None:
            n = len(self.groups)
            self.groups.append(Group())
        else:
            n = best[1]
        self.groups[n].add(e)
        for word in (*(e.subject.words | e.subject.context), *_days(e)):
            if n not in self.by_word[word]:
                self.by_word[word].append(n)

    def near(self, e: Entry) -> list[Group]:
        """The groups worth holding a figure against."""
        return [self.groups[n] for n in self._near(e)]

    def _fitting(self, e: Entry) -> Iterator[tuple[float, int]]:
        for n in self._near(e):
            alike = self.groups[n].likeness(e)
            if alike is not None and (self.groups[n].settles(e) or alike >= _enough(e)):
                yield alike, n

    def _near(self, e: Entry) -> list[int]:
        """The groups that share most words with a figure, rare ones first; any where measure and parties settle it or nothing else is said."""
        if e.measure.subject == "parties" or not e.subject.context:
            return list(range(min(LOOK, len(self.groups))))
        shared: Counter[int] = Counter()
        for word in (*rarest(e.subject.words | e.subject.context), *_days(e)):
            for n in self.by_word.get(word, ()):
                shared[n] += 1
        return [n for n, _ in shared.most_common(LOOK)]


def _days(e: Entry) -> tuple[str, ...]:
    """The days of a toll as words: tolls of one land and day may be of one occasion, however they are told."""
    first = e.holds.first if e.holds and e.measure.nature is Nature.TOLL else None
    return tuple(str(first.toordinal() + shift) for shift in range(-ZONE, ZONE + 1)) if first else ()


def _clash(a: frozenset[str] | set[str], b: frozenset[str] | set[str]) -> bool:
    return bool(a and b and a.isdisjoint(b))


def _levels_of(e: Entry, kinds: Iterable[_Kind]) -> Group | None:
    """The levels that a change or ratio speaks of: those of its own article first, its own sentence before all."""
    ranked: list[tuple[bool, bool, float, int, Group]] = []
    for g in (g for kind in kinds for g in kind.near(e) if g.members[0].role == "level"):
        alike = g.likeness(e)
        if alike is None or (e.measure.subject != "parties" and alike < _enough(e)):
            continue
        near = g.told_by(e)
        ranked.append((any(m.told.start == e.told.start for m in near), bool(near), alike, -len(ranked), g))
    return max(ranked, key=lambda r: r[:4])[4] if ranked else None

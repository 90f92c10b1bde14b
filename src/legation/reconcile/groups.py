"""Which figures speak of one quantity. Blocks first, so that cost grows with figures, not with pairs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.reconcile.entry import Entry, within
from legation.reconcile.measures import Nature
from legation.reconcile.periods import ZONE, gap, told_after
from legation.reconcile.subjects import RUNNING
from legation.reconcile.values import equal
from legation.reconcile.wording import STATE

LOOK = 6
"""Groups of a block that a figure is held against at most: those that share most with it."""

ALIKE = {Nature.STOCK: 0.3, Nature.FLOW: 0.3, Nature.DECREED: 0.3, Nature.TOLL: 0.12, Nature.EVENT: 0.2}
"""How alike two sentences must be where measure and parties do not settle it; a toll of the same days in the same land needs less."""

APART_DAYS = {Nature.TOLL: 31, Nature.EVENT: 7}
"""Tolls and counts of an occasion further apart in time are of another occasion."""

SHRUNK, GROWN = 0.8, 20.0
"""How far a toll told later may lie from the one told before and still be of one occasion."""

FADING = 0.01
"""What a day between two counts of an occasion takes from their likeness."""

ONE_SENTENCE = 0.6
"""How alike the words beside two numbers of one sentence must be."""

TELLING = 0.1
"""What the same value, told to the last digit, adds to likeness."""


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

    def examples(self) -> list[Entry]:
        """Members that stand for all: the first and the last two."""
        return self.members if len(self.members) <= 3 else [self.members[0], *self.members[-2:]]


def group(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Figures that speak of one quantity together, each in the order given."""
    everything = list(entries)
    weights = _Weights(everything)
    blocks: dict[tuple[str, ...], _Block] = defaultdict(lambda: _Block(weights))
    levels = [e for e in everything if e.role == "level" and not e.whole]
    # Figures whose parties are all named make the groups that those with a party left out may join.
    for e in sorted(levels, key=_lacking):
        blocks[_completed(e, blocks) if _lacking(e) else _key(e)].take(e)
    for e in everything:
        if e.role != "level" and not e.whole:
            _attach(e, blocks, weights)
    groups = [g for block in blocks.values() for g in block.groups]
    at = {m.id: g for g in groups for m in g.members}
    for e in everything:
        if e.whole:
            at[e.id] = at[e.whole]
            at[e.id].add(e)
    return [g.members for g in _with_parts(groups)]


def _family(e: Entry) -> str:
    return e.measure.name


def _key(e: Entry, dimension: str | None = None) -> tuple[str, ...]:
    """Figures that differ in this never speak of one quantity."""
    giver = "" if e.measure.parties == "none" else e.giver or ""
    receiver = e.receiver or "" if e.measure.parties in ("pair", "both") else ""
    return (_family(e), giver, receiver, dimension or e.dimension)


def _lacking(e: Entry) -> int:
    """How many parties the text leaves out that such a measure has; the rest of the world is one that is named."""
    sides = {"pair": (e.figure.giver, e.figure.receiver), "both": (e.figure.giver, e.figure.receiver), "holder": (e.figure.giver,)}
    return sum(side is None for side in sides.get(e.measure.parties, ()))


def _completed(e: Entry, blocks: Mapping[tuple[str, ...], _Block]) -> tuple[str, ...]:
    """The key with the missing party filled in where the text beside the number names just one that other figures of the kind have."""
    family, giver, receiver, dimension = own = _key(e)
    # What the number's own clause names goes before what the rest of the sentence names.
    named = {w.removeprefix(STATE) for w in e.subject.places or e.subject.context if w.startswith(STATE)}
    givers, receivers = ({giver} if giver else named), ({receiver} if receiver else named)
    if e.measure.parties == "holder":
        receivers = {""}
    sides = [(g, r) for g in sorted(givers) for r in sorted(receivers) if g != r]
    found = [key for key in ((family, g, r, dimension) for g, r in sides) if key in blocks]
    return found[0] if len(found) == 1 else own


class _Block:
    """The groups of one key."""

    def __init__(self, weights: _Weights) -> None:
        self.groups: list[Group] = []
        self.weights = weights
        self.by_word: dict[str, dict[int, None]] = defaultdict(dict)

    def take(self, e: Entry) -> None:
        """Puts a figure into the group it fits best, or into a new one."""
        best = max(self._fitting(e), key=lambda p: p[0], default=None)
        if best is None:
            n = len(self.groups)
            self.groups.append(Group())
        else:
            n = best[1]
        self.groups[n].add(e)
        for word in e.subject.words | e.subject.context:
            self.by_word[word][n] = None

    def _fitting(self, e: Entry) -> Iterator[tuple[float, int]]:
        free = e.measure.subject == "parties"
        for n in range(min(LOOK, len(self.groups))) if free else self._near(e):
            likeness = self.weights.likeness(e, self.groups[n])
            if likeness is not None and (free or likeness >= ALIKE[e.measure.nature]):
                yield likeness, n

    def _near(self, e: Entry) -> list[int]:
        """The groups that share most words with a figure, the rarest words first."""
        shared: Counter[int] = Counter()
        for word in self.weights.rarest(e.subject.words | e.subject.context):
            for n in list(self.by_word.get(word, ()))[-LOOK * 4 :]:
                shared[n] += 1
        return [n for n, _ in shared.most_common(LOOK)]


class _Weights:
    """How much a word tells: rare words of the case tell more."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        seen = Counter(w for e in entries for w in e.subject.context)
        total = len(entries)
        self.weight = {w: math.log(1 + total / n) for w, n in seen.items()}
        self.default = math.log(1 + total)

    def rarest(self, words: Iterable[str], count: int = 8) -> list[str]:
        """The words that tell most."""
        return sorted(words, key=lambda w: (-self.weight.get(w, self.default), w))[:count]

    def likeness(self, e: Entry, group: Group) -> float | None:
        """How alike a figure is to a group, 0 to 1 or a little more; None where something keeps them apart."""
        if _clash(e.subject.goods, group.goods) or _clash(e.subject.places, group.places):
            return None
        found = [self._alike(e, m) for m in group.examples()]
        return None if None in found else max(x for x in found if x is not None)

    def _alike(self, e: Entry, m: Entry) -> float | None:
        if e.measure.subject == "like":
            x, y = e.subject.head, m.subject.head
            if x and y and x != y:
                return None
            if e.measure.nature in APART_DAYS and not _one_occasion(e, m):
                return None
        if e.receiver and m.receiver and e.receiver != m.receiver:
            return None
        words = self._dice(e.subject.words, m.subject.words)
        if e.told.start == m.told.start and e.told.teller.digest == m.told.teller.digest:
            # Two figures of one sentence share its context whatever they count, and a sentence does not contradict itself.
            return words if e.measure.subject == "parties" or words >= ONE_SENTENCE else None
        shared = max(words, self._dice(e.subject.context, m.subject.context))
        faded = FADING * (gap(e.holds, m.holds) or 0) if e.measure.nature in APART_DAYS else 0.0
        return shared - faded + (TELLING if _told_fully(e) and equal(e, m) else 0.0)

    def _dice(self, a: frozenset[str], b: frozenset[str]) -> float:
        common = a & b
        if not common:
            return 0.0
        return 2 * self._sum(common) / (self._sum(a) + self._sum(b))

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self.weight.get(w, self.default) for w in words)


def _one_occasion(e: Entry, m: Entry) -> bool:
    """Whether two counts may be of one occasion: of days no further apart than that, and neither all of a war against a day of it."""
    if (RUNNING in e.subject.limits) != (RUNNING in m.subject.limits):
        return False
    between = gap(e.holds, m.holds)
    if between is None:
        return e.told.teller.digest == m.told.teller.digest
    if RUNNING not in e.subject.limits:
        if e.figure.when and m.figure.when and (between > ZONE or (between and not equal(e, m))):
            return False
        if _foretold(e, m) or _foretold(m, e):
            return False
    return between <= APART_DAYS[e.measure.nature] and (e.measure.nature is not Nature.TOLL or (_may_grow(e, m) and _may_grow(m, e)))


def _foretold(e: Entry, m: Entry) -> bool:
    """Whether one was told before the other's day."""
    told, day = e.told.teller.published, m.figure.when and m.figure.when.first
    return bool(told and told.last and day and (day - told.last).days > ZONE)


def _may_grow(e: Entry, m: Entry) -> bool:
    """Whether the toll told later may be that of the earlier one grown: tolls hardly shrink, and seldom grow beyond all measure."""
    if not told_after(e, m):
        return True
    later, earlier = (x.low if x.low is not None else x.high or 0.0 for x in (e, m))
    return SHRUNK * earlier <= later <= GROWN * earlier


def _clash(a: Iterable[str], b: Iterable[str]) -> bool:
    x, y = set(a), set(b)
    return bool(x and y and not x & y)


def _told_fully(e: Entry) -> bool:
    """Whether the number has three digits or more that say something."""
    value = e.figure.amount.low if e.figure.amount.low is not None else e.figure.amount.high
    return len(f"{value:.12g}".split("e")[0].replace(".", "").strip("0")) >= 3


def _attach(e: Entry, blocks: dict[tuple[str, ...], _Block], weights: _Weights) -> None:
    """Puts a change, ratio or share to the levels it speaks of, those of its own article first; else to its likes."""
    best: tuple[tuple[bool, bool, float], Group] | None = None
    for key, block in list(blocks.items()):
        if key[:3] != _key(e)[:3]:
            continue
        for g in block.groups:
            likeness = weights.likeness(e, g)
            if likeness is None or (e.measure.subject != "parties" and likeness < ALIKE[e.measure.nature]):
                continue
            own = [m for m in g.members if m.told.teller.digest == e.told.teller.digest]
            rank = (any(m.told.start == e.told.start for m in own), bool(own), likeness)
            if best is None or rank > best[0]:
                best = rank, g
    if best and e.role == "change":
        best[1].add(e)
    else:
        blocks[_key(e)].take(e)


def _with_parts(groups: list[Group]) -> list[Group]:
    """A figure that stands alone and is told as a part of another one (600 dead of 4,700 casualties) goes with it."""
    at = {m.id: g for g in groups for m in g.members}
    sentences: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for g in groups:
        for m in g.members:
            sentences[m.told.teller.digest, m.told.start].append(m)
    for own in sentences.values():
        own.sort(key=lambda m: m.span)
        for k, whole in enumerate(own):
            for part in own[k + 1 :]:
                if at[part.id] is not at[whole.id] and len(at[part.id].members) == 1 and within(part, whole):
                    at[part.id].members.clear()
                    at[whole.id].add(part)
                    at[part.id] = at[whole.id]
    return [g for g in groups if g.members]

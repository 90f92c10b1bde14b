"""Which figures speak of one quantity. Blocks first, so that cost grows with figures, not with pairs."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from legation.reconcile.entry import LIST, Entry, within
from legation.reconcile.likeness import Weights
from legation.reconcile.measures import Nature
from legation.reconcile.wording import STATE, canonical

LOOK = 6
"""Groups of a block that a figure is held against at most: those that share most with it."""

KEPT = 4 * LOOK
"""Groups that a block remembers for a word, the latest: a word that many more share tells nothing."""

ALIKE = {Nature.STOCK: 0.3, Nature.FLOW: 0.3, Nature.DECREED: 0.3, Nature.TOLL: 0.12, Nature.EVENT: 0.2}
"""How alike two sentences must be where measure and parties do not settle it; a toll of the same days in the same land needs less."""


BEFORE = 300
"""An addition speaks of what a sentence that begins at most so many characters before it tells."""

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

    def likeness(self, e: Entry, weights: Weights) -> float | None:
        """How alike a figure is to the group; None where goods, places, heads or days keep them apart."""
        if _clash(e.subject.goods, self.goods) or _clash(e.subject.places, self.places):
            return None
        return weights.likeness(e, self.examples())

    def told_by(self, e: Entry) -> list[Entry]:
        """The members of a figure's own article."""
        return [m for m in self.members if m.told.teller.digest == e.told.teller.digest]

    def examples(self) -> list[Entry]:
        """Members that stand for all: the first and the last two."""
        return self.members if len(self.members) <= 3 else [self.members[0], *self.members[-2:]]


def group(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Figures that speak of one quantity together, each in the order given."""
    everything = list(entries)
    weights = Weights(everything)
    blocks: dict[tuple[str, ...], _Block] = defaultdict(lambda: _Block(weights))
    levels = [e for e in everything if e.role == "level" and not e.whole]
    # Figures whose parties are all named make the groups that those with a party left out may join.
    for e in sorted(levels, key=lambda e: e.lacking):
        blocks[_completed(e, blocks) if e.lacking else _key(e)].take(e)
    _take_changes([e for e in everything if e.role != "level" and not e.whole], blocks, weights)
    groups = [g for block in blocks.values() for g in block.groups]
    at = {m.id: g for g in groups for m in g.members}
    for e in everything:
        if e.whole:
            at[e.id] = at[e.whole]
            at[e.id].add(e)
    return [g.members for g in _with_parts(groups)]


def _key(e: Entry, dimension: str | None = None) -> tuple[str, ...]:
    """Figures that differ in this never speak of one quantity."""
    giver = "" if e.measure.parties == "none" else e.giver or ""
    receiver = e.receiver or "" if e.measure.parties in ("pair", "both") else ""
    return (e.measure.name, giver, receiver, dimension or e.dimension)


def _enough(e: Entry) -> float:
    """How alike a figure must be to a group; more where no party is named that ties them."""
    return ALIKE[e.measure.nature] + (0.0 if e.giver or e.receiver else UNTIED)


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

    def __init__(self, weights: Weights) -> None:
        self.groups: list[Group] = []
        self.weights = weights
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
        for word in e.subject.words | e.subject.context:
            if n not in self.by_word[word]:
                self.by_word[word].append(n)

    def near(self, e: Entry) -> list[Group]:
        """The groups worth holding a figure against."""
        return [self.groups[n] for n in self._near(e)]

    def _fitting(self, e: Entry) -> Iterator[tuple[float, int]]:
        free = e.measure.subject == "parties"
        for n in self._near(e):
            likeness = self.groups[n].likeness(e, self.weights)
            if likeness is not None and (free or likeness >= _enough(e)):
                yield likeness, n

    def _near(self, e: Entry) -> list[int]:
        """The groups that share most words with a figure, rare ones first; any where measure and parties settle it or nothing else is said."""
        if e.measure.subject == "parties" or not e.subject.context:
            return list(range(min(LOOK, len(self.groups))))
        shared: Counter[int] = Counter()
        for word in self.weights.rarest(e.subject.words | e.subject.context):
            for n in self.by_word.get(word, ()):
                shared[n] += 1
        return [n for n, _ in shared.most_common(LOOK)]


def _clash(a: frozenset[str] | set[str], b: frozenset[str] | set[str]) -> bool:
    return bool(a and b and a.isdisjoint(b))


def _take_changes(entries: Iterable[Entry], blocks: dict[tuple[str, ...], _Block], weights: Weights) -> None:
    """Puts changes and ratios to their levels; shares, and changes without a level, to their likes."""
    kinds: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    articles: dict[str, dict[int, Group]] = defaultdict(dict)
    for key, block in blocks.items():
        kinds[key[:3]].append(key)
        for g in block.groups:
            for m in g.members:
                articles[m.told.teller.digest][id(g)] = g
    for e in entries:
        like = [g for key in kinds[_key(e)[:3]] for g in blocks[key].near(e)]
        levels = _levels_of(e, articles[e.told.teller.digest].values(), like, weights) if e.role == "change" else None
        if levels:
            # What comes on top in the levels' own dimension ("the 20 % addition") is compared as a level, not reckoned with.
            first = levels.members[0]
            levels.add(replace(e, role="level", measure=first.measure) if e.dimension == first.dimension else e)
        else:
            blocks[_key(e)].take(e)


def _levels_of(e: Entry, own: Iterable[Group], like: Iterable[Group], weights: Weights) -> Group | None:
    """The levels that a change or ratio speaks of: those of its own article first (`own`), its own sentence before all."""
    ranked: list[tuple[bool, bool, float, int, Group]] = []
    for g in {id(g): g for g in (*(g for g in own if _speaks_of(e, g)), *like)}.values():
        spoken = _speaks_of(e, g)
        likeness = g.likeness(e, weights)
        if not spoken and (likeness is None or (e.measure.subject != "parties" and likeness < _enough(e))):
            continue
        near = g.told_by(e)
        ranked.append((any(m.told.start == e.told.start for m in near), bool(near), likeness or 0.0, -len(ranked), g))
    return max(ranked, key=lambda r: r[:4])[4] if ranked else None


def _speaks_of(e: Entry, g: Group) -> bool:
    """Whether a change whose measure was not understood is of a group: of its sentence, or of a measure that its sentence names."""
    if e.measure.name not in ("change", "other") or not g.members or g.members[0].role != "level":
        return False
    m = g.members[0]
    if (e.giver and m.giver and e.giver not in (m.giver, m.receiver)) or (e.dimension == m.dimension and not e.subject.more):
        return False
    if canonical(m.measure.name.split("-")[0]) in e.subject.context:
        return True
    reach = BEFORE if e.dimension == m.dimension else 0
    return any(x.told.teller.digest == e.told.teller.digest and 0 <= e.told.start - x.told.start <= reach for x in g.members)


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
            for part in own[k + 1 : k + 1 + LIST]:
                if at[part.id] is not at[whole.id] and len(at[part.id].members) == 1 and within(part, whole):
                    at[part.id].members.clear()
                    at[whole.id].add(part)
                    at[part.id] = at[whole.id]
    return [g for g in groups if g.members]

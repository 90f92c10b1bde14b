"""What the items of one block add up to: quantities, happenings, tensions and records that are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legation.reconcile.arranged import T, arranged
from legation.reconcile.circles import circles
from legation.reconcile.contests import Known, Ranking, contests, disproved
from legation.reconcile.entry import Entry
from legation.reconcile.groups import group
from legation.reconcile.happenings import Act, act_groups, happening
from legation.reconcile.item import STEP, Item
from legation.reconcile.points import points
from legation.reconcile.quantities import quantity
from legation.reconcile.records import Record, refuted
from legation.reconcile.tensions import Stance, tensions
from legation.words.quantity import Ledger
from legation.words.ruling import Rulings


@dataclass
class Block:
    """The items of one block in the order of the case, its figures by quantity, its acts by event."""

    name: str
    items: Sequence[Item]
    figures: list[list[Entry]] = field(init=False)
    acts: list[list[Act]] = field(init=False)

    def __post_init__(self) -> None:
        figures = [i.matter for i in self.items if isinstance(i.matter, Entry)]
        self.figures = group(figures, {i.claim: i.follows for i in self.items if i.follows})
        self.acts = act_groups(i.matter for i in self.items if isinstance(i.matter, Act))

    @property
    def told(self) -> list[Ranking]:
        """Its rankings."""
        return [i.matter for i in self.items if isinstance(i.matter, Ranking)]

    @property
    def values(self) -> list[Known]:
        """What is known of those they rank."""
        return [i.matter for i in self.items if isinstance(i.matter, Known)]

    def leaving(self) -> dict[str, str]:
        """Figures that stand alone in their quantity and go with another one of their sentence, with that one."""
        joins = {i.claim: i.joins for i in self.items if i.joins}
        return {g[0].id: joins[g[0].id] for g in self.figures if len(g) == 1 and g[0].id in joins}


Coming = Mapping[str, Sequence[Item]]
"""Figures that leave other blocks, by the figure that they go with."""


def settled(blocks: Sequence[Block], coming: Coming, rulings: Rulings) -> Ledger:
    """The ledger of blocks whose quantities or events the analyst has joined, or of one block, or of all."""
    every = (*(i for b in blocks for i in b.items), *(i for own in coming.values() for i in own))
    # A claim may stand on other shelves too, as a stance or a value: its place is that of the figure or act.
    place = {i.claim: i.at for i in every if isinstance(i.matter, (Entry, Act))}
    divided = {i.claim for b in blocks if STEP in b.name for i in b.items if isinstance(i.matter, Entry)}
    parts = divided.difference(i.claim for own in coming.values() for i in own)
    own = [(b, _staying(b, coming)) for b in blocks]

    def ordered(groups: Iterable[list[T]]) -> list[list[T]]:
        return sorted(groups, key=lambda g: place[g[0].id])

    figures = ordered(arranged(ordered(g for _, groups in own for g in groups), rulings))
    acts = ordered(arranged(ordered(g for b in blocks for g in b.acts), rulings))
    false = (f for b, groups in own for f in refuted((i.matter for i in b.items if isinstance(i.matter, Record)), groups))
    return Ledger(
        tuple(quantity(g, rulings, g[0].id in parts) for g in figures),
        tuple(replace(happening(g), points=points(g)) for g in acts),
        (
            *(t for b in blocks for t in tensions(i.matter for i in b.items if isinstance(i.matter, Stance))),
            *(t for b in blocks for t in contests(b.told)),
        ),
        (*false, *(f for b in blocks for f in disproved(b.told, b.values)), *circles(figures)),
    )


def _staying(block: Block, coming: Coming) -> list[list[Entry]]:
    leaving = block.leaving()
    joined = {claim: [i.matter for i in items if isinstance(i.matter, Entry)] for claim, items in coming.items()}
    return [[*g, *(e for m in g for e in joined.get(m.id, ()))] for g in block.figures if g[0].id not in leaving]

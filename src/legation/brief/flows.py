"""Flows: how often one actor acts towards another, by tone; told as fact only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from legation.brief.dossier import Cite
from legation.brief.pile import Pile
from legation.brief.wording import ACTS, counted, tone_of
from legation.words.event import EventType
from legation.words.evidence import Span
from legation.words.quantity import Happening
from legation.words.status import Status


@dataclass(slots=True)
class Flow:
    """Acts of `giver` towards `receiver` of one tone; `mutual` where the acts are done together (talks, agreements).

    Standing relations have the tone `tie` and are counted in `ties`, by their kind.
    """

    giver: str
    receiver: str
    tone: str
    mutual: bool
    types: Counter[EventType] = field(default_factory=Counter)
    cites: list[Cite] = field(default_factory=list)
    ties: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many acts, or mentions of ties."""
        return self.types.total() + self.ties.total()

    @property
    def words(self) -> str:
        """What flows: `3 cooperative acts: talks or visit 2, aid 1`."""
        kinds = [(ACTS[t], n) for t, n in self.types.most_common()] or [(t.replace("-", " "), n) for t, n in self.ties.most_common()]
        told = counted(self.count, "mention of a tie", "mentions of ties") if self.ties else counted(self.count, f"{self.tone} act")
        return f"{told}: {', '.join(f'{kind} {n}' for kind, n in kinds)}"


def is_fact(happening: Happening) -> bool:
    """Whether somebody tells it as done."""
    return any(m.status is Status.ACTUAL for m in happening.members)


def flows(pile: Pile) -> list[Flow]:
    """All flows of a pile, most acts first, with their places."""
    return flows_of(pile.ledger.events, pile.cite)


def flows_of(events: Iterable[Happening], cite: Callable[[str, Span], tuple[Cite, ...]] | None = None) -> list[Flow]:
    """All flows of happenings, most acts first; `cite` gives the places of a claim."""
    found: dict[tuple[str, str, str, bool], Flow] = {}
    for h in events:
        if not is_fact(h):
            continue
        mutual = not h.recipients
        pairs = list(combinations(sorted(h.actors), 2)) if mutual else [(a, r) for a in h.actors for r in h.recipients if a != r]
        for giver, receiver in pairs:
            key = (giver, receiver, tone_of(h.type), mutual)
            flow = found.setdefault(key, Flow(*key))
            flow.types[h.type] += 1
            if cite:
                flow.cites += (c for m in h.members[:1] for c in cite(m.claim, m.span))
    return sorted(found.values(), key=lambda f: (-f.count, f.giver, f.receiver, f.tone))


Pair: TypeAlias = tuple[str, str, bool]
"""Giver, receiver, and whether they act together."""


def pairs(found: Iterable[Flow]) -> list[tuple[Pair, list[Flow]]]:
    """Flows of both tones together, most acts first."""
    merged: dict[Pair, list[Flow]] = {}
    for flow in found:
        merged.setdefault((flow.giver, flow.receiver, flow.mutual), []).append(flow)
    return sorted(merged.items(), key=lambda kv: (-sum(f.count for f in kv[1]), kv[0]))

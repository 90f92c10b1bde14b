"""Ranks: which claims of a quantity have more behind them, and why. What stands does not follow from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from legation.words.quantity import Member, Quantity
from legation.words.rank import Rank, Ranked
from legation.words.status import Status
from legation.words.verdict import Relation

SOURCES = {
    "A": (1, "a source rated A, reliable"),
    "B": (1, "a source rated B, usually reliable"),
    "D": (-1, "a source rated D, not usually reliable"),
    "E": (-1, "a source rated E, unreliable"),
}
CLAIMS = {
    "1": (1, "credibility 1, confirmed by others"),
    "2": (1, "credibility 2, probably true"),
    "4": (-1, "credibility 4, doubtful"),
    "5": (-1, "credibility 5, improbable"),
}
"""What the ratings of the Admiralty code weigh; C and 3 stand in the middle, F and 6 say that nothing is known."""

BORNE_OUT = frozenset((Relation.SAME, Relation.AGREE))
Reasons = list[tuple[int, str]]


def ranks(quantity: Quantity, ratings: Mapping[str, str]) -> tuple[Ranked, ...]:
    """The rank of each member; `ratings` are the analyst's, of sources by name and of claims by id."""
    reasons: dict[str, Reasons] = defaultdict(list)
    members = {m.claim: m for m in quantity.members}
    for m in quantity.members:
        reasons[m.claim] += _rated(m, ratings)
        if m.status is Status.DENIED:
            reasons[m.claim].append((-1, "told to be denied"))
    _compared(quantity, members, reasons)
    return tuple(_ranked(m.claim, reasons[m.claim]) for m in quantity.members)


def _rated(m: Member, ratings: Mapping[str, str]) -> Reasons:
    sources = dict.fromkeys(name for name in (m.origin, m.voice) if name)
    found = [SOURCES[ratings[name]] for name in sources if ratings.get(name) in SOURCES]
    return found + ([CLAIMS[ratings[m.claim]]] if ratings.get(m.claim) in CLAIMS else [])


def _compared(quantity: Quantity, members: Mapping[str, Member], reasons: Mapping[str, Reasons]) -> None:
    """What the verdicts say: a later report took its place, or other origins tell the same."""
    others: dict[str, set[str]] = defaultdict(set)
    for v in quantity.verdicts:
        a, b = members[v.a.claim], members[v.b.claim]
        if v.verdict is Relation.UPDATE:
            # the reason begins with the later one's words: `41 people is told 2 days after 12 people`
            older = a if _told(a) <= _told(b) else b
            reasons[older.claim].append((-1, v.why))
        elif v.verdict in BORNE_OUT and a.origin != b.origin:
            others[a.claim].add(b.origin)
            others[b.claim].add(a.origin)
    for claim, origins in others.items():
        reasons[claim].append((1, f"borne out by {len(origins)} other origin{'s' * (len(origins) > 1)}"))


def _told(m: Member) -> str:
    when = m.holds or m.when
    return str((when.last or when.first) if when else "")


def _ranked(claim: str, reasons: Reasons) -> Ranked:
    sides = {side for side, _ in reasons}
    rank = Rank.NORMAL if len(sides) != 1 else Rank.PREFERRED if sides == {1} else Rank.DEPRECATED
    return Ranked(claim, rank, tuple(why for _, why in reasons))

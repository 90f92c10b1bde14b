"""Standing relations: what the pile describes without an act."""

from __future__ import annotations

from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import amount_words, counted
from legation.words.figure import Figure
from legation.words.statement import Tie

SHOWN = 120


def ties(pile: Pile) -> Section:
    """The chapter on ties, by kind; the most told first."""
    kinds: dict[str, list[Tie]] = {}
    for reading in pile.originals:
        for tie in reading.ties:
            kinds.setdefault(tie.kind, []).append(tie)
    if not kinds:
        return Section("ties", "Standing relations", "None was described.")
    total = sum(map(len, kinds.values()))
    ranked = sorted(kinds.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    groups = tuple(
        Group(kind.replace("-", " "), tuple(_line(pile, t) for t in found[:SHOWN]), left_out=max(0, len(found) - SHOWN), more="legation ties")
        for kind, found in ranked
    )
    return Section("ties", "Standing relations", f"{counted(total, 'mention')} of relations that hold without an act.", groups)


def _line(pile: Pile, tie: Tie) -> Line:
    figures = [f for f in map(pile.claim, tie.figures) if isinstance(f, Figure)]
    amounts = "; ".join(amount_words(f.amount) for f in figures)
    return pile.line(tie, f" ({amounts})" if amounts else "")

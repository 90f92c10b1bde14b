"""Standing relations: what the pile describes without an act, a line for each kind of tie of two actors."""

from __future__ import annotations

from collections.abc import Sequence

from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import TIES, amount_words, counted
from legation.words.figure import Figure
from legation.words.statement import Tie
from legation.words.status import Status

SHOWN = 25
PLACES = 6


def ties(pile: Pile) -> Section:
    """The chapter on ties, the most told first."""
    found: dict[tuple[str, str, str], list[Tie]] = {}
    for reading in pile.originals:
        for tie in reading.ties:
            a, b = sorted((tie.a, tie.b)) if mutual(tie.kind) else (tie.a, tie.b)
            found.setdefault((tie.kind, a, b), []).append(tie)
    if not found:
        return Section("ties", "Standing relations", "None was described.")
    ranked = sorted(found.values(), key=lambda of: (-len(of), of[0].kind, of[0].id))
    lines = tuple(_line(pile, of) for of in ranked[:SHOWN])
    total = counted(sum(map(len, ranked)), "mention")
    lead = f"{counted(len(ranked), 'relation')} that hold without an act, in {total}; the most told first."
    return Section("ties", "Standing relations", lead, (Group("", lines, left_out=max(0, len(ranked) - SHOWN), more="legation ties"),))


def mutual(kind: str) -> bool:
    """Whether a tie of a kind is the same from either side."""
    return TIES.get(kind, "").startswith("{a} and {b}")


def _line(pile: Pile, found: Sequence[Tie]) -> Line:
    """All mentions of a tie; the words are those of one that has a figure, or else of one that is told as fact."""
    first = min(found, key=lambda t: (not t.figures, t.status is not Status.ACTUAL, t.span[1] - t.span[0]))
    figures = [f for f in map(pile.claim, first.figures) if isinstance(f, Figure)]
    amounts = "; ".join(amount_words(f.amount, pile.words(f.id, f.span)) for f in figures)
    line = pile.line(first)
    cites = tuple(dict.fromkeys(c for t in (first, *found) for c in pile.cite(t.id, t.span)))
    says = f"{line.says}, and {counted(len(found) - 1, 'more mention')}" if len(found) > 1 else line.says
    return Line(f"{line.text}{f' ({amounts})' if amounts else ''}.", says, line.when, line.quote, cites[:PLACES], line.flags)

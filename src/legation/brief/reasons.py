"""Why: motives, assessments, comparisons and forecasts, with whose they are."""

from __future__ import annotations

from dataclasses import replace

from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import counted, listed
from legation.words.statement import Statement, StatementKind

SHOWN = 80

TITLES = {
    StatementKind.MOTIVE: "Motives",
    StatementKind.ASSESSMENT: "Assessments",
    StatementKind.COMPARISON: "Comparisons",
    StatementKind.SUPERLATIVE: "Superlatives",
    StatementKind.FORECAST: "Forecasts",
    StatementKind.PART: "Parts and wholes",
}


def reasons(pile: Pile) -> Section:
    """The chapter on statements that are neither act nor figure."""
    kinds: dict[StatementKind, list[Statement]] = {kind: [] for kind in TITLES}
    for reading in pile.originals:
        for statement in reading.statements:
            kinds[statement.kind].append(statement)
    total = sum(map(len, kinds.values()))
    if not total:
        return Section("reasons", "Why, and how it is judged", "No motive, comparison or assessment was taken.")
    groups = tuple(
        Group(TITLES[kind], tuple(_line(pile, s) for s in found[:SHOWN]), left_out=max(0, len(found) - SHOWN), more="legation statements")
        for kind, found in kinds.items()
        if found
    )
    return Section("reasons", "Why, and how it is judged", f"{counted(total, 'statement')} that are neither act nor figure.", groups)


def _line(pile: Pile, statement: Statement) -> Line:
    """A statement under the heading of its kind: whom it is on is all that needs saying."""
    parties = listed(map(pile.name, statement.parties))
    return replace(pile.line(statement), text=f"On {parties}" if parties else "")

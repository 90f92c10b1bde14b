"""Why: motives, assessments, comparisons and forecasts, with whose they are."""

from __future__ import annotations

from legation.brief.dossier import Group, Section
from legation.brief.pile import Pile
from legation.brief.wording import counted
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
    for reading in pile.readings:
        for statement in reading.statements:
            kinds[statement.kind].append(statement)
    total = sum(map(len, kinds.values()))
    if not total:
        return Section("reasons", "Why, and how it is judged", "No motive, comparison or assessment was taken.")
    groups = tuple(
        Group(TITLES[kind], tuple(map(pile.line, found[:SHOWN])), left_out=max(0, len(found) - SHOWN), more="legation statements")
        for kind, found in kinds.items()
        if found
    )
    return Section("reasons", "Why, and how it is judged", f"{counted(total, 'statement')} that are neither act nor figure.", groups)

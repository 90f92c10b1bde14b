"""Why: motives, assessments, comparisons and forecasts, with whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from legation.brief.clauses import named
from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import counted, listed
from legation.words.statement import Statement, StatementKind

SHOWN = 6
"""Statements of a kind."""

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
        for s in reading.statements:
            kinds.setdefault(s.kind, []).append(s)
    total = sum(map(len, kinds.values()))
    if not total:
        return Section("reasons", "Why, and how it is judged", "No motive, comparison or assessment was taken.")
    groups = tuple(_group(pile, TITLES.get(kind, kind.value), found) for kind, found in kinds.items() if found)
    return Section("reasons", "Why, and how it is judged", f"{counted(total, 'statement')} that are neither act nor figure.", groups)


def _group(pile: Pile, title: str, found: Sequence[Statement]) -> Group:
    """The statements of a kind: those on whom most is said, those with a voice first; of one sentence one."""
    about = Counter(p for s in found for p in s.parties)
    ranked = sorted(found, key=lambda s: (-sum(about[p] for p in s.parties), not s.voices))
    lines: dict[str, Line] = {}
    for s in ranked:
        if len(lines) == SHOWN:
            break
        line = pile.line(s)
        lines.setdefault(str(line.quote), replace(line, text=_on(pile, s)))
    return Group(title, tuple(lines.values()), left_out=len(found) - len(lines), more="legation statements")


def _on(pile: Pile, statement: Statement) -> str:
    """Under the heading of its kind, whom it is on is all that needs saying."""
    return f"On {listed(named(pile.name(p)) for p in statement.parties)}" if statement.parties else ""

"""Why: motives, assessments, comparisons and forecasts, with whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import counted
from legation.words.statement import Statement, StatementKind

SHOWN = {StatementKind.MOTIVE: 5, StatementKind.ASSESSMENT: 5, StatementKind.FORECAST: 5}
FEW = 3
"""Statements of a kind that are shown; of the other kinds."""

TITLES = {
    StatementKind.MOTIVE: "Motives",
    StatementKind.ASSESSMENT: "Assessments",
    StatementKind.FORECAST: "Forecasts",
    StatementKind.COMPARISON: "Comparisons",
    StatementKind.SUPERLATIVE: "Superlatives",
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
    about = Counter(p for found in kinds.values() for s in found for p in s.parties)
    seen: set[str] = set()
    groups = tuple(g for kind, found in kinds.items() if (g := _group(pile, kind, _ranked(found, about), seen)).lines)
    return Section("reasons", "Why, and how it is judged", f"{counted(total, 'statement')} that are neither act nor figure.", groups)


def _ranked(found: Sequence[Statement], about: Counter[str]) -> list[Statement]:
    """Statements on two or more first, then those with a voice of their own, then those on whom most is said."""
    return sorted(found, key=lambda s: (-min(len(s.parties), 2), not s.voices, -sum(about[p] for p in s.parties)))


def _group(pile: Pile, kind: StatementKind, ranked: Sequence[Statement], seen: set[str]) -> Group:
    """The first statements of a kind, in the article's own words; a sentence that was `seen` under another kind is not shown again."""
    lines: list[Line] = []
    shown = 0
    for s in ranked:
        line = pile.line(s)
        if str(line.quote) in seen:
            shown += 1
        elif len(lines) < SHOWN.get(kind, FEW):
            seen.add(str(line.quote))
            lines.append(replace(line, text=""))
    return Group(TITLES.get(kind, kind.value), tuple(lines), left_out=len(ranked) - len(lines) - shown, more="legation statements")

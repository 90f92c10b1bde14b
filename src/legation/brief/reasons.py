"""Why: motives, assessments, comparisons and forecasts, with whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from legation.brief.dossier import Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.wording import counted
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
    about = Counter(p for found in kinds.values() for s in found for p in s.parties)
    seen: set[str] = set()
    groups = tuple(g for kind, found in kinds.items() if (g := _group(pile, TITLES.get(kind, kind.value), _ranked(found, about), seen)).lines)
    return Section("reasons", "Why, and how it is judged", f"{counted(total, 'statement')} that are neither act nor figure.", groups)


def _ranked(found: Sequence[Statement], about: Counter[str]) -> list[Statement]:
    """Statements on those of whom most is said first, and of these the ones with a voice of their own."""
    return sorted(found, key=lambda s: (-sum(about[p] for p in s.parties), not s.voices))


def _group(pile: Pile, title: str, ranked: Sequence[Statement], seen: set[str]) -> Group:
    """The first statements of a kind, in the article's own words; a sentence that was `seen` under another kind is not shown again."""
    lines: list[Line] = []
    shown = 0
    for s in ranked:
        line = pile.line(s)
        if str(line.quote) in seen:
            shown += 1
        elif len(lines) < SHOWN:
            seen.add(str(line.quote))
            lines.append(replace(line, text=""))
    return Group(title, tuple(lines), left_out=len(ranked) - len(lines) - shown, more="legation statements")

"""Since when: the standing relations of a pile as bars over time, those that are told most."""

from __future__ import annotations

from legation.brief.clauses import upper
from legation.brief.names import named
from legation.brief.pile import Pile
from legation.brief.spans import Span, spans
from legation.brief.ties import mutual
from legation.brief.wording import TIES
from legation.words.period import Grain
from legation.words.reading import Reading
from legation.words.statement import Tie
from legation.words.status import Status

ROWS, FEWEST = 8, 3
"""Relations that are shown, and that must have a day: of fewer their sentences tell as much."""


def since(pile: Pile) -> str:
    """The picture; an empty string where few relations have a day."""
    found: dict[tuple[str, str, str], list[tuple[Tie, Reading]]] = {}
    for reading in pile.originals:
        for tie in (t for t in reading.ties if t.status is Status.ACTUAL):
            a, b = sorted((tie.a, tie.b)) if mutual(tie.kind) else (tie.a, tie.b)
            found.setdefault((a, b, tie.kind), []).append((tie, reading))
    ranked = sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    rows = [s for key, told in ranked if (s := _span(pile, key, told)).periods or s.told][:ROWS]
    return spans(rows) if len(rows) >= FEWEST else ""


def _span(pile: Pile, key: tuple[str, str, str], told: list[tuple[Tie, Reading]]) -> Span:
    a, b, kind = key
    published = [r.article.published.when for _, r in told if r.article.published]
    days = tuple(p.first for p in published if p.grain is Grain.DAY and p.first)
    words = TIES.get(kind, f"{{a}} – {{b}}: {kind.replace('-', ' ')}").format(a=named(pile.name(a)), b=named(pile.name(b)))
    return Span(upper(words), tuple(t.when for t, _ in told if t.when), days)

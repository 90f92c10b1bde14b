"""Standing relations as bars over time: since when and until when, as far as it is told, and on which days it was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from legation.brief.clauses import upper
from legation.brief.names import named
from legation.brief.spans import Span, spans
from legation.brief.ties import mutual
from legation.brief.wording import TIES
from legation.page.desk import Desk
from legation.page.visit import Visit, part
from legation.words.period import Period

ROWS, TELLINGS = 8, 200
"""Relations of a picture, and tellings of one."""

BETWEEN = """
SELECT p.actor, q.actor, c.type FROM party p JOIN party q ON q.claim = p.claim AND q.role = 'b' AND q.actor = ? JOIN claim c ON c.n = p.claim
WHERE p.actor = ? AND p.role = 'a' AND c.live AND c.kind = 'tie' AND c.status = 'actual' AND {}
"""
TOLD = """
SELECT c.first, c.last, a.published_first, a.published_last FROM party q
CROSS JOIN party p ON p.claim = q.claim AND p.actor = ? AND p.role = 'a' CROSS JOIN claim c ON c.n = q.claim CROSS JOIN article a ON a.n = c.article
WHERE q.actor = ? AND q.role = 'b' AND c.live AND c.kind = 'tie' AND c.type = ? AND c.status = 'actual' AND {} LIMIT ?
"""
"""In this order: each side of a tie is looked up in the index of parties before any claim is."""

Relation = tuple[str, str, str]
"""Both sides and the kind; of a kind that is the same from either side the sides are in order."""


def relation(a: str, b: str, kind: str) -> Relation:
    """A tie as a relation."""
    return (min(a, b), max(a, b), kind) if mutual(kind) else (a, b, kind)


def between(desk: Desk, visit: Visit, a: str, b: str) -> str:
    """The picture of all relations of two actors."""
    condition, values = desk.spoken()
    rows = [row for x, y in ((a, b), (b, a)) for row in desk.rows(BETWEEN.format(condition), [y, x, *values])]
    count = Counter(relation(*row) for row in rows)
    return picture(desk, visit, (found for found, _ in count.most_common(ROWS)))


def picture(desk: Desk, visit: Visit, found: Iterable[Relation]) -> str:
    """The picture of some relations; empty where no days are known of them."""
    return spans([_span(desk, visit, *each) for each in found])


def _span(desk: Desk, visit: Visit, a: str, b: str, kind: str) -> Span:
    condition, values = desk.spoken()
    ways = ((a, b), (b, a)) if mutual(kind) else ((a, b),)
    told = [row for x, y in ways for row in desk.rows(TOLD.format(condition), [x, y, kind, *values, TELLINGS])]
    periods = tuple(Period.from_json([first, last]) for first, last, _, _ in told if first or last)
    days = tuple(date.fromisoformat(first) for _, _, first, last in told if first and first == last)
    words = TIES.get(kind, f"{{a}} – {{b}}: {kind.replace('-', ' ')}").format(a=named(desk.name(a)), b=named(desk.name(b)))
    return Span(upper(words), periods, days, visit.to(f"/pair/{part(a)}/{part(b)}"))

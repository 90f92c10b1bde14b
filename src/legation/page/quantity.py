"""One quantity: all its claims, how each pair relates and why, what stands, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from legation.brief.amounts import MEANINGS, conflicts
from legation.brief.dotplot import dotplot, key
from legation.brief.origins import Carrier, Origin, origins
from legation.brief.plain import one_line
from legation.brief.wording import amount_words, days_in_words, interval_words, period_words
from legation.errors import QueryError
from legation.page.answer import Answer
from legation.page.books import Amounts
from legation.page.desk import Desk
from legation.page.dots import dots, numbered
from legation.page.item import item, place
from legation.page.quantities import row_record, standing_words, title_of
from legation.page.visit import Visit
from legation.run.records import records
from legation.store.held import Held
from legation.words.codec import encode
from legation.words.quantity import Member, Quantity
from legation.words.rank import Estimate, Rank, Ranked
from legation.words.verdict import Relation, Verdict

MATRIX = 14
"""Members up to which every pair has a cell; a larger matrix shows nothing to anybody."""
REASONS, LIKE = 60, 40

SIGNS = {
    Relation.CONFLICT: "≠",
    Relation.UPDATE: "↻",
    Relation.AGREE: "≈",
    Relation.SAME: "=",
    Relation.COPY: "copy",
    Relation.PART_WHOLE: "⊂",
    Relation.OTHER_DEFINITION: "def",
    Relation.OTHER_PERIOD: "time",
    Relation.UNRELATED: "·",
}
"""What a verdict is in a cell of the matrix."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A pair of the matrix."""

    sign: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A verdict in words."""

    kind: str
    meaning: str
    a: str
    b: str
    why: str


def quantity(desk: Desk, visit: Visit, id: str) -> Answer:
    """A quantity by its id or that of a claim on it."""
    q = known(desk, id)
    held = desk.held([m.claim for m in q.members])
    members = sorted((m for m in q.members if m.claim in held), key=_day)
    numbers = numbered(members)
    ranked, reckoned = desk.weighed(q)
    amounts = {m.claim: amount_words(m.amount, held[m.claim].words) for m in members}
    return Answer(
        "quantity.html",
        title_of(desk, q),
        {
            "q": q,
            "stands": [(standing_words(q, s), days_in_words(one_line(s.why)), s.disputed) for s in q.standings],
            "reckoned": _reckoned(q, reckoned) if reckoned else "",
            "ranks": _ranks(ranked, [m.claim for m in members]),
            "conflict": bool(conflicts(q)),
            "picture": dotplot(list(dots(visit, members, held)), q.unit),
            "legend": [(key(n), origin or "the articles' own") for origin, n in list(numbers.items())[:6]],
            "items": [(n, item(desk, visit, held[m.claim]), m) for n, m in enumerate(members, 1)],
            "matrix": _matrix(q.verdicts, members) if len(members) <= MATRIX else None,
            "reasons": _reasons(q, amounts)[:REASONS],
            "pairs": len(q.verdicts),
            "tree": origins(list(_origins(desk, visit, members, held, amounts))) if len(members) > 1 else "",
            "period": period_words,
            "merge_with": _like(desk, q),
        },
        lambda: _record(desk, q, members, held) | {"ranks": [encode(r) for r in ranked], "estimate": encode(reckoned)},
        lambda: records((held[m.claim] for m in members), desk.papers),
    )


def _reckoned(q: Quantity, e: Estimate) -> str:
    """What may be reckoned with, in words."""
    span = interval_words(e.low, e.high, q.unit)
    return f"May be reckoned with: {interval_words(e.middle, e.middle, q.unit, True)}, told {span} ({one_line(e.why)})."


def _ranks(ranked: Sequence[Ranked], order: Sequence[str]) -> list[tuple[int, str, str]]:
    """Claims that are ranked above or below others: number, rank and what speaks for it."""
    found = {r.claim: r for r in ranked if r.rank is not Rank.NORMAL}
    return [(n, found[id].rank.value, "; ".join(map(one_line, found[id].reasons))) for n, id in enumerate(order, 1) if id in found]


def known(desk: Desk, id: str) -> Quantity:
    """The quantity with an id, or of a claim, as it was known on the day. Raises QueryError where there is none."""
    found = desk.books.quantity(id)
    if found is None:
        raise QueryError("no quantity has that id, or none had been told by that day")
    return found


def _day(m: Member) -> tuple[str, str]:
    when = m.holds or m.when
    return str((when.first or when.last) if when else ""), m.claim


def _matrix(verdicts: Sequence[Verdict], members: Sequence[Member]) -> list[list[Cell | None]]:
    """A row and a column for each member in the order shown; None on the diagonal and where a pair was not compared."""
    known = {frozenset((v.a.claim, v.b.claim)): v for v in verdicts}
    return [[_cell(known.get(frozenset((a.claim, b.claim)))) if a is not b else None for b in members] for a in members]


def _cell(v: Verdict | None) -> Cell | None:
    return Cell(SIGNS[v.verdict] if v.sure else "?", _kind(v), f"{_meaning(v)}: {days_in_words(one_line(v.why))}") if v else None


def _kind(v: Verdict) -> str:
    return v.verdict.value if v.sure or v.verdict is not Relation.CONFLICT else "check"


def _meaning(v: Verdict) -> str:
    return MEANINGS[v.verdict] if v.sure or v.verdict is not Relation.CONFLICT else "to be checked: one reading is doubtful"


def _reasons(q: Quantity, amounts: dict[str, str]) -> list[Reason]:
    """All verdicts in words, conflicts first."""
    order = list(SIGNS)
    told = sorted((v for v in q.verdicts if v.a.claim in amounts and v.b.claim in amounts), key=lambda v: (order.index(v.verdict), not v.sure))
    return [Reason(_kind(v), _meaning(v), amounts[v.a.claim], amounts[v.b.claim], days_in_words(one_line(v.why))) for v in told]


def _origins(desk: Desk, visit: Visit, members: Sequence[Member], held: dict[str, Held], amounts: dict[str, str]) -> Iterator[Origin]:
    """Each origin with the papers that carry it."""
    order = numbered(members)
    for origin, of in groupby(sorted(members, key=lambda m: order[m.origin]), key=lambda m: m.origin):
        carriers = tuple(Carrier(f"{desk.papers[held[m.claim].article_digest]}: {amounts[m.claim]}", place(visit, held[m.claim])) for m in of)
        yield Origin(one_line(origin) or "the article itself", order[origin], carriers)


def _like(desk: Desk, q: Quantity) -> list[tuple[str, str]]:
    """Quantities that this one might be merged with: of its measure and unit, most told first; each by one of its claims."""
    like, _ = desk.books.quantities(Amounts(q.measure), LIKE, 0)
    return [(o.members[0].claim, title_of(desk, o)) for o in like if o.id != q.id and o.unit == q.unit and o.members]


def _record(desk: Desk, q: Quantity, members: Sequence[Member], held: dict[str, Held]) -> dict[str, Any]:
    told = {r["id"]: r for r in records((held[m.claim] for m in members), desk.papers)}
    return {
        **row_record(desk, q),
        "standings": [encode(s) for s in q.standings],
        "members": [{**encode(m), "sentence": told[m.claim]["sentence"], "publisher": told[m.claim]["publisher"]} for m in members],
        "verdicts": [encode(v) for v in q.verdicts],
    }

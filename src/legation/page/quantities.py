"""The list of quantities: what several claims speak of, with what stands for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from legation.brief.amounts import conflicts
from legation.brief.clauses import upper
from legation.brief.headings import quantity_title
from legation.brief.plain import one_line
from legation.brief.wording import counted, interval_words, period_words
from legation.page.answer import Answer
from legation.page.books import Amounts
from legation.page.desk import Desk
from legation.page.paging import leafed
from legation.page.visit import Visit
from legation.words.quantity import Quantity, Standing

USUAL = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A quantity in a list."""

    id: str
    title: str
    stands: str
    disputed: bool
    told: str
    when: str


def quantities(desk: Desk, visit: Visit) -> Answer:
    """All quantities, disputed ones first; `measure` and `told=several` narrow the list."""
    measures = desk.books.measures()
    wanted = Amounts(visit.asked("measure"), visit.asked("told") == "several")
    here, paging = leafed(visit, USUAL, lambda limit, offset: desk.books.quantities(wanted, limit, offset))
    return Answer(
        "quantities.html",
        "How much",
        {"rows": listed(desk, here), "paging": paging, "measures": measures, "wanted": wanted},
        lambda: [record(desk, q) for q in here],
        lambda: (row_record(desk, q) for q in here),
    )


def listed(desk: Desk, found: Iterable[Quantity]) -> list[Row]:
    """Quantities as rows of a list."""
    return [
        Row(
            q.id,
            title_of(desk, q),
            standing_words(q, q.stands) if q.stands else "",
            bool(conflicts(q)),
            f"{counted(len(q.members), 'claim')}, {counted(q.origins, 'origin')}",
            _when(q),
        )
        for q in found
    ]


def _when(q: Quantity) -> str:
    """The period of the latest claim."""
    periods = [p for m in q.members if (p := m.when or m.holds)]
    latest = max(periods, key=lambda p: str(p.last or p.first), default=None)
    return period_words(latest, short=True)


def title_of(desk: Desk, q: Quantity) -> str:
    """What a quantity is called."""
    return upper(quantity_title(q, desk.name))


def standing_words(q: Quantity, s: Standing) -> str:
    """What stands, in words; the camps are in its reason."""
    return f"{'disputed, ' if s.disputed else ''}{interval_words(s.low, s.high, q.unit, s.approx)}"


def record(desk: Desk, q: Quantity) -> dict[str, Any]:
    """A quantity as JSON, without its pairs."""
    return {**row_record(desk, q), "why": one_line(q.stands.why) if q.stands else None, "claims": [m.claim for m in q.members]}


def row_record(desk: Desk, q: Quantity) -> dict[str, Any]:
    """A quantity as a row of CSV."""
    s = q.stands
    return {
        "id": q.id,
        "title": title_of(desk, q),
        "measure": q.measure,
        "unit": q.unit,
        "from": q.giver,
        "to": q.receiver,
        "low": s.low if s else None,
        "high": s.high if s else None,
        "disputed": s.disputed if s else None,
        "members": len(q.members),
        "origins": q.origins,
    }

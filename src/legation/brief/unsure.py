"""What is unsure: acts and figures that nobody tells as fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.brief.clauses import joined, upper
from legation.brief.dossier import Group, Line
from legation.brief.flows import is_fact
from legation.brief.happened import act_clause, act_line
from legation.brief.headings import quantity_words
from legation.brief.pile import Pile, status_words
from legation.brief.wording import amount_words
from legation.words.quantity import Happening
from legation.words.status import Status

SHOWN = 5
"""Acts and figures of a status."""
ORDER = (Status.DENIED, Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL, Status.DEMANDED)


def unsure(pile: Pile) -> Iterator[Group]:
    """Claims with a status other than actual, a group a status; acts that many tell first, acts and figures in turn."""
    for status in ORDER:
        acts = sorted((h for h in pile.ledger.events if not is_fact(h) and h.members and h.members[0].status is status), key=lambda h: -h.origins)
        figures = list(_figures(pile, status))
        lines = [*(_act(pile, h, status) for h in acts[: max(SHOWN // 2, SHOWN - len(figures))]), *figures][:SHOWN]
        left = len(acts) + len(figures) - len(lines)
        if lines:
            title = status_words(status)
            yield Group(f"{title[0].upper()}{title[1:]}", tuple(lines), left_out=left, more=f"legation events --status {status.value}")


def _act(pile: Pile, h: Happening, status: Status) -> Line:
    """An act as its status has it: what is planned is to be done, what is denied was not."""
    return replace(act_line(pile, h), text=f"{upper(joined([act_clause(pile, h, status)]))}.")


def _figures(pile: Pile, status: Status) -> Iterator[Line]:
    for q in pile.ledger.quantities:
        for m in q.members:
            figure = pile.claim(m.claim)
            if m.status is status and figure is not None:
                text = f"{upper(quantity_words(pile, q))}: {amount_words(m.amount, pile.words(m.claim, m.span))}"
                yield Line(text, pile.says(figure), "", pile.quote(m.claim, m.span), pile.cite(m.claim, m.span))

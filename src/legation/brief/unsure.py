"""What is unsure: acts and figures that nobody tells as fact."""

from __future__ import annotations

from legation.brief.amounts import quantity_words
from legation.brief.dossier import Group, Line, Section
from legation.brief.flows import is_fact
from legation.brief.happened import act_line
from legation.brief.pile import Pile, status_words
from legation.brief.wording import amount_words, counted
from legation.words.status import Status

SHOWN = 80
ORDER = (Status.DENIED, Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL, Status.DEMANDED)


def unsure(pile: Pile) -> Section:
    """The chapter on claims with a status other than actual, a group a status."""
    found: dict[Status, list[Line]] = {status: [] for status in ORDER}
    for h in pile.ledger.events:
        if not is_fact(h) and h.members:
            found[h.members[0].status].append(act_line(pile, h))
    for q in pile.ledger.quantities:
        for m in q.members:
            figure = pile.claim(m.claim)
            if m.status is not Status.ACTUAL and figure is not None:
                quote = pile.quote(m.claim, m.span)
                amount = amount_words(m.amount, quote.words if quote else "")
                found[m.status].append(Line(f"{quantity_words(pile, q)}: {amount}", pile.says(figure), "", quote, pile.cite(m.claim, m.span)))
    total = sum(map(len, found.values()))
    if not total:
        return Section("unsure", "What is unsure", "Everything taken is told as fact.")
    groups = tuple(
        Group(status_words(status), tuple(lines[:SHOWN]), left_out=max(0, len(lines) - SHOWN), more=f"legation events --status {status.value}")
        for status, lines in found.items()
        if lines
    )
    return Section("unsure", "What is unsure", f"{counted(total, 'act or figure', 'acts and figures')} not told as fact.", groups)

"""`legation ledger`: what the case's figures and events add up to."""

from __future__ import annotations

from legation.cli.options import AsOf, CaseFile, Holds, Json
from legation.run.asked import day, period


def ledger(case: CaseFile, as_of: AsOf = None, holds: Holds = None, json: Json = False) -> None:
    """The quantities with all their figures, how these relate (agree, conflict, another period...), and what stands."""
    from legation import api
    from legation.brief.amounts import how_much
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console

    with api.open(case) as opened:
        built = api.ledger(opened, day(as_of, last=True), period(holds))
        if json:
            from json import dumps

            from legation.words.codec import encode

            print(dumps(encode(built), ensure_ascii=False))
            return
        show_section(how_much(Pile.of(opened.readings(), built)), console())

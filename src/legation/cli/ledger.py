"""`legation ledger`: what the case's figures and events add up to."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsOf, CaseFile, Holds, Json
from legation.run.asked import day, period


def ledger(
    case: CaseFile,
    as_of: AsOf = None,
    holds: Holds = None,
    limit: Annotated[
        int, typer.Option(metavar="N", help="Of a large case, at most so many quantities: those with conflicts and most origins; 0: all.", min=0)
    ] = 20,
    json: Json = False,
) -> None:
    """The quantities with all their figures, how these relate (agree, conflict, another period...), and what stands."""
    from dataclasses import replace

    from legation import api
    from legation.brief.amounts import how_much
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console
    from legation.reconcile.view import Sight
    from legation.run.ledger import page

    with api.open(case) as opened:
        sight = Sight(day(as_of, last=True), period(holds))
        part = page(opened, limit, sight) if limit and not json else None
        if part:
            shown, readings, total = part
            section = how_much(Pile.of(readings, shown))
            many = f"{total:,} quantities; {limit} of them." if total is not None else f"{len(shown.quantities)} of the quantities."
            show_section(replace(section, lead=f"{many} Articles are numbered for this page."), console())
            return
        built = api.ledger(opened, sight.as_of, sight.holds)
        if json:
            from json import dumps

            from legation.words.codec import encode

            print(dumps(encode(built), ensure_ascii=False))
            return
        show_section(how_much(Pile.of(opened.readings(), built)), console())

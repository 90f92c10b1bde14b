"""`legation disputes`: where the sources disagree, the heaviest first."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsOf, CaseFile, Holds, Json
from legation.run.asked import day, period


def disputes(
    case: CaseFile,
    as_of: AsOf = None,
    holds: Holds = None,
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many; 0: all.", min=0)] = 20,
    json: Json = False,
) -> None:
    """Conflicts by weight, then tensions, then readings to check: both sides with their sentences, their days and their origins."""
    from dataclasses import replace

    from legation import api
    from legation.brief.disputes import disputed
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console, print_json
    from legation.reconcile.view import Sight
    from legation.run.ledger import EVERYTHING, book_of, page_of_disputes
    from legation.run.records import dispute_records

    with api.open(case) as opened:
        sight = Sight(day(as_of, last=True), period(holds))
        book = book_of(opened) if sight == EVERYTHING and json else None
        if book:
            print_json(dispute_records(book.disputes(limit or -1), opened))
            return
        part = page_of_disputes(opened, limit, sight) if limit and not json else None
        if part:
            ledger, readings, total = part
            many = f"{total:,} disputes; the heaviest {limit}." if total is not None else f"The heaviest {limit} disputes."
            lead = f"{many} Articles are numbered for this page."
            show_section(replace(disputed(Pile.of(readings, ledger), limit), lead=lead), console(), whole=True)
            return
        built = api.ledger(opened, sight.as_of, sight.holds)
        found = api.disputes(built)
        if json:
            print_json(dispute_records(found[: limit or None], opened))
            return
        show_section(disputed(Pile.of(opened.readings(), built), limit or len(found)), console(), whole=True)

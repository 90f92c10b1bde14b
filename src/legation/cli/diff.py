"""`legation diff`: what changed in a case since the analyst last looked."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import CaseFile, Json
from legation.run.asked import moment


def diff(
    case: CaseFile,
    since: Annotated[str, typer.Option(metavar="DAY", help="When you last looked: a day, or a day and time like 2026-11-22T09:30.")],
    published: Annotated[bool, typer.Option("--published", help="Go by when articles were published, not by when they were read.")] = False,
    json: Json = False,
) -> None:
    """New claims, disputes that arose or were settled, and quantities for which something else stands than before."""
    from legation import api
    from legation.brief.changed import changed
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console
    from legation.words.codec import encode

    with api.open(case) as opened:
        found = api.diff(opened, moment(since), published)
        if json:
            from json import dumps

            print(dumps(encode(found), ensure_ascii=False))
            return
        show_section(changed(Pile.of(opened.readings(), api.ledger(opened)), found), console())

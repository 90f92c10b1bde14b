"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.errors import QueryError

if TYPE_CHECKING:
    from legation.store.case import Case

CaseFile = Annotated[Path, typer.Option("--case", metavar="FILE", readable=False, help="The case to look into.")]
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output, everything whole.")]

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Only what had been published by then.")]
Holds = Annotated[str | None, typer.Option("--holds", metavar="PERIOD", help="Only what is said of 2015, 2015-03 or 2015..2017.")]


def actor_id(case: Case, given: str) -> str:
    """The id of the actor that the user names by id or name. Raises QueryError where the case has no such actor."""
    wanted = given.strip().casefold()
    lines = list(case.actors())
    for key in ("id", "name"):
        for line in lines:
            if getattr(line, key).casefold() == wanted:
                return str(line.id)
    raise QueryError(f"no actor {given!r} in this case; `legation actors --case {case.path}` lists them")

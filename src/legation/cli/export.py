"""`legation export`: what a case holds in the forms of other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import CaseFile
from legation.words.form import EventForm
from legation.words.status import Status

export = typer.Typer(help="Hand what a case holds to other tools.", no_args_is_help=True)


@export.callback()
def _group() -> None:
    """A group also while it has one command."""


@export.command()
def events(
    case: CaseFile,
    form: Annotated[
        EventForm, typer.Option("--as", help="plover: JSON lines with PLOVER's fields; the others: tab-separated columns of that data set.")
    ],
    status: Annotated[list[Status] | None, typer.Option("--status", help="Only what is told so; may be repeated.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, not to standard output.")] = None,
) -> None:
    """Events for joining with POLECAT, ICEWS or GDELT: PLOVER type, mode and contexts, CAMEO code, quad class, Goldstein value."""
    from legation import api

    with api.open(case) as opened:
        lines = api.event_lines(opened, form, frozenset(status or Status))
        if out:
            with out.open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
        else:
            sys.stdout.writelines(lines)

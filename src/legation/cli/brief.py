"""`legation brief`: the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.document import form_of, write
from legation.cli.options import CaseFile


def brief(
    case: CaseFile,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write brief.html, brief.md or brief.txt.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The dossier's title (else the case's name).")] = None,
) -> None:
    """The dossier: who, what happened, how much, who says, why, what is unsure, what was not read."""
    from legation import api
    from legation.brief.clauses import upper
    from legation.brief.terminal import show
    from legation.cli.table import console

    if out:
        form_of(out)  # before the work, not after it
    with api.open(case) as opened:
        made = api.brief(opened, title or upper(case.stem.replace("-", " ").replace("_", " ")))
    if not out:
        show(made.dossier, console())
        return
    write(made, out)
    console(stderr=True).print(f"Wrote {out}")

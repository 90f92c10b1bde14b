"""`legation brief`: the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import CaseFile
from legation.errors import QueryError

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


def brief(
    case: CaseFile,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write brief.html, brief.md or brief.txt.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The dossier's title (else the case's name).")] = None,
) -> None:
    """The dossier: who, what happened, how much, who says, why, what is unsure, what was not read."""
    from legation import api
    from legation.brief.terminal import show
    from legation.cli.table import console

    form = SUFFIXES.get(out.suffix.lower()) if out else None
    if out and not form:
        raise QueryError(f"{out}: the dossier is written as {', '.join(SUFFIXES)}")
    with api.open(case) as opened:
        made = api.brief(opened, title or case.stem.replace("-", " ").replace("_", " "))
    if not out:
        show(made.dossier, console())
        return
    _write(out, getattr(made, str(form))())
    console(stderr=True).print(f"Wrote {out}")


def _write(out: Path, text: str) -> None:
    """Whole or not at all: a reader of the file never sees half a dossier."""
    part = out.with_name(out.name + ".part")
    try:
        part.write_text(text, "utf-8", errors="replace")
        part.replace(out)
    except OSError as error:
        error.filename = str(out)
        raise
    finally:
        part.unlink(missing_ok=True)

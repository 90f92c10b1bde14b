"""Writing a dossier to a file, in the form that the file's name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from legation.errors import QueryError

if TYPE_CHECKING:
    from legation.brief.compose import Brief

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


def form_of(out: Path) -> str:
    """The form that a file's name asks for. Raises QueryError where it asks for none."""
    form = SUFFIXES.get(out.suffix.lower())
    if not form:
        raise QueryError(f"{out}: the dossier is written as {', '.join(SUFFIXES)}")
    return form


def write(made: Brief, out: Path) -> None:
    """Whole or not at all: a reader of the file never sees half a dossier."""
    text: str = getattr(made, form_of(out))()
    part = out.with_name(out.name + ".part")
    try:
        part.write_text(text, "utf-8", errors="replace")
        part.replace(out)
    except OSError as error:
        error.filename = str(out)
        raise
    finally:
        part.unlink(missing_ok=True)

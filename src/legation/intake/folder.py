"""Files and folders of the disk as sources, in a fixed order."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from legation.intake.limits import Budget
from legation.intake.source import HEAD, Refused, Source

STANDARD_INPUT = "-"


def open_path(path: str | Path, budget: Budget) -> Iterator[Source | Refused]:
    """The sources behind a path: a file, all files of a folder by name, or standard input for `-`.

    Hidden files are passed over; links to folders are not followed; a folder or file that cannot be opened is refused.
    Each stream is closed when the next source is asked for.
    """
    if str(path) == STANDARD_INPUT:
        yield Source("standard input", _buffered_stdin(), budget)
        return
    top = Path(path)
    # A list of what is left to visit, not recursion: a hostile folder may be thousands deep.
    waiting, some = [top], False
    while waiting:
        here = waiting.pop()
        if here == top or not (here.is_symlink() and here.is_dir()):
            for found in _open(here, budget, waiting):
                some = True
                yield found
    if not some:
        yield Refused(str(top), "no files in it")


def _open(path: Path, budget: Budget, waiting: list[Path]) -> Iterator[Source | Refused]:
    """The source of a file; of a folder nothing, but its entries join those that wait, the last by name first."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            waiting.extend(sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True))
        elif stat.S_ISREG(mode):
            with path.open("rb", buffering=HEAD) as stream:
                yield Source(str(path), cast(io.BufferedReader, stream), budget)
        else:
            yield Refused(str(path), "neither a file nor a folder")
    except (OSError, ValueError) as error:
        yield Refused(str(path), _why(error))


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "not allowed to read it"
    if isinstance(error, ValueError):
        return "no file can have a null character in its name"
    return os.strerror(error.errno) if error.errno else str(error)


def _buffered_stdin() -> io.BufferedReader:
    """Standard input with a head that can be looked at; a small buffer would hide what it is."""
    return io.BufferedReader(sys.stdin.buffer, HEAD)  # type: ignore[type-var, arg-type, unused-ignore]

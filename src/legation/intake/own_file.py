"""A text file that the analyst gives: names, rows of the lexicon, models."""

from __future__ import annotations

from pathlib import Path

from legation.errors import TableError

LARGEST = 10_000_000
"""Bytes of such a file; more is no table of a person."""


def read_own(path: Path, largest: int = LARGEST) -> str:
    """The text of a file of so many bytes at most. Raises TableError, one line, where it cannot be read, is too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
        if len(raw) > largest:
            raise TableError(f"{path}: larger than {largest:,} bytes")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise TableError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: not in UTF-8; save it in that encoding") from error

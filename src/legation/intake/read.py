"""Paths → articles: the door of intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.intake.folder import open_path
from legation.intake.formats import read_source
from legation.intake.limits import Budget, Limits
from legation.intake.prepare import prepare
from legation.intake.source import Refused
from legation.words.article import Article

__all__ = ["Refused", "read_paths"]


def read_paths(paths: Iterable[str | Path], limits: Limits | None = None) -> Iterator[Article | Refused]:
    """Every article behind the paths, prepared, and one `Refused` for each thing that could not be read; it never raises for bad input.

    A path is a file, a folder or `-` (standard input). The order is that of the paths, inside a folder or zip by name.
    """
    budget = Budget(limits or Limits())
    for path in paths:
        for source in open_path(path, budget):
            if isinstance(source, Refused):
                yield source
                continue
            for item in read_source(source):
                yield item if isinstance(item, Refused) else prepare(item)

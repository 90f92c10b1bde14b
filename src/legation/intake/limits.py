"""How much intake takes: limits against hostile or mistaken input."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import LimitError


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, except `article` (characters of one text).

    `page` bounds what is parsed at once (a web page, a feed, a mail); `held` what is held in memory of a PDF or a nested archive;
    `total` and `count` what all archives together may unpack; `ratio` how far an archive may expand, once it gave `trusted` bytes.
    """

    article: int = 5_000_000
    page: int = 10_000_000
    tags: int = 60_000
    held: int = 100_000_000
    pages: int = 2_000
    depth: int = 3
    ratio: int = 100
    trusted: int = 10_000_000
    total: int = 2_000_000_000
    count: int = 100_000


@dataclass(slots=True)
class Budget:
    """What has been unpacked so far, counted over all archives of one call."""

    limits: Limits
    unpacked: int = 0
    members: int = 0

    def add_bytes(self, size: int) -> None:
        """Counts unpacked bytes. Raises LimitError once they exceed the total."""
        self.unpacked += size
        if self.unpacked > self.limits.total:
            raise LimitError(f"archives unpack to more than {human(self.limits.total)}")

    def add_member(self) -> None:
        """Counts one member of an archive. Raises LimitError once there are too many."""
        self.members += 1
        if self.members > self.limits.count:
            raise LimitError(f"archives hold more than {self.limits.count:,} files")


def human(size: int) -> str:
    """A size as people say it: `5 MB`."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= step:
            return f"{size / step:.3g} {unit}"
    return f"{size} bytes"

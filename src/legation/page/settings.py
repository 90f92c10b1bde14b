"""Settings: which case is shown, to whom, and what they may do."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names by which only a browser on this very machine reaches the page."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`token` must be given once by every visitor where it is set; `hosts` are the names under which the page answers.

    `author` signs the judgements; a read-only page takes none.
    """

    case: Path
    token: str = field(default="", repr=False)
    readonly: bool = False
    author: str = "analyst"
    hosts: frozenset[str] = LOOPBACK

    def answers(self, host: str) -> bool:
        """Whether a `Host` header names this page: a page elsewhere whose name was pointed at this machine must not read the case."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return name.casefold() in self.hosts


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is reached from this machine only."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

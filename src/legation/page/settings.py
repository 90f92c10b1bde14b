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

    A page that others can reach answers to plain IP addresses too (`any_ip`): only names can be turned on it from elsewhere.
    `author` signs the judgements; a read-only page takes none.
    """

    case: Path
    token: str = field(default="", repr=False)
    readonly: bool = False
    author: str = "analyst"
    hosts: frozenset[str] = LOOPBACK
    any_ip: bool = False

    def answers(self, host: str) -> bool:
        """Whether a `Host` header names this page: a page elsewhere whose name was pointed at this machine must not read the case."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return name.casefold() in self.hosts or (self.any_ip and _is_ip(name))


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is reached from this machine only."""
    if host.casefold() == "localhost":
        return True
    return _is_ip(host) and ipaddress.ip_address(host.strip("[]")).is_loopback


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True

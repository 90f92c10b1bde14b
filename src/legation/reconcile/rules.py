"""Which rules make the ledger: one that was kept under other rules is made anew."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from legation.codes.tables import tables_hash


@cache
def rules_hash() -> str:
    """12 hex digits over the ledger's own code and all tables."""
    h = sha256(tables_hash().encode())
    for entry in sorted(files("legation.reconcile").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".py"):
            h.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return h.hexdigest()[:12]

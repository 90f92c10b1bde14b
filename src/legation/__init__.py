"""Legation reads news articles and rebuilds the system of relations between states that they describe.

    import legation

    for reading in legation.read("articles/"):
        print(reading.article.title, len(reading.events))

    with legation.open("korea.case") as case:
        print(legation.ledger(case).quantities[0].label)

Names are loaded when they are first used: `import legation` alone loads neither parser nor tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legation.api import Brief, Case, Ledger, Reading, ledger, open, read
    from legation.errors import LegationError

__all__ = ["Brief", "Case", "Ledger", "LegationError", "Reading", "ledger", "open", "read"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'legation' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("legation.errors" if name == "LegationError" else "legation.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

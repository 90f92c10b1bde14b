"""When a claim holds, and why that period."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.period import Period


def when_of(linked: Linked, token: Token) -> tuple[Period | None, str | None]:
    """The period of the predicate or amount that a token heads, with the reason in plain words; (None, None) where nothing tells."""
    return None, None

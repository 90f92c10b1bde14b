"""Events: predicates with their parties, coded with PLOVER."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.words.event import Event
from legation.words.reading import Unread


def read_events(linked: Linked) -> tuple[tuple[Event, ...], tuple[Unread, ...]]:
    """The events of an article, each told once, and what no rule could take."""
    return (), ()

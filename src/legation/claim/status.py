"""Status: whether a predicate is told as fact, denied, possible, planned, demanded or conditional."""

from __future__ import annotations

from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.status import Predicate, Status


def status_of(linked: Linked, token: Token) -> Status:
    """The status of the predicate that a verb or act noun heads."""
    return Status.ACTUAL


def read_predicates(linked: Linked) -> tuple[Predicate, ...]:
    """Every verb and act noun of the document with its status."""
    return ()

"""Claims told by articles that are only named: tests of the ledger need no text and no parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.reconcile.source import Teller, Told
from legation.words.event import Event, EventType
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.period import Period

DAY = date(2018, 3, 1)


class Claims:
    """A ledger source over lists."""

    def __init__(self, figures: list[Told[Figure]] = (), events: list[Told[Event]] = ()) -> None:
        self.told = {Figure: figures, Event: events}

    def claims_for_ledger(self, kind):
        return self.told.get(kind, ())


def teller(name: str, day: date = DAY, **known: str) -> Teller:
    key = digest(name)
    return Teller(name, key, known.get("root", key), known.get("publisher"), Period(day, day), paper=known.get("publisher"))


def event(name: str, text: str, day: date = DAY, **known: object) -> Told[Event]:
    when = Period(day, day)
    claim = Event(digest("event", name), (0, 5), EventType.ASSAULT, ("SAU",), ("YEM",), when=when)
    return Told(replace(claim, **known), teller(name, day), text, 0)

"""Readings made by hand: tests of what stands above the readers need no parser."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from conftest import article

from legation.store.case import Case
from legation.words.actor import ActorKind, Mention
from legation.words.amount import Amount
from legation.words.article import Junk
from legation.words.event import Event, EventType
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.period import Period
from legation.words.reading import Made, Reading, Unread
from legation.words.statement import Statement, StatementKind, Tie
from legation.words.status import Status
from legation.words.voice import Source, Voice

STATES = {"NOR": "Norway", "SWE": "Sweden", "FIN": "Finland"}


def place(text: str, words: str) -> Span:
    """Where words stand in a text."""
    at = text.index(words)
    return at, at + len(words)


def period(first: str, last: str | None = None) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


class Maker:
    """Builds one reading claim by claim, each by its words."""

    def __init__(self, text: str, **known: Any) -> None:
        self.article = article(text, **known)
        self.text, self.lists = text, {"sentences": _sentences(text), "mentions": _mentions(text)}

    def _add(self, kind: str, name: str, words: str, make: Any) -> Maker:
        span = place(self.text, words)
        made = make(claim_id(self.article.digest, name, span, len(self.lists.get(kind, ()))), span)
        self.lists[kind] = (*self.lists.get(kind, ()), made)
        return self

    def event(self, words: str, kind: str, actors: Iterable[str], recipients: Iterable[str] = (), voice: str | None = None, **known: Any) -> Maker:
        voices = (Source(voice),) if voice else ()
        return self._add(
            "events",
            "event",
            words,
            lambda id, span: Event(id, span, EventType(kind), tuple(actors), tuple(recipients), voice=voice, voices=voices, rule="test", **known),
        )

    def figure(self, words: str, amount: Amount, measure: str, giver: str | None = None, receiver: str | None = None, **known: Any) -> Maker:
        voice = known.pop("voice", None)
        voices = (Source(voice),) if voice else ()
        known |= {"giver": giver, "receiver": receiver, "voice": voice, "voices": voices}
        return self._add("figures", "figure", words, lambda id, span: Figure(id, span, amount, measure, rule="test", **known))

    def voice(self, words: str, speaker: str | None, country: str | None = None, verbatim: bool = False) -> Maker:
        return self._add("voices", "voice", words, lambda id, span: Voice(id, span, speaker, country=country, verbatim=verbatim))

    def tie(self, words: str, kind: str, a: str, b: str) -> Maker:
        return self._add("ties", "tie", words, lambda id, span: Tie(id, span, kind, a, b))

    def statement(self, words: str, kind: str, parties: Iterable[str] = (), **known: Any) -> Maker:
        return self._add("statements", "statement", words, lambda id, span: Statement(id, span, StatementKind(kind), parties=tuple(parties), **known))

    def unread(self, words: str, why: str) -> Maker:
        self.lists["unread"] = (*self.lists.get("unread", ()), Unread(place(self.text, words), why))
        return self

    def junk(self, words: str) -> Maker:
        from dataclasses import replace

        self.article = replace(self.article, junk=(*self.article.junk, Junk(place(self.text, words), "page furniture")))
        return self

    def done(self) -> Reading:
        return Reading(self.article, Made("0", "none", "none"), **self.lists)


def _sentences(text: str) -> tuple[Span, ...]:
    """One a line: these texts have one sentence a line."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(out)


def _mentions(text: str) -> tuple[Mention, ...]:
    found = [Mention((i, i + len(n)), id, n, ActorKind.STATE, "name") for id, n in STATES.items() for i in range(len(text)) if text.startswith(n, i)]
    return tuple(sorted(found, key=lambda m: m.span))


def northern() -> tuple[Reading, ...]:
    """Three articles of invented news about three countries, with a conflict of figures, a denied act, junk and hostile words."""
    first = (
        Maker(
            "Norway sent more than 300 tonnes of fish to Sweden on 2 May.\n"
            "Sweden takes up to 80 percent of the catch, the Fishery Board said.\n"
            "Norway and Sweden met in Oslo on 4 May.\n"
            "Finland may close its border with Norway.\n"
            "Share this page",
            published="2021-05-06",
            title="Fish for Sweden",
            publisher="Oslo Courier",
            id="oslo-1",
        )
        .event("Norway sent more than 300 tonnes of fish to Sweden", "COOPERATE", ["NOR"], ["SWE"], when=period("2021-05-02"))
        .event("Norway and Sweden met in Oslo", "CONSULT", ["NOR", "SWE"], when=period("2021-05-04"))
        .event("Finland may close its border", "SANCTION", ["FIN"], ["NOR"], status=Status.POSSIBLE)
        .figure("more than 300 tonnes", Amount(300.0, None, unit="tonnes"), "exports", "NOR", "SWE", when=period("2021-05-02"))
        .figure(
            "up to 80 percent",
            Amount(None, 80.0, unit="percent"),
            "share",
            "NOR",
            "SWE",
            voice="the Fishery Board",
            when=period("2021-01-01", "2021-12-31"),
        )
        .voice("Sweden takes up to 80 percent of the catch", "the Fishery Board", "NOR")
        .junk("Share this page")
    )
    second = (
        Maker(
            "Sweden takes up to 50 percent of Norway's catch in 2021.\n"
            "Sweden accused Finland of spying on 3 May 2021, <b>Anna</b> Berg said.\n"
            "Norway trades with Finland because it fears isolation.\n"
            "Seven thingummies were counted.",
            published="2021-05-07",
            title="<script>alert(1)</script> & more",
            publisher="Malm\u202eo Post\x1b[31m",
            id="malmo-1",
        )
        .event("Sweden accused Finland of spying", "ACCUSE", ["SWE"], ["FIN"], voice="<b>Anna</b> Berg", when=period("2021-05-03"))
        .figure("up to 50 percent", Amount(None, 50.0, unit="percent"), "share", "NOR", "SWE", when=period("2021-01-01", "2021-12-31"))
        .tie("Norway trades with Finland", "trade", "NOR", "FIN")
        .statement("because it fears isolation", "motive", ["NOR"])
        .unread("Seven thingummies", "a number with a noun that no rule took")
    )
    third = Maker("=cmd|' /C calc'!A0 was all that Norway told Finland.\n[red]Norway[/red] denied an attack on Finland.", id="loose-1").event(
        "[red]Norway[/red] denied an attack on Finland", "ASSAULT", ["NOR"], ["FIN"], status=Status.DENIED, voice="=Norway"
    )
    return first.done(), second.done(), third.done()


def northern_case(folder: Path) -> Path:
    """The northern articles in a case file of a folder; gives its path."""
    path = folder / "north.case"
    with Case.open(path, create=True) as case:
        for reading in northern():
            case.add(reading)
    return path

"""Coded events: a reading's events with what event data want to know of their parties, day, sentence and paper."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from legation.brief.plain import one_line
from legation.words.actor import ActorKind, Mention
from legation.words.event import Event
from legation.words.evidence import Span, overlap
from legation.words.reading import Reading

# PLOVER's codes for actors that are no states.
STATELESS = {ActorKind.BODY: "IGO", ActorKind.COMPANY: "MNC", ActorKind.GROUP: "IMG"}
SECTORS = {ActorKind.STATE: "GOV", ActorKind.COMPANY: "BUS"}


@dataclass(frozen=True, slots=True)
class Side:
    """A party of an event: its id, PLOVER code and sector, usual name and the words that name it."""

    id: str
    code: str
    sector: str
    name: str
    text: str


@dataclass(frozen=True)
class Coded:
    """An event in its reading."""

    reading: Reading
    event: Event

    @cached_property
    def sources(self) -> tuple[Side, ...]:
        """Who acts."""
        return tuple(self._side(id, self.event.actor_spans) for id in self.event.actors)

    @cached_property
    def recipients(self) -> tuple[Side, ...]:
        """To whom it is done."""
        return tuple(self._side(id, self.event.recipient_spans) for id in self.event.recipients)

    @property
    def pairs(self) -> Iterator[tuple[Side, Side | None]]:
        """Each who with each whom; of a symmetric act every two, both ways; one without another side alone."""
        if self.recipients:
            yield from ((a, b) for a in self.sources for b in self.recipients)
        elif len(self.sources) > 1:
            yield from ((a, b) for a in self.sources for b in self.sources if a is not b)
        else:
            yield from ((a, None) for a in self.sources)

    @property
    def day(self) -> tuple[date | None, date | None, str]:
        """First and last day, and on what they rest: `text`, `text: not before`, `text: not after`, or `publication` where the text tells none."""
        when, published = self.event.when, self.reading.article.published
        if when is not None:
            basis = "text" if when.first and when.last else "text: not before" if when.first else "text: not after"
            return when.first or when.last, when.last or when.first, basis
        if published is not None:
            return published.when.first or published.when.last, published.when.last or published.when.first, "publication"
        return None, None, "none"

    @property
    def words(self) -> str:
        """The words that carry the event."""
        return self.reading.article.text[slice(*self.event.span)]

    @property
    def sentence_number(self) -> int:
        """Which sentence of the article it stands in, from 1."""
        return max(1, bisect_right([start for start, _ in self.reading.sentences], self.event.span[0]))

    @property
    def sentence(self) -> str:
        """That sentence; the event's words where the reading has no sentences."""
        spans = self.reading.sentences
        return self.reading.article.text[slice(*spans[self.sentence_number - 1])] if spans else self.words

    @property
    def paper(self) -> str:
        """The publisher's name, empty where it is not known."""
        return one_line(self.reading.article.publisher or "")

    @property
    def published(self) -> date | None:
        """The day of publication; None where only an interval is known."""
        published = self.reading.article.published
        return published.when.first if published and published.when.days == 1 else None

    def _side(self, id: str, spans: Iterable[Span]) -> Side:
        own = [m for m in self.reading.mentions if m.id == id]
        named: Mention | None = next((m for s in spans for m in own if overlap(m.span, s)), own[0] if own else None)
        if named is None:
            return Side(id, id if id.isupper() and len(id) == 3 else "", "", id, "")
        text = one_line(self.reading.article.text[slice(*named.span)])
        sector = named.sector or SECTORS.get(named.kind, "")
        return Side(id, _code(named), sector, one_line(named.name), text)


def coded(readings: Iterable[Reading]) -> Iterator[Coded]:
    """The events of readings, in order; what a copy of another article says is not told again."""
    seen: set[str] = set()
    for reading in readings:
        seen.add(reading.article.digest)
        if reading.article.copy_of not in seen:
            yield from (Coded(reading, event) for event in reading.events)


def _code(m: Mention) -> str:
    """PLOVER's code of an actor: a state's, that of the state it belongs to, or what kind of stateless actor it is."""
    if m.kind is ActorKind.BODY:
        return "IGO"
    if m.id.isupper():
        return m.id if len(m.id) == 3 else ""
    return m.country or STATELESS.get(m.kind, "")

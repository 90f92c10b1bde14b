"""A reading: everything taken from one article. It is what `legation read --json` prints, one a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legation.words.actor import Mention
from legation.words.article import Article
from legation.words.codec import encode
from legation.words.entity import Entity
from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.period import Time
from legation.words.statement import Statement, Tie
from legation.words.status import Predicate
from legation.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Unread:
    """Something a rule could not take, and why: nothing is dropped silently."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Made:
    """What made a reading: version of Legation, parser model with its hash, hash of the tables."""

    legation: str
    model: str
    tables: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All lists of one article; see docs/reading.md for the contract of their JSON form."""

    article: Article
    made: Made
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    numbers: tuple[Figure, ...] = ()
    voices: tuple[Voice, ...] = ()
    times: tuple[Time, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    ties: tuple[Tie, ...] = ()
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    unread: tuple[Unread, ...] = ()
    sentences: tuple[Span, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reading in the contract's form (plain dicts, lists, strings, numbers)."""
        a = self.article
        published = a.published and {
            **dict(zip(("first", "last"), a.published.when.as_json(), strict=True)),
            "basis": a.published.basis,
            "span": a.published.span and list(a.published.span),
            "clues": [encode(c) for c in a.published.clues],
        }
        lists = {
            "actors": self.mentions,
            "events": self.events,
            "figures": self.figures,
            "numbers": self.numbers,
            "voices": self.voices,
            "times": self.times,
            "predicates": self.predicates,
            "ties": self.ties,
            "statements": self.statements,
            "entities": self.entities,
            "unread": self.unread,
        }
        return {
            "article": {
                "id": a.id,
                "digest": a.digest,
                "path": a.path,
                "title": a.title,
                "publisher": a.publisher,
                "url": a.url,
                "language": a.language,
                "published": published,
                "copy_of": a.copy_of,
                "notes": list(a.notes),
            },
            "text": a.text,
            "junk": [encode(j) for j in a.junk],
            "sentences": [list(s) for s in self.sentences],
            **{name: [encode(item) for item in items] for name, items in lists.items()},
            "reader": encode(self.made),
        }

"""Readings as rows and rows as readings: the one place that knows which column holds what."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from legation.words.actor import Mention
from legation.words.article import Article
from legation.words.claim import KINDS, Claim, kind_of
from legation.words.codec import decode, encode
from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.judgement import Decision, Judgement
from legation.words.reading import Made, Reading
from legation.words.sentences import sentence_of
from legation.words.statement import Statement, Tie
from legation.words.voice import Voice

T = TypeVar("T")

CLAIM_LISTS = {"events": "event", "figures": "figure", "statements": "statement", "ties": "tie"}
"""The reading's lists that are rows of `claim`, with their kind."""

APART = frozenset({"article", "made", "voices", *CLAIM_LISTS})
"""Fields of a reading that have tables or columns of their own; all others stand in `interpretation.lists`."""

FACTS = ("title", "language", "published", "junk")
"""What a reading may see otherwise in the same article; the rest of an article never changes."""

UNMADE = Made("", "", "")


def as_text(value: Any) -> str:
    """Plain values as JSON, always in the same bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def facts_of(article: Article) -> dict[str, Any]:
    """The article's changeable facts as plain values."""
    return {name: encode(getattr(article, name)) for name in FACTS}


def lists_of(reading: Reading) -> dict[str, Any]:
    """The reading's lists without a table, as plain values."""
    return {f.name: encode(getattr(reading, f.name)) for f in fields(reading) if f.name not in APART}


def version_of(reading: Reading, unread: str | None) -> str:
    """A hash of all that was taken from the article, not of who took it or where it lay."""
    claims = {name: encode(getattr(reading, name)) for name in (*CLAIM_LISTS, "voices")}
    return digest("reading", as_text(facts_of(reading.article)), as_text(lists_of(reading)), as_text(claims), unread or "")


def insert_article(db: sqlite3.Connection, article: Article, now: str) -> int:
    """A new row of `article`, found by full-text search; gives its number."""
    row = db.execute(
        "INSERT INTO article (digest, id, url, publisher, path, copy_of, added, notes, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.digest, article.id, article.url, article.publisher, article.path, article.copy_of, now, as_text(article.notes), article.text),
    )
    n = row.lastrowid
    assert n is not None
    db.execute("INSERT INTO article_search (rowid, title, text) VALUES (?, NULL, ?)", (n, article.text))
    return n


def show_facts(db: sqlite3.Connection, n: int, article: Article) -> None:
    """Brings the article's columns, and its title in the full-text index, up to the reading that is live now."""
    old, text = db.execute("SELECT title, text FROM article WHERE n = ?", (n,)).fetchone()
    if old != article.title:
        # FTS5 must be told the old words to forget them.
        db.execute("INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)", (n, old, text))
        db.execute("INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)", (n, article.title, text))
    p = article.published
    first, last = p.when.as_json() if p else (None, None)
    db.execute(
        "UPDATE article SET title = ?, language = ?, published_first = ?, published_last = ?, published_basis = ? WHERE n = ?",
        (article.title, article.language, first, last, p and p.basis, n),
    )


def insert_interpretation(db: sqlite3.Connection, article: int, reading: Reading, unread: str | None, now: str) -> None:
    """All rows of one reading, live."""
    row = db.execute(
        "INSERT INTO interpretation (article, version, live, unread, made, added, facts, lists, unread_items) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
        (
            article,
            version_of(reading, unread),
            unread,
            as_text(encode(reading.made)),
            now,
            as_text(facts_of(reading.article)),
            as_text(lists_of(reading)),
            len(reading.unread),
        ),
    )
    n = row.lastrowid
    assert n is not None
    put = _Writer(db, n, article, reading)
    for name in CLAIM_LISTS:
        for ordinal, claim in enumerate(getattr(reading, name)):
            put.claim(ordinal, claim)
    for ordinal, voice in enumerate(reading.voices):
        put.voice(ordinal, voice)
    put.mentions(reading.mentions)


def insert_claim(db: sqlite3.Connection, interpretation: int, article: int, reading: Reading, ordinal: int, claim: Claim) -> None:
    """One more claim of an interpretation, live; of the reading only the article and its sentences are looked at."""
    _Writer(db, interpretation, article, reading).claim(ordinal, claim)


class _Writer:
    """Inserts the claims, voices and mentions of one interpretation."""

    def __init__(self, db: sqlite3.Connection, interpretation: int, article: int, reading: Reading) -> None:
        self.db, self.interpretation, self.article = db, interpretation, article
        self.text, self.spans = reading.article.text, reading.sentences
        self.known: dict[Span, int] = {}

    def claim(self, ordinal: int, claim: Claim) -> None:
        amount = claim.amount if isinstance(claim, Figure) else None
        first, last = claim.when.as_json() if claim.when else (None, None)
        cells = {
            **self._place(claim.span),
            "kind": kind_of(claim),
            "ordinal": ordinal,
            "id": claim.id,
            "type": _type(claim),
            "low": amount and amount.low,
            "high": amount and amount.high,
            "unit": amount and amount.unit,
            "first": first,
            "last": last,
            "status": claim.status.value,
            "voice": claim.voice,
            "chain": "\n".join([s.speaker for s in claim.voices] or ([claim.voice] if claim.voice else [])),
            "record": as_text(encode(claim)),
        }
        n = self._insert("claim", cells)
        self.db.executemany("INSERT OR IGNORE INTO party VALUES (?, ?, ?)", [(n, actor, role) for role, actor in parties(claim)])

    def voice(self, ordinal: int, voice: Voice) -> None:
        own = {"ordinal": ordinal, "id": voice.id, "speaker": voice.speaker, "country": voice.country, "record": as_text(encode(voice))}
        self._insert("voice", {**self._place(voice.span), **own})

    def mentions(self, mentions: Iterable[Mention]) -> None:
        of: dict[str, list[Mention]] = {}
        for m in mentions:
            of.setdefault(m.id, []).append(m)
        for actor, ms in of.items():
            row = (
                self.interpretation,
                self.article,
                actor,
                Counter(m.name for m in ms).most_common(1)[0][0],
                ms[0].kind.value,
                ms[0].country,
                len(ms),
            )
            self.db.execute("INSERT INTO mention VALUES (?, ?, 1, ?, ?, ?, ?, ?)", row)

    def _place(self, span: Span) -> dict[str, Any]:
        around = sentence_of(self.text, self.spans, span)
        if around not in self.known:
            self.known[around] = self._sentence(around)
        where = {"interpretation": self.interpretation, "article": self.article, "sentence": self.known[around], "live": 1}
        return {**where, "start": span[0], "end": span[1], "words": self.text[span[0] : span[1]]}

    def _sentence(self, span: Span) -> int:
        key = (self.article, *span)
        found = self.db.execute('SELECT n FROM sentence WHERE article = ? AND "start" = ? AND "end" = ?', key).fetchone()
        if found:
            return int(found[0])
        words = self.text[span[0] : span[1]]
        n = self._insert("sentence", {"article": self.article, "start": span[0], "end": span[1], "text": words})
        self.db.execute("INSERT INTO sentence_search (rowid, text) VALUES (?, ?)", (n, words))
        return n

    def _insert(self, table: str, cells: dict[str, Any]) -> int:
        names = ", ".join(f'"{c}"' for c in cells)
        row = self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", list(cells.values()))  # noqa: S608 - our own names
        assert row.lastrowid is not None
        return row.lastrowid


def _type(claim: Claim) -> str | None:
    if isinstance(claim, Figure):
        return claim.measure
    return claim.type.value if isinstance(claim, Event) else str(claim.kind)


def parties(claim: Claim) -> Iterator[tuple[str, str]]:
    """Who takes part in a claim, as (role, actor)."""
    if isinstance(claim, Event):
        yield from (("actor", a) for a in claim.actors)
        yield from (("recipient", a) for a in claim.recipients)
    elif isinstance(claim, Figure):
        yield from ((role, a) for role, a in (("from", claim.giver), ("to", claim.receiver)) if a)
    elif isinstance(claim, Tie):
        yield from (("a", claim.a), ("b", claim.b))
    elif isinstance(claim, Statement):
        yield from (("party", a) for a in claim.parties)


ARTICLE = "a.id, a.digest, a.text, a.path, a.publisher, a.url, a.copy_of, a.notes, i.facts"
"""Columns that `article_from` reads, over `article a JOIN interpretation i`."""


def article_from(row: tuple[Any, ...]) -> Article:
    """An article from the columns of ARTICLE."""
    return decode(Article, _article_values(row))


def _article_values(row: tuple[Any, ...]) -> dict[str, Any]:
    values = dict(zip(("id", "digest", "text", "path", "publisher", "url", "copy_of"), row, strict=False))
    return {**values, "notes": json.loads(row[7]), **json.loads(row[8])}


def claim_from(kind: str, record: str) -> Claim:
    """A claim from its kind and JSON record."""
    return decode(KINDS[kind], json.loads(record))


def record_of(cls: type[T], record: str) -> T:
    """A record of a known class from its JSON."""
    return decode(cls, json.loads(record))


def voice_from(record: str) -> Voice:
    """A voice from its JSON record."""
    return decode(Voice, json.loads(record))


def judgement_row(judgement: Judgement) -> tuple[str, ...]:
    """The columns of `judgement`, without its number."""
    j = judgement
    return (j.id, j.subject, j.decision.value, j.author, j.made.isoformat(), j.version, j.content)


def judgement_from(row: tuple[Any, ...]) -> Judgement:
    """A judgement from its columns and whether it was undone."""
    id, subject, decision, author, made, version, content, undone = row
    return Judgement(id, subject, Decision(decision), author, datetime.fromisoformat(made), version, content, bool(undone))


def reading_from(article: tuple[Any, ...], made: str, lists: str, claims: Iterable[tuple[str, str]], voices: Iterable[str]) -> Reading:
    """A whole reading; `article` holds the columns of ARTICLE, `claims` are (kind, record) and `voices` records, in order."""
    of: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for kind, record in claims:
        of[kind].append(json.loads(record))
    values = {"article": _article_values(article), "made": json.loads(made), **json.loads(lists), "voices": [json.loads(v) for v in voices]}
    return decode(Reading, {**values, **{name: of[kind] for name, kind in CLAIM_LISTS.items()}})

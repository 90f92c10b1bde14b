"""The case file: articles, what was read from them and what the analyst decided, in one SQLite file.

Rows are only added: a newer reading or corrected article puts the older one aside (`live = 0`) and keeps it. Every article is one
transaction, so a kill loses at most the article in hand, and reading the same again completes the case.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from legation.errors import CaseError, QueryError
from legation.reconcile.source import C, Told
from legation.store import by_hand, judging, rows, search
from legation.store.adding import add_reading
from legation.store.book import Book
from legation.store.connection import connect, trouble
from legation.store.filter import EVERYTHING, Condition, Filter, actor_conditions, claim_conditions, claim_conditions_but_for, meets, voice_conditions
from legation.store.held import ActorLine, Added, Held, Hit
from legation.store.judging import Judged
from legation.store.lookup import ARTICLE_BY_KEY, CLAIMS, COUNTS, VOICES, held_from, prefix, shown
from legation.store.telling import Past, heeded, told
from legation.words.actor import ActorKind
from legation.words.article import Article
from legation.words.codec import encode
from legation.words.judgement import Decision, Judgement
from legation.words.reading import Made, Reading
from legation.words.ruling import Ruled
from legation.words.voice import Voice


class Case:
    """One case. A context manager: `with Case.open(path) as case: ...` closes the file at the end."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path, self._db = path, db

    @classmethod
    def open(cls, path: Path | str, create: bool = False, readonly: bool = False) -> Case:
        """Opens a case, or makes one where `create` is true and there is none.

        A case in a place that cannot be written opens for reading. Raises CaseError, one line, where it is missing, not a case,
        damaged, or of a newer version.
        """
        path = Path(path)
        return cls(path, connect(path, create, readonly))

    def close(self) -> None:
        """Closes the file; a second time does nothing."""
        with trouble(self.path):
            self._db.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # ---- adding ----

    def add(self, reading: Reading) -> Added:
        """Stores a reading with its article, in one transaction. The same reading again changes nothing.

        Raises CaseError where the file cannot be written.
        """
        return self._add(reading, None)

    def add_unread(self, article: Article, why: str) -> Added:
        """Stores an article that was not read (not English, too long), with the reason."""
        return self._add(Reading(article, rows.UNMADE), why)

    def _add(self, reading: Reading, why: str | None) -> Added:
        with self._transaction() as db:
            return add_reading(db, reading, why, datetime.now(UTC).isoformat(timespec="seconds"))

    def judge(self, judgement: Judgement) -> None:
        """Logs what the analyst decided. Raises QueryError for an id that is logged already."""
        with self._transaction() as db:
            if db.execute("SELECT 1 FROM judgement WHERE id = ?", (judgement.id,)).fetchone():
                raise QueryError(f"judgement {shown(judgement.id)} is logged already; a judgement is undone, never changed")
            row = rows.judgement_row(judgement)
            db.execute("INSERT INTO judgement (id, subject, decision, author, made, version, content) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            by_hand.settle_claim(db, judgement.subject)
            judging.make_due(db, judgement)

    def judgements(self) -> Iterator[Judgement]:
        """All judgements, undone ones too, in the order they were made."""
        return judging.log(self._rows)

    def undo(self, key: str, author: str) -> Judgement:
        """Takes the judgement with this id, or beginning of one, back; it stays in the log. Raises QueryError where none or several fit."""
        low, high = prefix(key, "judgement")
        found = [j for j in self.judgements() if low <= j.id < high and not j.undone]
        if len(found) != 1:
            raise QueryError(f"{'more than one' if found else 'no'} judgement that counts has the id {shown(key)}")
        with self._transaction() as db:
            db.execute("INSERT INTO undone (judgement, author, made) VALUES (?, ?, ?)", (found[0].id, author, datetime.now(UTC).isoformat()))
            judging.make_due(db, found[0])
            by_hand.settle_claim(db, found[0].subject)
        return found[0]

    def judged(self) -> Judged:
        """What the judgements that count come to."""
        return Judged.of(self.judgements())

    def ruled(self) -> Iterator[Ruled]:
        """All judgements that count, each with the words it was made on."""
        counting = self.judged().counting
        for j in self.judgements():
            if j.id not in counting or j.decision is Decision.NAME:
                continue
            held = next(iter(self._claims(j.subject, j.subject + "\x00").values()), None)
            if held:
                yield Ruled(j, held.article, held.words, held.sentence, bool(j.version) and j.version != judging.version_of(held.read))
            else:
                yield Ruled(j, review=bool(j.version))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with trouble(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except UnicodeEncodeError as error:
                self._db.rollback()
                raise CaseError(f"{self.path}: an article holds half a surrogate pair, which is no text; decode it with errors='replace'") from error
            except BaseException:
                # A full disk may have ended the transaction already.
                if self._db.in_transaction:
                    self._db.rollback()
                raise

    # ---- looking up ----

    def articles(self) -> Iterator[Article]:
        """All articles that count, unread ones and copies too, in the order they came."""
        sql = f"SELECT {rows.ARTICLE} FROM article a JOIN interpretation i ON i.article = a.n AND i.live WHERE a.superseded_by IS NULL ORDER BY a.n"  # noqa: S608
        return (rows.article_from(row) for row in self._rows(sql))

    def article(self, key: str) -> Article:
        """The article with this id, digest or beginning of one, superseded ones too. Raises QueryError where none or several fit."""
        return rows.article_from(self._one(ARTICLE_BY_KEY, key, "article"))

    def why_unread(self, key: str) -> str | None:
        """Why an article was not read; None where it was. Raises QueryError as `article` does."""
        digest = self.article(key).digest
        sql = "SELECT i.unread FROM interpretation i JOIN article a ON a.n = i.article WHERE i.live AND a.digest = ?"
        row = next(self._rows(sql, (digest,)))
        return str(row[0]) if row[0] is not None else None

    def readings(self, articles: Collection[int] | None = None, as_read: bool = False) -> Iterator[Reading]:
        """All live readings, whole, in the order the articles came; without rejected claims, with corrected ones as corrected.

        `articles` are the numbers of those that are wanted (None: all); `as_read`: nothing judged or added by hand.
        """
        chosen = "" if articles is None else f"AND a.n IN ({', '.join(map(str, sorted(map(int, articles))))})"
        sql = (
            f"SELECT {rows.ARTICLE}, i.n, i.made, i.lists FROM article a JOIN interpretation i ON i.article = a.n AND i.live"  # noqa: S608 - numbers
            f" WHERE a.superseded_by IS NULL AND i.unread IS NULL {chosen} ORDER BY a.n"
        )
        judged, most = (Judged(), by_hand.FIRST) if as_read else (self.judged(), sys.maxsize)
        own = "SELECT kind, record FROM claim WHERE interpretation = ? AND live AND ordinal < ? ORDER BY kind, ordinal"
        for row in self._rows(sql):
            n, made, lists = row[-3:]
            claims = self._rows(own, (n, most))
            voices = self._rows("SELECT record FROM voice WHERE interpretation = ? ORDER BY ordinal", (n,))
            yield judged.reading(rows.reading_from(row[:-3], made, lists, claims, (r for (r,) in voices)))

    def claim(self, key: str) -> Held:
        """The live claim or voice with this id or beginning of one. Raises QueryError where none or several fit."""
        found = self._claims(*prefix(key, "claim"))
        if key in found:
            return found[key]
        if len(found) == 1:
            return next(iter(found.values()))
        raise QueryError(f"no claim has the id {shown(key)}" if not found else f"{shown(key)} begins more than one id; give more characters")

    def _claims(self, low: str, high: str) -> dict[str, Held]:
        """The first live claims and voices by id, whose ids lie from `low` up to `high`."""
        judged, found = self.judged(), dict[str, Held]()
        for sql in (CLAIMS, VOICES):
            for row in self._rows(sql + "c.live AND c.id >= ? AND c.id < ? LIMIT 3", (low, high)):
                held = held_from(row, judged)
                found.setdefault(held.claim.id, held)
        return found

    def events(self, where: Filter = EVERYTHING) -> Iterator[Held]:
        """Events that meet a filter, in the order of articles and text."""
        return self._claims_of(where, "event")

    def figures(self, where: Filter = EVERYTHING) -> Iterator[Held]:
        """Figures that meet a filter."""
        return self._claims_of(where, "figure")

    def statements(self, where: Filter = EVERYTHING) -> Iterator[Held]:
        """Statements that meet a filter."""
        return self._claims_of(where, "statement")

    def ties(self, where: Filter = EVERYTHING) -> Iterator[Held]:
        """Ties that meet a filter."""
        return self._claims_of(where, "tie")

    def read_by(self, made: Made) -> frozenset[str]:
        """The digests of the articles whose live reading was made by just this version, parser and tables: no need to read them again."""
        sql = "SELECT a.digest FROM interpretation i JOIN article a ON a.n = i.article WHERE i.live AND i.unread IS NULL AND i.made = ?"
        return frozenset(digest for (digest,) in self._rows(sql, (rows.as_text(encode(made)),)))

    def voices(self, where: Filter = EVERYTHING) -> Iterator[Held]:
        """Voices that meet a filter; its measure, type and status ask nothing of them."""
        return self._held(VOICES, voice_conditions(where))

    def actors(self, where: Filter = EVERYTHING) -> Iterator[ActorLine]:
        """Actors with how often they are named, most named first; a filter's `type` is the kind of actor, its days, voice and status ask nothing."""
        sql, values = actor_conditions(where)
        for id, name, kind, country, times, articles, _ in self._rows(sql, values):
            yield ActorLine(id, name, ActorKind(kind), country, times, articles)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Articles, then claims, that hold all words of the query, best first, at most `limit` of each.

        Raises QueryError where there is no word to look for.
        """
        given = (*search.MARKS, search.quoted(query), limit)
        hits = [Hit("article", digest, id, piece) for digest, id, piece in self._rows(search.ARTICLES, given)]
        return hits + [Hit(*row) for row in self._rows(search.SENTENCES, given)]

    def counts(self) -> dict[str, int]:
        """How many articles, copies, actors, events, figures, statements, ties, voices and unread items the case holds."""
        return {name: next(self._rows(sql))[0] for name, sql in COUNTS.items()}

    def naming(self, actor: str) -> Iterator[Article]:
        """The articles whose reading names an actor, by its id, in the order they came."""
        sql = (
            f"SELECT {rows.ARTICLE} FROM article a JOIN interpretation i ON i.article = a.n AND i.live"  # noqa: S608
            " WHERE a.superseded_by IS NULL AND a.n IN (SELECT article FROM mention WHERE live AND actor = ?) ORDER BY a.n"
        )
        return (rows.article_from(row) for row in self._rows(sql, (actor,)))

    # ---- the ledger ----

    def book(self) -> Book:
        """The ledger as the case keeps it; `bring_up_to_date` before reading."""
        return Book(self._rows, self._transaction, self.judged)

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        """All live claims of one kind with their article and sentence, each sentence's together."""
        return heeded(told(self._rows, kind), self.judged())

    def before(self, moment: datetime) -> Past:
        """The case as it stood just before a moment, for the ledger."""
        return Past(self._rows, moment, Judged.of(judging.log(self._rows, moment)))

    def _claims_of(self, where: Filter, kind: str) -> Iterator[Held]:
        """Claims that meet a filter as the analyst corrected them."""
        corrected = [id for id, j in self.judged().claims.items() if j.decision is Decision.CORRECT]
        if not corrected:
            return self._held(CLAIMS, claim_conditions(where, kind))
        known, found = frozenset(corrected), self._held(CLAIMS, claim_conditions_but_for(where, kind, corrected))
        return islice((h for h in found if h.claim.id not in known or self._meets(where, h)), where.limit)

    def _meets(self, where: Filter, held: Held) -> bool:
        published = self.article(held.article_digest).published
        return not isinstance(held.claim, Voice) and meets(where, held.claim, published.when if published else None)

    def _held(self, sql: str, condition: Condition) -> Iterator[Held]:
        where, values = condition
        judged = self.judged()
        return (held_from(row, judged) for row in self._rows(sql + where, values))

    def _one(self, sql: str, key: str, what: str) -> tuple[Any, ...]:
        low, high = prefix(key, what)
        found = list(self._rows(sql, {"key": key, "low": low, "high": high}))
        exact = [r for r in found if key in r[:2]]
        if len(exact or found) == 1:
            return (exact or found)[0]
        raise QueryError(
            f"no {what} has the id {shown(key)}" if not found else f"{shown(key)} fits more than one {what}; give the digest or more of it"
        )

    def _rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        with trouble(self.path):
            # not `yield from`, which would close the cursor of a case that is closed already
            for row in self._db.execute(sql, values):  # noqa: UP028
                yield row

"""Putting a reading into the case: what is new, what it replaces, what it corrects. All within the caller's transaction."""

from __future__ import annotations

import sqlite3

from legation.store import by_hand, rows
from legation.store.held import Added
from legation.words.article import Article
from legation.words.codec import encode
from legation.words.reading import Reading

# A correction keeps much of the text; a text of few words may change wholly.
KEPT, SHORT = 0.3, 40
SPOKEN = ("claim", "voice", "mention")
"""Tables of what an article says; their rows count while `live` is 1."""


def add_reading(db: sqlite3.Connection, reading: Reading, why: str | None, now: str) -> Added:
    """Stores a reading with its article; `why` says why the article was not read, where it was not."""
    article, version = reading.article, rows.version_of(reading, why)
    found = db.execute("SELECT n, copy_of, superseded_by FROM article WHERE digest = ?", (article.digest,)).fetchone()
    n, copy_of, superseded = found or (rows.insert_article(db, article, now), article.copy_of, None)
    if article.copy_of and not copy_of:
        db.execute("UPDATE article SET copy_of = ? WHERE n = ?", (article.copy_of, n))
    if _is_live(db, n, version):
        # The same result of a newer reader: note the reader, so that the article need not be read by it again.
        db.execute("UPDATE interpretation SET made = ?1 WHERE article = ?2 AND live AND made != ?1", (rows.as_text(encode(reading.made)), n))
        return Added.KNOWN
    db.execute("UPDATE interpretation SET live = 0 WHERE article = ? AND live", (n,))
    _silence(db, n)
    if not _revive(db, n, version):
        rows.insert_interpretation(db, n, reading, why, now)
    rows.show_facts(db, n, article)
    by_hand.settle(db, n)
    if superseded:
        _silence(db, n)
    else:
        _supersede(db, n, article)
    return Added.CHANGED if found else Added.NEW


def _is_live(db: sqlite3.Connection, article: int, version: str) -> bool:
    return bool(db.execute("SELECT 1 FROM interpretation WHERE article = ? AND version = ? AND live", (article, version)).fetchone())


def _silence(db: sqlite3.Connection, article: int) -> None:
    """What the article says no longer counts."""
    for table in SPOKEN:
        # by interpretation, as these tables have an index on that: a scan for each article would make a large case slower and slower
        of = "SELECT n FROM interpretation WHERE article = ?"
        db.execute(f"UPDATE {table} SET live = 0 WHERE interpretation IN ({of}) AND live", (article,))  # noqa: S608 - our own names


def _revive(db: sqlite3.Connection, article: int, version: str) -> bool:
    """Takes a former reading up again; False where there is none."""
    former = db.execute("SELECT n FROM interpretation WHERE article = ? AND version = ?", (article, version)).fetchone()
    if not former:
        return False
    db.execute("UPDATE interpretation SET live = 1 WHERE n = ?", former)
    for table in SPOKEN:
        db.execute(f"UPDATE {table} SET live = 1 WHERE interpretation = ?", former)  # noqa: S608 - our own names
    return True


def _is_version(text: str, other: str) -> bool:
    """Whether two texts of one address are versions of one: a data set or a live page has many texts at one address that are not."""
    fewer, more = sorted(({tuple(words[n : n + 3]) for n in range(len(words))} for words in (text.split(), other.split())), key=len)
    return len(fewer) < SHORT or len(fewer & more) >= KEPT * len(fewer)


def _supersede(db: sqlite3.Connection, n: int, article: Article) -> None:
    """Of the versions of one text at one address only one counts: the latest published, or where days do not tell the one that came last."""
    if not article.url:
        return
    query = "SELECT n, digest, published_last, text FROM article WHERE url = ? AND n != ? AND superseded_by IS NULL"
    own = article.published.when.as_json()[1] if article.published else None
    for other, digest, day, text in db.execute(query, (article.url, n)).fetchall():
        if not _is_version(text, article.text):
            continue
        older, newer = (n, digest) if own and day and own < day else (other, article.digest)
        db.execute("UPDATE article SET superseded_by = ? WHERE n = ?", (newer, older))
        _silence(db, older)

"""Claims that the analyst added by hand: judgements whose rows stand among the claims of an article, whatever reads it again."""

from __future__ import annotations

import json
import sqlite3

from legation.store import rows
from legation.words.claim import KINDS
from legation.words.codec import decode
from legation.words.judgement import Decision
from legation.words.reading import Reading

FIRST = 1_000_000
"""The ordinal of the first: behind all that a reader takes."""

OF_ARTICLE = """
SELECT j.subject, j.content, EXISTS (SELECT 1 FROM undone u WHERE u.judgement = j.id) FROM judgement j JOIN article a ON a.n = ?
WHERE j.decision = ? AND json_extract(j.content, '$.article') = a.digest AND a.superseded_by IS NULL ORDER BY j.n
"""
READING = f"""
SELECT i.n, {rows.ARTICLE}, json_extract(i.lists, '$.sentences') FROM article a JOIN interpretation i ON i.article = a.n AND i.live WHERE a.n = ?
"""  # noqa: S608 - our own columns


def settle(db: sqlite3.Connection, article: int) -> None:
    """Brings an article's claims by hand in line with the log: those that count are live in its reading, those taken back are not."""
    added = db.execute(OF_ARTICLE, (article, Decision.ADD.value)).fetchall()
    if not added:
        return
    interpretation, *cells, sentences = db.execute(READING, (article,)).fetchone()
    spans = tuple((a, b) for a, b in json.loads(sentences or "[]"))
    reading = Reading(rows.article_from(tuple(cells)), rows.UNMADE, sentences=spans)
    for ordinal, (id, content, undone) in enumerate(added, FIRST):
        held = db.execute("SELECT 1 FROM claim WHERE id = ? AND interpretation = ?", (id, interpretation)).fetchone()
        if undone or held:
            db.execute("UPDATE claim SET live = ? WHERE id = ? AND interpretation = ?", (int(not undone), id, interpretation))
        else:
            given = json.loads(content)
            rows.insert_claim(db, interpretation, article, reading, ordinal, decode(KINDS[given["kind"]], given["claim"]))


def settle_claim(db: sqlite3.Connection, id: str) -> None:
    """The same for the article that a claim by hand stands in."""
    sql = "SELECT a.n FROM judgement j JOIN article a ON a.digest = json_extract(j.content, '$.article') WHERE j.subject = ? AND j.decision = ?"
    for (article,) in db.execute(sql, (id, Decision.ADD.value)).fetchall():
        settle(db, article)

"""Finding what a case holds: the queries that give claims, voices and articles or count them, and the ids that users write."""

from __future__ import annotations

from typing import Any

from legation.errors import QueryError
from legation.store import rows
from legation.store.held import Held
from legation.store.judging import Judged

SHORTEST_PREFIX = 4
"""Fewer characters of an id would name nearly everything."""

CLAIMS = """
SELECT c.kind, c.record, a.digest, a.id, c.words, s.text, s.start, s.end
FROM claim c JOIN article a ON a.n = c.article JOIN sentence s ON s.n = c.sentence WHERE """
VOICES = CLAIMS.replace("c.kind", "'voice'").replace("claim c", "voice c")

COUNTS = {
    "articles": "SELECT count(*) FROM article WHERE superseded_by IS NULL",
    "copies": "SELECT count(*) FROM article WHERE superseded_by IS NULL AND copy_of IS NOT NULL",
    "superseded": "SELECT count(*) FROM article WHERE superseded_by IS NOT NULL",
    "articles_unread": "SELECT count(*) FROM interpretation WHERE live AND unread IS NOT NULL",
    "actors": "SELECT count(DISTINCT actor) FROM mention WHERE live",
    "events": "SELECT count(*) FROM claim WHERE live AND kind = 'event'",
    "figures": "SELECT count(*) FROM claim WHERE live AND kind = 'figure'",
    "statements": "SELECT count(*) FROM claim WHERE live AND kind = 'statement'",
    "ties": "SELECT count(*) FROM claim WHERE live AND kind = 'tie'",
    "voices": "SELECT count(*) FROM voice WHERE live",
    "unread": "SELECT coalesce(sum(unread_items), 0) FROM interpretation WHERE live",
}

ARTICLE_BY_KEY = f"""
SELECT {rows.ARTICLE} FROM article a JOIN interpretation i ON i.article = a.n AND i.live
WHERE a.id = :key OR (a.digest >= :low AND a.digest < :high) OR (a.id >= :low AND a.id < :high) ORDER BY a.superseded_by IS NOT NULL, a.n LIMIT 3
"""  # noqa: S608 - our own column names


def held_from(row: tuple[Any, ...], judged: Judged) -> Held:
    """A claim or voice from the columns of CLAIMS or VOICES."""
    kind, record, digest, article, words, sentence, start, end = row
    read = rows.voice_from(record) if kind == "voice" else rows.claim_from(kind, record)
    return Held(kind, judged.heed(read) or read, digest, article, words, sentence, (start, end), judged.said(read), read)


def prefix(key: str, what: str) -> tuple[str, str]:
    """The range of ids that begin with the key; a key too short to mean one thing is taken whole."""
    if not key or "\x00" in key:
        raise QueryError(f"no {what} has the id {shown(key)}")
    return (key, key + "\U0010ffff") if len(key) >= SHORTEST_PREFIX else (key, key + "\x00")


def shown(key: str) -> str:
    """A key as a message shows it."""
    return ascii(key[:40])

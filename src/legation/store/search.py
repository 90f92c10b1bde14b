"""Full-text search over the articles and the sentences of claims."""

from __future__ import annotations

import re

from legation.errors import QueryError

PHRASE = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"\w")

MARKS = ("\x02", "\x03")
"""Stand around the words found in a snippet; control characters, so that no article can forge what a page makes of them."""

ARTICLES = """
SELECT a.digest, a.id, snippet(article_search, -1, ?, ?, '…', 24)
FROM article_search s JOIN article a ON a.n = s.rowid
WHERE article_search MATCH ? AND a.superseded_by IS NULL ORDER BY s.rank LIMIT ?
"""
SENTENCES = """
WITH found AS (
  SELECT rowid AS n, rank, snippet(sentence_search, 0, ?, ?, '…', 24) AS piece FROM sentence_search WHERE sentence_search MATCH ? ORDER BY rank
)
SELECT c.kind, c.id, a.id, f.piece FROM found f JOIN claim c ON c.sentence = f.n JOIN article a ON a.n = c.article
WHERE c.live ORDER BY f.rank, a.n, c.start, c.kind, c.ordinal LIMIT ?
"""


def quoted(query: str) -> str:
    """The user's words as an FTS5 expression: all must occur, "words in quotes" next to each other; nothing else has a meaning.

    Raises QueryError where there is no word to look for.
    """
    terms = [phrase or word for phrase, word in PHRASE.findall(query.replace("\x00", " "))]
    terms = [t.replace('"', " ") for t in terms if WORD.search(t)]
    if not terms:
        raise QueryError("a search needs at least one word")
    return " AND ".join(f'"{t}"' for t in terms)

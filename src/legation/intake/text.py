"""Plain text and Markdown: the file is the article."""

from __future__ import annotations

from collections.abc import Iterator

from legation.intake.decode import decode
from legation.intake.draft import Known, make_article
from legation.intake.source import Source
from legation.words.article import Article

# UTF-8 and UTF-32 take at most four bytes a character.
WIDEST = 4


def read_text(source: Source) -> Iterator[Article]:
    """One article. Raises InputError where it is empty, LimitError where it is too long."""
    data = source.whole(WIDEST * source.limits.article, "one article")
    text, note = decode(data, source.charset)
    yield make_article(text, source, Known(notes=(note,) if note else ()))

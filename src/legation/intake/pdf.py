"""PDF: the text of all pages in one article."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader

from legation.errors import InputError, LimitError
from legation.intake.draft import Known, make_article
from legation.intake.source import Source
from legation.words.article import Article

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(source: Source) -> Iterator[Article]:
    """One article. Raises InputError for a locked file or one that holds only pictures, LimitError for too many pages."""
    reader = PdfReader(io.BytesIO(source.whole(source.limits.held, "a PDF")))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("a PDF locked with a password")
    if len(reader.pages) > source.limits.pages:
        raise LimitError(f"{len(reader.pages):,} pages, more than {source.limits.pages:,}")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text().strip())
        size += len(pages[-1])
        if size > source.limits.article:
            raise LimitError(f"more than the {source.limits.article:,} characters that one article may have")
    text = "\n\n".join(p for p in pages if p)
    if not text:
        raise InputError("a PDF without text: its pages are pictures")
    title = reader.metadata.title if reader.metadata else None
    yield make_article(text, source, Known(title=title if isinstance(title, str) else None))

"""Web pages: the main text, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from legation.errors import InputError, LimitError
from legation.intake.decode import decode
from legation.intake.draft import Known, make_article, read_day
from legation.intake.markup import words_of
from legation.intake.source import Source
from legation.words.article import Article

# The libraries tell their troubles to the log; intake tells them itself, once.
for _name in ("trafilatura", "htmldate", "courlan", "readability"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
# Only what the page marks as its date: a guess from running text would take a copyright year or today. Not "now", so that a page keeps its date.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(source: Source) -> Iterator[Article]:
    """One article: the main text of the page. Raises InputError for a page without text, LimitError for one too big to parse."""
    data = source.whole(source.limits.page, "a web page")
    declared = CHARSET.search(data[:4_096])
    text, note = decode(data, source.charset or (declared and declared[1].decode("ascii", "ignore")) or None)
    yield page_article(text, source, note)


def page_article(html: str, source: Source, note: str | None = None) -> Article:
    """The article of a page that is decoded already. Raises as `read_html` does."""
    if html.count("<") > source.limits.tags:
        raise LimitError(f"more than {source.limits.tags:,} tags on one page")
    page = _main(XML_HEAD.sub("", html).replace("\x00", ""), source.url)
    found = (page.text or "") if page else ""
    text = "\n\n".join(line.strip() for line in found.split("\n") if line.strip())
    notes = [note] if note else []
    if not text:
        text = words_of(html)
        notes.append("no main text found: all words of the page were taken")
    if not text:
        raise InputError("no text on this page")
    known = (
        Known(notes=tuple(notes))
        if page is None
        else Known(None, page.title, page.sitename or page.hostname, page.url, read_day(page.date or ""), tuple(notes))
    )
    return make_article(text, source, known)


def _main(html: str, url: str | None) -> Any:
    """trafilatura's document (text, title, sitename, hostname, url, date); None where it finds nothing."""
    return trafilatura.bare_extraction(html, url=url, include_comments=False, include_tables=True, date_extraction_params=DATES, with_metadata=True)

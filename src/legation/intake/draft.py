"""What a format knows of an article beside its text, and the article made of both."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_tz

from legation.errors import InputError, LimitError
from legation.intake.dates import full_dates
from legation.intake.decode import whole_characters
from legation.intake.source import Source
from legation.words.article import Article, Publication
from legation.words.ids import article_digest
from legation.words.period import Period

ISO = re.compile(r"((?:1[5-9]|2[01])\d\d)(?:-(\d\d))?(?:-(\d\d))?(?=$|[T\s])")


@dataclass(frozen=True, slots=True)
class Known:
    """Metadata of an article as its file gives it; `published` is a day or a period."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Period | None = None
    notes: tuple[str, ...] = ()


def make_article(text: str, source: Source, known: Known) -> Article:
    """The article of a text, not yet prepared. Raises InputError for a text of blanks, LimitError for one that is too long."""
    if len(text) > source.limits.article:
        raise LimitError(f"{len(text):,} characters, more than the {source.limits.article:,} that one article may have")
    if not text.strip():
        raise InputError("empty: no text in it")
    whole = whole_characters(text)
    notes = known.notes if whole is text else (*known.notes, "halves of characters replaced")
    title, publisher, url = (_line(v) for v in (known.title, known.publisher, known.url or source.url))
    digest = article_digest(whole, publisher, url, day_of(known.published))
    return Article(
        id=_line(known.id) or digest,
        digest=digest,
        text=whole,
        path=whole_characters(source.path),
        title=title,
        publisher=publisher,
        url=url,
        published=Publication(known.published, "stated") if known.published else None,
        notes=notes,
    )


def day_of(period: Period | None) -> str | None:
    """A published day as it enters an article's digest."""
    if period is None:
        return None
    return str(period.first) if period.days == 1 else f"{period.first}/{period.last}"


def read_day(value: str) -> Period | None:
    """A published field as a period: ISO day, month, year or moment, a mail date, or a date in words; None for anything else."""
    value = value.strip()
    try:
        if m := ISO.match(value):
            year, month, day = int(m[1]), int(m[2] or 0), int(m[3] or 0)
            first = date(year, month or 1, day or 1)
            last = first if day else date(year, month or 12, calendar.monthrange(year, month or 12)[1])
            return Period(first, last)
        if mail := parsedate_tz(value):
            moment = date(mail[0], mail[1], mail[2])
            return Period(moment, moment)
    except (ValueError, IndexError, OverflowError):
        return None
    found = [day for _, day in full_dates(value[:100])]
    return Period(found[0], found[0]) if found else None


def _line(value: str | None) -> str | None:
    """Metadata on one line, without control characters; None where nothing is left."""
    if not value:
        return None
    clean = " ".join("".join(c if c.isprintable() else " " for c in whole_characters(value)[:2_000]).split())
    return clean or None

"""Web archives: every page that was answered with success is an article."""

from __future__ import annotations

from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from legation.errors import InputError
from legation.intake.formats import read_source
from legation.intake.source import Refused, Source
from legation.words.article import Article

PAGES = ("text/html", "application/xhtml", "text/plain", "text/xml", "application/xml", "application/rss", "application/atom", "application/pdf")
KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def read_warc(source: Source) -> Iterator[Article | Refused]:
    """Its pages, each by its own format; what is no page is counted in one line."""
    others = 0
    for record in _records(source):
        source.budget.add_member()
        kind = (record.http_content_type or "") if record.is_http else (record.headers.get("Content-Type") or "")
        if not kind.lower().startswith(PAGES) or (record.is_http and record.http_headers.status_code != 200):
            others += 1
            continue
        yield from _page(record, source)
    if others:
        yield Refused(source.path, f"records that are no pages were passed over: {others:,}")


def _records(source: Source) -> Iterator[WarcRecord]:
    stream = source.seekable("a web archive inside another")
    try:
        yield from ArchiveIterator(stream, record_types=KINDS, parse_http=True, auto_decode="all", max_content_length=source.limits.held)
    except (Exception, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as panic:
        # The library is written in Rust, whose panics are no Exceptions.
        raise InputError("a damaged web archive") from panic


def _page(record: WarcRecord, source: Source) -> Iterator[Article | Refused]:
    url = record.headers.get("WARC-Target-URI")
    url = url.strip("<>") if url else None
    body = record.reader.read(source.limits.page + 1)
    source.budget.add_bytes(len(body))
    if len(body) > source.limits.page:
        yield Refused(f"{source.path}!{url}", "a page too big to parse")
        return
    charset = record.http_charset if record.is_http else None
    yield from read_source(source.inside(url or "record", body, charset, url))

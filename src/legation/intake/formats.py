"""Which format some bytes are, by their content, and the reader of it. Never by the name of the file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module

from legation.errors import LegationError
from legation.intake.source import Refused, Source
from legation.words.article import Article

# Readers are imported when first needed: most runs see one or two formats, and the libraries behind them are heavy.
READERS = {
    "text": ("legation.intake.text", "read_text"),
    "json": ("legation.intake.jsonl", "read_jsonl"),
    "html": ("legation.intake.html", "read_html"),
    "feed": ("legation.intake.feed", "read_feed"),
    "mail": ("legation.intake.eml", "read_eml"),
    "mbox": ("legation.intake.mbox", "read_mbox"),
    "pdf": ("legation.intake.pdf", "read_pdf"),
    "warc": ("legation.intake.warc", "read_warc"),
    "zip": ("legation.intake.archives", "read_zip"),
    "tar": ("legation.intake.archives", "read_tar"),
    "gzip": ("legation.intake.archives", "read_gzip"),
}
MAGIC = ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"%PDF-", "pdf"), (b"WARC/", "warc"))
NOT_READ = (
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a rar archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive: unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text, HTML or PDF"),
    (b"{\\rtf", "rich text: save it as text, HTML or PDF"),
    (b"SQLite format 3", "a database"),
)
WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|table|section|main)\b", re.IGNORECASE)
HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n", re.MULTILINE)
MAIL_HEADERS = frozenset(
    {b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"received", b"return-path", b"content-type", b"delivered-to", b"reply-to"}
)


def read_source(source: Source) -> Iterator[Article | Refused]:
    """The articles of a source, whatever its format; never raises: what cannot be read is refused in one line."""
    kind: str | None = None
    try:
        kind, why = sniff(source.head())
        if kind is None:
            yield Refused(source.path, why)
            return
        module, name = READERS[kind]
        reader: Callable[[Source], Iterator[Article | Refused]] = getattr(import_module(module), name)
        some = False
        for item in reader(source):
            some = True
            yield item
        if not some:
            yield Refused(source.path, "nothing to read in it")
    except LegationError as error:
        yield Refused(source.path, str(error))
    except Exception as error:
        # Parsers of hostile bytes raise all there is to raise; one bad file must not end the pile.
        yield Refused(source.path, f"cannot be read{f' as {kind}' if kind else ''}: {_one_line(error)}")


def sniff(head: bytes) -> tuple[str | None, str]:
    """The format of some first bytes, a key of READERS; or None and why it is not read."""
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return None, "empty: no text in it"
    for magic, why in NOT_READ:
        if head.startswith(magic):
            return None, why
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return "warc" if kind == "gzip" and _unpacked_head(head).startswith(b"WARC/") else kind, ""
    if head[257:262] == b"ustar":
        return "tar", ""
    if b"%PDF-" in head[:1_024]:
        return "pdf", ""
    if not head.startswith(WIDE) and (b"\x00" in head[:8_192] or len(CONTROLS.findall(head)) * 20 > len(head)):
        return None, "a binary file"
    return _textual(head.lstrip(b"\xef\xbb\xbf \t\r\n")), ""


def _unpacked_head(head: bytes) -> bytes:
    """The first bytes behind gzip: a web archive is packed record by record, which its own reader undoes."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _textual(head: bytes) -> str:
    if (head.startswith(b"{") and b'"' in head[:200]) or re.match(rb"\[\s*\{", head):
        return "json"
    if head.startswith(b"<"):
        if FEED.search(head[:2_000]) and not re.match(rb"<!doctype html|<html", head, re.IGNORECASE):
            return "feed"
        if PAGE.search(head):
            return "html"
        if head.startswith(b"<?xml"):
            return "feed"
    elif re.search(rb"<html[\s>]", head[:4_000], re.IGNORECASE) and re.search(rb"<(?:head|body)[\s>]", head, re.IGNORECASE):
        return "html"
    if not _is_mail(head):
        return "text"
    return "mbox" if head.startswith(b"From ") else "mail"


def _is_mail(head: bytes) -> bool:
    """Whether it opens with at least three headers of mail, one of them the sender or the date, and nothing else."""
    at, names = 0, set()
    if head.startswith(b"From "):
        at = head.find(b"\n") + 1
    while m := HEADER.match(head, at):
        names.add(m[1].lower())
        at = m.end()
    known = names & MAIL_HEADERS
    return len(known) >= 3 and bool(known & {b"from", b"date", b"message-id"}) and head[at : at + 1] in (b"\n", b"\r", b"")


def _one_line(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return said or type(error).__name__

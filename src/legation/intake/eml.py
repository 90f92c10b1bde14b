"""Mail: a message is an article; its subject the title, its date the day, its sender the publisher."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from legation.errors import InputError
from legation.intake.decode import decode
from legation.intake.draft import Known, make_article, read_day
from legation.intake.markup import words_of
from legation.intake.source import Source
from legation.words.article import Article


def read_eml(source: Source) -> Iterator[Article]:
    """One article: the plain part of the message, else its HTML part. Raises InputError where it has neither."""
    message = BytesParser(_class=EmailMessage, policy=email.policy.default).parsebytes(source.whole(source.limits.page, "a mail"))
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise InputError("a mail without text")
    payload = part.get_payload(decode=True)
    text, note = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_type() == "text/html":
        text = words_of(text)
    elif _is_flowed(part):
        text = text.replace(" \r\n", " ").replace(" \n", " ")
    attached = sum(1 for _ in message.iter_attachments())
    notes = (note, f"attachments not read: {attached}" if attached else None)
    name, address = parseaddr(_header(message, "From"))
    known = Known(
        title=_header(message, "Subject"),
        publisher=name or address or None,
        published=read_day(_header(message, "Date")),
        notes=tuple(n for n in notes if n),
    )
    yield make_article(text, source, known)


def _is_flowed(part: MIMEPart) -> bool:
    """RFC 3676: lines that end in a blank go on in the next."""
    return str(part.get_param("format", "")).lower() == "flowed"


def _header(message: EmailMessage, name: str) -> str:
    """A header in words; headers that break the rules of mail give nothing."""
    try:
        return str(message.get(name, ""))
    except Exception:
        # The standard library raises whatever its parser stumbles over.
        return ""

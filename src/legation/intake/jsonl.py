"""JSON lines: an article a line, with `text` and any of `id`, `title`, `publisher`, `published`, `url`. Also one JSON list or object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from legation.errors import InputError, LegationError
from legation.intake.decode import decode
from legation.intake.draft import Known, make_article, read_day
from legation.intake.source import Refused, Source
from legation.words.article import Article

# A character can be spelled \\u1234, and the other fields need room.
WIDEST, ROOM = 6, 100_000


def read_jsonl(source: Source) -> Iterator[Article | Refused]:
    """One article a line; a line that cannot be read is refused with its number, the others are read."""
    if not _first_line_stands_alone(source.head()):
        yield from _read_whole(source)
        return
    most = WIDEST * source.limits.article + ROOM
    number = 0
    while line := source.stream.readline(most + 1):
        number += 1
        place = replace(source, path=f"{source.path}:{number}")
        if len(line) > most:
            yield Refused(place.path, f"a line longer than the {source.limits.article:,} characters that one article may have")
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(1 << 20)
            continue
        if line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield _one(line, place)


def _first_line_stands_alone(head: bytes) -> bool:
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].rstrip()
    return first.startswith(b"{") and (first.endswith(b"}") or len(first) > 1_000)


def _read_whole(source: Source) -> Iterator[Article | Refused]:
    text, note = decode(source.whole(source.limits.held, "a JSON file"), source.charset)
    data = _parsed(text)
    items = data if isinstance(data, list) else [data]
    for number, item in enumerate(items, 1):
        place = replace(source, path=f"{source.path}:{number}") if len(items) > 1 else source
        try:
            yield _article(item, place, note)
        except LegationError as error:
            yield Refused(place.path, str(error))


def _one(line: bytes, place: Source) -> Article | Refused:
    try:
        text, note = decode(line, place.charset)
        return _article(_parsed(text), place, note)
    except LegationError as error:
        return Refused(place.path, str(error))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {getattr(error, 'msg', 'nested too deep or a number too long')}") from error


def _article(item: Any, place: Source, note: str | None) -> Article:
    """Raises InputError where the item is no object with a `text`."""
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise InputError("no article: an object with a field `text` is expected")
    given = {key: str(item[key]) for key in ("id", "title", "publisher", "url") if isinstance(item.get(key), (str, int))}
    said = item.get("published") or item.get("date")
    published = read_day(str(said)) if said else None
    notes = [n for n in (note, f"published {str(said)[:40]!r} is no date" if said and not published else None) if n]
    return make_article(item["text"], place, Known(published=published, notes=tuple(notes), **given))

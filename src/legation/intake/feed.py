"""Feeds (RSS 0.9–2.0, RDF, Atom): every item is an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from legation.errors import InputError, LegationError
from legation.intake.draft import Known, make_article, read_day
from legation.intake.markup import words_of
from legation.intake.source import Refused, Source
from legation.words.article import Article

# Names without their namespaces, the fullest text first.
TEXTS = ("encoded", "content", "description", "summary")
DAYS = ("pubDate", "published", "date", "issued", "created", "updated")


def read_feed(source: Source) -> Iterator[Article | Refused]:
    """Its items in order; an item without words is refused. Raises InputError for XML that is broken, declares entities, or is no feed."""
    try:
        root = fromstring(source.whole(source.limits.page, "a feed"), forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise InputError("XML that declares entities of its own: they are not followed") from error
    channel = next((e for e in root if _name(e) == "channel"), root)
    publisher = _text(channel, ("title",))
    items = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not items:
        yield Refused(source.path, "XML without the items of a feed")
    for number, item in enumerate(items, 1):
        place = replace(source, path=f"{source.path}:{number}")
        try:
            yield _article(item, publisher, place)
        except LegationError as error:
            yield Refused(place.path, str(error))


def _article(item: Element, publisher: str | None, place: Source) -> Article:
    title = words_of(_text(item, ("title",)) or "") or None
    body = words_of(_text(item, TEXTS) or "")
    known = Known(None, title, publisher, _link(item), read_day(_text(item, DAYS) or ""))
    # The headline of a teaser says what the teaser leaves out, so it is part of the text.
    return make_article("\n\n".join(p for p in (title, body) if p), place, known)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(parent: Element, names: tuple[str, ...]) -> str | None:
    """The words of the first child of one of these names; markup inside (XHTML of Atom) is flattened."""
    for name in names:
        for child in parent:
            if _name(child) == name and (text := "\n".join(t for t in child.itertext())).strip():
                return text.strip()
    return None


def _link(item: Element) -> str | None:
    links = [e for e in item if _name(e) == "link"]
    chosen = next((e for e in links if e.get("rel", "alternate") == "alternate"), None)
    return (chosen.get("href") or (chosen.text or "").strip() or None) if chosen is not None else None

"""What every article gets, whatever its format: its junk marked, its title, its day of publication, its language."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.intake.dates import address_day
from legation.intake.headline import headline_of
from legation.intake.junk import mark_junk
from legation.intake.language import language_of
from legation.intake.stated import stated_publication
from legation.words.article import Article, Junk, Publication
from legation.words.period import Period

ADDRESS = re.compile(r"^\s*(?:original|canonical|article|short|permanent)? ?(?:url|permalink|address)\s*:\s*<?(https?://[^\s<>]{4,500})", re.I | re.M)
# A paper's day and its site's day may differ by the time zone.
SAME_DAY = 1


def prepare(article: Article) -> Article:
    """The article with junk, title, stated day of publication and language; metadata wins over the text, a finer day over a month."""
    junk = mark_junk(article.text)
    published, notes = _published(article, junk)
    return replace(
        article,
        title=article.title or headline_of(article.text, junk),
        url=article.url or _own_address(article.text, junk),
        junk=junk,
        published=published,
        language=article.language or language_of(_clean(article.text, junk)),
        notes=(*article.notes, *notes),
    )


def _own_address(text: str, junk: tuple[Junk, ...]) -> str | None:
    """The address in a line such as "Original url: <https://...>". It gives no day: nothing inside junk does."""
    found = (ADDRESS.search(text[slice(*j.span)]) for j in junk)
    return next((m[1] for m in found if m), None)


def _published(article: Article, junk: tuple[Junk, ...]) -> tuple[Publication | None, list[str]]:
    given, stated = article.published, stated_publication(article.text, junk)
    if given is None and stated is None:
        day = address_day(article.url) if article.url else None
        return (Publication(Period(day, day), "stated"), ["day of publication taken from the address"]) if day else (None, [])
    if given is None or stated is None:
        return given or stated, []
    if given.when.days != 1 and given.when.meets(stated.when):
        return stated, []
    if _apart(given.when, stated.when) > SAME_DAY:
        return given, [f"the text states {stated.when} as its day, its file {given.when}"]
    return replace(given, span=stated.span), []


def _apart(a: Period, b: Period) -> int:
    """Days between two periods that are closed on both sides; 0 where they meet."""
    if a.meets(b) or not (a.first and a.last and b.first and b.last):
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days)


def _clean(text: str, junk: tuple[Junk, ...]) -> str:
    """The first characters of the text outside its junk: enough to tell a language by."""
    kept, at = [], 0
    for mark in junk:
        kept.append(text[at : mark.span[0]])
        at = mark.span[1]
        if at > 20_000:
            break
    kept.append(text[at : at + 20_000])
    return " ".join(kept).strip()

"""What tests share: reading a text with the real parser and the real tables."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

from legation.parse.doc import Doc
from legation.words.article import Article, Publication
from legation.words.ids import article_digest
from legation.words.period import Period
from legation.words.reading import Reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Machines are shared and noisy: a slow example is no failure. What must not grow beyond its input is measured in CPU time, generously.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def article(text: str, published: str | None = None, title: str | None = None, publisher: str | None = None, id: str | None = None) -> Article:
    """An English article of a test's own, without junk; `published` is an ISO day."""
    day = date.fromisoformat(published) if published else None
    digest = article_digest(text, publisher, None, published)
    stated = Publication(Period(day, day), "stated") if day else None
    return Article(id or digest, digest, text, title=title, publisher=publisher, language="en", published=stated)


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """read(text, published=..., title=..., publisher=...) -> Reading."""
    from legation.run.reader import read_articles

    return lambda text, **known: next(iter(read_articles([article(text, **known)])))


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Doc]:
    """parsed(text) -> Doc, for tests of the find layer."""
    from legation.parse.parser import parse

    return lambda text: next(iter(parse([article(text)])))[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests. Without one they skip in one line, and where LEGATION_BROWSER is `required` they fail."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        _no_browser(str(error))
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        except Error as error:
            _no_browser(str(error).splitlines()[0])
        yield started
        started.close()


def _no_browser(why: str) -> NoReturn:
    if os.environ.get("LEGATION_BROWSER") == "required":
        pytest.fail(f"a browser is required here: {why}")
    pytest.skip(f"no browser, so nothing was looked at in one: {why}")

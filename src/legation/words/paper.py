"""What a source is called."""

from __future__ import annotations

from pathlib import PurePath
from textwrap import shorten
from urllib.parse import urlsplit

LONGEST = 60
"""Letters of a title that stands for its paper."""


def paper_of(publisher: str | None, url: str | None) -> str | None:
    """Where an article stood: its publisher, else the host of its address."""
    return publisher or (urlsplit(url).hostname if url and url.startswith(("http://", "https://")) else None)


def source_name(publisher: str | None, url: str | None, title: str | None, path: str | None) -> str | None:
    """What an article's source is called: its paper, else its title, else its file; None where it has none of these."""
    named = f"“{shorten(title, LONGEST, placeholder='…')}”" if title else None
    return paper_of(publisher, url) or named or (PurePath(path).name if path else None)

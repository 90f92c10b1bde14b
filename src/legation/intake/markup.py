"""The words of a piece of HTML, paragraph by paragraph, without looking for the main text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    re.findall(r"\w+", "address article aside blockquote br caption dd div dl dt figcaption figure footer form header hr li main nav ol p pre")
    + re.findall(r"\w+", "section h1 h2 h3 h4 h5 h6 table td th title tr ul")
)
SILENT = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "head"])
GAPS = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\s*\n\s*")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        if tag in BLOCKS:
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag in BLOCKS:
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(data.replace("\n", " ").replace("\r", " "))


def words_of(html: str) -> str:
    """The text of an HTML fragment, blocks parted by blank lines; no scripts, styles or drawings."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return LINES.sub("\n\n", GAPS.sub(" ", "".join(parser.out))).strip()

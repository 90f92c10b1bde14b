"""The words of a piece of HTML, paragraph by paragraph, without looking for the main text."""

from __future__ import annotations

import re
from html import unescape

_BLOCKS = "|".join(
    (
        "address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr",
        "li|main|nav|ol|option|p|pre|section|table|td|th|title|tr|ul",
    )
)
# Four cuts, each linear in the text whatever is left open; the standard library's parser takes quadratic time on open tags.
ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?(?:\]>|\Z)|<[!?][^<>]*>", re.DOTALL)
SILENT = re.compile(r"<(script|style|noscript|template|svg|iframe|object|head)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BLANKS = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\s*\n\s*")


def words_of(html: str) -> str:
    """The text of an HTML fragment, blocks parted by blank lines; no scripts, styles or drawings."""
    spoken = SILENT.sub(" ", ASIDE.sub(" ", html)).replace("\n", " ").replace("\r", " ")
    text = unescape(TAG.sub("", BLOCK.sub("\n", spoken)))
    return LINES.sub("\n\n", BLANKS.sub(" ", text)).strip()

"""Bytes → text, once: UTF-8 first, then what is declared, then a guess that is said."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HIGH = re.compile(rb"[\x80-\xff]")
SAMPLE = 65_536
# Browsers read these names as Windows code pages, and so do the people who write them.
AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of some bytes and a remark for the article where the encoding was not UTF-8; bad bytes become U+FFFD, newlines stay."""
    for bom, wide in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(wide, "replace"), None if wide == "utf-8" else f"read as {wide.upper()}"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    name = _known(declared)
    if name and name != "utf-8":
        try:
            return data.decode(name), f"read as {name}, as declared"
        except (UnicodeDecodeError, ValueError):
            pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) > 3 * bad:
        return text, f"{bad} bad bytes of UTF-8 replaced"
    name = _guess(data)
    return (data.decode(name, "replace"), f"encoding guessed: {name}") if name else (text, f"{bad} bad bytes of UTF-8 replaced")


def whole_characters(text: str) -> str:
    """A text without halves of surrogate pairs (JSON can spell them): pairs are joined, lone halves become U+FFFD."""
    try:
        text.encode("utf-8")
        return text
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(name: str | None) -> str | None:
    """The codec behind a declared name; None for an unknown one or one that is no text encoding."""
    try:
        info = codecs.lookup((name or "").strip())
        b"a".decode(info.name)
    except (LookupError, ValueError):
        return None
    return AS_BROWSERS_DO.get(info.name, info.name)


def _guess(data: bytes) -> str | None:
    """English with a few curly quotes or accents is Windows-1252, which statistics miss in short texts; else charset-normalizer's best."""
    sample = data[:SAMPLE]
    if len(HIGH.findall(sample)) * 10 < len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None

"""Ids: hashes of what does not change with interpretation."""

from __future__ import annotations

from hashlib import blake2b

from legation.words.evidence import Span


def digest(*parts: str) -> str:
    """16 hex digits over the parts; parts cannot run into each other."""
    h = blake2b(digest_size=8)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()


def article_digest(text: str, publisher: str | None, url: str | None, day: str | None) -> str:
    """An article's own id: of its text, publisher, address and stated day."""
    return digest("article", text, publisher or "", url or "", day or "")


def claim_id(article: str, kind: str, span: Span, ordinal: int = 0) -> str:
    """A claim's id: of article digest, kind, span and its ordinal among claims of that kind and span."""
    return digest("claim", article, kind, f"{span[0]}-{span[1]}", str(ordinal))

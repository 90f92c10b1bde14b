"""Near copies: texts that two papers took from one agency are found and linked, not dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from legation.words.article import Article
from legation.words.ids import digest

WORD = re.compile(r"\w+")
SHINGLE = 4
# Shorter texts share shingles by chance; they are copies only when equal.
SHORT = 40
PERMUTATIONS, BANDS, SEED = 128, 32, 20170307
# Half of the shingles of both: a wire copy with another lead or without its last paragraphs passes, two papers on one event do not.
ALIKE = 0.5


class Copies:
    """Remembers the texts it has seen, about 1 kB each; the first of a family of copies is the one the others point to."""

    def __init__(self) -> None:
        self._equal: dict[str, str] = {}
        self._prints: list[tuple[str, Any]] = []
        self._index: Any = None

    def mark(self, article: Article) -> Article:
        """The article with `copy_of` set to the digest of the first near-identical text seen before, if there is one."""
        words = _words(article)
        key = digest("words", *words)
        if key not in self._equal:
            self._equal[key] = self._alike(words, article.digest) if len(words) >= SHORT else article.digest
        first = self._equal[key]
        return replace(article, copy_of=first) if first != article.digest else article

    def _alike(self, words: list[str], own: str) -> str:
        """The digest of the first text alike; `own`, and the text is remembered, where there is none."""
        from rensa import RMinHash, RMinHashLSH

        if self._index is None:
            self._index = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
        fingerprint = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        fingerprint.update([" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)])
        for candidate in sorted(self._index.query(fingerprint)):
            known, other = self._prints[candidate]
            if fingerprint.jaccard(other) >= ALIKE:
                return str(known)
        self._index.insert(len(self._prints), fingerprint)
        self._prints.append((own, fingerprint))
        return own


def _words(article: Article) -> list[str]:
    """The article's words without its junk, which differs from paper to paper."""
    kept, at = [], 0
    for junk in article.junk:
        kept.append(article.text[at : junk.span[0]])
        at = junk.span[1]
    kept.append(article.text[at:])
    return WORD.findall(" ".join(kept).lower())

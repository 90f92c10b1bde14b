"""Contexts: which of PLOVER's fields of politics an act belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from legation.codes.plover import context_phrases
from legation.parse.doc import Doc, Token

LONGEST = 3
# A context that so many of an article's sentences bring up, and such a part of them, is what the article is about.
OFTEN, PART = 4, 0.4


def contexts_of(own: Iterable[str], tokens: Sequence[Token]) -> tuple[str, ...]:
    """The row's own contexts, then those that the words around the act bring up, each once."""
    return tuple(dict.fromkeys((*own, *_brought_up(tokens))))


def themes_of(doc: Doc) -> tuple[str, ...]:
    """The contexts that an article as a whole is about, the most frequent first."""
    counts = Counter(context for sentence in doc.sentences for context in set(_brought_up(sentence.tokens)))
    least = max(OFTEN, PART * len(doc.sentences))
    return tuple(context for context, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= least)


def _brought_up(tokens: Sequence[Token]) -> Iterator[str]:
    table = context_phrases()
    for n in range(len(tokens)):
        phrase = ""
        for t in tokens[n : n + LONGEST]:
            for word in dict.fromkeys((t.lemma, t.lower)):
                yield from table.get(f"{phrase}{word}", ())
            phrase = f"{phrase}{t.lower} "

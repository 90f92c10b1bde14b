"""A document without a parser: words with their places, for properties that need no grammar."""

from __future__ import annotations

from legation.parse.doc import Doc, Sentence, Token


def plain_doc(text: str) -> Doc:
    """One sentence of the words between single blanks; each its own head."""
    tokens, at = [], 0
    for word in text.split(" "):
        start = text.index(word, at) if word else at
        if word.strip():
            tokens.append(Token(len(tokens), start, word, word, "NOUN", "NN", "dep", "", 0))
        at = start + len(word)
    return Doc(text, [Sentence(0, 0, tokens)] if tokens else [])

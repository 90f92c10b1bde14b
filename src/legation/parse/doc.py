"""A parsed article: sentences, tokens, heads and entities, independent of the parser that made them.

Offsets are code points of the whole article's text. Sentences never cross a paragraph; junk is not parsed and has no tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legation.words.evidence import Span


class Token:
    """One token. `pos` is Universal POS, `tag` Penn Treebank, `dep` the ClearNLP label of spaCy's English models.

    `head` is the token itself at a root; `children` are in text order. `ent` is the parser's own guess (PERSON, GPE...), often wrong.
    """

    __slots__ = ("children", "dep", "end", "ent", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str, sent: int) -> None:
        self.i, self.start, self.end = i, start, start + len(text)
        self.text, self.lower, self.lemma = text, text.lower(), lemma.lower()
        self.pos, self.tag, self.dep, self.ent, self.sent = pos, tag, dep, ent, sent
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def span(self) -> Span:
        """`[start, end)` in the article's text."""
        return self.start, self.end

    def child(self, *deps: str) -> Token | None:
        """The first child with one of the labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def kids(self, *deps: str) -> list[Token]:
        """All children with one of the labels, in text order."""
        return [c for c in self.children if c.dep in deps]

    def subtree(self) -> list[Token]:
        """This token and everything below it, in text order."""
        out, stack = [], [self]
        while stack:
            t = stack.pop()
            out.append(t)
            stack.extend(t.children)
        return sorted(out, key=lambda t: t.i)

    def ancestors(self) -> Iterator[Token]:
        """Heads, nearest first, up to the root."""
        t = self
        while t.head is not t:
            t = t.head
            yield t

    def conjuncts(self) -> list[Token]:
        """The members of the coordination this token belongs to, itself included, in text order."""
        first = self
        while first.dep == "conj" and first.head is not first:
            first = first.head
        out, at = [first], first
        queue = [first]
        while queue:
            at = queue.pop()
            for c in at.kids("conj"):
                out.append(c)
                queue.append(c)
        return sorted(out, key=lambda t: t.i)


@dataclass(slots=True)
class Sentence:
    """A sentence: its tokens, its number in the document and the number of its paragraph."""

    i: int
    paragraph: int
    tokens: list[Token] = field(repr=False)

    @property
    def span(self) -> Span:
        """`[start, end)` in the article's text."""
        return self.tokens[0].start, self.tokens[-1].end

    @property
    def root(self) -> Token:
        """The token that heads the sentence."""
        return next((t for t in self.tokens if t.head is t), self.tokens[0])


class Doc:
    """Tokens and sentences of one article in text order, found by offset in logarithmic time."""

    __slots__ = ("_ends", "_starts", "sentences", "text", "tokens")

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = list(sentences)
        self.tokens = [t for s in self.sentences for t in s.tokens]
        self._starts = [t.start for t in self.tokens]
        self._ends = [t.end for t in self.tokens]

    def within(self, span: Span) -> list[Token]:
        """The tokens that share a character with the span."""
        return self.tokens[bisect_right(self._ends, span[0]) : bisect_left(self._starts, span[1])]

    def at(self, offset: int) -> Token | None:
        """The token that covers an offset, if there is one."""
        k = bisect_right(self._starts, offset) - 1
        return self.tokens[k] if k >= 0 and offset < self._ends[k] else None

    def sentence(self, token: Token) -> Sentence:
        """The sentence a token stands in."""
        return self.sentences[token.sent]

    def head_of(self, span: Span) -> Token | None:
        """The token of the span whose head lies outside it: the syntactic head of a phrase."""
        inside = self.within(span)
        ids = {t.i for t in inside}
        return next((t for t in inside if t.head is t or t.head.i not in ids), None)

    def slice(self, first: Token, last: Token) -> str:
        """The article's words from one token to another, both included."""
        return self.text[first.start : last.end]

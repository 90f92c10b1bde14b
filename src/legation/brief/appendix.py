"""The appendix of the page: each cited article whole, its evidence marked, its junk grey, a place to jump to for every claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from legation.brief.pile import publisher_of
from legation.brief.plain import one_line, plain
from legation.brief.wording import period_words
from legation.words.claim import kind_of
from legation.words.evidence import Span
from legation.words.reading import Reading
from legation.words.voice import Voice

MARKED = ("event", "figure")
"""Kinds whose words are marked in colour; the longer contents of voices, ties and statements are only underlined."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A claim's span with its id and kind."""

    span: Span
    id: str
    kind: str


def source_page(n: int, reading: Reading) -> str:
    """One article as HTML."""
    a = reading.article
    day = f"{period_words(a.published.when)}{'' if a.published.basis == 'stated' else ' (inferred)'}" if a.published else "no day known"
    address = one_line(a.url or "")
    link = f' · <a href="{escape(address)}" rel="noreferrer noopener">{escape(address)}</a>' if address.startswith(("http://", "https://")) else ""
    title = escape(one_line(a.title or publisher_of(a)))
    return (
        f'<article class="source" id="article-{n}"><h3>[{n}] {title}</h3>'
        f'<div class="says">{escape(publisher_of(a))} · {escape(day)}{link}</div><div class="body">{"".join(_body(reading))}</div></article>'
    )


def _spots(reading: Reading) -> list[_Spot]:
    claims = [_Spot(c.span, c.id, kind_of(c)) for kind in (reading.events, reading.figures, reading.statements, reading.ties) for c in kind]
    voices: Iterable[Voice] = reading.voices
    return sorted([*claims, *(_Spot(v.span, v.id, "voice") for v in voices)], key=lambda s: s.span)


def _body(reading: Reading) -> Iterator[str]:
    """The text in segments between all bounds of spots, junk and sentences: no tag ever crosses another."""
    text, spots = reading.article.text, _spots(reading)
    junk = [j.span for j in reading.article.junk]
    bounds = sorted({0, len(text)} | {edge for span in (*(s.span for s in spots), *junk, *reading.sentences) for edge in span})
    opens, closes = {s for s, _ in reading.sentences}, {e for _, e in reading.sentences}
    in_junk = _covered(junk, bounds)
    ahead, active = iter([*spots, None]), list[_Spot]()
    following = next(ahead)
    for start, end in pairwise(bounds):
        if start in closes:
            yield "</span>"
        if start in opens:
            yield '<span class="s">'
        active = [s for s in active if s.span[1] > start]
        while following is not None and following.span[0] <= start:
            active.append(following)
            yield f'<a id="c-{following.id}"></a>'
            following = next(ahead)
        yield _segment(text[start:end], active, start in in_junk)
    if len(text) in closes:
        yield "</span>"


def _covered(spans: Iterable[Span], bounds: list[int]) -> set[int]:
    """The bounds at which a segment begins that lies in one of the spans."""
    return {b for start, end in spans for b in bounds[bisect_left(bounds, start) : bisect_left(bounds, end)]}


def _segment(words: str, active: list[_Spot], junk: bool) -> str:
    safe = escape(plain(words))
    if junk:
        return f'<span class="junk">{safe}</span>'
    if not active:
        return safe
    kinds = [s.kind for s in active if s.kind in MARKED]
    tip = escape(", ".join(f"{s.kind} {s.id[:8]}" for s in active))
    return f'<mark class="{kinds[-1]}" title="{tip}">{safe}</mark>' if kinds else f'<span class="told" title="{tip}">{safe}</span>'

"""An article: its text as it was read, junk grey, every claim marked in place, and what no rule took."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from legation.brief.pile import publisher_of
from legation.brief.plain import one_line
from legation.brief.wording import period_words
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.item import Item, items
from legation.page.visit import Visit
from legation.run.records import records
from legation.words.claim import kind_of
from legation.words.evidence import Span, overlap
from legation.words.reading import Reading, Unread
from legation.words.sentences import sentence_of
from legation.words.voice import Voice

KINDS = ("event", "figure", "tie", "statement", "voice")
"""Kinds of mark, the one that shows first where several lie on one another."""
OF_ARTICLE = """
c.interpretation = (SELECT i.n FROM interpretation i JOIN article x ON x.n = i.article WHERE x.digest = ? AND i.live) AND c.live
ORDER BY c.start, c.end
"""
NUMBER, ACT = "a number that became no figure", "two actors and a verb, but no act"
COPIES = "SELECT digest, coalesce(publisher, title, id) FROM article WHERE copy_of = ? OR digest = ?"


@dataclass(frozen=True, slots=True)
class Spot:
    """A claim's span with its id and kind."""

    span: Span
    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks: `claims` that cover it, narrowest first; `begins` are those whose words begin here."""

    words: str
    junk: bool = False
    claims: tuple[Spot, ...] = ()
    begins: tuple[str, ...] = ()
    unread: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """A sentence that gave no claim though it holds a number or an act, or something no rule took."""

    words: str
    before: str
    after: str
    why: str
    place: str


def article(desk: Desk, visit: Visit, key: str) -> Answer:
    """The text of an article; `view=unread` shows what gave no claim."""
    found = desk.case.article(key)
    why = desk.case.why_unread(found.digest)
    reading = desk.reading(found.digest)
    held = desk.listed(OF_ARTICLE, [found.digest]) + desk.listed(OF_ARTICLE, [found.digest], voices=True)
    missed = list(_missed(reading, visit))
    view = "unread" if visit.asked("view") == "unread" else ""
    pieces = _pieces(reading, view)
    notes = items(desk, visit, sorted(held, key=lambda h: h.claim.span))
    copies = [(d, name) for d, name in desk.rows(COPIES, [found.digest, found.copy_of or found.digest]) if d != found.digest]
    return Answer(
        "article.html",
        one_line(found.title or publisher_of(found)),
        {
            "article": found,
            "paper": publisher_of(found),
            "day": period_words(found.published.when) if found.published else "",
            "basis": found.published.basis if found.published else "",
            "clues": [one_line(c.says) for c in found.published.clues] if found.published else [],
            "why_unread": why,
            "sentences": list(_sentences(pieces)),
            "notes": notes,
            "kinds": _count(notes),
            "missed": missed,
            "view": view,
            "copies": copies,
        },
        lambda: _record(reading, view, missed),
        lambda: records(held, desk.papers),
    )


def _count(notes: Sequence[Item]) -> list[tuple[str, int]]:
    return [(kind, n) for kind in KINDS if (n := sum(i.kind == kind for i in notes))]


def spots(reading: Reading) -> list[Spot]:
    """All claims and voices of a reading by where they stand."""
    claims = [Spot(c.span, c.id, kind_of(c)) for kind in (reading.events, reading.figures, reading.statements, reading.ties) for c in kind]
    voices: Iterable[Voice] = reading.voices
    return sorted([*claims, *(Spot(v.span, v.id, "voice") for v in voices)], key=lambda s: s.span)


def _pieces(reading: Reading, view: str) -> list[Piece]:
    """The text in runs between all bounds of claims, junk and sentences: no mark ever crosses another."""
    text, junk = reading.article.text, [j.span for j in reading.article.junk]
    marked = [] if view else spots(reading)
    gaps = sorted((u for u in reading.unread), key=lambda u: u.span) if view else []
    edges = {edge for span in (*(s.span for s in marked), *junk, *reading.sentences, *(u.span for u in gaps)) for edge in span}
    bounds = sorted({0, len(text)} | edges)
    grey = {b for start, end in junk for b in bounds[bisect_left(bounds, start) : bisect_left(bounds, end)]}
    out, active, ahead = [], list[Spot](), 0
    for start, end in pairwise(bounds):
        active = [s for s in active if s.span[1] > start]
        begins = []
        while ahead < len(marked) and marked[ahead].span[0] <= start:
            active.append(marked[ahead])
            begins.append(marked[ahead].id)
            ahead += 1
        over = tuple(sorted(active, key=lambda s: (s.span[1] - s.span[0], KINDS.index(s.kind))))
        out.append(Piece(text[start:end], start in grey, over, tuple(begins), _why(gaps, (start, end)), start))
    return out


def _why(gaps: Sequence[Unread], span: Span) -> str:
    return "; ".join(dict.fromkeys(one_line(u.why) for u in gaps if overlap(u.span, span)))


def _sentences(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces by paragraph: a blank line ends one."""
    run: list[Piece] = []
    for piece in pieces:
        head, *tails = piece.words.split("\n\n")
        for tail in tails:
            run.append(replace(piece, words=head))
            yield run
            run, head = [], tail.lstrip("\n")
            piece = replace(piece, begins=(), at=piece.at + len(piece.words) - len(head) if tail is tails[-1] else piece.at)
        run.append(replace(piece, words=head))
    if run:
        yield run


def _missed(reading: Reading, visit: Visit) -> Iterator[Missed]:
    """What no rule took, with the reason; then sentences with a number or an act that gave no claim at all."""
    text = reading.article.text
    for u in sorted(reading.unread, key=lambda u: u.span):
        first, last = sentence_of(text, reading.sentences, u.span)
        words, before, after = (one_line(text[a:b]) for a, b in (u.span, (first, u.span[0]), (u.span[1], last)))
        yield Missed(words, before, after, one_line(u.why), f"#at-{u.span[0]}")
    told = _touched(reading, [s.span for s in spots(reading)])
    refused = _touched(reading, [*(u.span for u in reading.unread), *(j.span for j in reading.article.junk)])
    numbers = _touched(reading, [n.span for n in reading.numbers])
    verbs = _touched(reading, [p.span for p in reading.predicates])
    actors = {n: {m.id for m in reading.mentions if first <= m.span[0] < last} for n, (first, last) in enumerate(reading.sentences) if n in verbs}
    for n, sentence in enumerate(reading.sentences):
        if n in told or n in refused:
            continue
        why = NUMBER if n in numbers else ACT if len(actors.get(n, ())) > 1 else ""
        if why:
            yield Missed(one_line(text[slice(*sentence)]), "", "", why, f"#at-{sentence[0]}")


def _touched(reading: Reading, spans: Iterable[Span]) -> set[int]:
    """The numbers of the sentences that one of the spans lies in."""
    starts = [first for first, _ in reading.sentences]
    return {n for first, last in spans for n in range(max(0, bisect_right(starts, first) - 1), bisect_left(starts, last))}


def _record(reading: Reading, view: str, missed: Sequence[Missed]) -> dict[str, Any]:
    if view:
        return {"article": reading.article.id, "unread": [{"words": m.words, "why": m.why} for m in missed]}
    return reading.as_json()

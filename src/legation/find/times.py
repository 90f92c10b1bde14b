"""Time expressions that the text shows, in pieces as they are said, not yet on the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.find.timechecks import counts, is_time
from legation.find.timegrammar import COMPILED, Form
from legation.find.timepieces import FoundTime, build
from legation.find.timewords import TimeToken, time_tokens
from legation.parse.doc import Doc

RATED = {"once", "twice", "thrice", "times", "million", "billion", "trillion", "percent"}

__all__ = ["FoundTime", "find_times"]


def find_times(doc: Doc) -> Iterator[FoundTime]:
    """All time expressions of a document, in text order, none inside another."""
    for sentence in doc.sentences:
        tokens = time_tokens(doc, sentence)
        if tokens:
            yield from _in_sentence(doc, tokens)


def _in_sentence(doc: Doc, tokens: Sequence[TimeToken]) -> Iterator[FoundTime]:
    code = "".join(t.code for t in tokens)
    hits = [(m.end() - m.start(), -rank, m, form) for rank, (form, pattern) in enumerate(COMPILED) for m in pattern.finditer(code)]
    hits.sort(key=lambda h: (-h[0], -h[1], h[2].start()))
    taken = [False] * len(tokens)
    found: list[FoundTime] = []
    for _, _, m, form in hits:
        first, last = m.span()
        if any(taken[first:last]):
            continue
        made = build(form, m, tokens)
        if made is not None and form is Form.DURATION and m.group() == "aU" and first and _rates(doc, tokens, first):
            made = replace(made, form=Form.SET)
        if made is None or not is_time(doc, made, tokens, (first, last)):
            continue
        taken[first:last] = [True] * (last - first)
        found.append(made)
    yield from sorted(_with_ranges(doc, found, tokens), key=lambda f: f.span)


def _rates(doc: Doc, tokens: Sequence[TimeToken], place: int) -> bool:
    """Whether "a year" at this place is a rate ("twice a year", "$5 million a year", "two million barrels a day")."""
    before = tokens[place - 1]
    if before.code in "dn" or before.text.lower() in RATED:
        return True
    noun = doc.at(before.start)
    return noun is not None and noun.pos == "NOUN" and any(k.dep == "nummod" for k in noun.children) and before.code == "x"


def _with_ranges(doc: Doc, found: list[FoundTime], tokens: Sequence[TimeToken]) -> Iterator[FoundTime]:
    """The found ones and the half-said first or second ends of ranges: "5–7 June", "June 5-7", "1914–18"."""
    yield from found
    index = {t.start: k for k, t in enumerate(tokens)}
    ends = {t.end: k for k, t in enumerate(tokens)}
    for f in found:
        if f.form is not Form.DATE or f.relation is not None:
            continue
        k = index[f.span[0]]
        if f.day and f.month and tokens[k].code in "do" and k >= 2 and tokens[k - 1].code in "-2&" and tokens[k - 2].code in "do":
            t = tokens[k - 2]
            if 1 <= int(t.value) <= 31:
                yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month, year=f.year)
        k = ends[f.span[1]]
        if f.day and f.month and k + 2 < len(tokens) and tokens[k + 1].code == "&" and tokens[k + 2].code in "do":
            t, behind = tokens[k + 2], tokens[k + 3] if k + 3 < len(tokens) else None
            if f.day < int(t.value) <= 31 and (behind is None or behind.code in ".,x") and not counts(doc, behind):
                yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month, year=f.year)  # "4 May and 5"
        if (
            k + 2 >= len(tokens)
            or (tokens[k + 1].code != "-" and tokens[k + 1].text != "/")
            or not tokens[k + 2].text[:2].isdecimal()
            or tokens[k + 2].start != tokens[k + 1].end
        ):
            continue
        t = tokens[k + 2]
        if f.day and f.month and f.year is None and t.code in "do" and int(t.value) > f.day:
            yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month)
        elif f.year and not f.month and len(t.text) == 2 and t.text.isdecimal() and int(t.text) > f.year % 100:
            yield FoundTime((t.start, t.end), Form.DATE, year=f.year // 100 * 100 + int(t.text))

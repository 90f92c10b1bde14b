"""Time expressions that the text shows, in pieces as they are said, not yet on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.find.timechecks import is_time
from legation.find.timegrammar import COMPILED, Form
from legation.find.timejoins import joined
from legation.find.timepieces import FoundTime, build
from legation.find.timewords import TimeToken, time_tokens
from legation.parse.doc import Doc

# An article before a number with its unit, a length or a weekday.
ARTICLE_AND_COUNT = re.compile(r"a[Kdn](?:-?K)?-?U(?:-?[gl])?|ah-U|aU-l|tW")
ROUND = {"few", "couple", "dozen", "hundred", "thousand", "score"}
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
        found.append(_without_article(doc, made, tokens[first:last]))
    yield from joined(doc, found, tokens)


def _rates(doc: Doc, tokens: Sequence[TimeToken], place: int) -> bool:
    """Whether "a year" at this place is a rate ("twice a year", "$5 million a year", "two million barrels a day")."""
    before = tokens[place - 1]
    if before.code in "dn" or before.text.lower() in RATED:
        return True
    noun = doc.at(before.start)
    return noun is not None and noun.pos == "NOUN" and any(k.dep == "nummod" for k in noun.children) and before.code == "x"


def _without_article(doc: Doc, made: FoundTime, tokens: Sequence[TimeToken]) -> FoundTime:
    """An expression that only qualifies a noun, without the noun's article: "a [ten-day] visit", "the [Friday] vote"."""
    codes = "".join(t.code for t in tokens)
    if made.span[0] != tokens[0].start or not ARTICLE_AND_COUNT.fullmatch(codes) or (len(tokens) > 1 and tokens[1].text.lower() in ROUND):
        return made
    if codes[0] == "t":
        token = doc.at(tokens[1].start)
        if token is None or token.dep not in ("compound", "nmod", "npadvmod") or token.head.i < token.i:
            return made
    elif made.plural:
        return made
    return replace(made, span=(tokens[1].start, made.span[1]))

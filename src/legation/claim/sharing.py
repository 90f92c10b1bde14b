"""Dates that several amounts share: lists, contrasts, ranges with a value at either end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from legation.claim.timeindex import Dated, TimeIndex
from legation.link.linked import Linked
from legation.link.tense import VERBS
from legation.parse.doc import Token
from legation.words.period import Period

CONTRASTS = {"while", "whereas"}


def shared_date(index: TimeIndex, at: Token) -> Dated | None:
    """The date that an amount shares with its neighbours.

    With the next of a list ("$237 billion of exports and $5 billion of aid in 1991"), with the clause it is set against
    ("grew by 2 % in 2017, while ... by 3 %"), or with all clauses of a sentence that opens with a date.
    """
    if at.pos not in VERBS:
        return next((d for c in at.kids("conj") for d in index.by_token.get(c.i, ()) if not d.present), None)
    if at.dep == "advcl" and any(m.lower in CONTRASTS for m in at.kids("mark")) and at.tag == at.head.tag:
        return next((d for d in index.by_token.get(at.head.i, ()) if not d.present), None)
    if at.dep in ("ROOT", "conj", "ccomp") and (front := index.in_sentence.get(at.sent)) and at.tag == "VBD":
        return front[0] if index.opens(front[0], at) else None
    return None


def respective(linked: Linked, index: TimeIndex, amount: Token, own: Dated) -> Period:
    """The period of one of several amounts that share dates: "9 % and 8 %, respectively, in 1990 and 1991".

    The ends of a range go to the ends of a change: "between 1993 and 2013 the deficit grew from $17 billion to $177 billion".
    """
    first, last = linked.doc.sentence(amount).span
    starts = index.amount_starts
    begin, end = bisect_left(starts, first), bisect_left(starts, last)
    at = bisect_right(starts, amount.start) - 1
    if at < begin or linked.amounts[at].span[1] <= amount.start:
        at += 1  # The word stands before the number: "$" or "about".
    if not begin <= at < end:
        return own.when
    dates = index.in_sentence.get(amount.sent, [])
    if len(dates) == end - begin > 1 and any(t.lower == "respectively" for t in linked.doc.sentence(amount).tokens):
        return dates[at - begin].when
    if own.deadline is not None:
        return own.deadline  # A level that is to stand by then.
    if own.ends is not None:
        if _follows(linked, starts[at], "from") and at + 1 < end:
            return own.ends[0]
        if _follows(linked, starts[at], "to") and at > begin and _follows(linked, starts[at - 1], "from"):
            return own.ends[1]
    return own.when


def _follows(linked: Linked, start: int, word: str) -> bool:
    """Whether a word stands right before a place of the text."""
    return linked.article.text[max(0, start - len(word) - 2) : start].lower().split()[-1:] == [word]

"""Which words a time expression dates: what its phrase hangs on, up to the verb of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.sources import kind_of_noun
from legation.link.linked import Linked
from legation.link.tense import VERBS
from legation.parse.doc import Token
from legation.words.evidence import Span

# A participle of beginning carries its date up: "a tariff starting on 1 August".
BEGINNING = {"start", "begin", "take", "date", "last", "end", "expire", "hold", "conclude", "schedule", "set", "plan"}
# Nouns that pass their date on to the word above them: "held talks on Monday", "met in Oslo on Monday".
PASSING = {"nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "oprd", "acomp", "dative"}
# "In the November 27 deal they agreed": the deal's day is the agreement's.
OCCASIONS = {"in", "at", "during", "via"}
# "Killed in an attack on Monday": what an act was part of shares its day.
ACTS_OF = {"in", "during", "by", "at"}
# "Will meet him for talks on 15 August": the talks' day is the meeting's.
GATHERINGS = {"talk", "meeting", "summit", "visit", "negotiation", "conference", "ceremony", "session", "forum"}
MEETING = {"meet", "host", "visit", "receive", "join", "arrive", "travel", "come", "gather", "return", "go", "fly"}
# Nobody is dated: "held talks with leaders on Monday".
PARTIES = {"person", "group"}
PREMODIFIERS = {"compound", "nummod", "poss", "amod", "nmod"}


def governed(linked: Linked, span: Span) -> Iterator[Token]:
    """The words that an expression dates, nearest first: what its phrase hangs on, up to the verb of its clause."""
    head = linked.doc.head_of(span)
    if head is None:
        return
    yield head
    at, carried = _without_object(linked, head) or head, True
    for _ in range(10):
        if at.pos in VERBS and at is not head and at.dep == "prep" and at.tag == "VBG":
            yield at
            at = at.head  # "will meet starting 1 March"
            yield at
            continue
        if at.pos in VERBS and at is not head:
            clause = at.head if at.dep == "xcomp" and at.head.tag == "VBN" else at
            if clause.dep in ("acl", "relcl", "advcl") and clause.head.pos in ("NOUN", "PROPN") and (at.lemma in BEGINNING or clause.dep == "relcl"):
                yield from _phrase_above(clause.head)
            elif at.dep == "acl" and at.tag in ("VBN", "VBD") and at.head.dep == "pobj" and at.head.head.lower in OCCASIONS:
                yield from at.head.ancestors()  # "in a statement issued on Monday, the ministry denied"
            return
        if at.head is at or not carried:
            return
        occasion = at.dep in PREMODIFIERS and at.head.dep == "pobj" and at.head.head.lower in OCCASIONS
        premodifies = at.dep in PREMODIFIERS and not occasion
        at = at.head
        if at.pos in ("ADP", "SCONJ", "ADV"):
            continue
        yield at
        joining = at.dep == "pobj" and at.head.lower == "for" and at.lemma in GATHERINGS and at.head.head.lemma in MEETING
        within = joining or (at.dep == "pobj" and at.head.lower in ACTS_OF and at.head.head.pos in (*VERBS, "NOUN"))
        within = within or (at.dep == "pobj" and at.pos == "NOUN" and (at.head.lower == "as" or kind_of_noun(at) in PARTIES))
        carried = occasion or within or (not premodifies and (at.pos == "PROPN" or at.dep in PASSING or at.pos in ("NUM", "ADJ")))


def _without_object(linked: Linked, head: Token) -> Token | None:
    """The preposition before a date that a noun behind it has taken for its number: "In 1989 Sino-Lao relations were mended"."""
    before = linked.doc.tokens[head.i - 1] if head.i and head.dep in PREMODIFIERS else None
    return before if before is not None and before.lower in OCCASIONS and before.dep == "prep" and not before.kids("pobj", "pcomp") else None


def _phrase_above(noun: Token) -> Iterator[Token]:
    """A noun and those whose phrase it ends: "tariffs on imports of steel starting on 1 June"."""
    at = noun
    for _ in range(6):
        if at.pos != "ADP":
            yield at
        if at.dep not in ("pobj", "prep", "conj") or at.head.pos not in ("NOUN", "PROPN", "ADP"):
            return
        at = at.head

"""What office holders say about the day a text was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from legation.codes.fold import fold
from legation.codes.people import OFFICIAL, Term, full_names, surnames
from legation.link.days import Days
from legation.parse.doc import Doc, Token
from legation.words.article import Clue

FORMER = {"former", "ex", "ousted", "late", "deposed", "then", "predecessor", "erstwhile", "onetime"}
TO_COME = {"candidate", "elect", "nominee", "favorite", "favourite", "contender", "frontrunner", "front-runner"}
TITLE_REACH = 5
NAME_LONGEST = 4
# The words of a title that stand right before a surname: "President Trump", "Prime Minister Modi".
TITLES = {"president", "minister", "chancellor", "premier", "king", "queen", "secretary", "sultan", "emir", "emperor", "pope"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of a holder and the days it allows; `office` (country and office) where one is held."""

    says: str
    days: Days
    office: tuple[str, str] | None = None


def reigns(doc: Doc, history: bool = False) -> Iterator[tuple[Clue, Days]]:
    """The days allowed by each office holder named with the title, former holder and candidate, once each.

    Of two holders of one office the one before tells nothing.
    In a history, holders of offices were in office once: only that they had come to it tells something.
    """
    seen: set[str] = set()
    told = [(doc.slice(a, b), (a.start, b.end), r) for a, b, terms in _named(doc) for r in _readings(terms, _before(doc, a))]
    newest: dict[tuple[str, str], date] = {}
    for _, _, read in told:
        if read.office is not None:
            newest[read.office] = max(newest.get(read.office, date.min), read.days.stretches[-1][0])
    for name, span, read in told:
        key = f"{name}:{read.says}"
        outdated = read.office is not None and read.days.stretches[-1][0] < newest[read.office]
        if key not in seen and not outdated:
            seen.add(key)
            yield Clue(span, f"{name} {read.says}"), Days.of(read.days.stretches[0][0], None) if history else read.days


def _named(doc: Doc) -> Iterator[tuple[Token, Token, tuple[Term, ...]]]:
    """Full names of known leaders, longest first, and surnames behind a title, with their terms."""
    names = full_names()
    for sentence in doc.sentences:
        tokens, k = sentence.tokens, 0
        while k < len(tokens):
            if not tokens[k].text[:1].isupper():
                k += 1
                continue
            for size in range(min(NAME_LONGEST, len(tokens) - k), 1, -1):
                first, last = tokens[k], tokens[k + size - 1]
                if (found := names.get(fold(doc.slice(first, last)))) is not None:
                    yield first, last, found
                    k += size - 1
                    break
            else:
                if (
                    k
                    and tokens[k - 1].lower in TITLES
                    and tokens[k - 1].text[:1].isupper()
                    and (k + 1 == len(tokens) or tokens[k + 1].pos != "PROPN")
                ):
                    yield tokens[k], tokens[k], surnames().get(fold(tokens[k].text), ())
            k += 1


def _before(doc: Doc, first: Token) -> list[str]:
    tokens = doc.sentence(first).tokens
    at = first.i - tokens[0].i
    near = [t.lower for t in tokens[max(0, at - TITLE_REACH) : at]]
    # "former Vice President of the United States Joe Biden"
    return [t.lower for t in tokens[max(0, at - 2 * TITLE_REACH) : at]] if near[:2] and "of" in near[:2] else near


def _readings(terms: tuple[Term, ...], before: list[str]) -> Iterator[Told]:
    """What the words before a name say of its holder: in office, out of it, or not yet."""
    offices = [t for t in terms if t.office != OFFICIAL]
    if not offices:
        return
    if set(before) & FORMER:
        ends = [d for t in offices if (d := _day(t.until))]
        if ends and "then" not in before:
            yield Told("is out of office", Days.of(min(ends), None))
        return
    if set(before) & TO_COME:
        yield Told("is not yet in office", Days.of(None, min(_day(t.first) or date.max for t in offices) - timedelta(1)))
        return
    vice = "vice" in before
    titled = [
        t
        for t in offices
        if (t.office.split()[-1] in before and vice == t.office.startswith("vice")) or (t.office == "leader" and "leader" in before)
    ]
    if titled:
        stretches = sorted(((_day(t.first) or date.min, _day(t.until)) for t in titled), key=lambda s: s[0])
        one = {(t.code, t.office) for t in titled}
        yield Told(f"is {titled[0].office}", Days(tuple(stretches)), one.pop() if len(one) == 1 else None)


def _day(text: str) -> date | None:
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    return date(*[*parts, 1, 1][:3])

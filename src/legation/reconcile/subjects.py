"""What a figure counts, from its `of`, its noun and the clause around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from legation.reconcile.measures import dimension, measure
from legation.reconcile.source import Told
from legation.reconcile.wording import STATE, canonical, content, goods, limits, occasion, pattern, proper_names
from legation.words.evidence import Span
from legation.words.figure import Figure

BORDER = re.compile(r"[;:()\n—]|,\s|\s[-–]\s|\b(?:while|whereas|but|although|though|after|before|if|unless|because)\b", re.IGNORECASE)
NOTHING = ("count", "percent", "times", "people", "percentage-points")
NEAR = 16
"""Words further from the number than this seldom tell what it counts."""

WIDEST = 300
"""No clause reaches further than so many characters from its number; a table read as one sentence may run on for pages."""

CLOSE = 5
"""And further than this seldom narrow it; but a bare number at the end of its clause counts what the clause is about."""

RUNNING = "cumulative"
"""The limit of a count that goes on over many occasions."""

COUNTS = ("count", "people")
"""Dimensions of what is counted one by one; of money and wages a share of a known sum is no other thing."""

SOME_OF = re.compile(r"^\W*(?:[\w,.-]+\s+){1,4}?of (?:the|these|those|its|his|her|their|our)\b", re.IGNORECASE)
MORE_THAN = re.compile(r"\b(?:more than|or more|more or less)\b", re.IGNORECASE)
OF = re.compile(r"\s*(?:\([^)]*\)\s*)?of\s+((?:[\w’'-]+\s*){1,5})")
STOPS = re.compile(r"\b(?:and|or|in|to|by|from|for|on|at|as|with|is|was|were|are|has|have|had|that|which|who|will|would|this|last)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """`head` is the noun that is counted; `words` say what is counted, `context` all the sentence says; both without fillers.

    `limits` narrow the population or goods; `places` are states named beside it that are not its parties, `names` other proper names,
    `around` those of its whole sentence. `more`, `total` and `former` tell that it comes on top, is a whole, or was so before.
    """

    head: str | None
    words: frozenset[str]
    context: frozenset[str]
    limits: frozenset[str]
    goods: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    more: bool
    total: bool
    former: bool

    def as_json(self) -> list[Any]:
        """Plain values, as the store keeps them: a figure's subject takes its whole sentence to find."""
        return [sorted(v) if isinstance(v, frozenset) else v for v in (getattr(self, f.name) for f in fields(self))]

    @classmethod
    def from_json(cls, data: list[Any]) -> Subject:
        """The inverse of `as_json`."""
        values: list[Any] = [frozenset(v) if isinstance(v, list) else v for v in data]
        return cls(*values)


def subject_of(told: Told[Figure], others: Sequence[Span]) -> Subject:
    """The subject of a figure; `others` are the places, within the sentence, of the sentence's other figures."""
    figure = told.claim
    before, after = _clause(told.sentence, told.inside, others)
    said = before
    bare = not content(after) and not content(told.words)
    if bare:
        before = _clause(told.sentence, told.inside, ())[0]
    near = f"{_words(before, -NEAR)} {told.words} {_words(after, NEAR)}"
    narrow = f"{figure.of or ''} {_words(before, -NEAR if bare else -CLOSE)} {told.words} {_words(after, CLOSE)}"
    own = {f"{STATE}{p}" for p in (figure.giver, figure.receiver) if p}
    words = frozenset(content(f"{figure.of or ''} {figure.amount.noun or ''}") if figure.of else content(near))
    named = frozenset(content(f"{figure.of or ''} {near}"))
    return Subject(
        head=head_of(figure, told.words, after),
        words=words - own,
        context=frozenset(content(told.sentence)) - own,
        limits=limits(narrow) | _running(near) | _partial(told),
        goods=frozenset(goods()[w] for w in content(narrow) if w in goods()) if measure(figure.measure).goods else frozenset(),
        places=frozenset(w for w in named - own if w.startswith(STATE)),
        names=proper_names(told.sentence, near),
        around=proper_names(told.sentence, told.sentence),
        more=_on_top(f"{_words(said, -1)} {told.words} {_words(after, 1)}") or bool(pattern("more", "short").match(_words(after, 2))),
        total=bool(pattern("total").search(f"{_words(said, -3)} {told.words} {_words(after, 3)}")),
        former=bool(pattern("former").search(f"{_words(said, -3)} {told.words}")),
    )


def _on_top(near: str) -> bool:
    return bool(pattern("more").search(MORE_THAN.sub("", near)))


def _partial(told: Told[Figure]) -> frozenset[str]:
    """Whether it counts but some of those that were told of before: `six of the murders`."""
    counts = dimension(told.claim.amount.unit)[0] in COUNTS
    return frozenset(("part",)) if counts and SOME_OF.search(told.words) else frozenset()


def _running(near: str) -> frozenset[str]:
    """Whether it is a running total: the clause says so at its head (`the death toll of the war has reached 3,000`), far from the number.

    The toll of one occasion (`the toll of the quake rises to 200`) is none: it is that of the first report grown.
    """
    toll = pattern("toll").search(near)
    running = bool(toll or pattern("toll", "late").search(near)) and not occasion().search(near, toll.start() if toll else 0)
    return frozenset((RUNNING,)) if running or pattern("limit", RUNNING).search(near) else frozenset()


def head_of(figure: Figure, words: str, after: str) -> str | None:
    """The noun that is counted, in its canonical form; for measured units what they are of: `66 tons of beef`, `16% of GDP`.

    None where the number stands alone or its unit says it all.
    """
    if figure.amount.unit == "people":
        return _person(figure.amount.noun) if figure.amount.noun else None
    measured = dimension(figure.amount.unit)[0] != "count"
    if figure.amount.noun and not measured:
        return canonical(figure.amount.noun.lower().split()[-1])
    if measured:
        inside = words.find(" of ")
        of = OF.match(words[inside:] if inside >= 0 else after)
        base = content(STOPS.split(of.group(1))[0]) if of else ()
        return base[-1] if base else None
    unit = figure.amount.unit
    if unit and unit not in NOTHING and not unit.isupper():
        return canonical(unit.split()[-1])
    said = [w for w in content(words) if not w.startswith(STATE)]
    return said[-1] if said and unit in (None, "count") else None


def _person(noun: str) -> str | None:
    """Who is counted, where the noun tells more than that they are people of some land."""
    named = content(noun)
    return named[-1] if named and not named[-1].startswith(STATE) and named[-1] not in ("people", "resident", "national", "citizen") else None


def _clause(sentence: str, inside: Span, others: Sequence[Span]) -> tuple[str, str]:
    """The words of the number's clause before and after it, up to the next number."""
    start = max((s[1] for s in others if s[1] <= inside[0]), default=max(0, inside[0] - WIDEST))
    end = min((s[0] for s in others if s[0] >= inside[1]), default=inside[1] + WIDEST)
    before, after = sentence[start : inside[0]], sentence[inside[1] : end]
    borders = [m.end() for m in BORDER.finditer(before)]
    border = BORDER.search(after)
    return before[borders[-1] if borders else 0 :], after[: border.start()] if border else after


def _words(text: str, count: int) -> str:
    parts = text.split()
    return " ".join(parts[:count] if count > 0 else parts[count:])

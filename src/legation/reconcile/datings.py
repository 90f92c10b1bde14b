"""When an undated article was written, from what others of the case date: what it tells as done was done, what it tells as to come was not yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from legation.reconcile.source import Told
from legation.reconcile.wording import content, proper_names
from legation.words.article import Clue, Publication
from legation.words.event import Event
from legation.words.period import Period
from legation.words.status import Status

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
ALIKE = 0.4
"""How much of their words two sentences must share to tell one act, beside its parties and a name or number."""
EXACT = 7
"""A period of more days than this does not say when an act took place."""
VAGUE = 31
"""An inferred interval of publication of more days than this is still to be narrowed."""
LOOK = 200
"""Acts of the same parties and kind that one is held against."""

Key = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dating:
    """What another article's date for an act says of the day an article was written: `first` or `last`, with the clue."""

    article: str
    clue: Clue
    first: date | None = None
    last: date | None = None


def is_undated(published: Publication | None) -> bool:
    """Whether an article's day is unknown, or inferred no better than to an interval that is open or long."""
    return published is None or (published.basis != "stated" and (published.when.days or VAGUE + 1) > VAGUE)


def datings(told: Iterable[Told[Event]], undated: Collection[str]) -> Iterator[Dating]:
    """What the dated articles say of the days of the undated ones (by digest), act by act, in the order the acts are told."""
    dated: dict[Key, list[Told[Event]]] = defaultdict(list)
    open_: list[Told[Event]] = []
    for t in told:
        if t.teller.digest in undated:
            open_.append(t)
        elif t.teller.published is not None and t.claim.status is Status.ACTUAL and _is_exact(t.claim.when):
            dated[_key(t)].append(t)
    for t in open_:
        if _is_exact(t.claim.when) or t.claim.status not in (Status.ACTUAL, Status.PLANNED):
            continue
        same = [d for d in dated.get(_key(t), ())[-LOOK:] if _one_act(t, d)]
        if same and (found := _dating(t, same)) is not None:
            yield found


def narrowed(published: Publication | None, found: Iterable[Dating]) -> Publication | None:
    """The interval that all datings leave, with their clues; one that leaves no day is not believed."""
    first, last = (published.when.first, published.when.last) if published else (None, None)
    clues = list(published.clues) if published else []
    for d in found:
        low = max(filter(None, (first, d.first)), default=None)
        high = min(filter(None, (last, d.last)), default=None)
        if (low, high) != (first, last) and not (low and high and low > high):
            first, last = low, high
            clues.append(d.clue)
    if first is None and last is None:
        return published
    when = Period(first, last)
    return published if published and when == published.when else Publication(when, "inferred", published.span if published else None, tuple(clues))


def _key(t: Told[Event]) -> Key:
    return t.claim.type.value, tuple(sorted(t.claim.actors)), tuple(sorted(t.claim.recipients))


def _is_exact(when: Period | None) -> bool:
    return when is not None and when.days is not None and when.days <= EXACT


def _one_act(a: Told[Event], b: Told[Event]) -> bool:
    """Whether two sentences tell one act of the same kind and parties: by most of their words, and a name or a number that both hold."""
    x, y = frozenset(content(a.sentence)), frozenset(content(b.sentence))
    if len(x & y) < ALIKE * max(1, min(len(x), len(y))):
        return False
    names = proper_names(a.sentence, a.sentence) & proper_names(b.sentence, b.sentence)
    return bool(names) or bool(set(NUMBER.findall(a.sentence)) & set(NUMBER.findall(b.sentence)))


def _dating(t: Told[Event], same: list[Told[Event]]) -> Dating | None:
    """What the tellings of one act with its day say; None where their days are not of one act."""
    firsts, lasts = [d.claim.when.first for d in same if d.claim.when], [d.claim.when.last for d in same if d.claim.when]
    first, last = min(filter(None, firsts)), max(filter(None, lasts))
    if (last - first).days > EXACT:
        return None
    says = f"“{t.words}” is dated {Period(first, last)} by {same[0].teller.id}"
    if t.claim.status is Status.PLANNED:
        return Dating(t.teller.digest, Clue(t.claim.span, f"{says} and still ahead here"), last=last)
    return Dating(t.teller.digest, Clue(t.claim.span, f"{says} and told as done here"), first=first)

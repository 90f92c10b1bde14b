"""Growth and ratios against the levels they lead from and to: `doubled` against 24 and 48."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.reconcile.entry import Entry
from legation.reconcile.measures import dimension
from legation.reconcile.periods import gap
from legation.reconcile.values import INFINITE, ROUGH, reach, shown
from legation.words.amount import Amount, Change

SHIFT = (350, 380)
"""Days from a period to the same one of the year before."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two levels that a change may lead from and to."""

    before: Entry
    after: Entry


def check(change: Entry, level: Entry, levels: Sequence[Entry]) -> tuple[bool, str] | None:
    """Whether a change and a level fit together, and why; None where there is nothing to reckon with."""
    if "exchange-rate" in (change.measure.name, level.measure.name):
        return None  # a currency that loses a fifth costs a quarter more: which of the two is meant the number does not say
    for step in _steps(change, levels):
        if level not in (step.before, step.after):
            continue
        low, high = factor(change.figure.amount)
        (bl, bh), (al, ah) = reach(step.before), reach(step.after)
        margin = ROUGH if change.figure.amount.approx else ROUGH / 2
        fits = al <= bh * high * (1 + margin) and bl * low * (1 - margin) <= ah
        before, after = (shown(_value(e) / e.factor) for e in (step.before, step.after))
        times = _value(step.after) / _value(step.before) if _value(step.before) else INFINITE
        return fits, f"{after} is {times:.3g} times {before}" + ("" if fits else f", not {change.said}")
    return None


def _steps(change: Entry, levels: Sequence[Entry]) -> list[Step]:
    """Pairs of levels, of the change's own article first, whose periods the change may join."""
    out = []
    for after in levels:
        if not _told_of(change, after):
            continue
        out += [Step(before, after) for before in levels if before is not after and _shifted(before, after)]
    out.sort(key=lambda s: sum(e.told.teller.digest != change.told.teller.digest for e in (s.before, s.after)))
    return out


def _told_of(change: Entry, after: Entry) -> bool:
    """Whether the level may be what the change led to: told in one sentence with it, or of its time."""
    p, q = change.figure.when, after.figure.when
    together = change.told.start == after.told.start and change.told.teller.digest == after.told.teller.digest
    return together or p is None or q is None or (p.last or p.first) == (q.last or q.first) or (gap(p, q) == 0 and _length(q) <= _length(p))


def _shifted(before: Entry, after: Entry) -> bool:
    p, q = before.figure.when, after.figure.when
    if not (p and q and p.first and q.first):
        return False
    return SHIFT[0] <= (q.first - p.first).days <= SHIFT[1] and abs(_length(p) - _length(q)) <= 1


def _length(p: object) -> int:
    days = getattr(p, "days", None)
    return days if days is not None else 36_500


def factor(amount: Amount) -> tuple[float, float]:
    """What the level before is multiplied by, as an interval: `up 40 percent` is 1.4, `halved` a half."""
    dim, size = dimension(amount.unit)
    low, high = (amount.low or 0.0) * size, INFINITE if amount.high is None else amount.high * size
    down = amount.change is Change.DECREASE
    if dim == "times":
        return (1 / high if high else 0.0, 1 / low if low else INFINITE) if down else (low, high)
    return (1 - high / 100, 1 - low / 100) if down else (1 + low / 100, 1 + high / 100)


def _value(e: Entry) -> float:
    value = e.high if e.low is None else e.low
    assert value is not None
    return value

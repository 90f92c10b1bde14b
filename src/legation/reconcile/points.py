"""Points on which the tellings of one event differ: how many, of what class, on which day; each with who says which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.reconcile.happenings import Act
from legation.reconcile.periods import calendar
from legation.reconcile.things import classes, counted
from legation.words.point import Point, Said
from legation.words.verdict import Place


def points(acts: Sequence[Act]) -> tuple[Point, ...]:
    """The points that two articles or more see differently."""
    if len({a.told.teller.root for a in acts}) < 2:
        return ()
    return tuple(_days(acts)) + tuple(_numbers(acts)) + tuple(_classes(acts))


def _days(acts: Sequence[Act]) -> Iterator[Point]:
    dated = [(calendar(a.event.when), a) for a in acts if a.event.when and a.event.when.days == 1]
    yield from _differing("day", dated)


def _numbers(acts: Sequence[Act]) -> Iterator[Point]:
    of = [(a, counted(a.told.sentence, a.told.inside)) for a in acts]
    for noun in sorted({noun for _, found in of for noun in found}):
        yield from _differing(f"number of {noun}s", [(str(found[noun]), a) for a, found in of if noun in found])


def _classes(acts: Sequence[Act]) -> Iterator[Point]:
    named = [(" ".join(sorted(found)), a) for a in acts if (found := classes(a.told.sentence, a.told.inside))]
    yield from _differing("class", named)


def _differing(name: str, told: Sequence[tuple[str, Act]]) -> Iterator[Point]:
    """A point where two values are told by two origins."""
    values = dict.fromkeys(value for value, _ in told)
    if len(values) > 1 and len({a.origin.key for _, a in told}) > 1:
        yield Point(name, tuple(_said(value, [a for v, a in told if v == value]) for value in values))


def _said(value: str, acts: Sequence[Act]) -> Said:
    places = tuple(Place(a.told.teller.id, a.event.span, a.event.id) for a in acts)
    return Said(value, places, tuple(dict.fromkeys(a.origin.name for a in acts)))

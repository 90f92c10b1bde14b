"""Tellings: the places of an article that tell one act; it is kept at its fullest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legation.words.event import Event, EventType
from legation.words.evidence import overlap
from legation.words.status import Status

UNREAL = (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL)
NAMING = ("(nominal)", "(copula)")


def once(events: Iterable[Event]) -> list[Event]:
    """Acts told twice as one: of the same type between the same parties, in a meeting period, told in like words or only named again."""
    kept: list[Event] = []
    for event in events:
        for k, other in enumerate(kept):
            if _same(other, event):
                kept[k] = _fuller(other, event)
                break
        else:
            kept.append(event)
    return kept


def _same(a: Event, b: Event) -> bool:
    if a.type is not b.type or set(a.actors) != set(b.actors):
        return False
    if set(a.recipients) != set(b.recipients) and a.recipients and b.recipients:
        return False
    if a.when and b.when and not a.when.meets(b.when):
        return False
    if overlap(a.span, b.span) > 0:
        return a.recipients == b.recipients or a.status is b.status
    if a.recipients != b.recipients:
        return False
    if b.when is None and (_named(b) or (a.status in UNREAL and b.status in UNREAL and set(a.contexts) & set(b.contexts))):
        return True
    if a.status is not b.status:
        return False
    return (b.when is None and b.type is EventType.CONSULT) or a.rule.split("+")[0] == b.rule.split("+")[0]


def _named(event: Event) -> bool:
    """Whether an act is only named, not told: "after the talks between A and B"."""
    return event.rule.endswith(NAMING)


def _fuller(a: Event, b: Event) -> Event:
    """The mention that tells more, with the other's period where it has none."""
    better = (len(b.recipients), _named(a) and not _named(b)) > (len(a.recipients), _named(b) and not _named(a))
    best, rest = (b, a) if better else (a, b)
    return best if best.when else replace(best, when=rest.when, when_why=rest.when_why)

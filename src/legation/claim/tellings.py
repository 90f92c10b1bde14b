"""Tellings: the places of an article that tell one act; it is kept at its fullest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legation.codes.plover import noun_classes
from legation.parse.doc import Token
from legation.words.event import Event, EventType
from legation.words.evidence import overlap
from legation.words.status import Status

UNREAL = (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL)
# Days that count for an act which is not dated, or open at an end.
COARSE = 100_000
NAMING = ("(nominal)", "(copula)")


def once(told: Iterable[tuple[Event, Token]]) -> list[Event]:
    """Acts told twice as one: of the same type between the same parties, in a meeting period, told in like words or only named again.

    Each comes with the word that tells it; what one clause tells of one doer side by side ("bans the import and expels the envoys") are two acts.
    """
    kept: list[tuple[Event, Token]] = []
    for event, token in told:
        for k, (other, before) in enumerate(kept):
            if _same(other, event) and not _apart(event, before, token):
                kept[k] = _fuller(other, event), before
                break
        else:
            kept.append((event, token))
    return [event for event, _ in kept]


def _apart(event: Event, a: Token, b: Token) -> bool:
    """Whether two words tell two acts: side by side, or by one verb that only carries its object ("conducted tests", "conducted launches")."""
    if event.type is not EventType.ASSAULT and _beside(a, b):
        return True
    things = [c.lemma for t in (a, b) for c in t.kids("dobj")]
    return a.lemma == b.lemma and a.lemma in noun_classes()["light"] and a.sent != b.sent and len(set(things)) == 2


def _beside(a: Token, b: Token) -> bool:
    """Whether two verbs stand side by side, each with an object of its own."""
    return (
        b.dep == "conj" and b.pos == "VERB" and a.pos == "VERB" and a in b.conjuncts() and b.child("dobj") is not None and a.child("dobj") is not None
    )


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
    better = (len(b.recipients), _named(a) and not _named(b), _fine(b)) > (len(a.recipients), _named(b) and not _named(a), _fine(a))
    best, rest = (b, a) if better else (a, b)
    return best if best.when else replace(best, when=rest.when, when_why=rest.when_why)


def _fine(event: Event) -> int:
    """How finely an act is dated: the fewer days, the higher."""
    return -(event.when.days or COARSE) if event.when else -COARSE

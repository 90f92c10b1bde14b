"""Tellings: the places of an article that tell one act; it is kept at its fullest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legation.claim.frames import Act
from legation.claim.spans import reach_of
from legation.codes.plover import noun_classes
from legation.parse.doc import Token
from legation.words.event import Event, EventType
from legation.words.evidence import Span, overlap
from legation.words.status import Status

UNREAL = (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL)
# Days that count for an act which is not dated, or open at an end.
COARSE = 100_000
NAMING = ("(nominal)", "(copula)")


def once(told: Iterable[tuple[Event, Act]]) -> list[Event]:
    """Acts told twice as one: of the same type between the same parties, in a meeting period, told in like words or only named again.

    Each comes with the act it was made of; what one clause tells of one doer side by side ("bans the import and expels the envoys") are two acts.
    """
    kept: list[tuple[Event, Token, Span]] = []
    for event, act in told:
        token, reach = act.token, reach_of(act)
        for k, (other, before, there) in enumerate(kept):
            met = token.sent == before.sent and _met(other, event)
            if met or (_same(other, event, overlap(there, reach) > 0) and not _apart(event, before, token)):
                kept[k] = _fuller(other, event, token.sent != before.sent), before, there
                break
        else:
            kept.append((event, token, reach))
    return [event for event, _, _ in kept]


def _met(a: Event, b: Event) -> bool:
    """Whether two events of a sentence are one meeting: "met the king and discussed the dam"."""
    if a.type is not EventType.CONSULT or b.type is not EventType.CONSULT or a.status is not b.status or a.recipients or b.recipients:
        return False
    return {*a.actors} == {*b.actors} and (a.when is None or b.when is None or a.when.meets(b.when))


def _apart(event: Event, a: Token, b: Token) -> bool:
    """Whether two words tell two acts: side by side, or by one verb that only carries its object ("conducted tests", "conducted launches")."""
    if event.type is not EventType.ASSAULT and _beside(a, b):
        return True
    if event.type is EventType.SUPPORT and a.sent != b.sent and _anew(b):
        return True
    things = [c.lemma for t in (a, b) for c in t.kids("dobj")]
    return a.lemma == b.lemma and a.lemma in noun_classes()["light"] and a.sent != b.sent and len(set(things)) == 2


def _anew(t: Token) -> bool:
    """Whether a verb tells of another pact than those told before: "signed an agreement", not "signed the agreement"."""
    pact = t.child("dobj", "nsubjpass")
    if pact is None or pact.lemma not in noun_classes()["pact"] or t.pos != "VERB":
        return False
    return all(c.lower in ("a", "an", "another") for c in pact.kids("det")) and pact.child("poss") is None


def _beside(a: Token, b: Token) -> bool:
    """Whether two verbs stand side by side, each with an object of its own."""
    if b.dep != "conj" or b.pos != "VERB" or a.pos != "VERB" or a not in b.conjuncts():
        return False
    return a.child("dobj") is not None and b.child("dobj") is not None


def _same(a: Event, b: Event, meeting: bool) -> bool:
    """Whether two events are one act; `meeting` says that the words which tell them and their parties overlap."""
    if a.type is not b.type or set(a.actors) != set(b.actors):
        return False
    if set(a.recipients) != set(b.recipients) and a.recipients and b.recipients:
        return False
    if a.when and b.when and not a.when.meets(b.when):
        return False
    if meeting:
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


def _fuller(a: Event, b: Event, later: bool) -> Event:
    """The mention that tells more, with the other's period where it has none; of a later sentence also the one that is dated more finely."""
    better = (len(b.recipients), _named(a) and not _named(b)) > (len(a.recipients), _named(b) and not _named(a))
    if later and len(a.recipients) == len(b.recipients) and _named(a) == _named(b):
        better = _fine(b) > _fine(a)
    best, rest = (b, a) if better else (a, b)
    return best if best.when else replace(best, when=rest.when, when_why=rest.when_why)


def _fine(event: Event) -> int:
    """How finely an act is dated: the fewer days, the higher."""
    return -(event.when.days or COARSE) if event.when else -COARSE

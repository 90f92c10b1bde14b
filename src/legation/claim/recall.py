"""Parties that an act takes over from what was told before: who imposed the ban that is lifted, whose launches are condemned."""

from __future__ import annotations

from dataclasses import replace

from legation.claim.frames import Act
from legation.claim.memory import Memory, Told
from legation.claim.party import Party
from legation.codes.predicates import event_nouns, lexicon
from legation.parse.doc import Token
from legation.words.event import EventType

ANSWERS = (EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.SANCTION, EventType.THREATEN)
REPEATED = (EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.AID)
MATERIAL = (EventType.AID, EventType.COOPERATE)
# Before these one speaks; what is done is seldom done to them.
FORUMS = frozenset(("UN", "UNSC"))


def recalled(act: Act, memory: Memory) -> Act:
    """An act with the parties that an act told before gives it: "condemned the launches", "the ban was lifted", "the aid stopped"."""
    if act.type is EventType.ASSAULT and act.actors and not act.recipients and not act.row.frame.symmetric:
        return _again(act, memory)
    if not act.actors and act.row.subjects and (noun := act.roles.subject) is not None and noun.lemma in event_nouns():
        return _taken_up(act, memory.antecedent(noun) or _last_of(noun, memory), noun)
    if act.type is EventType.RETREAT and act.row.objects and (noun := next((w for w in act.words if w.lemma in act.row.objects), None)) is not None:
        return _undone(act, memory.antecedent(noun), noun)
    if act.row.frame.symmetric and act.row.pos == "v" and len(act.actors) == 1:
        return _at_table(act, memory)
    if act.recipients or act.type not in ANSWERS or act.row.frame.symmetric or (len(act.actors) > 1 and act.roles.passive):
        return act
    taken = {p.id for p in act.actors}
    for noun in (w for w in act.words if w.pos == "NOUN"):
        told = memory.antecedent(noun)
        if told is not None and (others := told.others(taken)):
            return replace(act, recipients=tuple(Party(a, noun.span) for a in others))
    # What is praised or backed need not be the other side's: "she supported education".
    return act if act.type is EventType.SUPPORT else replace(act, recipients=_counterpart(act, taken, memory))


def remembered(act: Act, memory: Memory) -> Act:
    """An act told without its doer, by whoever did the like to the same one before ("he was sanctioned again in 2011")."""
    if act.row.pos == "v" and act.actors and not act.recipients and act.type in MATERIAL and not act.row.frame.symmetric:
        return replace(act, recipients=_partner(act, memory))
    if act.actors or not act.recipients or act.type not in REPEATED or not (act.roles.passive or act.row.pos == "n"):
        return act
    if act.row.pos == "n" and (twin := _beside(act, memory)) is not None:
        return twin
    ours = {p.id for p in act.recipients}
    like = (e for e in memory.lately(act.token) if e.type is act.type and e.actors and not ours & {*e.actors})
    before = next((e for e in like if ours & {*e.recipients}), None)
    return replace(act, actors=tuple(Party(a, act.token.span) for a in before.actors)) if before else act


def _partner(act: Act, memory: Memory) -> tuple[Party, ...]:
    """Whom the actors last dealt with, for help and trade told without the other side."""
    ours = {p.id for p in act.actors}
    for told in memory.dealings(act.token):
        parties = {*told.actors, *told.recipients}
        if ours <= parties and len(others := parties - ours) == 1:
            return (Party(others.pop(), act.token.span),)
    return ()


def _beside(act: Act, memory: Memory) -> Act | None:
    """A measure named beside another of its kind: "Kenya's tariffs on steel take effect, while a tariff on Chadian oil rises"."""
    ours = {p.id for p in act.recipients}
    like = (e for e in memory.back(act.token, 1) if e.token.lemma == act.token.lemma and e.type is act.type and e.actors)
    told = next(like, None)
    if told is None or ours & {*told.actors}:
        return None
    return replace(act, actors=tuple(Party(a, act.token.span) for a in told.actors))


def _last_of(noun: Token, memory: Memory) -> Told | None:
    """The last act of a noun's kind that has both sides."""
    types_ = {row.type for row in lexicon().get(("n", noun.lemma), ())}
    return next((e for e in memory.back() if e.type in types_ and e.actors and e.recipients), None)


def _taken_up(act: Act, before: Told | None, noun: Token) -> Act:
    """What happens to an act told before, with that act's parties: "the aid stopped" after "Moscow gave aid to Cuba"."""
    if before is None:
        return act
    return replace(act, actors=tuple(Party(a, noun.span) for a in before.actors), recipients=tuple(Party(r, noun.span) for r in before.recipients))


def _undone(act: Act, before: Told | None, noun: Token) -> Act:
    """What is given up again, with the parties of the act that began it: "the ban was lifted", "it will return the hostages"."""
    if before is None:
        return act
    if not act.actors:
        act = replace(act, actors=tuple(Party(a, noun.span) for a in before.actors))
    taken = {p.id for p in act.actors}
    if not act.recipients and taken & {*before.actors}:
        act = replace(act, recipients=tuple(Party(r, noun.span) for r in before.recipients if r not in taken))
    return act


def _at_table(act: Act, memory: Memory) -> Act:
    """Who comes to talks told before, with those who hold them: "the Italian minister joined the talks"."""
    noun = next((w for w in act.words if w.pos == "NOUN"), None)
    told = memory.antecedent(noun) if noun is not None else None
    if noun is None or told is None or not told.shared:
        return act
    taken = {p.id for p in act.actors}
    return replace(act, actors=(*act.actors, *(Party(a, noun.span) for a in told.actors if a not in taken)))


def _again(act: Act, memory: Memory) -> Act:
    """An attack without a named victim goes on where the same attacker struck before, or is the answer of who was struck."""
    ours = tuple(p.id for p in act.actors)
    like = [e for e in memory.lately(act.token) if e.type is act.type and e.recipients and e.actors]
    against = next((e.recipients for e in like if e.actors == ours), None)
    against = against or next((e.actors for e in like if e.recipients == ours), ())
    return replace(act, recipients=tuple(Party(r, act.token.span) for r in against))


def _counterpart(act: Act, taken: set[str], memory: Memory) -> tuple[Party, ...]:
    """The one party with whom the actors have dealt in the article so far; () where there are several or none."""
    met = {frozenset((*e.actors, *e.recipients)) - taken for e in memory.told if taken & {*e.actors, *e.recipients}} - {frozenset()}
    others = {i for group in met for i in group} - FORUMS
    return (Party(others.pop(), act.token.span),) if len(others) == 1 else ()

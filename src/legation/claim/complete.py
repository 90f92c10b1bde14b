"""Parties that the clause leaves out and the words around it give: the speaker of a plan, the place of an attack, who was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.claim.arguments import is_verb, subject_of
from legation.claim.frames import Act
from legation.claim.memory import Memory, Told, pointing
from legation.claim.parties import Parties, Party, unique
from legation.codes.plover import noun_classes
from legation.codes.predicates import event_nouns, lexicon
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.actor import ActorKind
from legation.words.event import EventType
from legation.words.status import Status
from legation.words.voice import Source

ANSWERED = (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE)
ANSWERS = (EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.SANCTION, EventType.THREATEN)
BORROWING = (EventType.SANCTION, EventType.AID, EventType.MOBILIZE, EventType.RETREAT)
MEASURES = (EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.MOBILIZE)
MATERIAL = (EventType.AID, EventType.COOPERATE)
# Before these one speaks; what is done is seldom done to them.
BESIDE = frozenset(("after", "following", "during", "amid", "despite", "since", "before", "in", "as", "of"))
FORUMS = frozenset(("UN", "UNSC"))
REPEATED = (EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.AID)
VIOLENT = (EventType.ASSAULT, EventType.AID, EventType.RETREAT)


def completed(linked: Linked, parties: Parties, sentence: Sentence, act: Act, voices: Sequence[Source], status: Status) -> Act:
    """The act with the parties that its own words do not name, where the sentence leaves only one choice."""
    if not act.actors and act.roles.passive and (status is Status.PLANNED or (act.type in MEASURES and _announced(act.token))):
        act = _spoken(act, voices, status)
    if not act.actors and act.row.pos == "n" and act.recipients and act.type in BORROWING:
        act = replace(act, actors=_subject_above(parties, act))
    if not act.actors and act.row.pos == "n" and act.row.frame.symmetric:
        act = replace(act, actors=_two_here(linked, sentence, act))
    if not act.actors or act.recipients or (act.row.frame.symmetric and len(act.actors) > 1):
        return act
    taken = {p.id for p in act.actors}
    if act.row.pos in ("v", "a") and act.type in ANSWERED:
        return replace(act, recipients=_only_below(linked, act, taken))
    if act.row.frame.symmetric:
        return _joined(parties, act) if act.row.pos == "n" else act
    if act.row.pos == "n" and act.type in ANSWERED and act.token.dep in ("dobj", "pobj"):
        verb = next((a for a in act.token.ancestors() if is_verb(a)), None)
        found = tuple(p for p in parties.of(subject_of(verb)) if p.id not in taken) if verb is not None else ()
        return replace(act, recipients=found)
    if act.type is EventType.ASSAULT or (act.type in VIOLENT and act.row.pos == "n"):
        return replace(act, recipients=_only_other(linked, sentence, taken))
    if act.type in MATERIAL and not act.roles.passive:
        return replace(act, recipients=_only_below(linked, act, taken))
    if act.type in MATERIAL or (act.row.pos == "n" and act.token.lemma in noun_classes()["lent"]):
        return replace(act, recipients=_only_other(linked, sentence, taken))
    return act


def _spoken(act: Act, voices: Sequence[Source], status: Status) -> Act:
    """A measure told without its doer, with the state that tells of it: "Paris says the envoys will be expelled"."""
    speaker = next((v for v in reversed(voices) if v.country), None)
    if speaker is None or not speaker.country or not speaker.span:
        return act
    others = tuple(p for p in act.recipients if p.id != speaker.country)
    if status is not Status.PLANNED and len(others) < len(act.recipients):
        return act
    return replace(act, actors=(Party(speaker.country, speaker.span),), recipients=others)


def _announced(t: Token) -> bool:
    """Whether a passive is the content of what somebody says ("confirms that citizens are barred"), not a word beside a noun."""
    top = next((a for a in (t, *t.ancestors()) if a.dep != "conj"), t)
    return top.dep == "ccomp" and t.child("nsubjpass") is not None


def _two_here(linked: Linked, sentence: Sentence, act: Act) -> tuple[Party, ...]:
    """The two of whom a sentence speaks, where talks or a deal are named beside it: "delegates of A and B met after clashes"."""
    t = act.token
    if t.dep != "pobj" or t.head.lower not in BESIDE or pointing(t) or t.child("poss") is not None:
        return ()
    named = (m for m in linked.mentions_in(sentence.span) if m.kind in (ActorKind.STATE, ActorKind.GROUP) and m.how != "place")
    found = unique(Party(m.id, m.span) for m in named)
    return found if len(found) == 2 else ()


def _joined(parties: Parties, act: Act) -> Act:
    """A meeting or deal "with the U.S." with the one whom the clause speaks of as its other side."""
    verb = next((a for a in act.token.ancestors() if is_verb(a)), None)
    if verb is None or not act.roles.preps.get("with"):
        return act
    taken = {p.id for p in act.actors}
    return replace(act, actors=(*(p for p in parties.of(subject_of(verb)) if p.id not in taken and not p.place), *act.actors))


def _subject_above(parties: Parties, act: Act) -> tuple[Party, ...]:
    """Who the clause speaks of, for a measure named without its author ("announces an increase of the tariffs on Canada")."""
    verb = next((a for a in act.token.ancestors() if is_verb(a)), None)
    answers = (row for row in lexicon().get(("v", verb.lemma), ()) if not row.words and not row.objects) if verb is not None else ()
    if verb is None or any(row.type in ANSWERED for row in answers):
        return ()
    taken = {p.id for p in act.recipients}
    return tuple(p for p in parties.of(subject_of(verb)) if p.id not in taken and not p.place)


def _only_below(linked: Linked, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """The one other actor whom the clause below a speech act names; () where there are several."""
    tokens = act.token.subtree()
    named = linked.mentions_in((act.token.start, tokens[-1].end))
    acting = (m for m in named if m.how != "place" and m.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP))
    found = unique(Party(m.id, m.span) for m in acting if m.id not in taken)
    return found if len(found) == 1 else ()


def _only_other(linked: Linked, sentence: Sentence, taken: set[str]) -> tuple[Party, ...]:
    """The one state of the sentence that is not among the actors; () where there are several."""
    found = unique(Party(m.id, m.span) for m in linked.mentions_in(sentence.span) if m.kind is ActorKind.STATE and m.id not in taken)
    return found if len(found) == 1 else ()


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
    if act.recipients or act.type not in ANSWERS or act.row.frame.symmetric:
        return act
    taken = {p.id for p in act.actors}
    for noun in (w for w in act.words if w.pos == "NOUN"):
        told = memory.antecedent(noun)
        if told is not None and (others := told.others(taken)):
            return replace(act, recipients=tuple(Party(a, noun.span) for a in others))
    return replace(act, recipients=_counterpart(act, taken, memory))


def remembered(act: Act, memory: Memory) -> Act:
    """An act told without its doer, by whoever did the like to the same one before ("he was sanctioned again in 2011")."""
    if act.actors or not act.recipients or act.type not in REPEATED or not (act.roles.passive or act.row.pos == "n"):
        return act
    ours = {p.id for p in act.recipients}
    before = next((e for e in memory.back() if e.type is act.type and ours & {*e.recipients} and not ours & {*e.actors} and e.actors), None)
    return replace(act, actors=tuple(Party(a, act.token.span) for a in before.actors)) if before else act


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
    """An attack without a named victim goes on where the same attacker struck before."""
    ours = tuple(p.id for p in act.actors)
    before = next((e for e in memory.back() if e.type is act.type and e.actors == ours and e.recipients), None)
    return replace(act, recipients=tuple(Party(r, act.token.span) for r in before.recipients)) if before else act


def _counterpart(act: Act, taken: set[str], memory: Memory) -> tuple[Party, ...]:
    """The one party with whom the actors have dealt in the article so far; () where there are several or none."""
    met = {frozenset((*e.actors, *e.recipients)) - taken for e in memory.told if taken & {*e.actors, *e.recipients}} - {frozenset()}
    others = {i for group in met for i in group} - FORUMS
    return (Party(others.pop(), act.token.span),) if len(others) == 1 else ()

"""Events: predicates with their parties, coded with PLOVER."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.claim.chain import chain_of, hidden_kind
from legation.claim.complete import completed
from legation.claim.contexts import contexts_of, themes_of
from legation.claim.frames import Act, read_act
from legation.claim.governors import judge
from legation.claim.memory import Memory, Told
from legation.claim.missed import missed
from legation.claim.modals import read_modal
from legation.claim.modes import HISTORY, around, aux_modes, cameo_of, mode_of, plover_type, settled
from legation.claim.parties import Parties
from legation.claim.recall import recalled, remembered
from legation.claim.spans import span_of
from legation.claim.status import status_of
from legation.claim.tellings import once
from legation.claim.timeindex import time_index
from legation.claim.turns import SPEECH_ACTS, announced, bears, spoken, turned
from legation.claim.when import OF_THE_DAY, When, when_of
from legation.codes.goldstein import goldstein
from legation.codes.plover import noun_classes, types
from legation.codes.predicates import Lexicon
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.event import Event, EventType
from legation.words.evidence import Span
from legation.words.ids import claim_id
from legation.words.reading import Unread
from legation.words.status import Status

# What teams do to one another in the words of war and diplomacy.
PLAYED = (EventType.ASSAULT, EventType.CONSULT, EventType.THREATEN, EventType.MOBILIZE, EventType.COERCE, EventType.REJECT)

PAIR = 2


def read_events(linked: Linked, rows: Lexicon) -> tuple[tuple[Event, ...], tuple[Unread, ...]]:
    """The events of an article by the rows of a lexicon, each told once, and what no rule could take."""
    memory = Memory()
    parties = Parties(linked, memory)
    events: list[tuple[Event, Act]] = []
    unread: list[Unread] = []
    for sentence in linked.doc.sentences:
        acts = [a for t in sentence.tokens for a in _acts_at(t, parties, rows)]
        if any(t.lemma in noun_classes()["sport"] for t in sentence.tokens):
            acts = [a for a in acts if a.type not in PLAYED]
        before, dropped = len(events), []
        kept = judge(acts)
        told = {act.token.i for act in kept}
        for act in acts:
            if act.token.i not in told:
                _describe(act, memory)
        for act in kept:
            event = _event(linked, parties, sentence, recalled(act, memory), memory)
            if event is None:
                dropped.append(act)
                continue
            memory.add(Told(act.token, event.type, event.actors, event.recipients, act.row.frame.symmetric))
            events.append((event, act))
        unread.extend(missed(linked, parties, sentence, dropped, len(events) > before))
    return _with_ids(linked, once(events)), tuple(unread)


def _describe(act: Act, memory: Memory) -> None:
    """Remembers of two sides that words only describe that they deal with each other: "its cooperation with Chad has been criticized"."""
    sides = tuple(dict.fromkeys(p.id for p in act.actors))
    if act.row.frame.symmetric and len(sides) == PAIR:
        memory.described.append(Told(act.token, act.type, sides, (), True))


def _acts_at(t: Token, parties: Parties, rows: Lexicon) -> list[Act]:
    """What a word tells: the demand of its modal and its own act; to say that another must agree is not yet an agreement."""
    asked, act = read_modal(t, parties, rows), read_act(t, parties, rows)
    if asked is not None and act is not None and act.type is EventType.AGREE:
        act = None
    return [a for a in (asked, act) if a is not None]


def _event(linked: Linked, parties: Parties, sentence: Sentence, act: Act, memory: Memory) -> Event | None:
    """The act as an event; None where it is not one between states, bodies or armed groups."""
    status = status_of(linked, act.token)
    voices = chain_of(linked, act.token.span)
    act = remembered(completed(linked, parties, sentence, act, voices, status), memory)
    actors = tuple(dict.fromkeys(p.id for p in act.actors))
    recipients = tuple(dict.fromkeys(p.id for p in act.recipients if p.id not in actors))
    type_, status = turned(act, status, voices)
    if not actors or not bears(linked, act, (type_, status), actors, recipients):
        return None
    if status is Status.ACTUAL and (voice := announced(linked, act, type_, actors)) is not None:
        status, voices = Status.PLANNED, voices or voice
    status = spoken(act, type_, status)
    when, why = _when(linked, act)
    if status is Status.PLANNED and why == OF_THE_DAY:
        when = why = None
    day = time_index(linked).last_day
    if type_ not in SPEECH_ACTS:
        status = settled(status, when, day)
    mode = mode_of(type_, act.row.mode, around((act.token, *act.words)))
    cameo = cameo_of(type_, act.row.cameo if type_ is act.type else None, mode)
    return Event(
        id="",
        span=span_of(act),
        type=type_,
        actors=actors,
        recipients=recipients,
        mode=mode,
        contexts=contexts_of(act.row.contexts, sentence.tokens),
        cameo=cameo,
        when=when,
        when_why=why,
        where=_where(parties, act),
        status=status,
        voice=voices[0].speaker if voices else None,
        voices=voices,
        voice_kind=None if voices else hidden_kind(linked, act.token.span),
        rule=f"{act.row.rule} ({act.roles.form})",
        actor_spans=tuple(p.span for p in act.actors),
        recipient_spans=tuple(p.span for p in act.recipients if p.id not in actors),
        aux_modes=aux_modes(status, when, day),
        quad=types()[type_].quad,
        goldstein=goldstein(cameo),
        plover=plover_type(type_, status),
    )


def _when(linked: Linked, act: Act) -> When:
    """When the act was, with the reason; an act only named in a sentence with one date, long past, belongs to that time."""
    when, why = when_of(linked, act.token)
    index = time_index(linked)
    dates = index.in_sentence.get(act.token.sent, ())
    if when is not None or act.row.pos != "n" or len(dates) != 1 or index.last_day is None:
        return when, why
    last = dates[0].when.last
    return (dates[0].when, dates[0].why) if last is not None and last < index.last_day - HISTORY else (None, why)


def _where(parties: Parties, act: Act) -> str | None:
    """The state where an act takes place, by its place phrases; None where they name none."""
    verb = act.token.head if act.roles.form == "light" else None
    return next((p.id for p in parties.places([t for t in (act.token, verb, act.roles.object) if t is not None])), None)


def _with_ids(linked: Linked, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in text order, each with its id and with what the article as a whole is about among its contexts."""
    seen: dict[Span, int] = {}
    themes = themes_of(linked.doc) if events else ()
    out = []
    for event in sorted(events, key=lambda e: (e.span, e.type)):
        ordinal = seen.get(event.span, 0)
        seen[event.span] = ordinal + 1
        contexts = tuple(dict.fromkeys((*event.contexts, *themes)))
        out.append(replace(event, id=claim_id(linked.article.digest, "event", event.span, ordinal), contexts=contexts))
    return tuple(out)

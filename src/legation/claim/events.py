"""Events: predicates with their parties, coded with PLOVER."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.claim.arguments import subject_of
from legation.claim.chain import chain_of, hidden_kind
from legation.claim.complete import completed
from legation.claim.contexts import contexts_of, themes_of
from legation.claim.frames import Act, read_act
from legation.claim.governors import judge
from legation.claim.memory import Memory, Told
from legation.claim.missed import missed
from legation.claim.modals import read_modal
from legation.claim.modes import around, aux_modes, cameo_of, mode_of, plover_type, settled
from legation.claim.parties import Parties
from legation.claim.recall import recalled, remembered
from legation.claim.status import status_of
from legation.claim.timeindex import time_index
from legation.claim.when import OF_THE_DAY, when_of
from legation.codes.goldstein import goldstein
from legation.codes.plover import noun_classes, types
from legation.codes.predicates import Lexicon
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.event import Event, EventType
from legation.words.evidence import Span, overlap
from legation.words.ids import claim_id
from legation.words.reading import Unread
from legation.words.status import Status
from legation.words.voice import Source

SPEECH_ACTS = (EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN)
FRIENDLY = (EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE, EventType.SUPPORT)
SHARED = (EventType.SUPPORT, EventType.COOPERATE, EventType.RETREAT, EventType.MOBILIZE)
# What teams do to one another in the words of war and diplomacy.
PLAYED = (EventType.ASSAULT, EventType.CONSULT, EventType.THREATEN, EventType.MOBILIZE, EventType.COERCE, EventType.REJECT)
# What becomes a threat where it hangs on a condition.
HARMS = (EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE)
GATHERING = frozenset(("agree", "meet", "gather", "convene", "confer", "fail"))
# What a body does alone by sitting together.
SITTING = frozenset(("meet", "gather", "convene", "confer", "meeting", "summon"))
# What a state does not do by deciding so.
WITHHELD = frozenset(("accept", "recognize", "recognise", "agree", "allow", "permit", "endorse", "support"))
ANNOUNCING = frozenset(("announce", "unveil", "propose", "declare"))
ANNOUNCED = (EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.MOBILIZE)
# A party farther from its predicate than this is left out of the span: evidence is the words that carry the claim.
WIDEST = 220
UNREAL = (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL)
NAMING = ("(nominal)", "(copula)", "(inverse)")


def read_events(linked: Linked, rows: Lexicon) -> tuple[tuple[Event, ...], tuple[Unread, ...]]:
    """The events of an article by the rows of a lexicon, each told once, and what no rule could take."""
    memory = Memory()
    parties = Parties(linked, memory)
    events: list[Event] = []
    unread: list[Unread] = []
    for sentence in linked.doc.sentences:
        acts = [a for t in sentence.tokens for read in (read_modal, read_act) if (a := read(t, parties, rows)) is not None]
        if any(t.lemma in noun_classes()["sport"] for t in sentence.tokens):
            acts = [a for a in acts if a.type not in PLAYED]
        before, dropped = len(events), []
        for act in judge(acts):
            event = _event(linked, parties, sentence, recalled(act, memory), memory)
            if event is not None:
                memory.add(Told(act.token, event.type, event.actors, event.recipients, act.row.frame.symmetric))
            if event is None:
                dropped.append(act)
            else:
                events.append(event)
        unread.extend(missed(linked, parties, sentence, dropped, len(events) > before))
    return _with_ids(linked, once(events)), tuple(unread)


def _event(linked: Linked, parties: Parties, sentence: Sentence, act: Act, memory: Memory) -> Event | None:
    """The act as an event; None where it is not one between states, bodies or armed groups."""
    status = status_of(linked, act.token)
    voices = chain_of(linked, act.token.span)
    act = remembered(completed(linked, parties, sentence, act, voices, status), memory)
    actors = tuple(dict.fromkeys(p.id for p in act.actors))
    recipients = tuple(dict.fromkeys(p.id for p in act.recipients if p.id not in actors))
    type_, status = _turned(act, status, voices)
    if not actors or not _bears(linked, act, type_, actors, recipients):
        return None
    if status is Status.ACTUAL and type_ in ANNOUNCED and (announcer := _announcer(act)):
        status = Status.PLANNED
        voices = voices or _voice(linked, announcer, actors)
    if (act.token.head is act.token and status is Status.DEMANDED) or any(c.lower in ("if", "unless") for c in act.token.kids("mark")):
        status = Status.ACTUAL if status is Status.DEMANDED else Status.CONDITIONAL
    if type_ in SPEECH_ACTS and (status is Status.DEMANDED or (status is Status.DENIED and act.row.pos == "n" and not _none(act.token))):
        # A demand was made also where it is denied or asked for.
        status = Status.ACTUAL
    if "speaker" in act.row.frame.actors:
        # What is said of another is done by saying it.
        status = Status.ACTUAL
    span = span_of(act)
    when, why = when_of(linked, act.token)
    if status is Status.PLANNED and why == OF_THE_DAY:
        when = why = None
    day = time_index(linked).last_day
    if type_ not in SPEECH_ACTS:
        status = settled(status, when, day)
    mode = mode_of(type_, act.row.mode, around((act.token, *act.words)))
    cameo = cameo_of(type_, act.row.cameo if type_ is act.type else None, mode)
    return Event(
        id="",
        span=span,
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


def _where(parties: Parties, act: Act) -> str | None:
    """The state where an act takes place, by its place phrases; None where they name none."""
    verb = act.token.head if act.roles.form == "light" else None
    return next((p.id for p in parties.places([t for t in (act.token, verb, act.roles.object) if t is not None])), None)


def _none(t: Token) -> bool:
    """Whether a noun is negated itself: "no demand"."""
    return any(c.lower in ("no", "neither") for c in t.kids("det", "neg"))


def _announcer(act: Act) -> Token | None:
    """The subject of the verb that only announces the act ("announced tariffs", "announced a withdrawal")."""
    t = act.token
    verb = t if act.row.head in ANNOUNCING else t.head if t.dep == "dobj" and t.head.lemma in ANNOUNCING else None
    return subject_of(verb) if verb is not None else None


def _voice(linked: Linked, speaker: Token, actors: Sequence[str]) -> tuple[Source, ...]:
    """The announcer as a voice, by the words of its mention."""
    m = linked.mention_of(speaker)
    span = m.span if m else speaker.span
    return (Source(linked.article.text[span[0] : span[1]], actors[0] if actors[0].isupper() else None, span),)


def _turned(act: Act, status: Status, voices: Sequence[Source]) -> tuple[EventType, Status]:
    """Negation turns a friendly act to come into a refusal; an attack that the attacker announces is a threat."""
    if status in (Status.PLANNED, Status.CONDITIONAL) and act.type in HARMS and _with_condition(act.token):
        return EventType.THREATEN, Status.ACTUAL
    if act.type is EventType.ASSAULT and status is Status.PLANNED and voices and voices[-1].country in {p.id for p in act.actors}:
        return EventType.THREATEN, Status.ACTUAL
    if status is Status.DENIED and act.row.pos == "v" and act.type in FRIENDLY:
        aux = {c.lower for c in act.token.children if c.dep == "aux"}
        if aux & {"will", "would", "wo", "'ll"} or (act.row.head in WITHHELD and aux & {"do", "does"}):
            return EventType.REJECT, Status.ACTUAL
    if act.type is EventType.PROTEST and act.row.head == "protest" and act.row.pos == "v" and _is_state(act.roles.subject):
        # A government that protests complains; a people that protests marches.
        return EventType.ACCUSE, status
    if act.row.head in noun_classes()["barring"] and act.roles.passive and act.recipients and all(p.id.islower() for p in act.recipients):
        # Barring a state cuts ties, barring a party or group represses it.
        return EventType.COERCE, status
    if act.type is EventType.MOBILIZE and act.row.cameo in ("150", "154") and len({p.id for p in act.actors}) > 1 and not act.recipients:
        # Two that exercise together do not threaten one another.
        return EventType.COOPERATE, status
    return act.type, status


def _with_condition(t: Token) -> bool:
    """Whether an act is announced for the case that another does not give in: "will withdraw its troops unless"."""
    if not any(c.lower in ("will", "would", "may", "could", "wo", "'ll") for c in t.kids("aux")):
        return False
    return any(k.lower in ("unless", "if") for c in t.kids("advcl") for k in c.kids("mark"))


def _is_state(subject: Token | None) -> bool:
    """Whether a subject names a state or its head, not a people."""
    return subject is not None and subject.tag in ("NNP", "PRP", "NN")


def _bears(linked: Linked, act: Act, type_: EventType, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Whether the act bears on relations: it has another party, or its type does without one."""
    symmetric = act.row.frame.symmetric
    if recipients or (len(actors) > 1 and (symmetric or type_ in SHARED)):
        return True
    needs = types()[type_].needs
    if symmetric:
        body = act.type is EventType.CONSULT and act.row.head in SITTING and any(p.body for p in act.actors)
        return body or (act.row.pos == "v" and act.row.head in GATHERING and _foreign(linked, act, actors))
    if type_ is EventType.CONSULT:
        return False
    if needs == "recipient":
        return False
    return needs != "foreign" or _foreign(linked, act, actors)


def _foreign(linked: Linked, act: Act, actors: Sequence[str]) -> bool:
    """Whether the clause of the act names another state or body than its actors, or a thing of world politics."""
    tokens = act.token.subtree()
    if any(t.lemma in noun_classes()["worldly"] and t is not act.token for t in tokens):
        return True
    return any(m.id not in actors for m in linked.mentions_in((tokens[0].start, tokens[-1].end)))


def span_of(act: Act) -> Span:
    """The words that carry the act: its actor, its predicate, what it acts on and its recipient."""
    t = act.token
    start, end = t.span
    pieces = [w.span for w in act.words] + [p.span for p in (*act.actors, *act.recipients)]
    pieces += [c.span for c in t.children if c.dep in ("aux", "auxpass", "neg", "prt")]
    for s, e in sorted(pieces, key=lambda p: min(abs(p[0] - t.start), abs(p[1] - t.start))):
        if max(end, e) - min(start, s) <= WIDEST:
            start, end = min(start, s), max(end, e)
    return start, end


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
    if b.when is None and (_named(b) or (a.status in UNREAL and b.status in UNREAL)):
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

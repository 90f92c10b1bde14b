"""Turns: what negation, conditions and announcements make of an act, and whether it bears on relations at all."""

from __future__ import annotations

from collections.abc import Sequence

from legation.claim.frames import HIM, Act
from legation.claim.subjects import subject_of
from legation.codes.plover import noun_classes, types
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.event import EventType
from legation.words.status import Status
from legation.words.voice import Source

SPEECH_ACTS = (EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN)
FRIENDLY = (EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE, EventType.SUPPORT)
SHARED = (EventType.SUPPORT, EventType.COOPERATE, EventType.RETREAT, EventType.MOBILIZE)
# What becomes a threat where it hangs on a condition.
HARMS = (EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE)
# What a state promises or admits concerns others, also where none is named.
GIVEN = (EventType.AGREE, EventType.CONCEDE)
GATHERING = frozenset(("agree", "meet", "gather", "convene", "confer", "fail"))
# What a body does alone by sitting together.
SITTING = frozenset(("meet", "gather", "convene", "confer", "meeting", "summon"))
SESSIONS = frozenset(("meeting", "session", "summit"))
VOWING = ("vow", "swear")
LEAVING = frozenset(("withdrawal", "exit", "departure", "pullout", "withdraw"))
# By these support is more than words.
GIVING = frozenset(("provide", "supply", "send", "give", "deliver", "fund", "finance", "arm", "train", "ship", "lend"))
# What a state does not do by deciding so.
WITHHELD = frozenset(("accept", "recognize", "recognise", "agree", "allow", "permit", "endorse", "support"))
ANNOUNCING = frozenset(("announce", "unveil", "propose", "declare"))
# Several of these are of the world: "urged the governments of the region".
ABROAD = frozenset(("country", "nation", "government"))
UNSETTLED = (Status.ACTUAL, Status.POSSIBLE, Status.CONDITIONAL)
ANNOUNCED = (EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.MOBILIZE)


def turned(act: Act, status: Status, voices: Sequence[Source]) -> tuple[EventType, Status]:
    """Negation turns a friendly act to come into a refusal; an attack that the attacker announces is a threat."""
    if (
        status in (Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE)
        and act.type in (*HARMS, EventType.RETREAT)
        and _with_condition(act.token, act.type)
    ):
        return EventType.THREATEN, Status.ACTUAL
    if act.type is EventType.ASSAULT and status is Status.PLANNED and voices and voices[-1].country in {p.id for p in act.actors}:
        return EventType.THREATEN, Status.ACTUAL
    if status is Status.DENIED and act.row.pos == "v" and act.type in FRIENDLY:
        aux = {c.lower for c in act.token.children if c.dep == "aux"}
        if aux & {"will", "would", "wo", "'ll"} or (act.row.head in WITHHELD and aux & {"do", "does"}):
            return EventType.REJECT, Status.ACTUAL
    if act.type is EventType.AGREE and act.row.head in VOWING and any(c.kids("neg") for c in act.token.kids("xcomp")):
        return EventType.REJECT, status  # "vowed not to return the land"
    if act.type is EventType.PROTEST and act.row.head == "protest" and act.row.pos == "v" and _is_state(act.roles.subject):
        # A government that protests complains; a people that protests marches.
        return EventType.ACCUSE, status
    if act.type is EventType.RETREAT and act.row.head in LEAVING and act.recipients and all(p.body for p in act.recipients):
        # Who leaves a land gives way, who leaves an organisation cuts ties.
        return EventType.SANCTION, status
    if act.type is EventType.SUPPORT and act.row.head == "support" and act.row.pos == "v" and _arms(act):
        return EventType.AID, status
    if act.type is EventType.SUPPORT and act.row.head == "welcome" and act.roles.object is not None and act.roles.object.lower in HIM:
        # Who is welcomed is received, what is welcomed is praised.
        return EventType.CONSULT, status
    if act.row.head in noun_classes()["barring"] and act.roles.passive and act.recipients and all(p.id.islower() for p in act.recipients):
        # Barring a state cuts ties, barring a party or group represses it.
        return EventType.COERCE, status
    if act.type is EventType.MOBILIZE and act.row.cameo in ("150", "154") and len({p.id for p in act.actors}) > 1 and not act.recipients:
        # Two that exercise together do not threaten one another.
        return EventType.COOPERATE, status
    return act.type, status


def _arms(act: Act) -> bool:
    """Whether support is material: of forces, of an armed group, against somebody, by giving something."""
    thing, classes = act.roles.object, noun_classes()
    if thing is not None and (thing.lemma in classes["force"] or thing.lemma in classes["band"] or thing.lower in ("navy", "military")):
        return True
    if any(not p.outfit and p.id.islower() for p in act.recipients) or _is_against(act.token, thing):
        return True
    means = (c for prep in act.token.kids("prep") if prep.lower in ("by", "with") for c in prep.children)
    return any(c.lemma in GIVING or c.lemma in classes["aid"] for c in means)


def _is_against(t: Token, thing: Token | None) -> bool:
    """Whether an act, or what it is done to, is told to be against somebody named."""
    phrases = (c for x in (t, thing) if x is not None for c in x.kids("prep") if c.lower == "against")
    return any(w.text[:1].isupper() for c in phrases for w in c.subtree())


def _with_condition(t: Token, type_: EventType) -> bool:
    """Whether an act is announced for the case that another does not give in: "will withdraw its troops unless"."""
    if not any(c.lower in ("will", "would", "may", "could", "wo", "'ll") for c in t.kids("aux")):
        return False
    marks = ("unless",) if type_ is EventType.RETREAT else ("unless", "if")
    return any(k.lower in marks for c in t.kids("advcl") for k in c.kids("mark"))


def _is_state(subject: Token | None) -> bool:
    """Whether a subject names a state or its head, not a people or a strike."""
    return subject is not None and subject.tag in ("NNP", "PRP", "NN") and subject.lemma not in noun_classes()["unrest"]


def bears(linked: Linked, act: Act, told: tuple[EventType, Status], actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Whether the act, told as of a type and a status, bears on relations: it has another party, or its type does without one."""
    type_, status = told
    symmetric = act.row.frame.symmetric
    if all(p.outfit for p in (*act.actors, *act.recipients)) or (type_ is EventType.MOBILIZE and not recipients and _rescues(act.token)):
        return False
    if recipients or (len(actors) > 1 and (symmetric or type_ in SHARED)):
        return True
    if (
        act.row.alone
        and not act.roles.passive
        and (act.token.tag != "VB" or type_ is not EventType.CONSULT)
        and status is not Status.DENIED
        and not all(a.islower() for a in actors)
    ):
        return True
    if type_ is EventType.RETREAT and all(a.islower() for a in actors):
        return True  # an armed group that lays down its arms does so before its state
    needs = types()[type_].needs
    if symmetric:
        held = act.row.head in SESSIONS and act.roles.form == "light passive"  # "The summit of ASEAN was held in Hanoi"
        sits = held or act.row.head in SITTING or any(w.lemma in SESSIONS for w in act.words)
        body = act.type is EventType.CONSULT and sits and any(p.body for p in act.actors)
        return body or (act.row.pos == "v" and act.row.head in GATHERING and _foreign(linked, act, actors))
    if type_ is EventType.CONSULT:
        return False
    if needs == "recipient":
        return False
    promised = type_ in GIVEN and act.row.pos != "n" and status not in (Status.DENIED, Status.DEMANDED, Status.POSSIBLE)
    return needs != "foreign" or promised or _foreign(linked, act, actors)


def _rescues(t: Token) -> bool:
    """Whether forces are sent out against fire and water, or to help people: "deployed 500 soldiers to contain wildfires"."""
    return any(c.lemma in noun_classes()["rescuing"] for c in t.kids("advcl", "xcomp") if c.tag == "VB")


def _foreign(linked: Linked, act: Act, actors: Sequence[str]) -> bool:
    """Whether the clause of the act names another state or body than its actors, or a thing of world politics."""
    tokens = act.token.subtree()
    if any(t is not act.token and (t.lemma in noun_classes()["worldly"] or (t.tag == "NNS" and t.lemma in ABROAD)) for t in tokens):
        return True
    return any(m.id not in actors for m in linked.mentions_in((tokens[0].start, tokens[-1].end)))


def announced(linked: Linked, act: Act, type_: EventType, actors: Sequence[str]) -> tuple[Source, ...] | None:
    """The voice of who only announces an act, which is then planned; None where it is told as done."""
    announcer = _announcer(act) if type_ in ANNOUNCED else None
    return _voice(linked, announcer, actors) if announcer is not None else None


def spoken(act: Act, type_: EventType, status: Status) -> Status:
    """The status of an act by its own clause: an if-clause is a condition, and what is done by saying it is done where it is said."""
    if status is Status.DEMANDED and type_ is not EventType.THREATEN and any(c.tag == "MD" for c in act.token.kids("aux")):
        return status  # "the Assembly must demand": nobody has yet
    if (act.token.head is act.token and status is Status.DEMANDED) or any(c.lower in ("if", "unless") for c in _opener(act.token).kids("mark")):
        status = Status.ACTUAL if status is Status.DEMANDED else Status.CONDITIONAL
    if type_ in SPEECH_ACTS and (status is Status.DEMANDED or (status is Status.DENIED and act.row.pos == "n" and not _none(act.token))):
        # A demand was made also where it is denied or asked for.
        return Status.ACTUAL
    if type_ in ANNOUNCED and status in UNSETTLED and _provided(act.token):
        return Status.PLANNED
    # What is said of another is done by saying it.
    return Status.ACTUAL if "speaker" in act.row.frame.actors else status


def _provided(t: Token) -> bool:
    """Whether an act is what a pact provides for: "a deal that opens the port", "signed an agreement to supply gas"."""
    pacts = noun_classes()["pact"]
    if t.dep in ("acl", "relcl") and t.head.lemma in pacts:
        return t.tag != "VBN"
    if t.dep in ("ccomp", "xcomp", "conj") and t.head.dep in ("acl", "relcl"):
        return _provided(t.head)
    thing = t.head.child("dobj")
    return t.dep in ("advcl", "xcomp") and t.tag == "VB" and t.i > t.head.i and thing is not None and thing.lemma in pacts


def _opener(t: Token) -> Token:
    """The first of the verbs that share a clause's conjunction: "if Chad stops its raids and Mali ends its war"."""
    while t.dep == "conj" and t.head is not t and t.pos == t.head.pos == "VERB":
        t = t.head
    return t


def _none(t: Token) -> bool:
    """Whether a noun is negated itself: "no demand"."""
    return any(c.lower in ("no", "neither") for c in t.kids("det", "neg"))


def _announcer(act: Act) -> Token | None:
    """The subject of the verb that only announces the act ("announced tariffs", "announced a withdrawal")."""
    t = act.token
    verb = t if act.row.head in ANNOUNCING and not act.row.words else t.head if t.dep == "dobj" and t.head.lemma in ANNOUNCING else None
    return subject_of(verb) if verb is not None else None


def _voice(linked: Linked, speaker: Token, actors: Sequence[str]) -> tuple[Source, ...]:
    """The announcer as a voice, by the words of its mention."""
    m = linked.mention_of(speaker)
    span = m.span if m else speaker.span
    return (Source(linked.article.text[span[0] : span[1]], actors[0] if actors[0].isupper() else None, span),)

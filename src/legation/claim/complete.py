"""Parties that the clause leaves out and the words around it give: the speaker of a plan, the place of an attack, who was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.claim.frames import Act
from legation.claim.memory import pointing
from legation.claim.parties import Parties, is_edge, is_tongue
from legation.claim.party import Party, unique
from legation.claim.pronouns import reason_of
from legation.claim.subjects import is_verb, prepositional, subject_of
from legation.codes.plover import noun_classes
from legation.codes.predicates import lexicon
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.actor import ActorKind
from legation.words.event import EventType
from legation.words.status import Status
from legation.words.voice import Source

ANSWERED = (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE)
BORROWING = (EventType.SANCTION, EventType.AID, EventType.MOBILIZE, EventType.RETREAT, EventType.COOPERATE)
CLAUSES = 2
MEASURES = (EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.MOBILIZE)
MATERIAL = (EventType.AID, EventType.COOPERATE)
TROOPS = frozenset(("troop", "soldier", "force", "peacekeeper", "garrison", "military", "army"))
# Acts that are done to nobody in particular where nobody is told.
UNAIMED = (EventType.CONSULT, EventType.MOBILIZE, EventType.CONCEDE)
APART = ("conj", "advcl", "npadvmod", "parataxis", "nsubj", "nsubjpass", "mark", "agent")
PROVIDED = frozenset(("if", "unless", "until", "before", "after", "when"))
LATER = frozenset(("after", "following", "amid", "despite", "during", "since", "before"))
AIMED = frozenset(("to", "for", "by"))
NEARBY = frozenset(("near", "outside", "like"))
BESIDE = frozenset(("after", "following", "during", "amid", "despite", "since", "before", "in", "as", "of"))
VIOLENT = (EventType.ASSAULT, EventType.AID, EventType.RETREAT)


def completed(linked: Linked, parties: Parties, sentence: Sentence, act: Act, voices: Sequence[Source], status: Status) -> Act:
    """The act with the parties that its own words do not name, where the sentence leaves only one choice."""
    if not act.actors and act.roles.passive and act.type is EventType.RETREAT:
        act = _own_penalty(parties, act, voices)
    if not act.actors and act.roles.passive and act.roles.object is not None and act.roles.object.lemma in noun_classes()["post"]:
        act = _own_post(parties, act)
    if (
        not act.actors
        and (act.roles.passive or act.row.head in noun_classes()["inverse"])
        and (status is Status.PLANNED or (act.type in MEASURES and _announced(act.token)))
    ):
        act = _spoken(act, voices, status)
    if not act.actors and act.row.pos == "n" and act.recipients and act.type in BORROWING:
        act = replace(act, actors=_subject_above(parties, act))
    if not act.actors and act.row.pos == "n" and act.row.frame.symmetric:
        act = replace(act, actors=_two_here(linked, sentence, act) or _two_above(parties, act))
    if not act.actors and not act.recipients and act.row.pos == "v" and (act.row.frame.symmetric or _is_of_ties(act)):
        act = replace(act, actors=_of_title(linked, sentence, act))
    if not act.actors and act.recipients and act.row.pos == "v" and _is_of_ties(act):
        act = replace(act, actors=_by_title(linked, act))
    if not act.actors and act.row.pos == "n" and (blamed := reason_of(act.token)) is not None:
        others = {p.id for p in (*act.recipients, *parties.of(subject_of(blamed.head)))}
        act = replace(act, actors=tuple(p for p in parties.of(blamed, "target") if p.id not in others))
    if not act.actors or act.recipients or (act.row.frame.symmetric and len(act.actors) > 1):
        return act
    taken = {p.id for p in act.actors}
    if act.row.pos in ("v", "a") and act.type in ANSWERED:
        return replace(act, recipients=_warned(parties, act, taken) or _only_below(linked, act, taken))
    if act.row.frame.symmetric and (act.row.objects or act.roles.form == "light") and (both := _of_the_pair(linked, act, taken)):
        return replace(act, actors=both)
    if act.row.frame.symmetric and act.row.pos == "v" and act.row.alone:
        return replace(act, recipients=_only_below(linked, act, taken))  # "signs a memorandum to build a port in Chad"
    if act.row.frame.symmetric:
        return _joined(parties, act) if act.row.pos == "n" else act
    if act.row.pos == "n" and act.type in ANSWERED and act.token.dep in ("dobj", "pobj"):
        verb = next((a for a in act.token.ancestors() if is_verb(a)), None)
        found = tuple(p for p in parties.of(subject_of(verb)) if p.id not in taken) if verb is not None else ()
        return replace(act, recipients=found)
    if act.type is EventType.RETREAT and any(t.lemma in TROOPS for t in act.token.subtree()):
        return replace(act, recipients=_only_within(linked, act, taken) or _scene_of(linked, act, taken))
    if act.type is EventType.ASSAULT or (act.type in VIOLENT and act.row.pos == "n"):
        return replace(act, recipients=_only_other(linked, sentence, taken))
    if act.type in MATERIAL and not act.roles.passive:
        return replace(act, recipients=_only_below(linked, act, taken))
    if act.type in MATERIAL or (act.row.pos == "n" and act.token.lemma in noun_classes()["lent"]):
        return replace(act, recipients=_only_other(linked, sentence, taken))
    if act.row.pos in ("v", "a") and act.type not in UNAIMED and not act.row.frame.symmetric:
        return replace(act, recipients=_only_within(linked, act, taken))
    return act


def _own_penalty(parties: Parties, act: Act, voices: Sequence[Source]) -> Act:
    """A penalty that is eased, by whose it is: "the American tariffs will be delayed"; it eases who tells of it, if another does."""
    thing = act.roles.object
    owners = tuple(parties.adjectives(thing)) or parties.of(thing.child("poss")) if thing is not None and thing.lemma in act.row.objects else ()
    if not owners:
        return act
    ids = {p.id for p in owners}
    told = next((v for v in reversed(voices) if v.country and v.span and v.country not in ids), None)
    eased = (Party(told.country, told.span),) if told is not None and told.country and told.span else ()
    return replace(act, actors=unique(owners), recipients=tuple(p for p in act.recipients if p.id not in ids) or eased)


def _own_post(parties: Parties, act: Act) -> Act:
    """A post abroad that is opened or closed, by whose it is: "the embassy of Albania was opened in Tokyo"."""
    owners = tuple(p for p in parties.of(act.roles.object) if not p.place)
    ids = {p.id for p in owners}
    return replace(act, actors=owners, recipients=tuple(p for p in act.recipients if p.id not in ids))


def _warned(parties: Parties, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """Whom a threat is meant for, by its condition: "warned of consequences unless the Taliban leave"."""
    if act.type is not EventType.THREATEN:
        return ()
    clauses = (c for c in act.token.subtree() if c.dep == "advcl" and any(m.lower in ("if", "unless", "until") for m in c.kids("mark")))
    return next((f for c in clauses if (f := tuple(p for p in parties.of(c.child("nsubj")) if p.id not in taken))), ())


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


def _is_beside(t: Token, prepositions: frozenset[str]) -> bool:
    """Whether an act is only named beside another ("after clashes"), as nobody's in particular."""
    return t.dep == "pobj" and t.head.lower in prepositions and not pointing(t) and t.child("poss") is None


def _two_here(linked: Linked, sentence: Sentence, act: Act) -> tuple[Party, ...]:
    """The two of whom a sentence speaks, where talks or a deal are named beside it: "delegates of A and B met after clashes"."""
    if not _is_beside(act.token, BESIDE - {"of"} if act.type is EventType.ASSAULT else BESIDE):
        return ()
    named = (m for m in linked.mentions_in(sentence.span) if m.kind in (ActorKind.STATE, ActorKind.GROUP) and m.how != "place")
    found = unique(Party(m.id, m.span) for m in named)
    return found if len(found) == 2 else ()


def _is_of_ties(act: Act) -> bool:
    return any(w.lemma in noun_classes()["tie"] for w in act.words)


def _of_title(linked: Linked, sentence: Sentence, act: Act) -> tuple[Party, ...]:
    """The two that the title is about, for their relations and deals told without either: "Diplomatic relations were established in 1922"."""
    named = {m.id for m in linked.mentions_in(sentence.span) if m.kind is ActorKind.STATE and m.how != "place"}
    return tuple(Party(m.id, act.token.span) for m in linked.topic) if named <= {m.id for m in linked.topic} else ()


def _of_the_pair(linked: Linked, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """The two whom the title joins, for a pact or talks told of one of them: "Chad began talks on fishing" under "Chad–Mali relations"."""
    things = noun_classes()["pact"] | noun_classes()["talk"]
    told = any(w.lemma in things for w in (act.token, *act.words)) and act.token.tag != "VB"
    if not told or not taken < {m.id for m in linked.topic} or _only_below(linked, act, taken):
        return ()
    others = (Party(m.id, act.token.span) for m in linked.topic if m.id not in taken)
    return (*act.actors, *others)


def _by_title(linked: Linked, act: Act) -> tuple[Party, ...]:
    """The other side of relations told of one, by the title: "Ties with Japan were normalized" under "Foreign relations of Laos"."""
    about = linked.topic or ((linked.subject,) if linked.subject is not None and act.roles.passive else ())
    taken = {p.id for p in act.recipients}
    known = not linked.topic or taken <= {m.id for m in about}
    both = bool(linked.topic) and act.type is EventType.SUPPORT
    return tuple(Party(m.id, act.token.span) for m in about if both or m.id not in taken) if known else ()


def _two_above(parties: Parties, act: Act) -> tuple[Party, ...]:
    """The two of whom the clause speaks, beside which talks or a fight are named: "delegates of A and B met in C after clashes"."""
    if not _is_beside(act.token, BESIDE):
        return ()
    verb = next((a for a in act.token.ancestors() if is_verb(a)), None)
    if verb is None:
        return ()
    found = unique(p for x in (subject_of(verb), *(o for name, o in prepositional(verb) if name == "with")) for p in parties.of(x))
    return found if len(found) == 2 else ()


def _joined(parties: Parties, act: Act) -> Act:
    """A meeting or deal "with the U.S." with the one whom the clause speaks of as its other side."""
    if not act.roles.preps.get("with") or act.roles.subject is not None:
        return act
    taken = {p.id for p in act.actors}
    for verb in [a for a in act.token.ancestors() if is_verb(a)][:CLAUSES]:
        if others := tuple(p for p in parties.of(subject_of(verb)) if p.id not in taken and not p.place):
            return replace(act, actors=(*others, *act.actors))
    return act


def _subject_above(parties: Parties, act: Act) -> tuple[Party, ...]:
    """Who the clause or the one around it speaks of, for a measure named without its author ("announces an increase of the tariffs on Canada")."""
    taken = {p.id for p in act.recipients}
    for verb in [a for a in act.token.ancestors() if is_verb(a)][:CLAUSES]:
        if any(row.type in ANSWERED for row in lexicon().get(("v", verb.lemma), ()) if not row.words and not row.objects):
            return ()
        subject = subject_of(verb)
        if subject is not None and (found := parties.of(subject)):
            return tuple(p for p in found if p.id not in taken and not p.place)
    return ()


def _only_below(linked: Linked, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """The one other actor whom the clause below a speech act names; () where there are several."""
    below = act.token.subtree()
    apart = [c for c in act.token.kids("advcl") if any(m.lower in PROVIDED for m in c.kids("mark"))]
    apart += [t for t in below if t.dep == "prep" and t.head.dep == "acl" and _is_past(t)]
    aside = {t.i for c in apart for t in c.subtree()}
    tokens = [t for t in below if t.i not in aside]
    named = linked.mentions_in((act.token.start, tokens[-1].end))
    named = [m for m in named if not aside or ((t := linked.doc.head_of(m.span)) is not None and t.i not in aside)]
    acting = (m for m in named if m.how != "place" and m.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP))
    found = unique(Party(m.id, m.span) for m in acting if m.id not in taken)
    return found if len(found) == 1 else ()


def _scene_of(linked: Linked, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """The state whence forces go where nobody is told: the one that the article, its actors left out, names by far the most."""
    counts = Counter({id: n for id, n in linked.states_told.items() if id not in taken}).most_common(2)
    sure = counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1])
    return (Party(counts[0][0], act.token.span),) if sure else ()


def _only_within(linked: Linked, act: Act, taken: set[str]) -> tuple[Party, ...]:
    """The one other actor named in what the clause says of the act itself; () where there are several."""
    inner = (w for c in act.token.children if c.dep not in APART for w in _within(c))
    mentions = (m for w in inner if (m := linked.mention_of(w)) is not None)
    acting = (m for m in mentions if m.id.isupper() or m.kind is ActorKind.GROUP)
    found = unique(Party(m.id, m.span) for m in acting if m.id not in taken)
    return found if len(found) == 1 else ()


def _within(t: Token) -> Iterator[Token]:
    """A word and those below it, without what is told beside them: clauses with a subject or aim of their own, what came before
    ("strangers ordered out of Mali", "following a Malian raid"), places that they only are near."""
    apart = (
        t.dep == "advcl"
        or t.lower in LATER
        or (t.dep == "relcl" and t.child("nsubj", "nsubjpass"))
        or (t.dep == "prep" and t.head.dep == "acl" and _is_past(t))
    )
    if not apart and t.lower not in NEARBY and not is_tongue(t):
        yield t
        for c in t.children:
            yield from _within(c)


def _is_past(prep: Token) -> bool:
    """Whether a phrase only says where or whence what a participle tells befell somebody."""
    return prep.head.tag in ("VBN", "VBD") and prep.lower not in AIMED


def _only_other(linked: Linked, sentence: Sentence, taken: set[str]) -> tuple[Party, ...]:
    """The one state of the sentence that is not among the actors; () where there are several."""
    named = [m for m in linked.mentions_in(sentence.span) if m.kind is ActorKind.STATE and m.id not in taken]
    if all((t := linked.doc.head_of(m.span)) is not None and is_edge(t.head) for m in named):
        return ()
    found = unique(Party(m.id, m.span) for m in named)
    return found if len(found) == 1 else ()

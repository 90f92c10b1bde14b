"""Governors: what an act above does to the act below it ("agreed to send", "threatened to cut", "lifted the sanctions")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from itertools import islice

from legation.claim.frames import Act
from legation.claim.subjects import mate
from legation.codes.plover import noun_classes, types
from legation.parse.doc import Token
from legation.words.event import EventType

SPEECH = (EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE)
PROMISING = frozenset(
    ["vow", "pledge", "promise", "swear", "agree", "offer", "commit", "threaten", "warn", "prepared", "ready", "willing", "determined"]
)
# What somebody accused of without a named victim did to the accuser.
HARM = (EventType.ASSAULT, EventType.COERCE)
# Acts that an infinitive only names as a purpose ("sent troops to defeat the rebels").
PURPOSES = (EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.REJECT, EventType.MOBILIZE, EventType.RETREAT, EventType.SUPPORT)
ANSWERED = (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT)
# What targets a state without striking it, beside the penalties.
MEASURES = frozenset(("measure", "step", "law", "bill", "decree", "policy", "rule", "regulation", "resolution", "programme", "program", "statement"))
BLAMING = frozenset(("accuse", "criticize", "criticise", "condemn", "denounce"))
ASKED = (EventType.RETREAT, EventType.AID)
FORBIDDEN = (EventType.COOPERATE, EventType.CONCEDE, EventType.AID, EventType.RETREAT, EventType.AGREE)
KIND = (EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.AGREE)
# An act of the second type beside one of the first is how that one is done.
MEANS = ((EventType.PROTEST, EventType.ASSAULT), (EventType.ASSAULT, EventType.MOBILIZE))
# Behind these stands what talks are about, not what is done.
TOPICAL = frozenset(("on", "about", "over", "regarding", "concerning"))
PLANS = frozenset(("plan", "idea", "intention", "proposal", "bid"))
DROPPING = frozenset(("cancel", "abandon", "drop", "scrap", "shelve", "suspend", "renounce", "reconsider", "postpone"))
# What stands in such a phrase is told beside the act above, not as its content ("agreed during talks").
BESIDES = frozenset(("after", "during", "following", "amid", "since", "before", "despite", "at", "under", "while"))
DOWN = ("xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "nsubjpass", "attr", "acomp", "advcl", "dative", "oprd")
FARTHEST = 8
AWAITING = frozenset(("before", "until", "till"))
# Who is willing or bound to do something, or fails to, tells more than that he may.
WILLING = frozenset(("readiness", "willingness", "desire", "intention", "obligation", "duty", "refusal", "failure"))


def judge(acts: list[Act]) -> list[Act]:
    """The acts that stand on their own; those below a promise, a demand or a refusal go up into it."""
    by_token = {a.token.i: a for a in acts}
    carried = {a.token.head.i: a.token.i for a in acts if a.roles.form == "light" and a.token.dep == "dobj"}
    eaten = {i: a for a in acts for i in a.eaten}
    worded = {w.i for a in acts if a.row.pos == "v" and a.actors for w in a.words if w.pos == "NOUN" and w.lemma in a.row.words}
    gone: set[int] = set()
    failed: set[int] = set()
    asking = {t.i for a in acts if a.type is EventType.REQUEST for t in (a.token, *(a.words if a.roles.form == "modal" else ()))}
    gone.update(a.token.i for a in acts if _only_aim(a) or _only_names(a, by_token) or _is_cause(a, by_token))
    gone.update(a.token.i for a in acts if _dropped(a.token) or _only_may(a.token) or _awaits(a.token, asking))
    for act in acts:
        aimed = act.row.head == "target" and act.token.head.lemma in noun_classes()["penalty"] | MEASURES
        if aimed or act.token.i in worded or (act.token.i in eaten and act.row.pos == "n" and not _own(act, eaten)):
            gone.add(act.token.i)
            continue
        for above in _governors(act.token, by_token, carried):
            if above.type is EventType.ACCUSE and act.row.pos == "v" and act.token.dep == "pcomp" and not act.recipients and act.type in HARM:
                by_token[act.token.i] = replace(act, recipients=above.actors)
                break
            if _absorbs(above, act):
                by_token[above.token.i] = _lift(by_token[above.token.i], act)
                gone.add(act.token.i)
                if above.row.head == "fail" and act.type in (EventType.AGREE, EventType.CONSULT):
                    failed.add(above.token.i)
                break
    return [by_token[a.token.i] for a in acts if a.token.i not in gone and (a.row.head != "fail" or a.token.i in failed)]


def _own(act: Act, eaten: Mapping[int, Act]) -> bool:
    """Whether a noun that an act above takes as its object tells an act of somebody else ("approved the American request")."""
    above = eaten[act.token.i]
    return act.type in ANSWERED and bool(act.actors) and not {p.id for p in act.actors} & {p.id for p in above.actors}


def _governors(t: Token, by_token: Mapping[int, Act], carried: Mapping[int, int]) -> Iterator[Act]:
    """The acts above a token, nearest first, up to the clause that stands on its own; a light verb stands for the noun that it carries."""
    at = t
    for _ in range(FARTHEST):
        if at.head is at:
            return
        if at.dep == "prep" and at.lower in BESIDES:
            return
        if at.dep == "conj" or at.dep in DOWN:
            at = mate(at)
        else:
            return
        if (above := by_token.get(at.i) or by_token.get(carried.get(at.i, -1))) is not None:
            yield above


def _absorbs(above: Act, act: Act) -> bool:
    """Whether an act is the content of the one above, not an act of its own."""
    if above.token is act.token:
        return False
    if above.type is EventType.ACCUSE and act.row.pos == "v" and act.token.dep == "pcomp":
        return not act.recipients
    if _is_means(above, act) or _is_sought(above, act) or _is_stopped(above, act):
        return True
    if above.type is EventType.CONSULT and act.type is not EventType.CONSULT:
        return _is_topic(act.token, above.token)
    if above.type is EventType.SANCTION and act.type in FORBIDDEN and above.token.lemma in noun_classes()["barring"] and act.token.tag != "VB":
        return True  # "bans the entry of Syrians"
    if above.type is EventType.REJECT and above.row.pos != "n" and act.row.pos == "n" and _refused(above, act):
        return True  # "rejects negotiations with the U.S.", "is opposed to French mediation"
    if act.token.dep == "advcl" and act.token.tag == "VB" and act.type in PURPOSES and not act.row.objects and act.token.head is above.token:
        return True
    if above.type not in SPEECH or (act.token.dep in ("acl", "relcl", "advcl") and act.token.tag in ("VBN", "VBD")):
        return False
    if act.token.dep == "advcl" and act.token.tag == "VBG" and act.row.head in BLAMING:
        return False  # "rejected the offer, accusing Chad of bad faith": told beside it
    if act.token.dep == "conj" and mate(act.token) is above.token:
        return False
    theirs, ours = {p.id for p in act.actors}, {p.id for p in above.actors}
    if above.type is EventType.REQUEST and act.type in ASKED and act.row.pos == "v" and act.recipients and theirs and not theirs & ours:
        return False  # "calls on Chad to pull its troops out of Mali": what is asked for is told with both its sides
    if any(c.dep in ("nsubj", "nsubjpass") for c in act.token.children) and act.row.pos == "v":
        if act.token.dep not in ("ccomp", "xcomp") or above.row.pos != "v":
            return False
        return above.type in (EventType.REQUEST, EventType.THREATEN) or (above.type is EventType.AGREE and theirs <= ours)
    if act.row.pos == "v" and act.token.dep != "acl":
        return True
    # "refused talks with Sudan": the talks have both as actors, the refusal one.
    return not theirs or theirs <= ours or (act.row.frame.symmetric and above.row.pos == "v" and bool(theirs & ours))


def _is_means(above: Act, act: Act) -> bool:
    """Whether an act is how the one above was done: "rioted, setting fire to cars", "attacked it, launching drones", "said in a joint statement"."""
    t = act.token
    if act.row.head == "statement" and t.dep == "pobj" and t.head.lower in ("in", "through") and above.type is not EventType.AGREE:
        return True
    if act.type is EventType.COOPERATE and act.row.pos == "n" and above.type is EventType.ASSAULT:
        return t.dep == "pobj" and t.head.lower == "in"
    beside = t.dep in ("advcl", "conj") and t.head in (above.token, above.token.head)
    return beside and (above.type, act.type) in MEANS and (act.type is not EventType.MOBILIZE or t.tag == "VBG")


def _is_sought(above: Act, act: Act) -> bool:
    """Whether a noun names what is only asked for or negotiated: "asked for Spanish help", "is negotiating a pact with Chile"."""
    t = act.token
    if act.row.pos != "n" or act.type not in KIND:
        return False
    if above.type is EventType.CONSULT:
        open_ = t.head.lemma == "discuss" or (act.type is EventType.AGREE and t.head.tag not in ("VBD", "VBN"))
        return t.dep == "dobj" and t.head is above.token and open_
    asked = above.type is EventType.REQUEST and t.dep == "pobj" and t.head.lower == "for" and t.head.head is above.token
    return asked and (act.type is EventType.AGREE or {p.id for p in act.actors} <= {p.id for p in above.recipients})


def _is_stopped(above: Act, act: Act) -> bool:
    """Whether talks or ties are what a noun above says is broken off: "the suspension of trade talks"."""
    broken = above.type is EventType.SANCTION and above.row.pos == "n" and act.row.pos == "n" and act.row.frame.symmetric
    return broken and act.token.dep == "pobj" and act.token.head.lower == "of" and act.token.head.head is above.token


def _refused(above: Act, act: Act) -> bool:
    """Whether a noun names talks or a deal that an act above turns down as its object."""
    prep = act.token.head
    if act.token.dep == "pobj" and prep.head is above.token and prep.lower in ("to", "against"):
        return act.row.frame.symmetric or act.type is EventType.CONSULT
    return act.row.frame.symmetric and act.token.dep == "dobj"


def _is_topic(t: Token, talks: Token) -> bool:
    """Whether an act is what talks are about: "negotiations on a pullback", "discussed lifting the ban"."""
    at = t
    for _ in range(FARTHEST):
        if at is talks or at.head is at:
            return False
        if at.dep == "prep" and at.lower in TOPICAL:
            return True
        at = at.head
    return False


def _dropped(t: Token) -> bool:
    """Whether an act is only a plan that is given up: "cancel plans to sell tanks"."""
    return t.dep == "acl" and t.head.lemma in PLANS and t.head.dep == "dobj" and t.head.head.lemma in DROPPING


def _only_names(act: Act, by_token: Mapping[int, Act]) -> bool:
    """Whether a war or tie only names another act, or is only described: "the Sino-Vietnamese War peace talks", "their hostility was brief"."""
    t = act.token
    described = t.dep == "nsubj" and t.head.lemma == "be" and t.head.child("attr", "acomp", "prep") is not None
    return act.row.pos == "n" and act.row.frame.symmetric and (described or (t.dep == "compound" and t.head.i in by_token))


def _is_cause(act: Act, by_token: Mapping[int, Act]) -> bool:
    """Whether an infinitive only tells what a protest is for: "held rallies to protest against the war"."""
    if act.type is not EventType.PROTEST or act.token.tag != "VB" or act.token.dep not in ("acl", "advcl", "relcl"):
        return False
    above = (by_token.get(a.i) for a in islice(act.token.ancestors(), 4))
    return any(a is not None and a.type is EventType.PROTEST for a in above)


def _only_may(t: Token) -> bool:
    """Whether an act is only what somebody may or can do: "defended the right of Mali to strike at rebels"."""
    first = t.head if t.dep == "conj" and t.tag == "VB" else t
    return first.tag == "VB" and first.dep == "acl" and first.head.lemma in noun_classes()["ability"] - WILLING


def _awaits(t: Token, asking: Set[int]) -> bool:
    """Whether an act waits for what is demanded: "demanded a truce before letting convoys pass", "must disarm before they leave"."""
    for at in (t, *islice(t.ancestors(), FARTHEST)):
        if at.dep == "pcomp":
            word, upper = at.head, at.head.head
        elif at.dep == "advcl":
            word, upper = at.child("mark") or at, at.head
        else:
            continue
        if word.lower in AWAITING and upper.i in asking and upper.i < at.i:
            return True
    return False


def _only_aim(act: Act) -> bool:
    """Whether the end of a war is only what something else is meant for: "a ceasefire to end the war", "talks on ending the war"."""
    if act.type is not EventType.RETREAT or not act.row.objects >= noun_classes()["violence"]:
        return False
    return act.token.tag in ("VB", "VBG") and act.token.dep in ("acl", "advcl", "pcomp", "xcomp", "relcl") and not act.token.kids("nsubj")


def _lift(above: Act, act: Act) -> Act:
    """The act above with what its content tells: whom it concerns, and whether it promises harm."""
    ours = {p.id for p in above.actors} | {p.id for p in above.recipients}
    more = tuple(p for p in (*act.recipients, *act.actors) if p.id not in ours)
    recipients = above.recipients
    if act.token.dep == "advcl" or above.type in (EventType.CONSULT, EventType.PROTEST):
        return above
    if not recipients and not (above.row.frame.symmetric and len(above.actors) > 1):
        recipients = more
    row = above.row
    hostile = act.row.info.hostile and act.type not in (EventType.PROTEST, EventType.MOBILIZE)
    direct = act.token.dep == "xcomp" and act.token.head is above.token
    negated = bool(act.token.kids("neg"))
    if row.head in PROMISING and above.type is EventType.AGREE and direct and negated and act.type in KIND:
        row = replace(row, info=types()[EventType.REJECT], cameo="12", mode=None)  # "vowed not to return the land"
    elif row.head in PROMISING and above.type is EventType.AGREE and hostile and direct and not negated:
        row = replace(row, info=types()[EventType.THREATEN], cameo="13", mode=None)
    return replace(above, row=row, recipients=recipients, words=(*above.words, act.token, *act.words))

"""When a claim holds, and why that period."""

from __future__ import annotations

from legation.claim.status import status_of
from legation.claim.timeindex import Dated, TimeIndex, time_index
from legation.codes.times import word_class
from legation.link.linked import Linked
from legation.link.tense import VERBS, Tense, tense_of
from legation.parse.doc import Token
from legation.words.period import Period
from legation.words.status import Status

When = tuple[Period | None, str | None]

EARLIER = {"following", "after"}
AHEAD = (Status.PLANNED, Status.DEMANDED, Status.CONDITIONAL)
FARTHEST = 25
# A date is carried on to later sentences only where it names a stretch as short as this.
CARRIED_DAYS = 31
FAR_SENTENCES = 3


def when_of(linked: Linked, token: Token) -> When:
    """The period of the predicate or amount that a token heads, with the reason in plain words; (None, None) where nothing tells."""
    index = time_index(linked)
    at = token
    for _ in range(FARTHEST):
        if own := _nearest(index.by_token.get(at.i, ()), token):
            return own.when, own.why
        if (earlier := _earlier(index, at)) is not None:
            return earlier
        if at.head is at or not _carries(at):
            break
        at = at.head
    if status_of(linked, token) in AHEAD or status_of(linked, at) in AHEAD:
        return None, None
    return _from_saying(linked, index, token, at)


def _nearest(dated: list[Dated] | tuple[()], token: Token) -> Dated | None:
    return min(dated, key=lambda d: (d.present, d.steps, abs(d.span[0] - token.start)), default=None)


def _carries(at: Token) -> bool:
    """Whether what hangs on the word above holds at its time: participles, infinitives and coordinated verbs do, reported content does not."""
    if at.pos not in VERBS:
        return at.dep not in ("ROOT", "parataxis")
    if at.dep in ("xcomp", "pcomp"):
        return True
    if at.dep in ("advcl", "acl"):
        return at.tag in ("VBG", "VB")
    return at.dep == "conj" and (at.head.tag == at.tag or at.tag in ("VBG", "VBN"))


def _earlier(index: TimeIndex, at: Token) -> When | None:
    """An earlier act told in passing ("following the raid", "had warned"): up to the article's day."""
    if index.day is None or index.day.last is None:
        return None
    if at.dep == "pobj" and at.head.lower in EARLIER and at.pos == "NOUN":
        return Period(None, index.day.last), f"told as earlier by “{at.head.text}”"
    if (
        at.tag == "VBN"
        and at.lemma not in word_class("state")
        and any(c.dep in ("aux", "auxpass") and c.lower in ("had", "'d", "’d") for c in at.children)
    ):
        return Period(None, index.day.last), "told as earlier by “had”"
    return None


def _from_saying(linked: Linked, index: TimeIndex, token: Token, top: Token) -> When:
    """The time of a clause without a date of its own: the day's, in a digest; the saying's or the one told last, in the past tense."""
    if index.told_present and index.day is not None:
        verb = _main(top)
        if _is_present_act(top) or (verb is not top and _is_present_act(verb) and _goes_with_saying(top)):
            return index.day, "told in the present tense of the day's news"
        return None, None
    if top.dep == "ccomp" and top.head.pos in VERBS and _goes_with_saying(top):
        return when_of(linked, top.head)
    return _running(index, top)


def _main(verb: Token) -> Token:
    """The clause above a reported, relative or coordinated one."""
    for _ in range(4):
        if verb.dep not in ("ccomp", "acl", "relcl", "advcl", "conj", "parataxis") or verb.head is verb:
            break
        verb = verb.head
    return verb


def _goes_with_saying(content: Token) -> bool:
    """Whether what is said holds as of its saying: demands and presents do; pasts and futures have their own time."""
    modals = {c.lower for c in content.children if c.dep == "aux" and c.tag == "MD"}
    if modals:
        return bool(modals & {"should", "must", "ought"})
    return tense_of(content) is Tense.PRESENT


def _is_present_act(verb: Token) -> bool:
    if verb.lemma in word_class("state"):
        return False
    tense = tense_of(verb)
    return tense is Tense.PRESENT or (tense is None and verb.head is verb)


def _running(index: TimeIndex, top: Token) -> When:
    """The date told last, a few sentences before, for a main clause in the simple past."""
    if not _is_simple_past(top):
        return None, None
    for n in range(top.sent, max(-1, top.sent - FAR_SENTENCES - 1), -1):
        found = index.by_sentence.get(n)
        if found is None or (found.when.days or 0) > CARRIED_DAYS:
            continue
        return found.when, f"told on from {found.why}"
    return None, None


def _is_simple_past(verb: Token) -> bool:
    """Whether a main clause tells an act as the next step of a story; "has said" and "was the first" do not."""
    if verb.lemma in word_class("state") or verb.pos not in VERBS or verb.dep not in ("ROOT", "conj", "ccomp"):
        return False
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.tag == "VBD":
        return not helpers or helpers == {"did"}
    return bool(helpers) and helpers <= {"was", "were", "did"} and verb.tag in ("VBN", "VB")

"""When a claim holds, and why that period."""

from __future__ import annotations

from collections.abc import Sequence

from legation.claim.status import status_of
from legation.claim.timeindex import BEGINNING, Dated, TimeIndex, time_index
from legation.codes.times import word_class
from legation.link.linked import Linked
from legation.link.tense import VERBS, Tense, tense_of
from legation.parse.doc import Token
from legation.words.period import Period
from legation.words.status import Status

When = tuple[Period | None, str | None]

OF_THE_DAY = "told in the present tense of the day's news"
# Prepositions by which an act is the occasion of another: "killed in an attack", not "sanctions over a test".
OCCASIONS = {"in", "by", "during", "at", "from", "amid"}
EARLIER = {"following", "after"}
AHEAD = (Status.PLANNED, Status.DEMANDED, Status.CONDITIONAL)
# What ought to be done is asked for when it is said.
OUGHT = {"should", "must", "ought"}
FARTHEST = 25
LEVEL_REACH = 3
OLD = {"previous", "existing", "former", "earlier", "prior"}
# A date is carried on to later sentences only where it names a stretch as short as this.
CARRIED_DAYS = 12
FAR_SENTENCES = 3


def when_of(linked: Linked, token: Token) -> When:
    """The period of the predicate or amount that a token heads, with the reason in plain words; (None, None) where nothing tells."""
    index = time_index(linked)
    at = token
    bound = _is_background(token)
    for _ in range(FARTHEST):
        if own := _nearest(linked, index.by_token.get(at.i, ()), token):
            if at is not token and at.lemma in word_class("announce") and status_of(linked, token) in AHEAD:
                return None, None
            return own.when, own.why
        if bound:
            break
        if ahead := _nearest(linked, _of_what_is_set(index, at), token):
            return ahead.when, ahead.why
        if (earlier := _earlier(index, at)) is not None:
            return earlier
        if at.head is at or not _carries(at):
            break
        at = at.head
    if at is token and at.dep == "ccomp" and at.head.pos in VERBS and {c.lower for c in at.children if c.dep == "aux"} & OUGHT:
        return when_of(linked, at.head)
    if (status_of(linked, token) in AHEAD or status_of(linked, at) in AHEAD) and not (index.told_present and _is_old_level(linked, token)):
        return None, None
    return _from_saying(linked, index, token, at)


def _nearest(linked: Linked, dated: Sequence[Dated], token: Token) -> Dated | None:
    """The date that goes with a word best: none that belongs to another amount ("$48 million, up from $24 million a year before")."""

    def others(d: Dated) -> int:
        start, end = sorted((token.end, d.span[0])) if d.span[0] > token.end else (d.span[1], token.start)
        return sum(start < a.span[0] and a.span[1] <= end for a in linked.amounts)

    counted = len(dated) > 1 and _is_counted(token)
    return min(dated, key=lambda d: (d.present, d.base, others(d) if counted else 0, d.steps, abs(d.span[0] - token.start)), default=None)


def _is_background(token: Token) -> bool:
    """Whether an act noun is only what another act is about ("withdrew from the treaty"), which may be of any time."""
    return token.pos == "NOUN" and not _is_counted(token) and token.dep == "pobj" and token.head.lower not in OCCASIONS | EARLIER | {"of"}


def _of_what_is_set(index: TimeIndex, verb: Token) -> list[Dated]:
    """The dates of what is set, due or to begin: "the meeting is set to open tomorrow", "announced a tariff, starting 1 August"."""
    if verb.tag == "VBN" and verb.lemma in word_class("ahead"):
        return [d for c in verb.kids("xcomp") for d in index.by_token.get(c.i, ())]
    if verb.lemma not in word_class("announce"):
        return []
    begun = [c for c in verb.kids("advcl", "prep") if c.lemma in BEGINNING and c.i > verb.i]
    return [d for c in begun for t in (c, *c.kids("xcomp", "pobj")) for d in index.by_token.get(t.i, ())]


def _is_counted(token: Token) -> bool:
    return token.pos == "NUM" or any(c.pos in ("NUM", "SYM") or c.dep in ("nummod", "quantmod") for c in token.children)


def _carries(at: Token) -> bool:
    """Whether what hangs on the word above holds at its time: participles, infinitives and coordinated verbs do, reported content does not."""
    if at.dep == "relcl":
        there = any(c.dep == "advmod" and c.lower in ("where", "when") for c in at.children)
        return there or (at.head.lemma in word_class("instance") and at.head.dep in ("appos", "npadvmod"))
    if at.pos not in VERBS:
        return at.dep not in ("ROOT", "parataxis")
    if at.dep in ("xcomp", "pcomp"):
        return True
    if at.dep in ("advcl", "acl"):
        return at.tag in ("VBG", "VB")
    return at.dep == "conj" and (at.head.tag == at.tag or at.tag in ("VBG", "VBN"))


def _earlier(index: TimeIndex, at: Token) -> When | None:
    """An earlier act told in passing ("following the raid", "the ban followed talks"): up to the main act's day, or the article's."""
    if (at.dep == "pobj" and at.head.lower in EARLIER and at.pos == "NOUN") or (at.dep == "dobj" and at.head.lemma == "follow" and at.pos == "NOUN"):
        word = at.head
    elif at.dep == "advcl" and (mark := next((c for c in at.children if c.dep == "mark" and c.lower == "after"), None)) is not None:
        word = mark
    else:
        return None
    main = next((d for t in word.ancestors() for d in index.by_token.get(t.i, ()) if not d.present), None)
    if at.pos in VERBS and main is None:
        return None
    last = main.when.last if main is not None else index.last_day
    return (Period(None, last), f"told as earlier by “{word.text}”") if last is not None else None


def _from_saying(linked: Linked, index: TimeIndex, token: Token, top: Token) -> When:
    """The time of a clause without a date of its own: the day's, in a digest; the saying's or the one told last, in the past tense."""
    if index.told_present and index.day is not None:
        if _is_old_level(linked, token):
            return Period(None, index.day.last), "the level before"
        return (index.day, OF_THE_DAY) if _is_of_the_day(token, top) else (None, None)
    if top.dep == "ccomp" and top.head.pos in VERBS and _goes_with_saying(top):
        return when_of(linked, top.head)
    return _running(linked, index, top)


def _is_old_level(linked: Linked, token: Token) -> bool:
    """Whether an amount is what a change starts from: "from 145 % to 30 %", "up from $5", "the previous 34 %"."""
    if not _is_counted(token):
        return False
    tokens = linked.doc.tokens
    before = [t.lower for t in tokens[max(0, token.i - LEVEL_REACH) : token.i] if t.sent == token.sent]
    after = [t.lower for t in tokens[token.i + 1 : token.i + 2 * LEVEL_REACH] if t.sent == token.sent]
    if "from" in before:
        return "to" in after or bool({"up", "down"} & set(before))
    return bool(OLD & set(before))


def _is_of_the_day(token: Token, top: Token) -> bool:
    """Whether a word of a digest belongs to what happened that day: not what is only announced, answered or a state."""
    if not _is_act(top):
        return False
    below = token
    while below is not top and below.head is not top and below.head is not below:
        below = below.head
    if token is not top and top.lemma in word_class("announce") and below.dep not in ("nsubj", "nsubjpass", "agent"):
        return False
    if token.pos == "NOUN" and not _is_counted(token):
        if token.dep == "pobj":
            return token.head.lower in OCCASIONS
        return token.dep not in ("poss", "compound", "amod") and not (token.dep == "dobj" and top.lemma in word_class("reaction"))
    return True


def _is_act(verb: Token) -> bool:
    """Whether a clause of a digest tells an act of the day: a simple present or past, itself or in what is said."""
    if verb.lemma in word_class("state"):
        return False
    if verb.dep in ("ccomp", "relcl", "acl", "advcl", "parataxis") and verb.head is not verb and not _is_simple_past(verb):
        return tense_of(verb) is Tense.PRESENT
    tense = tense_of(verb)
    return tense is Tense.PRESENT or _is_simple_past(verb) or (tense is None and verb.head is verb)


def _goes_with_saying(content: Token) -> bool:
    """Whether what is said holds as of its saying: demands and presents do; pasts and futures have their own time."""
    modals = {c.lower for c in content.children if c.dep == "aux" and c.tag == "MD"}
    if modals:
        return bool(modals & OUGHT)
    return tense_of(content) is Tense.PRESENT


def _running(linked: Linked, index: TimeIndex, top: Token) -> When:
    """For a main clause in the simple past: the date told last, a few sentences before; for a reaction, from the story's day to the article's."""
    if not _is_simple_past(top):
        return None, None
    for n in range(top.sent, max(-1, top.sent - FAR_SENTENCES - 1), -1):
        found = index.by_sentence.get(n)
        if found is not None and (found.when.days or 0) <= CARRIED_DAYS:
            return found.when, f"told on from {found.why}"
        if n != top.sent and linked.doc.sentences[n].tokens[-1].pos != "PUNCT":
            break  # A heading: another story begins.
    story, day = index.story, index.last_day
    if story is None or day is None or story.when.last == day or top.lemma not in word_class("reaction"):
        return None, None
    if all(index.by_sentence[n] is story for n in index.by_sentence if n <= top.sent):
        return Period(story.when.first, day), f"a reaction to what {story.why} tells"
    return None, None


def _is_simple_past(verb: Token) -> bool:
    """Whether a main clause tells an act as the next step of a story; "has said" and "was the first" do not."""
    if verb.lemma in word_class("state") or verb.pos not in VERBS or verb.dep not in ("ROOT", "conj", "ccomp"):
        return False
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.tag == "VBD":
        return not helpers or helpers == {"did"}
    return bool(helpers) and helpers <= {"was", "were", "did"} and verb.tag in ("VBN", "VB")

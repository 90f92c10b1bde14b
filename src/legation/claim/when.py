"""When a claim holds, and why that period."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from legation.claim.daily import OCCASIONS, When, in_speech, is_counted, is_of_the_day, path
from legation.claim.governed import BEGINNING
from legation.claim.lasting import lasting
from legation.claim.sharing import respective, shared_date
from legation.claim.status import status_of
from legation.claim.timeindex import CARRIED_DAYS, Dated, TimeIndex, time_index
from legation.claim.triggers import EARLIER, RESPONSES, after_trigger, told_as_earlier
from legation.codes.times import word_class
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.link.tense import VERBS, Tense, is_past_perfect, is_perfect, is_simple_past, tense_of
from legation.parse.doc import Token
from legation.words.period import Period
from legation.words.status import Status

__all__ = ["CARRIED", "OF_THE_DAY", "When", "when_of"]

OF_THE_DAY = "told in the present tense of the day's news"
# How the reason begins where the time is that of a sentence before.
CARRIED = "told on from"
AHEAD = (Status.PLANNED, Status.DEMANDED, Status.CONDITIONAL)
# What ought to be done is asked for when it is said.
OUGHT = {"should", "must", "ought"}
FARTHEST = 25
# What kills and injures in the hour in which it happens.
STRIKING = wordset("striking")
# "About 9,800 troops currently": so near, such a word belongs to the amount, in characters.
BESIDE = 24
# Over a stretch as long as this, in days, a level changes.
LONG_STRETCH = 31
LEVEL_REACH = 3
# Conjunctions by which two acts of the past fall together.
TOGETHER = {"when", "while", "as"}
STARTING = {"start", "begin", "commence"}
# Who comes or meets to do a thing does it then.
COMING = {"visit", "arrive", "travel", "meet", "gather", "come", "go", "convene", "hold", "begin", "start"}
# What is summed up to the day: "brings the death toll to 1,200".
TOTALS = {"toll", "tally", "total", "count"}
OLD = {"previous", "existing", "former", "earlier", "prior"}
FAR_SENTENCES = 3
# An article of one story goes on with its day so many sentences.
STORY_REACH = 40
# An amount shares the time of a verb that stands fewer words above it than this.
NEAR_VERB = 4


def when_of(linked: Linked, token: Token) -> When:
    """The period of the predicate or amount that a token heads, with the reason in plain words; (None, None) where nothing tells."""
    index = time_index(linked)
    at, counted = token, is_counted(token)
    if counted and (stretch := lasting(index, token)) is not None:
        return stretch
    bound = _is_background(token)
    for _ in range(FARTHEST):
        if own := _nearest(index, index.by_token.get(at.i, ()), token):
            if index.told_present and own.since and token.tag == "VBZ" and at is token:
                return index.day, OF_THE_DAY  # "protests the detention of its ships since May"
            if own.base and counted and (later := _told_for(index, at, own)) is not None:
                return later
            if at is not token and at.lemma in word_class("announce") and status_of(linked, token) in AHEAD:
                return None, None
            if counted and index.day is not None and _is_level_since(index, token, own):
                return index.day, f"the level after {own.why}"
            return (respective(linked, index, token, own) if counted else own.when), own.why
        if bound:
            break
        if counted and (beside := shared_date(index, at)) is not None:
            return beside.when, beside.why
        if ahead := _nearest(index, _of_what_is_set(index, at), token):
            return ahead.when, ahead.why
        if (since := after_trigger(index, at)) is not None and (since[0] is None or status_of(linked, token) not in AHEAD):
            return since
        answered = counted and at.dep == "pobj" and at.head.head.lemma in RESPONSES  # "in response to duties of 145 %"
        if not answered and (earlier := told_as_earlier(index, at)) is not None and (at.pos == "NOUN" or status_of(linked, token) not in AHEAD):
            return earlier
        if at.head is at or not _carries(at):
            break
        at = at.head
    if at is token and at.dep == "ccomp" and at.head.pos in VERBS and {c.lower for c in at.children if c.dep == "aux"} & OUGHT:
        return when_of(linked, at.head)
    if counted and (total := _total(token)) is not None:
        own = next((d for t in total.subtree() for d in index.by_token.get(t.i, ()) if not d.present), None)
        if own is not None:
            return own.when, own.why
        return (Period(None, index.day.last), "a total up to the day") if index.day and index.day.last else (None, None)
    if token.tag == "VB" and token.dep in ("advcl", "xcomp") and token.head.lemma in COMING and token.head.pos in VERBS:
        return when_of(linked, token.head)
    if not counted and not bound and (from_then := index.holds_from(token)) is not None:
        return from_then.when, from_then.why
    if (status_of(linked, token) in AHEAD or status_of(linked, at) in AHEAD) and not (index.told_present and _is_old_level(linked, token)):
        return None, None
    return _from_saying(linked, index, token, at)


def _nearest(index: TimeIndex, dated: Sequence[Dated], token: Token) -> Dated | None:
    """The date that goes with a word best: none that belongs to another amount ("$48 million, up from $24 million a year before")."""

    own = index.amounts.get(token.i)
    begins = own.span[0] if own else token.start

    def others(d: Dated) -> int:
        start, end = (token.end, d.span[0]) if d.span[0] > token.end else (d.span[1], begins)
        return max(0, bisect_left(index.amount_starts, end) - bisect_right(index.amount_starts, start))

    counted = len(dated) > 1 and is_counted(token)

    def current(d: Dated) -> bool:
        return d.present and not (counted and 0 < d.span[0] - token.end <= BESIDE)

    return min(dated, key=lambda d: (current(d), d.base, others(d) if counted else 0, d.steps, abs(d.span[0] - token.start)), default=None)


def _is_level_since(index: TimeIndex, token: Token, own: Dated) -> bool:
    """Whether an amount is what a change over a stretch up to the day has come to: "has doubled in the last five years to 40,000"."""
    long = own.when.last == index.last_day and own.when.first is not None and (own.when.days or 0) > LONG_STRETCH
    return long and token.dep == "pobj" and token.head.lower == "to" and token.head.head.pos in VERBS


def _told_for(index: TimeIndex, at: Token, base: Dated) -> When | None:
    """The stretch of a change from a base year to the year it is told for: "GNP in 1991 showed a 5 % decline from 1989"."""
    for t in at.ancestors():
        found = next((d for d in index.by_token.get(t.i, ()) if not d.base and not d.present), None)
        if found is not None and base.when.first is not None and found.when.last is not None and base.when.first <= found.when.last:
            return Period(base.when.first, found.when.last), f"{found.why} against {base.why}"
        if t.pos in VERBS:
            return None
    return None


def _is_background(token: Token) -> bool:
    """Whether an act noun is only what another act is about ("withdrew from the treaty"), which may be of any time."""
    return token.pos == "NOUN" and not is_counted(token) and token.dep == "pobj" and token.head.lower not in OCCASIONS | EARLIER | {"of", "with"}


def _of_what_is_set(index: TimeIndex, verb: Token) -> list[Dated]:
    """The dates of what is set, due or to begin: "the meeting is set to open tomorrow", "announced a tariff, starting 1 August"."""
    if verb.tag == "VBN" and verb.lemma in word_class("ahead"):
        return [d for c in verb.kids("xcomp") for d in index.by_token.get(c.i, ())]
    words = BEGINNING if verb.lemma in word_class("announce") else STARTING
    begun = [c for c in verb.kids("advcl", "prep") if c.lemma in words and c.i > verb.i and (words is BEGINNING or c.tag == "VBG")]
    return [d for c in begun for t in (c, *c.kids("xcomp", "pobj")) for d in index.by_token.get(t.i, ())]


def _carries(at: Token) -> bool:
    """Whether what hangs on the word above holds at its time: participles, infinitives and coordinated verbs do, reported content does not."""
    if at.dep == "relcl":
        there = any(c.lower in ("where", "when") for c in at.kids("advmod")) or any(
            w.lower == "which" for p in at.kids("prep") if p.lower in ("during", "at") for w in p.kids("pobj")
        )
        # "Tuesday's bombing in the capital, which killed twelve": parsers hang the clause on the place
        struck = at.tag in ("VBD", "VBN") and any(n.lemma in STRIKING for n in (at.head, *list(at.head.ancestors())[:2]))
        return there or struck or (at.head.lemma in word_class("instance") and at.head.dep in ("appos", "npadvmod"))
    if at.pos not in VERBS:
        return at.dep not in ("ROOT", "parataxis")
    if at.dep in ("xcomp", "pcomp", "prep"):
        return True
    if at.dep == "advcl" and at.tag == at.head.tag == "VBD" and any(c.lower in TOGETHER for c in at.kids("mark", "advmod")):
        return True
    if at.dep in ("advcl", "acl"):
        return at.tag in ("VBG", "VB")
    return at.dep == "conj" and not is_past_perfect(at) and (at.head.tag == at.tag or at.tag in ("VBG", "VBN"))


def _from_saying(linked: Linked, index: TimeIndex, token: Token, top: Token) -> When:
    """The time of a clause without a date of its own: the day's, in a digest; the saying's or the one told last, in the past tense."""
    if index.spoken and index.day is not None and (said := in_speech(index.day, top)) is not None:
        above = path(token, top)
        near = next((n for n, t in enumerate(above) if t.head.pos in VERBS), NEAR_VERB) < NEAR_VERB
        if token.i not in index.amounts or (said[0] != index.day and near and above[-1].dep not in ("nsubj", "agent")):
            return said
    if index.told_present and index.day is not None:
        if _is_old_level(linked, token):
            return Period(None, index.day.last), "the level before"
        return (index.day, OF_THE_DAY) if is_of_the_day(token, top) else (None, None)
    if top.dep == "ccomp" and top.head.pos in VERBS and _goes_with_saying(top):
        return when_of(linked, top.head)
    if (again := _spoken_of_again(index, token, top)) is not None:
        return again.when, f"{again.why}, of an act told before"
    if index.story is not None and is_past_perfect(top) and top.dep == "ccomp" and is_counted(token):
        return index.story.when, f"{index.story.why}, the day of what is reported"
    if index.last_day is not None and is_past_perfect(top) and top.dep != "relcl":
        return Period(None, index.last_day), "told as earlier by “had”"
    return _running(linked, index, token, top)


def _spoken_of_again(index: TimeIndex, token: Token, top: Token) -> Dated | None:
    """The date of an act told before that a noun names again, or that a verb happened in: "the raid", "killed in the raid"."""
    if token.pos == "NOUN" and not is_counted(token):
        return index.told_of(token)
    within = [p.child("pobj") for p in top.kids("prep", "agent") if p.lower in OCCASIONS]
    return next((d for noun in within if noun is not None and (d := index.told_of(noun)) is not None), None) if is_simple_past(top) else None


def _is_old_level(linked: Linked, token: Token) -> bool:
    """Whether an amount is what a change starts from: "from 145 % to 30 %", "up from $5", "the previous 34 %"."""
    if not is_counted(token):
        return False
    tokens = linked.doc.tokens
    before = [t.lower for t in tokens[max(0, token.i - LEVEL_REACH) : token.i] if t.sent == token.sent]
    after = [t.lower for t in tokens[token.i + 1 : token.i + 2 * LEVEL_REACH] if t.sent == token.sent]
    if "from" in before:
        return "to" in after or bool({"up", "down"} & set(before))
    return bool(OLD & set(before))


def _total(token: Token) -> Token | None:
    """The running total that an amount is what it comes to: "the total toll rises to 136", "bringing the toll to 52,243"."""
    prep = next((t for t in (token, *token.ancestors()) if t.dep in ("prep", "dative")), None)
    if (
        prep is None
        or prep.lower not in ("to", "at")
        or prep.head.pos not in VERBS
        or not any(c.dep == "pobj" and c.i >= token.i for c in prep.children)
    ):
        return None
    things = prep.head.kids("nsubj", "nsubjpass", "dobj")
    return next((k for k in things if k.lemma in TOTALS or any(c.lemma in TOTALS for c in k.kids("compound"))), None)


def _goes_with_saying(content: Token) -> bool:
    """Whether what is said holds as of its saying: demands and presents do; pasts and futures have their own time."""
    modals = {c.lower for c in content.children if c.dep == "aux" and c.tag == "MD"}
    if modals:
        return bool(modals & OUGHT)
    return tense_of(content) is Tense.PRESENT


def _running(linked: Linked, index: TimeIndex, token: Token, top: Token) -> When:
    """For a main clause in the simple past: the date told last, a few sentences before; for a reaction, from then to the article's day.

    An amount goes on from the day of what the article reports as long as no other is told.
    """
    reaction = top.lemma in word_class("reaction") and (is_simple_past(top) or is_perfect(top))
    if not reaction and not is_simple_past(top):
        return None, None
    day = index.last_day
    for n in range(top.sent, max(-1, top.sent - FAR_SENTENCES - 1), -1):
        found = index.by_sentence.get(n)
        if found is not None and (found.when.days or 0) <= CARRIED_DAYS:
            if ((reaction and found is index.story) or _is_over(top)) and (since := _since(found, day)) is not None:
                return since
            return found.when, f"{CARRIED} {found.why}"
        if found is not None and not reaction:
            beside = n >= top.sent - 1 and linked.doc.sentences[n].paragraph == linked.doc.sentences[top.sent].paragraph
            return (found.when, f"{CARRIED} {found.why}") if beside else (None, None)
        if n != top.sent and linked.doc.sentences[n].tokens[-1].pos != "PUNCT":
            break  # A heading: another story begins.
    if index.story is not None and is_counted(token) and is_simple_past(top) and top.dep in ("ROOT", "conj", "ccomp"):
        told = next((d for n in range(top.sent, max(-1, top.sent - STORY_REACH), -1) if (d := index.by_sentence.get(n)) is not None), None)
        if told is index.story:
            return told.when, f"told on from {told.why}"
    return (index.story is not None and reaction and _since(index.story, day)) or (None, None)


def _is_over(verb: Token) -> bool:
    """As in "expelled the envoy over the deal": told as an answer to what was named before."""
    return any(
        p.lower == "over" and (o := p.child("pobj")) is not None and any(d.lower in ("the", "this", "these", "that") for d in o.children)
        for p in verb.kids("prep")
    )


def _since(trigger: Dated, day: date | None) -> When | None:
    """From the day of what others react to up to the article's."""
    if day is None or trigger.when.first is None or trigger.when.last == day or trigger.when.first > day:
        return None
    return Period(trigger.when.first, day), f"a reaction to what {trigger.why} tells"

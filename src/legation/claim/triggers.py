"""Acts placed by another act: after the raid, in response to the test, hours before the crash."""

from __future__ import annotations

from datetime import date

from legation.claim.timeindex import Dated, TimeIndex
from legation.link.tense import VERBS
from legation.parse.doc import Token
from legation.words.period import Period

EARLIER = {"following", "after"}
# What others do because of something comes after it: "in response to the test in January".
RESPONSES = {"response", "retaliation", "reaction", "reply", "answer", "aftermath", "wake"}
# So near that both acts fall on one day.
SHORT = {"hour", "minute", "moment"}
# A period as long as this says more than an open beginning.
LONG_DAYS = 27
# What came after something of a year so far back, in days, came soon after it: "after the fall of the king in 1979 it asked for help".
LONG_AGO, YEAR = 730, 360


def after_trigger(index: TimeIndex, at: Token) -> tuple[Period, str] | None:
    """The period of a verb that comes after something dated ("severed ties after the January attack"): from then to the article's day."""
    if at.pos not in VERBS or index.last_day is None:
        return None
    lasting = any(k.lower in ("has", "have") for k in at.kids("aux"))
    for c in at.kids("prep", "advcl", "npadvmod"):
        trigger, same_day = _trigger(c)
        if trigger is None and lasting and any(m.lower == "since" for m in c.kids("mark")):
            trigger = c  # "has fired 40 missiles since the truce broke down in May"
        elif index.told_present:
            continue
        found = _dated_in(index, trigger, index.last_day) if trigger is not None else None
        if found is None or found.when.first is None:
            continue
        if same_day:
            return found.when, f"hours from what {found.why} dates"
        if found.when.last is not None and (found.when.days or 0) > YEAR and (index.last_day - found.when.last).days > LONG_AGO:
            return found.when, f"soon after what {found.why} dates"
        return Period(found.when.first, index.last_day), f"after what {found.why} dates"
    return None


def _trigger(c: Token) -> tuple[Token | None, bool]:
    """What an adjunct names as coming first, and whether only hours lie between."""
    mark = c if c.dep == "prep" else next((m for m in c.children if m.dep == "mark"), None)
    if mark is None:
        return None, False
    short = any(k.lemma in SHORT and k.i < mark.i for k in (*mark.kids("npadvmod"), *c.kids("npadvmod")))
    if mark.lower in EARLIER or (short and mark.lower == "before"):
        return (c if c is not mark else mark.child("pobj", "pcomp")), short
    noun = mark.child("pobj") if mark.lower == "in" else None
    return (noun if noun is not None and noun.lemma in RESPONSES else None), False


def _dated_in(index: TimeIndex, trigger: Token, last: date) -> Dated | None:
    """The first date inside a phrase or clause that lies before the article's day."""
    for t in sorted(trigger.subtree(), key=lambda t: t.i):
        for d in index.by_token.get(t.i, ()):
            if not d.present and d.when.first is not None and d.when.first <= last:
                return d
    return None


def told_as_earlier(index: TimeIndex, at: Token) -> tuple[Period, str] | None:
    """An earlier act told in passing ("following the raid", "the ban followed talks"): up to the main act's day, or the article's."""
    if (
        at.pos == "NOUN"
        and not at.kids("nummod")
        and ((at.dep == "pobj" and at.head.lower in EARLIER) or (at.dep == "dobj" and at.head.lemma == "follow" and at.head.child("prt") is None))
    ):
        word = at.head
        told = next((d for d in index.by_token.get(word.i, ()) if word.tag == "VBZ" and d.span[0] > at.end and not d.present), None)
        if told is not None:
            return told.when, told.why  # "The move follows the killing of three envoys in a raid last week."
    elif at.dep == "pobj" and at.head.head.lemma in RESPONSES:
        word = at.head.head  # "in response to the sanctions"
    elif at.dep == "advcl" and (mark := next((c for c in at.children if c.dep == "mark" and c.lower == "after"), None)) is not None:
        word = mark
    else:
        return None
    main = next((d for t in word.ancestors() for d in index.by_token.get(t.i, ()) if not d.present), None)
    if at.pos in VERBS and main is None and not index.told_present:
        return None
    if main is not None and (main.when.days or 0) > LONG_DAYS:
        return main.when, main.why
    last = main.when.last if main is not None else index.last_day
    return (Period(None, last), f"told as earlier by “{word.text}”") if last is not None else None

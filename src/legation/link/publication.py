"""The day of publication where none is stated: an interval from the words, with its clues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from legation.codes.times import word_class
from legation.find.timegrammar import Form
from legation.find.times import FoundTime
from legation.link.anniversaries import anniversaries
from legation.link.base import Base
from legation.link.calendar import is_narrative
from legation.link.days import Days
from legation.link.occurrences import occurrences
from legation.link.reckon import reckon
from legation.link.reigns import reigns
from legation.link.tense import Tense, governing_verb, tense_of
from legation.link.timex import months, shift_days, shift_months
from legation.parse.doc import Doc
from legation.words.article import Clue, Publication
from legation.words.evidence import Span
from legation.words.period import Period

# How long after the last dated act a text may have appeared: news that name weekdays are written within weeks.
NEWS_REACH, OLDEST = 45, date(1800, 1, 1)
# A quarter is reported within so many days of its end.
QUARTER_REACH = 90
WIDEST = 5 * 366
# Letters between the two months of a stretch, blanks included.
LONGEST_TO = 9
# "OSLO, ", "NEW YORK/OSLO, ": a place in capitals before a day.
DATELINE = re.compile(r"\s*[A-Z][A-Z .,/'-]{2,60}[,\s(–—-]+")
# The years for which a weekday with its day and month is tried.
OLDEST_PAIR, NEWEST_PAIR, MANY_YEARS = 1945, 2050, 9
HEAD_SENTENCES = 6
LONGEST_MONTH = 31
FAR = date(2100, 1, 1)
# "Committed to end hunger by 2030": told as past, but the day is to come.
DEADLINE = re.compile(r"\bby\s+(?:the\s+(?:year|end\s+of)\s+)?\Z", re.IGNORECASE)
SAID_AHEAD = {"will", "'ll", "shall", "is", "are"}
PREMODIFIERS = {"compound", "amod", "nmod", "nummod", "poss"}


def infer_publication(doc: Doc, found: Sequence[FoundTime]) -> Publication | None:
    """The interval in which the article can have appeared, or None where nothing tells.

    Each clue narrows the days that are left; one that leaves none is not believed.
    """
    days, clues = Days.all(), []
    head = _dateline(doc, found)
    if head is not None:
        return head
    history = is_narrative(found, Period(None, FAR))
    sources = (occurrences(doc), anniversaries(doc), reigns(doc, history), _short_dateline(doc, found), _weekdays(doc, found))
    for clue, allowed in chain.from_iterable(sources):
        if len(allowed.stretches) > MANY_YEARS and not _is_bounded(days):
            continue  # A day of any year.
        left = days.meet(allowed)
        if left and left != days:
            days = left
            clues.append(clue)
    last = _last_told(doc, found, days, history)
    if last is not None:
        left = days.meet(Days.of(*last[1]))
        if left:
            days = left
            clues.append(Clue(last[0], last[2]))
    months_told = _bare_months(doc, found, days)
    if months_told is not None:
        left = days.meet(months_told[1])
        if left and left != days:
            days = left
            if all(c.span != months_told[0].span for c in clues):
                clues.append(months_told[0])
    if (ahead := _first_ahead(doc, found, days)) is not None and (left := days.meet(ahead[1])) and left != days:
        days = left
        clues.append(ahead[0])
    when = days.hull()
    if when is None or not clues or (when.first is None or when.first <= OLDEST):
        return None
    return Publication(when, "inferred", None, tuple(clues))


def _first_ahead(doc: Doc, found: Sequence[FoundTime], days: Days) -> tuple[Clue, Days] | None:
    """The first of the dates that the text looks ahead to from its own day ("will open in 2021"): it was written before that is over."""
    hull = days.hull()
    told = [(p.last, f) for f in found if f.year is not None and (p := _first_day(doc, f)) is not None and p.last is not None and _is_ahead(doc, f)]
    told = [(last, f) for last, f in told if hull is None or hull.first is None or last >= hull.first]
    if not told:
        return None
    last, first = min(told, key=lambda d: d[0])
    return Clue(first.span, f"“{doc.text[first.span[0] : first.span[1]]}” is still ahead"), Days.of(None, last)


def _is_ahead(doc: Doc, f: FoundTime) -> bool:
    """Whether a verb with "will", or a plan in the present tense, governs a date; "would" looks ahead from another day."""
    head = doc.head_of(f.span)
    verb = governing_verb(head) if head is not None and head.dep not in PREMODIFIERS else None
    if verb is None or tense_of(verb) is not Tense.FUTURE:
        return False
    helpers = {c.lower for v in (verb, verb.head) for c in v.children if c.dep in ("aux", "auxpass")}
    return bool(helpers & SAID_AHEAD) and not helpers & {"would", "had", "was", "were", "could", "might"} and verb.head.tag not in ("VBD", "VBN")


def _is_bounded(days: Days) -> bool:
    when = days.hull()
    return when is not None and when.last is not None


def _weekdays(doc: Doc, found: Sequence[FoundTime]) -> Iterator[tuple[Clue, Days]]:
    """A weekday with its day and month ("Tuesday, March 3") fits only some years; news tell such days soon before or after."""
    for f in found:
        if f.form is not Form.DATE or not (f.weekday and f.month and f.day) or f.year is not None:
            continue
        tense = _tense(doc, f)
        stretches: list[tuple[date, date | None]] = []
        for year in range(OLDEST_PAIR, NEWEST_PAIR):
            day = _date(year, f.month, f.day)
            if day is not None and day.isoweekday() == f.weekday:
                before = NEWS_REACH if tense is not Tense.PAST else 0
                stretches.append((shift_days(day, -before), shift_days(day, NEWS_REACH if tense is not Tense.FUTURE else 0)))
        words = doc.text[f.span[0] : f.span[1]]
        if stretches:
            yield Clue(f.span, f"“{words}” fits only some years"), Days(tuple(stretches))


def _short_dateline(doc: Doc, found: Sequence[FoundTime]) -> Iterator[tuple[Clue, Days]]:
    """A day and month behind a place in capitals at the very head ("OSLO, March 7 (NTB)") is the day of some year."""
    f = next(iter(found), None)
    if f is None or f.form is not Form.DATE or not (f.month and f.day) or f.year is not None or not DATELINE.fullmatch(doc.text[: f.span[0]]):
        return
    days = [d for year in range(OLDEST_PAIR, NEWEST_PAIR) if (d := _date(year, f.month, f.day)) is not None]
    yield Clue(f.span, "a day heads the text"), Days(tuple((d, shift_days(d, 1)) for d in days))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dateline(doc: Doc, found: Sequence[FoundTime]) -> Publication | None:
    """A full date that opens the text or stands alone near its head."""
    for f in found[:3]:
        first = doc.at(f.span[0])
        if first is None or first.sent >= HEAD_SENTENCES or not (f.year and f.month and f.day) or f.bc:
            continue
        sentence = doc.sentence(first)
        alone = sentence.span[1] - f.span[1] <= 1 or (f.span[1] < len(doc.text) and doc.text[f.span[1]] == "\n")
        day = reckon(f, Base(None, None, False, None))[1]
        if sentence.span[0] == f.span[0] and (alone or f.weekday) and day is not None and day.first is not None:
            when = Period(day.first, shift_days(day.first, 1))
            return Publication(when, "inferred", f.span, (Clue(f.span, "a full date heads the text"),))
    return None


def _first_day(doc: Doc, f: FoundTime, year: int | None = None) -> Period | None:
    """The days of a fully dated expression; with `year`, also of a bare month or day."""
    if f.form is Form.PORTION and f.inside is not None and f.inside.dated:
        return reckon(f, Base(None, None, False, None))[1]
    if f.form is not Form.DATE or f.bc or f.decade is not None or f.relation is not None or f.unit in ("100Y", "1000Y"):
        return None
    if f.year is not None or (f.inside is not None and f.inside.dated):
        return reckon(f, Base(None, None, False, None))[1]
    if year is not None and (f.month or f.season):
        told = months(year, 1, 12)
        return reckon(f, Base(None, told, True, None))[1]
    return None


def _tense(doc: Doc, f: FoundTime) -> Tense | None:
    head = doc.head_of(f.span)
    if head is None:
        return None
    awaited, before = word_class("awaited"), doc.tokens[head.i - 1] if head.i else head
    if (head.dep in PREMODIFIERS and head.head.lemma in awaited) or (before.text[:1].isupper() and before.lower in awaited):
        return None  # "the 2030 goals", "Vision 2030"
    if head.dep == "pobj" and head.head.lower in ("of", "for") and head.head.head.lemma in awaited:
        return None  # "the target date of 2015"
    if head.dep in PREMODIFIERS and head.head.pos == "NOUN" and not _awaited(doc, f):
        return Tense.PAST
    return tense_of(head)


def _last_told(doc: Doc, found: Sequence[FoundTime], days: Days, history: bool) -> tuple[Span, tuple[date, date | None], str] | None:
    """The latest dated expression told as past, and the days after it in which the text can have been written.

    A year that is spelt out is as often an old one as the year of writing; only where its months or quarters are reported
    does it bound the day from above.
    """
    dated = [(p, f) for f in found if (p := _first_day(doc, f)) is not None and p.first and p.last and _tense(doc, f) is Tense.PAST]
    dated = [(p, f) for p, f in dated if days.meet(Days.of(p.first, None)) and not DEADLINE.search(doc.text, max(0, f.span[0] - 16), f.span[0])]
    if not dated:
        return None
    latest, source = max(dated, key=lambda d: (d[0].first or date.min, d[0].last or date.min))
    months = source.form is Form.PORTION or _closes_months(doc, found, source)
    current = not history and (months or source.inside is not None or source.quarter is not None)
    assert latest.first is not None
    if current:
        latest, source = _latest_bare(doc, found, latest.first.year, (latest, source))
    begin = _shifted(found, source, latest) or (latest.last if months else latest.first)
    assert begin is not None
    words = doc.text[source.span[0] : source.span[1]]
    if not current:
        return source.span, (begin, None), f"“{words}” is the latest date told"
    weekdays = any(_of_these_days(f) for f in found) and (latest.days or 0) <= LONGEST_MONTH
    reach = max(shift_days(begin, NEWS_REACH), date.min if weekdays else date(begin.year, 12, 31))
    if source.quarter is not None or (source.unit == "Q" and latest.last is not None):
        reach = max(reach, shift_days(latest.last or begin, QUARTER_REACH))
    return source.span, (begin, reach), f"“{words}” is told as past"


def _closes_months(doc: Doc, found: Sequence[FoundTime], f: FoundTime) -> bool:
    """Whether a month ends a stretch of months of its year ("from January to May 2017"), which is reported once it is over."""
    if f.month is None or f.day is not None:
        return False
    before = (g for g in found if g.month and g.year is None and g.day is None and 0 < f.span[0] - g.span[1] <= LONGEST_TO)
    return any(doc.text[g.span[1] : f.span[0]].strip() in ("to", "through", "until", "-", "–", "—") for g in before)


def _latest_bare(doc: Doc, found: Sequence[FoundTime], year: int, best: tuple[Period, FoundTime]) -> tuple[Period, FoundTime]:
    """The latest month or day without a year that is told as past, taken for one of that year; else the best so far."""
    for f in found:
        bare = _first_day(doc, f, year) if f.year is None and f.month is not None else None
        if bare is not None and bare.first and best[0].first and bare.first > best[0].first and _tense(doc, f) in (Tense.PAST, None):
            best = bare, f
    return best


def _of_these_days(f: FoundTime) -> bool:
    """Whether an expression is one of news just in: a bare weekday, "last week", "yesterday"."""
    return (f.weekday is not None and f.day is None) or (f.form is Form.RELATIVE and f.unit in ("W", "D") and not f.telling)


def _shifted(found: Sequence[FoundTime], source: FoundTime, latest: Period) -> date | None:
    """The last day of "two days after" what is dated last."""
    for f in found:
        if f.form is Form.SHIFT and f.word == "E" and f.unit == "D" and f.count and 0 <= f.span[0] - source.span[1] < 400 and latest.last:
            return shift_days(latest.last, int(f.count) * (f.shift or 1))
    return None


def _bare_months(doc: Doc, found: Sequence[FoundTime], days: Days) -> tuple[Clue, Days] | None:
    """Months without a year: after the last that is told as past, not later than the first that is looked ahead to."""
    hull = days.hull()
    if hull is None or hull.first is None or hull.first <= OLDEST or ((hull.last or date(2100, 1, 1)) - hull.first).days > WIDEST:
        return None
    bare = [f for f in found if f.form is Form.DATE and f.month is not None and f.year is None and f.relation is None]
    past = [f for f in bare if _tense(doc, f) is Tense.PAST]
    ahead = [f for f in bare if f not in past and (_tense(doc, f) is Tense.FUTURE or _awaited(doc, f))]
    if not past:
        return None
    spoken = max(past, key=lambda f: (f.month or 0, f.day or 0))
    first_past = min(f.month or 12 for f in past)
    out: list[tuple[date, date | None]] = []
    for year in range(hull.first.year - 1, (hull.last or hull.first).year + 1):
        start = date(year, spoken.month or 1, min(spoken.day, 28) if spoken.day else 1)
        begin = start if spoken.day else shift_months(start, 1)
        end = hull.last if hull.last and (hull.last - hull.first).days <= 366 else shift_days(shift_months(date(year, first_past, 1), 11), -1)
        coming = [f.month for f in ahead if f.month is not None and f.month > (spoken.month or 0)]
        if coming:
            after = months(year, min(coming), 1).last
            end = min(end, after) if after else end
        if begin <= end:
            out.append((begin, end))
    words = doc.text[spoken.span[0] : spoken.span[1]]
    return (Clue(spoken.span, f"“{words}” is told as past, later months as ahead"), Days(tuple(out))) if out else None


def _awaited(doc: Doc, f: FoundTime) -> bool:
    """Whether a month stands before an event that sentences around it hope for or fear ("after the country's May election")."""
    head = doc.head_of(f.span)
    if head is None or head.dep not in PREMODIFIERS:
        return False
    up = head.head
    while up.head is not up:
        if up.pos in ("VERB", "AUX") and up.tag in ("VBP", "VBZ", "VB"):
            return True
        up = up.head
    return up.tag in ("VBG", "VB", "VBP", "VBZ") and up.lemma in ("hope", "expect", "wait", "prepare", "look")

"""Time expressions on the calendar: TIMEX3 values and days, reckoned from the publication day or from one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from legation.codes.times import word_class
from legation.find.timegrammar import Form
from legation.find.times import FoundTime
from legation.link.base import Base
from legation.link.reckon import reckon
from legation.link.tense import Tense, governing_verb, tense_of
from legation.link.timex import FIRST, LAST, duration, move, shift_days
from legation.parse.doc import Doc, Token
from legation.words.article import Publication
from legation.words.evidence import Span
from legation.words.period import Period, Time, TimeType

# A text is a narrative (told from date to date, not from the day of writing) where explicit years abound and lie back.
NARRATIVE_YEARS = 5
NARRATIVE_DISTANCE = 2
# An inferred interval wider than this (or open) is no day to reckon "in May" or "last year" from.
WIDEST = 400
# So near, in characters, a day stands beside the clock time behind it.
BESIDE = 10
UNTIL = {"until", "till"}
CLOSING = {"to", "through", "until", "till", "up to", "ended", "ending", "ended on", "ending on", "ended in", "ending in"}
JOINING = {"and", "or", "to", "until", "till", "through", "-", "–", "—", ""}


@dataclass(frozen=True, slots=True)
class Placed:
    """A found expression with what was made of it."""

    found: FoundTime
    time: Time


def place_times(doc: Doc, found: Sequence[FoundTime], published: Publication | None) -> tuple[Time, ...]:
    """The found expressions with value, days and anchor, in text order."""
    when = published.when if published else None
    if when is not None and (when.days is None or when.days > WIDEST or when.first is None or not FIRST <= when.first <= LAST):
        when = None
    return tuple(p.time for p in place(doc, found, when))


def place(doc: Doc, found: Sequence[FoundTime], published: Period | None) -> list[Placed]:
    """The found expressions, each with its Time; `published` may be a day, an interval or unknown."""
    calendar = _Calendar(doc, found, published)
    return [Placed(f, calendar.put(n)) for n, f in enumerate(found)]


def is_narrative(found: Sequence[FoundTime], published: Period | None) -> bool:
    """Whether a text tells of dated past rather than of the days before its publication."""
    if published is None:
        return True
    now = published.last or published.first
    years = [f.year for f in found if f.dated and f.year is not None and not f.bc and not f.short_year]
    spoken = sum(1 for f in found if _speaks_of_now(f))
    old = sum(1 for f in found if f.bc or (f.decade is not None))
    if now is None or len(years) + old < NARRATIVE_YEARS or len(years) + old <= 3 * spoken:
        return False
    return now.year - median(years or [0]) >= NARRATIVE_DISTANCE


def _speaks_of_now(f: FoundTime) -> bool:
    if f.form is Form.SHIFT:
        return f.word == "A"
    return (f.relation is not None and not f.telling) or (f.weekday is not None and f.day is None)


class _Calendar:
    """Places expressions in text order and remembers what was told."""

    def __init__(self, doc: Doc, found: Sequence[FoundTime], published: Period | None) -> None:
        self.doc, self.found = doc, found
        self.published = published
        self.narrative = is_narrative(found, published)
        self.told: Period | None = None
        self.day: Period | None = None
        self.range: Period | None = None
        self.closed: Period | None = None
        self.events: dict[str, Period] = {}
        years = [f.year for f in found if f.dated and f.year and not f.bc and not f.short_year]
        center = median(years) if years else None
        self.middle = None if center is None else (center, 5 + 3 * median(abs(y - center) for y in years))

    def put(self, n: int) -> Time:
        """The Time of the n-th found expression; to be called in order."""
        f = self.found[n]
        head = self.doc.head_of(f.span)
        value, when, anchor = self._value(n, f, head)
        if f.form is Form.SHIFT and f.word == "E" and self._anchored(n, f) is None:
            f = replace(f, form=Form.DURATION, span=(f.span[0], self._unit_end(f)))
            value, when, anchor = duration(f.count, f.unit or "D"), None, "none"
        if f.form is Form.DURATION and (closed := self._closed(n, f)) is not None:
            when = self.closed = closed
        kind = _type_of(f, value)
        if (kind in (TimeType.DATE, TimeType.TIME) or f.form is Form.PORTION) and when is not None and not value.endswith("_REF"):
            self._remember(n, f, value, when, head)
        return Time(self._reach(f), kind, value, when, anchor)

    def _closed(self, n: int, f: FoundTime) -> Period | None:
        """The days of a length that the next date closes: "the three months to June", "the 12 months ended 30 June"."""
        following = self.found[n + 1] if n + 1 < len(self.found) else None
        if following is None or not f.count or f.count != int(f.count) or following.form is not Form.DATE or not (following.month or following.year):
            return None
        if self.doc.text[f.span[1] : following.span[0]].strip().lower() not in CLOSING:
            return None
        when = self._value(n + 1, following, self.doc.head_of(following.span))[1]
        if when is None or when.last is None or (f.unit or "").startswith("T"):
            return None
        begin = move(shift_days(when.last, 1), f.unit or "D", -int(f.count))
        return Period(begin, when.last) if begin <= when.last else None

    def _reach(self, f: FoundTime) -> Span:
        """The span, with the noun that a shift is counted from ("two days after the test")."""
        if f.form is not Form.SHIFT or f.word != "E":
            return f.span
        event = self._event_after(f)
        return (f.span[0], event.end) if event else f.span

    def _unit_end(self, f: FoundTime) -> int:
        """Where "two days after" ends without its last word."""
        return f.span[0] + len(self.doc.text[f.span[0] : f.span[1]].rpartition(" ")[0].rstrip()) or f.span[1]

    def _anchored(self, n: int, f: FoundTime) -> Period | None:
        """The days of what a shift is counted from, where the text dates it: "after the test", "before 5 May"."""
        following = self.found[n + 1] if n + 1 < len(self.found) else None
        if following is not None and following.span[0] - f.span[1] <= 6 and following.form is Form.DATE:
            if following.dated:
                return reckon(following, Base(None, None, False, None))[1]
            if following.holiday or (following.month and following.day):  # "two days before Christmas"
                return self._value(n + 1, following, self.doc.head_of(following.span))[1]
        event = self._event_after(f)
        return self.events.get(event.lemma) if event is not None else None

    def _event_after(self, f: FoundTime) -> Token | None:
        """The noun or verb right after "two days after"."""
        last = self.doc.at(f.span[1] - 1)
        if last is None:
            return None
        tokens = self.doc.sentence(last).tokens
        at = last.i - tokens[0].i + 1
        for t in tokens[at : at + 6]:
            if t.pos in ("NOUN", "PROPN", "VERB") and t.dep != "compound":
                return t
            if t.text in ",.;:":
                break
        return None

    def _value(self, n: int, f: FoundTime, head: Token | None) -> tuple[str, Period | None, str]:
        tense = _tense(head) if head is not None else None
        if (year := self._shared_year(n, f)) is not None:
            f = replace(f, year=year)
        if f.form is Form.CLOCK and (day := self._day_beside(n, f)) is not None:
            return *reckon(f, Base(None, day, True, tense)), "span"
        told, anchor = self._told(n, f), "span"
        use_told = f.telling or self.narrative or (told is not None and self._goes_on(n, f, tense))
        if f.dated or f.form in (Form.DURATION, Form.SET):
            anchor = "none"
        elif not use_told or (told is None and not self.narrative):
            anchor = "publication" if self.published else "none"
        if f.inside is not None and f.inside.dated:
            anchor = "none"
        ends = (self.published.first, self.published.last) if self.published else (None, None)
        made = [reckon(f, Base(now, told, use_told, tense, self.range, self.narrative, self._perfect(f, head))) for now in dict.fromkeys(ends)]
        if len(made) == 1 or made[0] == made[1]:
            return *made[0], anchor
        value, when = _hull(made[0], made[1])
        if f.weekday is not None and f.day is None:
            value = f"XXXX-WXX-{f.weekday}"
        return value, when, anchor

    def _perfect(self, f: FoundTime, head: Token | None) -> bool:
        """Whether a duration is said of a state that lasts till now ("have negotiated for four years")."""
        if f.form is not Form.DURATION or head is None:
            return False
        prep = head.head if head.dep == "pobj" else None
        if prep is None or prep.lower not in ("for", "in", "over", "within", "during"):
            return False
        verb = next((t for t in prep.ancestors() if t.pos in ("VERB", "AUX")), None)
        return verb is not None and any(c.dep == "aux" and c.lemma == "have" and c.tag in ("VBZ", "VBP") for c in verb.children)

    def _shared_year(self, n: int, f: FoundTime) -> int | None:
        """The year of a bare month or day that the next expression names for both ("from May 15 to August 16, 1988", "April and June 1955")."""
        if f.form is not Form.DATE or f.year is not None or f.relation is not None or f.bc or not (f.month or f.season):
            return None
        for step in (1, 2, 3):
            if n + step >= len(self.found):
                return None
            a, b = self.found[n + step - 1], self.found[n + step]
            if self.doc.text[a.span[1] : b.span[0]].strip(" ,").lower() not in JOINING:
                return None
            if b.form is Form.DATE and b.year is not None and not b.bc and (b.month or b.season):
                return b.year - (f.month is not None and b.month is not None and f.month > b.month)
            if b.form is not Form.DATE or b.year is not None:
                return None
        return None

    def _day_beside(self, n: int, f: FoundTime) -> Period | None:
        """The day that a clock time stands beside in its sentence."""
        token = self.doc.at(f.span[0])
        if token is None:
            return None
        start, end = self.doc.sentence(token).span
        beside = n and self.found[n - 1].span[0] >= start and (_names_day(self.found[n - 1]) or self.found[n - 1].form is Form.CLOCK)
        before = self.told if beside and self.told is not None and self.told.days == 1 else None
        if before is not None and f.span[0] - self.found[n - 1].span[1] < BESIDE:
            return before
        after = next((g for g in self.found[n + 1 : n + 3] if g.form is not Form.CLOCK), None)  # "3 a.m. (0100 GMT) on Friday"
        if after is not None and after.span[1] <= end and after.span[0] - f.span[1] < 40 and _names_day(after):
            base = Base(self.published.last if self.published else None, self.told, self.narrative, tense_of(token))
            return reckon(after, base)[1]
        return before

    def _goes_on(self, n: int, f: FoundTime, tense: object) -> bool:
        """In news: whether a bare month or day goes on from an older date told just before, in the same sentence."""
        if f.form is not Form.DATE or f.month is None or f.year is not None or f.relation is not None or self.told is None or not n:
            return False
        before = self.found[n - 1]
        if before.month and not before.bc and self.doc.text[before.span[1] : f.span[0]].strip(" ,").lower() in JOINING:
            return True
        first, last = self.doc.at(before.span[0]), self.doc.at(f.span[0])
        same = first is not None and last is not None and first.sent == last.sent
        return same and before.dated and before.year is not None and before.month is not None

    def _told(self, n: int, f: FoundTime) -> Period | None:
        """What was told before that this one is reckoned from."""
        if f.form is Form.SHIFT and f.word == "E":
            return self._anchored(n, f)
        if f.telling and f.unit == "D" and self.day is not None and self.told is not None and (self.told.days or 0) > 1:
            return self.day  # "earlier that day", though a year was named since
        if self.told is not None:
            return self.told
        if not self.narrative:
            return self.published
        later = next((g for g in self.found[n:] if g.dated and g.year), None)
        return reckon(later, Base(None, None, False, None))[1] if later is not None else None

    def _remember(self, n: int, f: FoundTime, value: str, when: Period, head: Token | None) -> None:
        if n and self.told is not None and self._ranged(self.found[n - 1], f):
            start = self.told
            if start.first and when.last and start.first <= when.last:
                self.range = Period(start.first, when.last)
        elif f.form in (Form.PORTION, Form.DATE, Form.RELATIVE):
            self.range = self.closed if self.closed is not None and self.closed.last == when.last else when
        if f.form is Form.CLOCK or f.decade is not None or f.fiscal or self._digresses(f, when) or self._is_aside(f, head):
            return
        self.told = when
        self.day = when if when.days == 1 else self.day
        for t in _carriers(head):
            self.events.setdefault(t.lemma, when)

    def _digresses(self, f: FoundTime, when: Period) -> bool:
        """Whether a bare year lies far off the years that the text tells of, so that the telling does not go on from it."""
        if not self.narrative or f.year is None or f.month is not None or when.first is None or self.middle is None:
            return False
        return abs(when.first.year - self.middle[0]) > self.middle[1]

    def _is_aside(self, f: FoundTime, head: Token | None) -> bool:
        """Whether a date of a narrative only says which thing is meant: "the 1978 treaty", "the charter (1790)"."""
        if not self.narrative or head is None or f.year is None or f.day is not None:
            return False
        start, end = f.span
        bracketed = f.month is None and self.doc.text[start - 1 : start] == "(" and self.doc.text[end : end + 1] == ")"
        return bracketed or (head.dep in ("compound", "nmod", "amod", "nummod") and head.head.i > head.i)

    def _ranged(self, a: FoundTime, b: FoundTime) -> bool:
        """Whether two expressions are the ends of one stretch ("from January to May", "1914–18")."""
        return is_range(self.doc, a.span, b.span)


def _tense(head: Token) -> Tense | None:
    """The tense that places a date: none where it is what something lasts until, or when something asked for or planned will be."""
    tense = tense_of(head)
    if tense is not Tense.PAST:
        return tense
    prep = head.head if head.dep == "pobj" else None
    if prep is not None and prep.lower in UNTIL:
        return None
    noun = prep.head if prep is not None else head.head if head.dep in ("nmod", "compound") else None
    if noun is None or noun.pos != "NOUN":
        return tense
    verb = governing_verb(noun)
    awaited = verb is not None and verb.lemma in word_class("announce") | word_class("ahead") and noun.dep in ("dobj", "pobj")
    return None if awaited else tense


def _names_day(f: FoundTime) -> bool:
    """Whether an expression names one day: a date, a weekday, "yesterday"."""
    return bool(f.day or f.weekday or (f.form is Form.DATE and f.unit == "D" and f.relation is not None))


def is_range(doc: Doc, a: Span, b: Span) -> bool:
    """Whether the words between two expressions make them the ends of one stretch."""
    between = doc.text[a[1] : b[0]]
    if len(between) > 12:
        return False
    word = between.strip(" ,").lower()
    if word in ("to", "until", "till", "through", "-", "–", "—", "/", "and until", "up to", "ended", "ending"):
        return True
    return word == "and" and doc.text[max(0, a[0] - 8) : a[0]].lower().endswith(("between ", "both "))


def _carriers(head: Token | None) -> list[Token]:
    """The noun or verb that a time expression dates ("its July 4 test", "fired on 5 May")."""
    if head is None or head.head is head:
        return []
    above = head.head
    if above.pos == "ADP" and above.head is not above:
        above = above.head
    return [above] if above.pos in ("NOUN", "PROPN", "VERB") else []


def _type_of(f: FoundTime, value: str) -> TimeType:
    if f.form is Form.SET:
        return TimeType.SET
    if f.form in (Form.DURATION, Form.STRETCH, Form.PORTION) and value.startswith("P") and not value.endswith("_REF"):
        return TimeType.DURATION
    if "T" in value and not value.endswith("_REF") and not value.startswith("P"):
        return TimeType.TIME
    if value.startswith("P") and not value.endswith("_REF"):
        return TimeType.DURATION
    return TimeType.DATE


def _hull(a: tuple[str, Period | None], b: tuple[str, Period | None]) -> tuple[str, Period | None]:
    """Two readings of one expression, from the first and the last day the article can have appeared: what they share."""
    value = a[0] if a[0] == b[0] else "".join(x if x == y else "X" for x, y in zip(a[0], b[0], strict=True)) if len(a[0]) == len(b[0]) else a[0]
    if a[1] is None or b[1] is None:
        return value, a[1] or b[1]
    firsts, lasts = (a[1].first, b[1].first), (a[1].last, b[1].last)
    first = None if None in firsts else min(d for d in firsts if d)
    last = None if None in lasts else max(d for d in lasts if d)
    return value, Period(first, last) if first or last else None

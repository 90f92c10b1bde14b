"""Whether two figures speak of the same time, and if not, in plain words of which."""

from __future__ import annotations

from datetime import date

from legation.reconcile.entry import Entry
from legation.reconcile.measures import Nature
from legation.reconcile.subjects import RUNNING
from legation.reconcile.values import compatible, equal
from legation.words.period import Grain, Period
from legation.words.status import Status

ZONE = 1
"""Days that time zones may move a date."""

STANDING = 183
"""Two undated figures told within this many days speak of the same standing state of things."""

STANDING_EQUAL = 366
RECENT = 31
"""A stock of this many days ago is still the present one; a toll of this many days ago may still grow."""

IN_FORCE = 92
"""A decreed rate named again within this many days is taken to be the same one."""

MEETING = 0.5
"""Share of the union that two periods of a stock have in common where they are one; a flow must match to ZONE days on either side."""


def other_period(a: Entry, b: Entry) -> str | None:
    """Why the two speak of different times; None where they speak of one."""
    if "change" in (a.role, b.role) and a.role != b.role:
        return None
    apart = _RULES[a.measure.nature](a, b)
    return _against(a, b) if apart else None


def gap(p: Period | None, q: Period | None) -> int | None:
    """Days between two periods, 0 where they meet; None where one is unknown."""
    if p is None or q is None:
        return None
    if p.meets(q):
        return 0
    first, second = (p, q) if (p.last or date.max) < (q.first or date.min) else (q, p)
    assert first.last
    assert second.first
    return (second.first - first.last).days


def told_after(a: Entry, b: Entry) -> bool:
    """Whether a was published after b."""
    p, q = a.told.teller.published, b.told.teller.published
    return bool(p and q and p.first and q.last and p.first > q.last)


def _flow(a: Entry, b: Entry) -> bool:
    p, q = a.figure.when, b.figure.when
    if p is None and q is None:
        # What sums up a time that is not named sums up that before its article.
        between = gap(a.told.teller.published, b.told.teller.published) or 0
        return between > (ZONE if a.role == "change" else RECENT) and not equal(a, b)
    if p is None or q is None:
        return not compatible(a, b)
    return not all(x is None or y is None or abs((x - y).days) <= ZONE for x, y in ((p.first, q.first), (p.last, q.last)))


def _stock(a: Entry, b: Entry) -> bool:
    p, q = a.figure.when, b.figure.when
    if p is None and q is None:
        return (gap(a.holds, b.holds) or 0) > (STANDING_EQUAL if equal(a, b) else STANDING)
    between = gap(a.holds, b.holds)
    if p is None or q is None:
        return between is not None and between > (STANDING if equal(a, b) else RECENT)
    if between is None or between > ZONE:
        return True
    return not compatible(a, b) and not _one(p, q)


def _decreed(a: Entry, b: Entry) -> bool:
    between = gap(a.holds, b.holds) or 0
    if equal(a, b):
        return between > IN_FORCE
    if (a.figure.status is Status.PLANNED) != (b.figure.status is Status.PLANNED) or a.subject.former != b.subject.former:
        return True
    return _days(a.holds) != _days(b.holds) or told_after(a, b) or told_after(b, a)


def _toll(a: Entry, b: Entry) -> bool:
    if RUNNING in a.subject.limits and RUNNING in b.subject.limits:
        return False
    p, q = a.figure.when, b.figure.when
    if p and q and _of_years(p, q):
        return True
    limit = ZONE if p and q else RECENT
    return (gap(a.holds, b.holds) or 0) > limit


def _event(a: Entry, b: Entry) -> bool:
    p, q = a.figure.when, b.figure.when
    if p and q and _of_years(p, q):
        return True
    dated = p and q
    return (gap(a.holds, b.holds) or 0) > (ZONE if dated or not compatible(a, b) else RECENT)


def _of_years(p: Period, q: Period) -> bool:
    """Whether they count over long times that are not one: `14 elections from 1999 to 2012`, `22 from 1999 to 2017`."""
    long = p.days and q.days and min(p.days, q.days) > RECENT
    return bool(long and not _one(p, q)) or bool(long and p.last and q.last and abs((p.last - q.last).days) > RECENT)


_RULES = {Nature.FLOW: _flow, Nature.STOCK: _stock, Nature.DECREED: _decreed, Nature.TOLL: _toll, Nature.EVENT: _event}


def _one(p: Period, q: Period) -> bool:
    """Whether two periods of a stock are the same for all that can be told."""
    (pf, pl), (qf, ql) = _days(p), _days(q)
    if not (pf and pl and qf and ql):
        return False
    shared = (min(pl, ql) - max(pf, qf)).days + 1
    return shared / ((max(pl, ql) - min(pf, qf)).days + 1) >= MEETING or p.grain is q.grain is Grain.DAY


def _days(p: Period | None) -> tuple[date | None, date | None]:
    """The day or days a level is told for; where one side is open, the day that is named."""
    if p is None:
        return None, None
    return p.first or p.last, p.last or p.first


def _against(a: Entry, b: Entry) -> str:
    said = [_said(e) for e in (a, b)]
    if said[0] == said[1]:
        said = [f"{s} ({_how(e)})" for s, e in zip(said, (a, b), strict=True)]
    return f"{said[0]} against {said[1]}"


def _how(e: Entry) -> str:
    if e.figure.status is Status.PLANNED:
        return "announced"
    return "until then" if e.subject.former or (e.figure.when and e.figure.when.first is None) else "from then"


def _said(e: Entry) -> str:
    """A period in words: `2015`, `May 2017`, `2017-01-01 to 2017-05-31`, `told 2017-07-10`."""
    p = e.figure.when
    if p is None:
        return f"told {calendar(e.holds or e.told.teller.published)}" if e.holds or e.told.teller.published else "no period given"
    return calendar(p)


def calendar(p: Period | None) -> str:
    """A period in words: `2015`, `2017-01-01 to 2017-05-31`."""
    if p is None:
        return "no day"
    if p.grain is Grain.YEAR and p.first:
        return str(p.first.year)
    if p.grain is Grain.MONTH and p.first:
        return f"{p.first:%B %Y}"
    if p.first is None or p.last is None:
        return f"up to {p.last}" if p.last else f"since {p.first}"
    return str(p.first) if p.first == p.last else f"{p.first} to {p.last}"

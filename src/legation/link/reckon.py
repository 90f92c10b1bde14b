"""One time expression on the calendar, given the day of writing and what was told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from legation.find.timegrammar import Form
from legation.find.times import FoundTime
from legation.link.base import Base, Value
from legation.link.dates import read_date
from legation.link.lengths import length, portion, relative, repeated, same_period, shift, stretch
from legation.link.timex import part_of
from legation.words.period import Period


def reckon(f: FoundTime, base: Base) -> Value:
    """TIMEX3 value and days (None where there are none) of a found expression."""
    if f.inside is not None:
        base = replace(base, outer=reckon(f.inside, _inner(f, base)))
    value, when = _READERS[f.form](f, base)
    if f.form is Form.DATE and f.part and not value.endswith("_REF"):
        value = f"{value}T{f.part}"
    if f.form is Form.DATE and f.clock:
        value = f"{value}T{f.clock}{f.zone or ''}"
    if when is not None and f.edge and f.unit != "D" and f.form in (Form.DATE, Form.RELATIVE):
        when = _cut(when, f.edge, base) if f.edge in ("BEFORE", "AFTER") else part_of(when, f.edge)
    return value, when


def _cut(when: Period, edge: str, base: Base) -> Period:
    """ "earlier this month" ends with the day spoken from, "later this year" begins with it."""
    first, last = when.first, when.last
    day = next((d for d in (base.now, base.day) if d and first and last and first <= d <= last), None)
    if day is None or base.narrative:
        return part_of(when, "START" if edge == "BEFORE" else "END")
    return Period(when.first, day) if edge == "BEFORE" else Period(day, when.last)


def _inner(f: FoundTime, base: Base) -> Base:
    """What the outer expression is reckoned from: "the same period last year" from the period that is meant."""
    if f.form is Form.SAME and base.now is not None and not base.narrative and base.range and base.range.last:
        return Base(base.range.last, None, False, None)
    return base


def _clock(f: FoundTime, base: Base) -> Value:
    day = base.day or base.now
    when = Period(day, day) if day else None
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{f.clock}{f.zone or ''}", when


def _reference(f: FoundTime, base: Base) -> Value:
    value = f.word or "PRESENT_REF"
    here = value == "PRESENT_REF" and base.now is not None and not base.narrative
    return value, Period(base.now, base.now) if here else None


_READERS: dict[Form, Callable[[FoundTime, Base], Value]] = {
    Form.DATE: read_date,
    Form.RELATIVE: relative,
    Form.SHIFT: shift,
    Form.PORTION: portion,
    Form.SAME: same_period,
    Form.STRETCH: stretch,
    Form.DURATION: length,
    Form.SET: repeated,
    Form.CLOCK: _clock,
    Form.REFERENCE: _reference,
}

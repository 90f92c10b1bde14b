"""One time expression on the calendar, given the day of writing and what was told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from legation.codes.times import holidays
from legation.find.timegrammar import Form
from legation.find.times import FoundTime
from legation.link.holidays import holiday_in
from legation.link.tense import Tense
from legation.link.timex import duration, move, part_of, period_of, shift_days, shift_months, unit_value
from legation.words.period import Period

Value = tuple[str, Period | None]


@dataclass(frozen=True, slots=True)
class Base:
    """What an expression is reckoned from: the day of writing, the period told last, and which of them rules here."""

    now: date | None
    told: Period | None
    use_told: bool
    tense: Tense | None
    range: Period | None = None
    narrative: bool = False
    perfect: bool = False

    @property
    def day(self) -> date | None:
        """The day that relative words are counted from."""
        told = self.told and (self.told.last if self.told.first is None else self.told.first)
        return (told or (None if self.narrative else self.now)) if self.use_told else self.now


def reckon(f: FoundTime, base: Base) -> Value:
    """TIMEX3 value and days (None where there are none) of a found expression."""
    value, when = _READERS[f.form](f, base)
    if f.form is Form.DATE and f.part and not value.endswith("_REF"):
        value = f"{value}T{f.part}"
    if when is not None and f.edge and f.form in (Form.DATE, Form.RELATIVE):
        when = part_of(when, f.edge)
    return value, when


def _named(value: str) -> Value:
    return value, period_of(value)


def _date(f: FoundTime, base: Base) -> Value:
    if f.holiday:
        return _holiday(f, base)
    if f.ordinal is not None or f.quarter is not None:
        return _numbered(f, base)
    if f.decade is not None:
        return _decade(f, base)
    if f.bc:
        return _before_christ(f), None
    if f.season:
        return _season(f, base)
    if f.month is not None:
        return _month(f, base)
    if f.weekday is not None and f.day is None:
        return _weekday(f, base)
    if f.day is not None:
        return _day_alone(f, base)
    if f.year is not None:
        year = _full_year(f, base)
        return (f"FY{year:04d}" if f.fiscal else f"{year:04d}"), period_of(f"{year:04d}")
    return _relative(f, base)


def _before_christ(f: FoundTime) -> str:
    if f.year is None:
        return "BCXXXX"
    more = f"-{f.month:02d}" + (f"-{f.day:02d}" if f.day else "") if f.month else f"-{f.season}" if f.season else ""
    return f"BC{f.year:04d}{more}"


def _full_year(f: FoundTime, base: Base) -> int:
    """A year; one of two digits in the century told, else the latest that is past."""
    if f.year is None or not f.short_year:
        return f.year or 0
    if base.use_told and base.day is not None:
        return base.day.year // 100 * 100 + f.year
    now = base.now.year if base.now else 2030
    return now // 100 * 100 + f.year - (100 if now // 100 * 100 + f.year > now + 5 else 0)


def _frame(f: FoundTime, base: Base) -> int | None:
    """The year that "this year", "of that year", "last year" beside a month or season puts it in."""
    if f.unit not in ("Y", "10Y") or f.relation is None:
        return None
    day = base.day if f.telling else (base.day or base.now)
    return move(day, f.unit, f.relation).year if day else None


def _month(f: FoundTime, base: Base) -> Value:
    assert f.month is not None
    year = _full_year(f, base) if f.year is not None else _frame(f, base)
    if year is None:
        year = _year_of(f, base)
    if year is None:
        return f"XXXX-{f.month:02d}" + (f"-{f.day:02d}" if f.day else ""), None
    return _named(f"{year:04d}-{f.month:02d}" + (f"-{f.day:02d}" if f.day else ""))


def _year_of(f: FoundTime, base: Base) -> int | None:
    """The year of a bare month or day: in a narrative the one being told, in news the past or coming one as the tense says."""
    assert f.month is not None
    day = base.day
    if day is None:
        return None
    if base.use_told and f.relation is None:
        if f.month <= 2 and day.month >= 12:
            return day.year + 1
        return day.year
    here = (day.month, day.day) if f.day else (day.month, 0)
    there = (f.month, f.day or 0)
    if f.relation is not None:
        return day.year - (there >= here) if f.relation < 0 else day.year + (there <= here) if f.relation > 0 else day.year
    if base.tense is Tense.PAST:
        return day.year - (there > here)
    if base.tense is Tense.FUTURE:
        return day.year + (there < here)
    gap = f.month - day.month
    return day.year + (1 if gap < -6 else -1 if gap > 6 else 0)


def _day_alone(f: FoundTime, base: Base) -> Value:
    """ "on the 20th": of the month told, or the one before the day of writing."""
    day = base.day
    if day is None or f.day is None:
        return f"XXXX-XX-{f.day:02d}", None
    if not base.use_told and f.day > day.day and base.tense is not Tense.FUTURE:
        day = shift_months(day.replace(day=1), -1)
    return _named(f"{day.year:04d}-{day.month:02d}-{f.day:02d}")


def _weekday(f: FoundTime, base: Base) -> Value:
    assert f.weekday is not None
    day = base.day
    if day is None:
        return f"XXXX-WXX-{f.weekday}", None
    if f.unit == "W" and f.relation is not None:
        monday = shift_days(day, 1 - day.isoweekday())
        return _named(shift_days(monday, 7 * f.relation + f.weekday - 1).isoformat())
    back = (day.isoweekday() - f.weekday) % 7
    ahead = (f.weekday - day.isoweekday()) % 7
    if f.relation == -1:
        return _named(shift_days(day, -(back or 7)).isoformat())
    if f.relation == 1:
        return _named(shift_days(day, ahead or 7).isoformat())
    if base.use_told:
        return _named(shift_days(day, ahead).isoformat())
    forward = base.tense is Tense.FUTURE or (f.relation == 0 and base.tense is not Tense.PAST)
    return _named(shift_days(day, ahead if forward else -back).isoformat())


def _season(f: FoundTime, base: Base) -> Value:
    year = _full_year(f, base) if f.year is not None else _frame(f, base)
    if year is None:
        day = base.day
        if day is None:
            return f"XXXX-{f.season}", None
        own = period_of(f"{day.year:04d}-{f.season}")
        assert own is not None
        year = day.year
        if not base.use_told or (f.relation or 0) != 0:
            begun = own.first is not None and own.first <= day
            over = own.last is not None and own.last < day
            if f.relation == -1 or (f.relation is None and base.tense is Tense.PAST):
                year -= not (over if f.relation == -1 else begun)
            elif f.relation == 1 or base.tense is Tense.FUTURE:
                year += begun if f.relation == 1 else over
            elif f.season == "WI" and day.month <= 3:
                year -= 1
        elif f.season == "WI" and day.month <= 3:
            year -= 1
    return _named(f"{year:04d}-{f.season}")


def _holiday(f: FoundTime, base: Base) -> Value:
    holiday = holidays()[f.holiday or ""]
    year = _full_year(f, base) if f.year is not None else _frame(f, base)
    day = base.day
    if year is None and holiday.rule != "on":
        if day is None:
            return "XXXX-XX-XX", None
        year = day.year
        own = holiday_in(holiday, year)
        if own and own.first and not base.use_told:
            if f.relation == -1 or (f.relation is None and base.tense is Tense.PAST):
                year -= own.first > day
            elif f.relation == 1 or base.tense is Tense.FUTURE:
                year += own.first < day
            else:
                gap = (own.first - day).days
                year += -1 if gap > 200 else 1 if gap < -200 else 0
    when = holiday_in(holiday, year or 0)
    if when is None or when.first is None or when.last is None:
        return "XXXX-XX-XX", None
    return when.first.isoformat() if when.days == 1 else f"{when.first.isoformat()}/{when.last.isoformat()}", when


def _decade(f: FoundTime, base: Base) -> Value:
    decade = f.decade or ""
    if len(decade) == 1:
        century = base.day.year // 100 if base.use_told and base.day else 19
        decade = f"{century}{decade}"
    return ("BC" + decade, None) if f.bc else _named(decade)


def _numbered(f: FoundTime, base: Base) -> Value:
    """Quarters, halves and centuries by number: "the second quarter of 2017", "Q3", "the 19th century"."""
    if f.unit in ("100Y", "1000Y"):
        century = (f.ordinal or 1) - 1
        return (f"BC{century:02d}", None) if f.bc else _named(f"{century:02d}")
    day = base.day
    if f.inside is not None:
        outer = reckon(f.inside, base)
    elif f.year or day:
        outer = _named(f"{f.year:04d}" if f.year else unit_value(day or date.min, "Y"))
    else:
        outer = ("XXXX", None)
    if outer[0].startswith(("P", "X", "BC")):
        return "XXXX", None
    when = outer[1] or period_of(outer[0])
    number = f.quarter or f.ordinal or 1
    if f.half:
        return _half(number, outer[0], when)
    if len(outer[0].removeprefix("FY")) == 4 and 1 <= number <= 4:
        return _named(f"{outer[0]}-Q{number}")
    return outer[0], when


def _half(number: int, value: str, when: Period | None) -> Value:
    if when is None or when.first is None or when.last is None:
        return value, None
    if len(value.removeprefix("FY")) == 4:
        return _named(f"{value}-H{1 if number == 1 else 2}")
    middle = shift_days(when.first, ((when.last - when.first).days + 1) // 2)
    return value, Period(when.first, shift_days(middle, -1)) if number == 1 else Period(middle, when.last)


def _relative(f: FoundTime, base: Base) -> Value:
    """ "last year", "the next day", "yesterday", "these days", "the end of the month"."""
    unit = f.unit or "D"
    if f.part and f.unit is None:
        return _part_of_day(f, base)
    if f.word == "past" or (f.plural and (f.relation or 0) != 0):
        return _stretch(f, base)
    if f.plural and not f.telling:
        return "PRESENT_REF", None
    if f.form is Form.DATE and f.unit == "D" and f.relation == 0 and (base.narrative or base.now is None):
        return "PRESENT_REF", None
    day = (base.told.last if base.told and f.telling and (f.relation or 0) > 0 and unit == "D" else None) or base.day
    if f.edge and f.telling and base.now is not None and not base.narrative:
        day = base.now
    if day is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), None
    if unit.startswith("T"):
        return _named(day.isoformat())
    if unit == "W" and day.isoweekday() == 7 and not base.use_told:
        day = shift_days(day, 1)  # On a Sunday the week spoken of as last is the one that ends.
    value = unit_value(move(day, unit, f.relation or 0), unit)
    return ("FY" + value if f.fiscal else value), period_of(value)


def _part_of_day(f: FoundTime, base: Base) -> Value:
    """ "this morning", "last night", "that afternoon"."""
    day = base.day
    if day is None:
        return f"XXXX-XX-XXT{f.part}", None
    value = shift_days(day, f.relation or 0).isoformat()
    return f"{value}T{f.part}", period_of(value)


def _stretch(f: FoundTime, base: Base) -> Value:
    """ "the last five years", "the past decade", "the following days": a length that ends or begins at a day."""
    unit, relation = f.unit or "D", f.relation if f.relation is not None else -1
    count = f.count if f.form is Form.STRETCH else None if f.plural else 1.0
    value = duration(count, unit)
    day = base.day
    if day is None or count is None:
        return value, None
    if unit.startswith("T"):
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[unit]
        far = shift_days(day, relation * max(1, round(hours / 24)))
    else:
        whole = int(count)
        far = move(day, unit, relation * whole)
        if count != whole:
            far = shift_months(far, relation * 6) if unit == "Y" else far
    return value, Period(far, day) if far <= day else Period(day, far)


def _shift(f: FoundTime, base: Base) -> Value:
    """ "two years ago", "three days later", "a week after the test"."""
    unit, way = f.unit or "D", f.shift or 1
    day = base.day if f.word != "A" else (base.now if not base.narrative else base.day)
    if f.count is None:
        gap = (Period(None, day) if way < 0 else Period(day, None)) if day else None
        return ("PAST_REF" if way < 0 else "FUTURE_REF"), gap
    if day is None:
        return "XXXX-XX-XX" if unit == "D" else "XXXX", None
    if unit.startswith("T"):
        return _named(day.isoformat())
    whole = int(f.count)
    far = move(day, unit, way * whole)
    if f.count != whole and unit == "Y":
        return _named(unit_value(shift_months(far, way * 6), "M"))
    return _named(unit_value(far, unit))


def _portion(f: FoundTime, base: Base) -> Value:
    """ "the first five months of 2017", "the last week of June"."""
    value = duration(f.count if f.count is not None or f.plural else 1.0, f.unit or "D")
    outer = reckon(f.inside, base)[1] if f.inside else None
    if outer is None or outer.first is None or outer.last is None or f.unit is None or f.count is None or f.unit.startswith("T"):
        return value, outer
    count, number = int(f.count), f.ordinal or 1
    if number == -1:
        begin = shift_days(move(shift_days(outer.last, 1), f.unit, -count), 0)
        return value, Period(max(begin, outer.first), outer.last)
    begin = move(outer.first, f.unit, (number - 1) * count if count == 1 else 0)
    end = shift_days(move(begin, f.unit, count), -1)
    return (value, Period(begin, min(end, outer.last))) if begin <= min(end, outer.last) else (value, outer)


def _same(f: FoundTime, base: Base) -> Value:
    """ "the same period last year": the stretch told before, in another year."""
    outer = reckon(f.inside, base) if f.inside else ("XXXX", None)
    if f.inside is not None and f.inside.form is Form.RELATIVE and base.now is not None and not base.narrative:
        outer = reckon(f.inside, Base(base.range.last if base.range and base.range.last else base.now, None, False, None))
    told = base.range
    if told is None or told.first is None or told.last is None or outer[1] is None or outer[1].first is None:
        return outer
    years = outer[1].first.year - told.last.year
    first, last = shift_months(told.first, 12 * years), shift_months(shift_days(told.last, 1), 12 * years)
    last = shift_days(last, -1)
    if (told.last - told.first).days > 360:
        return outer
    whole = first.day == 1 and shift_days(last, 1).day == 1
    cut = 7 if whole else 10
    value = f"{first.isoformat()[:cut]}/{last.isoformat()[:cut]}"
    return (value.partition("/")[0] if first.isoformat()[:cut] == last.isoformat()[:cut] else value), Period(first, last)


def _length(f: FoundTime, base: Base) -> Value:
    value = duration(f.count, f.unit or "D")
    if base.perfect and base.now is not None and f.count is not None and not (f.unit or "").startswith("T"):
        return value, Period(move(base.now, f.unit or "D", -int(f.count)), base.now)
    return value, None


def _set(f: FoundTime, base: Base) -> Value:
    if f.word and f.unit is None:
        return f.word, None
    if f.weekday is not None:
        return f"XXXX-WXX-{f.weekday}", None
    return duration(f.count if f.count else 1.0, f.unit or "D"), None


def _clock(f: FoundTime, base: Base) -> Value:
    day = base.day or base.now
    when = Period(day, day) if day else None
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{f.clock}{f.zone or ''}", when


def _reference(f: FoundTime, base: Base) -> Value:
    value = f.word or "PRESENT_REF"
    here = value == "PRESENT_REF" and base.now is not None and not base.narrative
    return value, Period(base.now, base.now) if here else None


_READERS: dict[Form, Callable[[FoundTime, Base], Value]] = {
    Form.DATE: _date,
    Form.RELATIVE: _relative,
    Form.SHIFT: _shift,
    Form.PORTION: _portion,
    Form.SAME: _same,
    Form.STRETCH: _stretch,
    Form.DURATION: _length,
    Form.SET: _set,
    Form.CLOCK: _clock,
    Form.REFERENCE: _reference,
}

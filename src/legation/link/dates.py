"""Dates, months, seasons, weekdays, holidays and numbered periods on the calendar."""

from __future__ import annotations

from datetime import date

from legation.codes.times import holidays
from legation.find.times import FoundTime
from legation.link.base import Base, Value, named
from legation.link.holidays import holiday_in
from legation.link.lengths import relative
from legation.link.tense import Tense
from legation.link.timex import move, period_of, shift_days, shift_months, unit_value
from legation.words.period import Period

MONTH_DAYS = 31
# How many months ahead a bare day or month is still to come, though told in the past; how far back one may have begun of which the future is told.
SOON, NEXT, JUST_BEGUN = 1.5, 1, -0.5
# Up to this month the last quarters of the year before are what is reported.
MONTH_OF_REPORTS, QUARTER_MONTHS = 4, 3


def read_date(f: FoundTime, base: Base) -> Value:
    """A date by its most telling piece: a holiday, a number, a decade, a season, a month, a weekday, a day or a year."""
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
    return relative(f, base)


def _full_year(f: FoundTime, base: Base) -> int:
    """A year; one of two digits in the century told, else the latest that is past."""
    if f.year is None or not f.short_year:
        return f.year or 0
    if base.use_told and base.day is not None:
        return base.day.year // 100 * 100 + f.year
    now = base.now.year if base.now else 2030
    return now // 100 * 100 + f.year - (100 if now // 100 * 100 + f.year > now + 5 else 0)


def _before_christ(f: FoundTime) -> str:
    if f.year is None:
        return "BCXXXX"
    more = f"-{f.month:02d}" + (f"-{f.day:02d}" if f.day else "") if f.month else f"-{f.season}" if f.season else ""
    return f"BC{f.year:04d}{more}"


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
        year = _with_weekday(f, _year_of(f, base))
    if year is None:
        return f"XXXX-{f.month:02d}" + (f"-{f.day:02d}" if f.day else ""), None
    return named(f"{year:04d}-{f.month:02d}" + (f"-{f.day:02d}" if f.day else ""))


def _with_weekday(f: FoundTime, year: int | None) -> int | None:
    """A year, or the one beside it in which the day falls on the weekday said with it: "next Wednesday, July 31"."""
    if year is None or not f.weekday or not f.day:
        return year
    for near in (year, year + 1, year - 1):
        when = period_of(f"{near:04d}-{f.month:02d}-{f.day:02d}")
        if when is not None and when.first is not None and when.first.isoweekday() == f.weekday:
            return near
    return year


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
    ahead = f.month - day.month + ((f.day - day.day) / MONTH_DAYS if f.day else 0)
    if base.tense is Tense.PAST:  # Nobody dates what is almost a year old by its month or day alone.
        return day.year - (ahead > (SOON if f.day else NEXT))
    if base.tense is Tense.FUTURE:
        return day.year + (there < here and not (f.day and ahead > JUST_BEGUN))
    gap = f.month - day.month
    return day.year + (1 if gap < -6 else -1 if gap > 6 else 0)


def _day_alone(f: FoundTime, base: Base) -> Value:
    """ "on the 20th": of the month told, or the one before the day of writing."""
    day = base.day
    if day is None or f.day is None:
        return f"XXXX-XX-{f.day:02d}", None
    if f.unit == "M" and f.relation:
        day = move(day.replace(day=1), "M", f.relation)  # "the 25th of last month"
    elif not base.use_told and f.day > day.day and base.tense is not Tense.FUTURE:
        day = shift_months(day.replace(day=1), -1)
    return named(f"{day.year:04d}-{day.month:02d}-{f.day:02d}")


def _weekday(f: FoundTime, base: Base) -> Value:
    assert f.weekday is not None
    day = base.day
    if day is None:
        return f"XXXX-WXX-{f.weekday}", None
    if f.unit == "W" and f.relation is not None:
        monday = shift_days(day, 1 - day.isoweekday())
        return named(shift_days(monday, 7 * f.relation + f.weekday - 1).isoformat())
    back = (day.isoweekday() - f.weekday) % 7
    ahead = (f.weekday - day.isoweekday()) % 7
    if f.relation == -1:  # Nobody calls yesterday "last Thursday".
        return named(shift_days(day, -(back if back > 1 else back + 7)).isoformat())
    if f.relation == 1:
        return named(shift_days(day, ahead or 7).isoformat())
    if base.use_told:
        return named(shift_days(day, ahead).isoformat())
    forward = base.tense in (Tense.FUTURE, Tense.PRESENT) or (f.relation == 0 and base.tense is not Tense.PAST)
    return named(shift_days(day, ahead if forward else -back).isoformat())


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
    return named(f"{year:04d}-{f.season}")


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
    return (f"BC{decade:>03}", None) if f.bc else named(decade)


def _numbered(f: FoundTime, base: Base) -> Value:
    """Quarters, halves and centuries by number: "the second quarter of 2017", "Q3", "the 19th century"."""
    if f.unit in ("100Y", "1000Y"):
        century = (f.ordinal or 1) - 1
        return (f"BC{century:02d}", None) if f.bc else named(f"{century:02d}")
    day = base.day
    if f.inside is not None:
        outer = base.outer or ("XXXX", None)
    elif f.year or day:
        outer = named(f"{f.year:04d}" if f.year else unit_value(day or date.min, "Y"))
    else:
        outer = ("XXXX", None)
    if outer[0].startswith(("P", "X", "BC")):
        return "XXXX", None
    when = outer[1] or period_of(outer[0])
    number = f.quarter or f.ordinal or 1
    if f.half:
        return _half(number, outer[0], when)
    if len(outer[0].removeprefix("FY")) == 4 and 1 <= number <= 4:
        late = f.inside is None and f.year is None and base.tense is not Tense.FUTURE and day is not None and 3 * number - 2 > day.month
        soon = day is not None and base.now == day and 3 * number - 2 - day.month < QUARTER_MONTHS and day.month > MONTH_OF_REPORTS
        late = late and not soon
        return named(f"{int(outer[0]) - 1:04d}-Q{number}" if late and outer[0].isdecimal() else f"{outer[0]}-Q{number}")
    return outer[0], when


def _half(number: int, value: str, when: Period | None) -> Value:
    if when is None or when.first is None or when.last is None:
        return value, None
    if len(value.removeprefix("FY")) == 4:
        return named(f"{value}-H{1 if number == 1 else 2}")
    middle = shift_days(when.first, ((when.last - when.first).days + 1) // 2)
    return value, Period(when.first, shift_days(middle, -1)) if number == 1 else Period(middle, when.last)

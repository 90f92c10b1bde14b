"""Relative units, stretches, shifts and portions on the calendar: "last year", "the past decade", "two days later"."""

from __future__ import annotations

from collections.abc import Mapping

from legation.find.timegrammar import Form
from legation.find.times import FoundTime
from legation.link.base import Base, Value, named
from legation.link.tense import Tense
from legation.link.timex import duration, move, period_of, shift_days, shift_months, unit_value, week_of
from legation.words.period import Period

MONTH, CENTURY, SATURDAY = 31, 36525, 6
LONG = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}
# The longest stretch from which a count of the unit can be reckoned.
VAGUE = {"TS": 31, "TM": 31, "TH": 31, "D": 31, "W": 31, "2W": 31, "WE": 31, "M": 366}

# The longest from which the unit beside it can: "the previous month" is not counted from a year.
WHOLE = VAGUE | {"M": 92}


def relative(f: FoundTime, base: Base) -> Value:
    """ "last year", "the next day", "yesterday", "these days", "the end of the month"."""
    unit = f.unit or "D"
    if f.part and f.unit is None:
        return _part_of_day(f, base)
    if (f.word == "past" and unit != "WE") or (f.plural and (f.relation or 0) != 0):
        return stretch(f, base)
    if f.plural and not f.telling:
        return "PRESENT_REF", None
    if f.form is Form.DATE and f.unit == "D" and f.relation == 0 and (base.narrative or base.now is None):
        return "PRESENT_REF", None
    day = (base.told.last if base.told and f.telling and (f.relation or 0) > 0 and unit == "D" else None) or base.day
    if f.edge and f.telling and f.word is None and base.now is not None and not base.narrative and not _told_past(base):
        day = base.now
    if day is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), None
    if f.telling and f.edge in (None, "BEFORE", "AFTER") and (vague := _vague(unit, base, WHOLE)) is not None:
        if base.narrative or base.now is None or unit == "D":
            return vague if unit == "D" else (f"XXXX-{'XX' if unit == 'M' else 'WXX'}", vague[1])
        day = base.now  # "the previous month", in news that named a year
    if unit.startswith("T"):
        return named(day.isoformat())
    if unit == "W" and day.isoweekday() == 7 and not base.use_told:
        day = shift_days(day, 1)  # On a Sunday the week spoken of as last is the one that ends.
    if unit == "WE" and not f.relation and base.tense is Tense.PAST and day.isoweekday() < SATURDAY:
        day = shift_days(day, -7)  # "This weekend", told as past on a Monday.
    value = unit_value(move(day, unit, f.relation or 0), unit)
    return ("FY" + value if f.fiscal else value), period_of(value)


def _told_past(base: Base) -> bool:
    """Whether "the end of the year" is said in the past tense of a year told before."""
    told = base.told.last if base.told is not None else None
    recent = base.told is not None and (base.told.days or CENTURY) <= MONTH
    return recent and base.tense is Tense.PAST and told is not None and base.now is not None and told.year < base.now.year


def _part_of_day(f: FoundTime, base: Base) -> Value:
    """ "this morning", "last night", "that afternoon", "in the morning" of the day told, "at night" of no day."""
    day = base.day
    if base.use_told and base.told is not None and (base.told.days or CENTURY) > 1:
        day = None if base.narrative else base.now
    if day is None or f.relation is None:
        return f"XXXX-XX-XXT{f.part}", None
    value = shift_days(day, f.relation or 0).isoformat()
    return f"{value}T{f.part}", period_of(value)


def stretch(f: FoundTime, base: Base) -> Value:
    """ "the last five years", "the past decade", "the following days": a length that ends or begins at a day."""
    unit, relation = f.unit or "D", f.relation if f.relation is not None else -1
    count = f.count if f.form is Form.STRETCH else None if f.plural else 1.0
    value = duration(count, unit)
    day = base.day
    if day is None or count is None:
        return value, Period(None, day) if day is not None and relation < 0 else None
    if unit.startswith("T"):
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[unit]
        far = shift_days(day, relation * max(1, round(hours / 24)))
    else:
        whole = int(count)
        far = move(day, unit, relation * whole)
        if count != whole:
            far = shift_months(far, relation * 6) if unit == "Y" else far
    return value, Period(far, day) if far <= day else Period(day, far)


def shift(f: FoundTime, base: Base) -> Value:
    """ "two years ago", "three days later", "a week after the test"."""
    unit, way = f.unit or "D", f.shift or 1
    if f.word != "A" and (vague := _vague(unit, base)) is not None:
        return named(base.now.isoformat()) if unit.startswith("T") and base.now is not None and not base.narrative else vague
    day = base.day if f.word != "A" else (base.now if not base.narrative else base.day)
    if f.weekday is not None and day is not None:
        day = shift_days(day, (f.weekday - day.isoweekday()) % 7)  # "a week from Monday"
    if unit.startswith("T") and day is not None:
        return named(day.isoformat())
    if f.count is None:
        gap = (Period(None, day) if way < 0 else Period(day, None)) if day else None
        return ("PAST_REF" if way < 0 else "FUTURE_REF"), gap
    if day is None:
        return "XXXX-XX-XX" if unit == "D" else "XXXX", None
    count = f.count
    if unit in LONG and count != int(count):
        count, unit = count * LONG[unit], "Y"  # "half a century ago"
    whole = int(count)
    years = whole * LONG.get(unit, 0)
    if way < 0 and years >= day.year:
        return f"BC{years - day.year + 1:04d}", None
    far = move(day, unit, way * whole)
    if count != whole and unit == "Y":
        return named(unit_value(shift_months(far, way * 6), "M"))
    return named(unit_value(far, "Y" if unit in ("10Y", "100Y", "1000Y") else unit))


def _vague(unit: str, base: Base, longest: Mapping[str, int] = VAGUE) -> Value | None:
    """The period told, where it is too long to count days or months from ("in 1945 ... three days later" is some day of that year)."""
    told = base.told if base.use_told else None
    if told is None or told.first is None or (told.days or 0) <= longest.get(unit, CENTURY):
        return None
    return (f"{told.first.year:04d}" if told.last is not None and told.first.year == told.last.year else "XXXX"), told


def portion(f: FoundTime, base: Base) -> Value:
    """ "the first five months of 2017", "the last week of June"."""
    value = duration(f.count if f.count is not None or f.plural else 1.0, f.unit or "D")
    outer = base.outer and base.outer[1]
    if f.inside is None and f.unit == "M" and base.day is not None and not base.narrative:
        outer = period_of(unit_value(base.day, "Y"))  # "in the first nine months", of the year of writing
    if outer is None or outer.first is None or outer.last is None or f.unit is None or f.count is None or f.unit.startswith("T"):
        return value, outer
    count, number = int(f.count), f.ordinal or 1
    if number == -1:
        begin = shift_days(move(shift_days(outer.last, 1), f.unit, -count), 0)
        return value, Period(max(begin, outer.first), outer.last)
    begin = move(outer.first, f.unit, (number - 1) * count if count == 1 else 0)
    end = shift_days(move(begin, f.unit, count), -1)
    return (value, Period(begin, min(end, outer.last))) if begin <= min(end, outer.last) else (value, outer)


def same_period(f: FoundTime, base: Base) -> Value:
    """ "the same period last year": the stretch told before, in another year."""
    outer = base.outer or ("XXXX", None)
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
    if whole and first.month % 3 == 1 and shift_months(first, 3) == shift_days(last, 1):
        value = unit_value(first, "Q")
    if f.unit == "W":
        value, first = week_of(last), shift_days(last, 1 - last.isoweekday())
        last = shift_days(first, 6)
    return (value.partition("/")[0] if first.isoformat()[:cut] == last.isoformat()[:cut] else value), Period(first, last)


def length(f: FoundTime, base: Base) -> Value:
    """ "ten years", and the days where they last till now."""
    value = duration(f.count, f.unit or "D")
    if base.perfect and base.now is not None and f.count is not None and not (f.unit or "").startswith("T"):
        return value, Period(move(base.now, f.unit or "D", -int(f.count)), base.now)
    return value, None


def repeated(f: FoundTime, base: Base) -> Value:
    """ "daily", "every two years", "every Friday"."""
    if f.word and f.unit is None:
        return f.word, None
    if f.weekday is not None:
        return f"XXXX-WXX-{f.weekday}", None
    if f.season or f.month:
        return f"XXXX-{f.season or f'{f.month:02d}'}", None
    return duration(f.count or (None if f.plural else 1.0), f.unit or "D"), None

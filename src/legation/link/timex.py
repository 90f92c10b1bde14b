"""TIMEX3 values and the days they name."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from legation.words.period import Period

YEAR = re.compile(r"(?:FY)?(\d{4})$")
MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?$")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
QUARTER = re.compile(r"(?:FY)?(\d{4})-Q([1-4])$")
HALF = re.compile(r"(?:FY)?(\d{4})-H([12])$")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
DECADE = re.compile(r"(\d{3})$")
CENTURY = re.compile(r"(\d\d)$")
# Reckoning stays inside these days, a little within Python's own, so that a unit around or beside any of them still exists.
FIRST, LAST = date(10, 1, 1), date(9989, 12, 31)
TIPS = {"BEGIN": "START", "CLOSE": "END"}
CENTURY_LENGTH = 36000
SEASON_FROM = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def shift_months(day: date, count: int) -> date:
    """The day `count` months on (back where negative), at most the last day of that month; kept inside the calendar."""
    total = day.year * 12 + day.month - 1 + count
    year, month = divmod(total, 12)
    year = min(max(year, FIRST.year), LAST.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_days(day: date, count: int) -> date:
    """The day `count` days on, kept inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, FIRST.toordinal()), LAST.toordinal()))


def months(year: int, first: int, count: int) -> Period:
    """`count` whole months from a month of a year."""
    start = date(year, first, 1)
    return Period(start, shift_days(shift_months(start, count), -1))


def period_of(value: str) -> Period | None:
    """The days that a TIMEX3 value names; None where it names none (durations, references, BC, unknown parts)."""
    if value.startswith(("P", "BC", "X")):
        return None
    day, slash, rest = value.partition("/")
    if slash:
        a, b = period_of(day), period_of(rest)
        return Period(a.first, b.last) if a and b and a.first and b.last and a.first <= b.last else None
    try:
        return _period(day.partition("T")[0])
    except (ValueError, OverflowError):
        return None


def _period(value: str) -> Period | None:
    if m := DAY.match(value):
        d = date(int(m[1]), int(m[2]), int(m[3]))
        return Period(d, d)
    if m := MONTH.match(value):
        return months(int(m[1]), int(m[2]), 1)
    if m := YEAR.match(value):
        return months(int(m[1]), 1, 12)
    if m := WEEK.match(value):
        first = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return Period(shift_days(first, 5 if m[3] else 0), shift_days(first, 6))
    if m := QUARTER.match(value):
        return months(int(m[1]), 3 * int(m[2]) - 2, 3)
    if m := HALF.match(value):
        return months(int(m[1]), 6 * int(m[2]) - 5, 6)
    if m := SEASON.match(value):
        return months(int(m[1]), SEASON_FROM[m[2]], 3)
    if m := DECADE.match(value):
        return Period(date(int(m[1]) * 10 or 1, 1, 1), date(int(m[1]) * 10 + 9, 12, 31))
    if m := CENTURY.match(value):
        return Period(date(int(m[1]) * 100 or 1, 1, 1), date(int(m[1]) * 100 + 99, 12, 31))
    return None


def week_of(day: date) -> str:
    """The ISO week of a day as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: date, unit: str) -> str:
    """The calendar unit that a day lies in: `2017-03-07`, `2017-W10`, `2017-03`, `2017-Q1`, `2017`, `201`, `20`."""
    if unit == "W" or unit == "2W":
        return week_of(day)
    if unit == "WE":
        return week_of(day) + "-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "10Y":
        return f"{day.year // 10:03d}"
    if unit in ("100Y", "1000Y"):
        return f"{day.year // 100:02d}"
    return day.isoformat()


def move(day: date, unit: str, count: int) -> date:
    """The day `count` units on; hours and less leave the day."""
    if unit in ("D", "W", "2W", "WE"):
        return shift_days(day, count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[unit])
    sizes = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200, "1000Y": 12000}
    return shift_months(day, count * sizes[unit]) if unit in sizes else day


def duration(count: float | None, unit: str) -> str:
    """`P10Y`, `PT30M`, `P2.5Y`, `PXD`."""
    if unit == "Q":
        count, unit = (None if count is None else count * 3), "M"
    scale = re.match(r"(\d+)([A-Z])$", unit)
    if scale:
        count, unit = (None if count is None else count * int(scale[1])), scale[2]
    if unit == "WE":
        return f"P{_short(count)}WE"
    return f"PT{_short(count)}{unit[1]}" if unit.startswith("T") else f"P{_short(count)}{unit}"


def _short(count: float | None) -> str:
    return "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))


def part_of(period: Period, edge: str | None) -> Period:
    """The early, middle or late third of a period ("late January" is the 21st on); periods under three weeks stay whole.

    `BEGIN` and `CLOSE` ("the beginning", "the end of") are of a year its first and last month.
    """
    if edge is None or period.first is None or period.last is None:
        return period
    days = (period.last - period.first).days + 1
    if days < 20:
        return period
    if edge in TIPS:
        if days > CENTURY_LENGTH:  # "the turn of the century"
            tip = Period(period.first, shift_months(period.first, 60)), Period(shift_months(period.last, -60), period.last)
            return tip[0] if edge == "BEGIN" else tip[1]
        if days % 365 < 2:
            month = 1 if edge == "BEGIN" else 12
            return months(period.first.year if month == 1 else period.last.year, month, 1)
        edge = TIPS[edge]
    if 28 <= days <= 31:
        first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, days)}[edge]
        return Period(shift_days(period.first, first - 1), shift_days(period.first, last - 1))
    if days % 365 < 2 and period.first.day == 1:
        first, last = {"START": (0, 4), "MID": (4, 8), "END": (8, 12)}[edge]
        return Period(shift_months(period.first, first), shift_days(shift_months(period.first, last), -1))
    if 3650 <= days <= 3653:
        begin, end = {"START": (0, 4), "MID": (4, 7), "END": (7, 10)}[edge]
        return Period(shift_months(period.first, 12 * begin), shift_days(shift_months(period.first, 12 * end), -1))
    third = days // 3
    begin = {"START": 0, "MID": third, "END": days - third}[edge]
    return Period(shift_days(period.first, begin), shift_days(period.first, begin + third - 1))

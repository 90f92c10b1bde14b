"""The days of holidays in a year, by rule."""

from __future__ import annotations

import math
from datetime import date, timedelta

from legation.codes.times import Holiday
from legation.words.period import Period

# The solar term inside which each month of the Chinese calendar must lie (month, day); it moves by a day at most.
TERMS = ((2, 19), (3, 20), (4, 20), (5, 21), (6, 21), (7, 23), (8, 23), (9, 23), (10, 23), (11, 22), (12, 21), (1, 20))
ISLAMIC_EPOCH = 227015  # ordinal of 19 July 622 (Gregorian), the day 1-1-1 of the tabular calendar


def holiday_in(holiday: Holiday, year: int) -> Period | None:
    """The days of a holiday in a year; None where its rule cannot be reckoned for that year."""
    rule, value = holiday.rule, holiday.value
    if rule == "on":
        day = date.fromisoformat(value)
        return Period(day, day)
    try:
        if rule == "hijri":
            return _islamic(year, *(int(v) for v in value.split("-")))
        day = _DAYS[rule](year, value)
    except (ValueError, OverflowError):
        return None
    return Period(day, day)


def _fixed(year: int, value: str) -> date:
    month, day = value.split("-")
    return date(year, int(month), int(day))


def _weekday(year: int, value: str) -> date:
    """`11-4-4`: the fourth Thursday of November; `05-1--1`: the last Monday of May."""
    month, weekday, n = value.split("-", 2)
    if int(n) < 0:
        last = date(year + int(month) // 12, int(month) % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - int(weekday)) % 7)
    first = date(year, int(month), 1)
    return first + timedelta((int(weekday) - first.isoweekday()) % 7 + 7 * (int(n) - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * length) // 433
    month = (h + length - 7 * m + 90) // 25
    return date(year, month, (h + length - 7 * m + 33 * month + 19) % 32)


def _easter(year: int, value: str) -> date:
    return easter(year) + timedelta(int(value))


def _orthodox(year: int, value: str) -> date:
    """Easter of the Julian calendar (Meeus), as a Gregorian day."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2 + int(value))


def _new_moon(k: int) -> float:
    """The Julian day of a new moon (Meeus' mean phase with its largest corrections; right within minutes)."""
    t = k / 1236.85
    mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    sun = math.radians(2.5534 + 29.1053567 * k)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    f = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    s = math.sin
    terms = -0.4072 * s(moon) + 0.17241 * s(sun) + 0.01608 * s(2 * moon) + 0.01039 * s(2 * f) + 0.00739 * s(moon - sun) - 0.00514 * s(moon + sun)
    return mean + terms + 0.00208 * s(2 * sun)


def _lunar(year: int, value: str) -> date:
    """A day of the Chinese calendar: its month begins with the last new moon (Chinese time) up to the month's solar term.

    The few years whose leap month shifts this (1985, 2034) come out a month early.
    """
    month, day = (int(v) for v in value.split("-"))
    term = date(year, *TERMS[month - 1])
    k = math.floor((year + (term.timetuple().tm_yday / 365.25) - 2000) * 12.3685) + 1
    while True:
        start = date.fromordinal(math.floor(_new_moon(k) + 0.5 + 8 / 24) - 1721425)
        if start <= term:
            return start + timedelta(day - 1)
        k -= 1


def _islamic(year: int, month: int, day: int, length: int) -> Period | None:
    """A feast of the tabular Islamic calendar that begins in a Gregorian year (sighting may move it by a day)."""
    for islamic in (round((year - 622) * 33 / 32) + n for n in (-1, 0, 1, 2)):
        days = (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + math.ceil(29.5 * (month - 1)) + day - 1
        first = date.fromordinal(ISLAMIC_EPOCH + days)
        if first.year == year:
            return Period(first, first + timedelta(length - 1))
    return None


_DAYS = {"fixed": _fixed, "weekday": _weekday, "easter": _easter, "orthodox": _orthodox, "lunar": _lunar}

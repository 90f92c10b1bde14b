"""Full dates as news sites write them: with day, month and year, in words or in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from legation.words.evidence import Span

_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
MONTHS = MappingProxyType({key: n for n, name in enumerate(_NAMES, 1) for key in (name, name[:3], name[:4])})
_MONTH = rf"(?P<m{{0}}>{'|'.join(_NAMES)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_YEAR = r"(?P<y{0}>(?:18|19|20|21)\d\d)"
WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*)"
FULL_DATE = re.compile(
    rf"\b{WEEKDAY}?(?:(?:the\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH.format(1)},?[\s-]+{_YEAR.format(1)}"
    rf"|{_MONTH.format(2)}\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR.format(2)}"
    rf"|{_YEAR.format(3)}[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})"
    rf"|(?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?{_YEAR.format(4)}"
    rf"|(?P<d5>\d{{1,2}})[/-](?P<m5>\d{{1,2}})[/-]{_YEAR.format(5)})(?![\d/])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
ADDRESS_DATE = re.compile(r"[/=_-]((?:19|20)\d\d)(?:([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?![\d])")
ADDRESS_MONTH = re.compile(
    r"/((?:19|20)\d\d)/?-?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/?-?(0?[1-9]|[12]\d|3[01])(?=[/_.?&-])", re.IGNORECASE
)


def full_dates(text: str) -> Iterator[tuple[Span, date]]:
    """Every date with day, month and year; a date in figures whose day and month could change places is left out."""
    for m in FULL_DATE.finditer(text):
        if day := _day(m):
            yield m.span(), day


def address_day(url: str) -> date | None:
    """The day that a web address carries (".../2017/03/07/north-korea"); None where it carries none."""
    if m := ADDRESS_DATE.search(url):
        return _date(m[1], m[3] or m[6], m[4] or m[7])
    if m := ADDRESS_MONTH.search(url):
        return _date(m[1], str(MONTHS[m[2].lower()]), m[3])
    return None


def _day(m: re.Match[str]) -> date | None:
    form = next(n for n in range(1, 6) if m[f"d{n}"])
    year, month, day = m[f"y{form}"], m[f"m{form}"], m[f"d{form}"]
    if form <= 2:
        return _date(year, str(MONTHS[month.lower()[:3]]), day)
    if form == 5 and int(month) > 12:
        month, day = day, month
    elif form == 5 and int(day) <= 12 and day.lstrip("0") != month.lstrip("0"):
        return None
    return _date(year, month, day)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

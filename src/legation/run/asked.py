"""Days and periods as a user writes them, in a command or on the page."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from legation.errors import QueryError
from legation.words.period import Period

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def day(text: str | None, last: bool = False) -> date | None:
    """`2017-03-07`, `2017-03` or `2017` as its first day, or its last. Raises QueryError for anything else."""
    if text is None:
        return None
    found = _DAY.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError(text)
        year, month, of_month = (int(g) if g else None for g in found.groups())
        begin = date(year or 0, month or 1, of_month or 1)
        if of_month or not last:
            return begin
        after = date(begin.year + 1, 1, 1) if not month or month == 12 else date(begin.year, month + 1, 1)
        return after - timedelta(1)
    except (ValueError, OverflowError) as error:
        raise QueryError(f"{text!r} is no day; write 2017-03-07, 2017-03 or 2017") from error


def period(text: str | None) -> Period | None:
    """`2015`, `2015-03`, `2015-03-07` or two of them with `..` between. Raises QueryError for anything else."""
    if text is None:
        return None
    first, _, last = text.partition("..")
    begin, end = day(first), day(last or first, last=True)
    if begin and end and begin > end:
        raise QueryError(f"{text!r} ends before it begins")
    return Period(begin, end)


def moment(text: str) -> datetime:
    """A day, or a day with a time (`2026-11-22T09:30`), of the place where the program runs. Raises QueryError for anything else."""
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except (ValueError, OverflowError):
        begin = day(text)
        assert begin is not None
        return datetime(begin.year, begin.month, begin.day).astimezone()

"""Found time expressions that belong together: a clock time and its day, the ends of ranges of which half is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.find.timechecks import counts
from legation.find.timegrammar import Form
from legation.find.timepieces import FoundTime
from legation.find.timewords import TimeToken
from legation.parse.doc import Doc

CENTURY = "100Y"
NIGHTFALL, NOON = 6, 12


def joined(doc: Doc, found: Sequence[FoundTime], tokens: Sequence[TimeToken]) -> list[FoundTime]:
    """The found ones in text order, with the other ends of ranges, clock times with the day right beside them as one."""
    out: list[FoundTime] = []
    for f in sorted(_with_ranges(doc, found, tokens), key=lambda f: f.span):
        both = _day_and_clock(doc.text, out[-1], f) if out else None
        if both is not None:
            out[-1] = both
        else:
            out.append(f)
    return out


def _day_and_clock(text: str, a: FoundTime, b: FoundTime) -> FoundTime | None:
    """ "9 a.m. Friday", "8 p.m. tonight", "May 8, 1:00 a.m." as one expression; None where the two are none."""
    if text[a.span[1] : b.span[0]] not in (" ", ", ", ""):
        return None
    clock, day = (a, b) if a.form is Form.CLOCK else (b, a)
    if (
        clock.form is not Form.CLOCK
        or day.form is not Form.DATE
        or day.clock
        or not (day.weekday or day.day or (day.unit == "D" and day.relation is not None))
    ):
        return None
    hours, colon, minutes = (clock.clock or "").partition(":")
    late = day.part in ("AF", "EV") or (day.part == "NI" and int(hours) > NIGHTFALL - 1)
    told = f"{int(hours) + NOON:02d}{colon}{minutes}" if late and 0 < int(hours) < NOON else clock.clock
    return replace(day, span=(a.span[0], b.span[1]), clock=told, zone=clock.zone, part=None)


def _with_ranges(doc: Doc, found: Sequence[FoundTime], tokens: Sequence[TimeToken]) -> Iterator[FoundTime]:
    """The found ones and the half-said first or second ends of ranges: "5–7 June", "June 5-7", "1914–18", "499–493 BC"."""
    index = {t.start: k for k, t in enumerate(tokens)}
    ends = {t.end: k for k, t in enumerate(tokens)}
    earlier = [e for f in found if f.bc and f.year and (e := _year_before_christ(f, tokens, index[f.span[0]])) is not None]
    yield from (f for f in found if not any(f.span == e.span for e in earlier))
    yield from earlier
    for f in found:
        if f.form is not Form.DATE or f.relation is not None:
            continue
        first, last = index[f.span[0]], ends[f.span[1]]
        if f.unit == CENTURY and f.inside is None:
            yield from _centuries(f, tokens, first)
        if f.day and f.month:
            yield from _days_beside(doc, f, tokens, (first, last))
        yield from _second_ends(f, tokens, last)


def _year_before_christ(f: FoundTime, tokens: Sequence[TimeToken], first: int) -> FoundTime | None:
    """The first year of "499–493 BC", "264 to 241 BC", "496 and 495 BC"."""
    if first < 2 or tokens[first - 1].code not in "-2&" or tokens[first - 2].code not in "dnY":
        return None
    t = tokens[first - 2]
    year = int(t.value) if t.value.isdecimal() else 0
    return FoundTime((t.start, t.end), Form.DATE, year=year, bc=True) if year > (f.year or 0) else None


def _centuries(f: FoundTime, tokens: Sequence[TimeToken], first: int) -> Iterator[FoundTime]:
    """The first ones of "the 15th, 16th and 17th centuries"."""
    k = first - 1
    while k >= 1 and tokens[k].code in ",&-2" and tokens[k - 1].code in "oO":
        t = tokens[k - 1]
        yield FoundTime((t.start, t.end), Form.DATE, ordinal=int(t.value), unit=CENTURY, bc=f.bc)
        k -= 2


def _days_beside(doc: Doc, f: FoundTime, tokens: Sequence[TimeToken], place: tuple[int, int]) -> Iterator[FoundTime]:
    """The days without a month beside a date: "5–7 June", "4 May and 5"."""
    first, last = place
    if tokens[first].code in "do" and first >= 2 and tokens[first - 1].code in "-2&" and tokens[first - 2].code in "do":
        t = tokens[first - 2]
        if 1 <= int(t.value) <= 31:
            yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month, year=f.year)
    if last + 2 < len(tokens) and tokens[last + 1].code == "&" and tokens[last + 2].code in "do":
        t, behind = tokens[last + 2], tokens[last + 3] if last + 3 < len(tokens) else None
        if (f.day or 0) < int(t.value) <= 31 and (behind is None or behind.code in ".,x") and not counts(doc, behind):
            yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month, year=f.year)


def _second_ends(f: FoundTime, tokens: Sequence[TimeToken], last: int) -> Iterator[FoundTime]:
    """The half-said end behind a dash: "June 5-7", "1914–18"."""
    if last + 2 >= len(tokens) or (tokens[last + 1].code != "-" and tokens[last + 1].text != "/"):
        return
    t = tokens[last + 2]
    if not t.text[:2].isdecimal() or t.start != tokens[last + 1].end:
        return
    if f.day and f.month and f.year is None and t.code in "do" and int(t.value) > f.day:
        yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month)
    elif f.year and not f.month and not f.bc and len(t.text) == 2 and t.text.isdecimal() and int(t.text) > f.year % 100:
        yield FoundTime((t.start, t.end), Form.DATE, year=f.year // 100 * 100 + int(t.text))

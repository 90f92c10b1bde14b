"""The day of publication that a text itself states: a date line, a byline, a dateline, a "Published:" line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from legation.intake.dates import full_dates
from legation.intake.units import Unit, units
from legation.words.article import Junk, Publication
from legation.words.evidence import Span, overlap
from legation.words.period import Period

HEAD_UNITS, TAIL_UNITS = 25, 4
LONGEST_LINE = 160
LABEL = re.compile(r"\b(?:published|posted|publication date|date(?:line)?|issued|released|filed|pub(?:\. ?)?date|issue date)\b", re.I)
CHANGE = re.compile(r"\b(?:(?:last )?(?:updated|modified|revised|edited|changed)|update[d:]|accessed|retrieved|viewed)\b", re.I)
# What may stand in a date line beside the date: labels, clock times and zones, words of bylines.
BESIDE = re.compile(
    r"\b(?:(?:first|originally|last)? ?(?:published|posted|updated|modified|revised)|date|issued|released|filed|source|editors?|web editor"
    r"|author|time|on|at|in|by|from|and|\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|[ap]\.?m\b\.?"
    r"|(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|CT|MT|MSK|IST|JST|KST|HKT|SGT|AEST|AEDT|EET|EEST|WAT|EAT|SAST|PKT|Z)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
    r"|hrs?|hours?|local time|\d+ min(?:ute)?s? read)(?=\W|$)[.:]?",
    re.I,
)
# A sentence that opens with a date ("On 30 June 2009, the Commission") is prose, however short its line.
RUNNING = re.compile(r"(?:on|in|since|until|before|after|from|as of|effective|during|between)\b", re.I)
BYLINE = re.compile(r"(?:By\b|[A-Z][\w.'’-]*(?:[ ,&|/]+(?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|in|for|of|the))*\W*$)")
DATELINE = re.compile(r"^[(\[]?[A-Z][\w .,'’/()-]{0,70}$")
AFTER_DATELINE = re.compile(r"^[ .,)\]]*(?:[(\[/][A-Za-z][\w ./-]{1,40}[)\]/][ .,]*)?(?:--?|—|–|-|:|/)\s?\S|^[ .,]*[(/\[][A-Z][\w ./-]{1,40}[)\]/]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date that stands where a publication day stands; a lower `rank` is believed first."""

    rank: int
    span: Span
    day: date


def stated_publication(text: str, junk: Iterable[Junk] = ()) -> Publication | None:
    """The publication day that the text states outside its junk, with its span and basis `stated`; None where it states none.

    A date without a year or one in running prose is not a publication day.
    """
    marked = [j.span for j in junk]
    clean = [u for u in units(text) if not any(overlap(u.span, s) for s in marked)] if marked else units(text)
    found = [*_head(text, clean[:HEAD_UNITS]), *_tail(text, clean[HEAD_UNITS // 2 :][-TAIL_UNITS:])]
    if not found:
        return None
    best = min(found, key=lambda f: f.rank)
    return Publication(Period(best.day, best.day), "stated", best.span)


def _head(text: str, head: list[Unit]) -> list[_Found]:
    """Dates of the first lines. Several bare dates of different days after the first prose are a chronology."""
    early: list[_Found] = []
    late: list[_Found] = []
    prose = 0
    for unit in head:
        if found := _dateline(text, unit) if unit.prose else _line(text, unit):
            (late if prose else early).append(found)
        prose += unit.prose
    late_days = {f.day for f in late}
    return early + (late if len(late_days) == 1 and prose and head.index(_unit_of(head, late[0])) <= HEAD_UNITS // 2 else [])


def _unit_of(head: list[Unit], found: _Found) -> Unit:
    return next(u for u in head if overlap(u.span, found.span))


def _tail(text: str, tail: list[Unit]) -> list[_Found]:
    """A labelled date among the last lines, or a place and date as the very last, as statements end."""
    found = [(u, f) for u in tail if not u.prose and (f := _line(text, u))]
    return [_Found(f.rank + 5, f.span, f.day) for u, f in found if f.rank != 1 or u is tail[-1]]


def _line(text: str, unit: Unit) -> _Found | None:
    """The date of a line that is nothing but a date, a label, a clock time and names."""
    if len(unit.words) > LONGEST_LINE:
        return None
    start, end = unit.span
    line = text[start:end]
    dates = list(full_dates(line))
    if not dates:
        return None
    (at, stop), day = dates[0]
    label, change = LABEL.search(line[:at]), CHANGE.search(line[:at])
    if not label and not change and RUNNING.match(line):
        return None
    rest = line
    for (s, e), _ in reversed(dates):
        rest = rest[:s] + " " + rest[e:]
    rest = BESIDE.sub(" ", rest)
    rest = " ".join(rest.split()).strip(" |,.;:·•–—-()[]/*_#")
    if rest and not (rest.count(" ") < 12 and BYLINE.match(rest) and not re.search(r"[.!?]\s", rest)):
        return None
    rank = 0 if label and not change else 3 if change else 1
    return _Found(rank, (start + at, start + stop), day)


def _dateline(text: str, unit: Unit) -> _Found | None:
    """The date of "PLACE, March 7, 2017 (Agency) -- " before the first sentence."""
    start, end = unit.span
    line = text[start : min(end, start + LONGEST_LINE)]
    for (at, stop), day in full_dates(line):
        before = line[:at].rstrip(" ,.(")
        if (not before or DATELINE.match(line[:at])) and (before.isupper() or before.count(" ") < 4) and AFTER_DATELINE.match(line[stop:]):
            return _Found(1, (start + at, start + stop), day)
    return None

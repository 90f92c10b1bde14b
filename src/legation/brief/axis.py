"""The foot of a picture over time: a line and a day wherever there is room for one on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from legation.brief.wording import period_words
from legation.words.period import Period

LETTER, GAP = 2.4, 3.0
"""Percent of a phone's width that a letter takes, and that stay free between labels. Places are percentages, so that letters keep their size."""
WEEK = "week of "

Unit = tuple[date, date]


def ticks(units: Sequence[Unit], places: Sequence[float], foot: tuple[float, float], most: int = 5) -> str:
    """Lines and labels for units of the calendar, `places` percent from the left; `foot` is where lines end and letters stand.

    The first and the last are labelled in any case; the year stands where it changes.
    """
    end, base = foot
    out, taken, year = [], list[tuple[float, float]](), 0
    for k in sorted(set(_chosen(len(units), most))):
        first, x = units[k][0], places[k]
        label = _label(units[k], first.year != year)
        width = len(label) * LETTER
        begin = max(0.0, min(x, 100 - width))
        if any(begin < b + GAP and a < begin + width + GAP for a, b in taken):
            continue
        taken.append((begin, begin + width))
        year = first.year
        out.append(f'<line class="grid faint" x1="{x:.2f}%" x2="{x:.2f}%" y1="4" y2="{end:.1f}"/>')
        out.append(f'<text class="soft" x="{begin:.2f}%" y="{base:.1f}" font-size="13">{escape(label)}</text>')
    return "".join(out)


def _chosen(count: int, most: int) -> Iterator[int]:
    """The first and the last unit and some between, evenly."""
    yield from (round(n * (count - 1) / max(1, most - 1)) for n in range(min(most, count)))
    yield from (0, count - 1) if count else ()


def _label(unit: Unit, with_year: bool) -> str:
    """A unit in short, its year only where it is wanted: `6 Mar`, `Mar 2017`."""
    words = period_words(Period(*unit), short=True).removeprefix(WEEK)
    return words if with_year else words.removesuffix(f" {unit[0].year}")

"""Amounts, periods and types of act in words a reader needs no legend for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from legation.brief.plain import one_line
from legation.words.amount import Amount, Bound, Change
from legation.words.event import EventType
from legation.words.period import Grain, Period
from legation.words.status import Status

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

ACTS = {
    EventType.AGREE: "promise or agreement",
    EventType.CONSULT: "talks or visit",
    EventType.SUPPORT: "support in words",
    EventType.CONCEDE: "concession in words",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "release or withdrawal",
    EventType.REQUEST: "demand or request",
    EventType.ACCUSE: "criticism",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction or cut of relations",
    EventType.MOBILIZE: "show of force",
    EventType.COERCE: "seizure or coercion",
    EventType.ASSAULT: "attack",
}
"""What each PLOVER type is called in a line."""

TIES = {
    "supplies": "{a} supplies {b}",
    "exports": "{a} exports to {b}",
    "backing": "{a} backs {b}",
    "workers": "{a} employs workers of {b}",
    "hosts": "{a} hosts forces or people of {b}",
    "lease": "{a} leases to {b}",
    "debt": "{a} owes {b}",
    "client": "{a} is a client of {b}",
    "recognition": "{a} recognises {b}",
    "membership": "{a} is a member of {b}",
    "training": "{a} trains people of {b}",
    "protection": "{a} protects {b}",
    "occupation": "{a} occupies {b}",
    "investment": "{a} invests in {b}",
    "buffer": "{a} is a buffer for {b}",
    "troops": "{a} has troops in {b}",
    "claim": "{a} claims territory of {b}",
    "colony": "{a} is a colony of {b}",
    "trade": "{a} and {b} trade",
    "border": "{a} and {b} share a border",
    "diplomatic": "{a} and {b} have relations",
    "partnership": "{a} and {b} are partners",
    "ally": "{a} and {b} are allies",
    "rival": "{a} and {b} are rivals",
    "dispute": "{a} and {b} have a dispute",
}
"""How a standing relation of each kind is told; a kind that is not here is told by its name."""

COOPERATIVE = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT}
)
"""PLOVER's types on the cooperative side; the others are conflictual."""

STATUSES = {
    Status.ACTUAL: "told as fact",
    Status.POSSIBLE: "hedged: may be so",
    Status.PLANNED: "announced or expected",
    Status.DEMANDED: "only asked for",
    Status.CONDITIONAL: "only under a condition",
    Status.DENIED: "said not to be so",
}
"""What each status means."""

_WORDED = (
    ("at least", re.compile(r"\b(at least|no(?:t)? (?:less|fewer) than|minimum)\b", re.I)),
    ("more than", re.compile(r"\b(more than|over|above|exceed\w*|in excess|upwards? of|greater than|beyond|surpass\w*|top(?:s|ped)?)\b", re.I)),
    ("up to", re.compile(r"\b(up to|as (?:much|many|high) as|at most|maximum|no more than)\b", re.I)),
    ("less than", re.compile(r"\b(less than|fewer than|under|below|lower than)\b", re.I)),
)
_SIDES = {Bound.AT_LEAST: ("at least", "more than"), Bound.AT_MOST: ("up to", "less than")}


def tone_of(kind: EventType) -> str:
    """`cooperative` or `conflictual`."""
    return "cooperative" if kind in COOPERATIVE else "conflictual"


def number(value: float) -> str:
    """47000 → `47,000`; 48000000 → `48 million`; 3.5 → `3.5`."""
    for size, name in SCALES:
        if abs(value) >= size:
            return f"{_digits(value / size)} {name}"
    return _digits(value)


def _digits(value: float) -> str:
    """With thousands separators and without trailing zeros, at most four decimals; thirds, which no text tells by their digits, with one."""
    if value == int(value):
        return f"{int(value):,}"
    if abs(value * 3 - round(value * 3)) < 1e-6 * abs(value):
        return f"{value:,.1f}"
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else f"{value:.3g}"


def amount_words(amount: Amount, quote: str = "") -> str:
    """An amount with its bound and unit: `more than 47,000 people`, `about $24 million per year`.

    `quote` are the article's words: an open side is named as they name it (`at least` or `more than`), where they do.
    """
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        core = _money(low, amount.unit) if low == high else f"between {_money(low, amount.unit)} and {_money(high, amount.unit)}"
    else:
        side = _SIDES[amount.bound]
        worded = next((w for w, cue in _WORDED if w in side and cue.search(quote)), None)
        value = low if low is not None else high
        core = f"{worded or ('at least' if low is not None else 'at most')} {_money(value or 0.0, amount.unit)}"
    about = "about" if amount.approx else ""
    if amount.change and amount.unit == "times":
        return " ".join(p for p in (about, f"{core}-fold", amount.change.value, f"per {amount.per}" if amount.per else "") if p)
    way = {Change.INCREASE: "up", Change.DECREASE: "down", None: ""}[amount.change]
    return " ".join(p for p in (way, about, core, _unit(amount)) if p)


FOLD: dict[tuple[float, bool], str] = {(2, True): "doubled", (3, True): "tripled", (2, False): "halved"}
"""What grew or shrank so many times."""


def change_words(amount: Amount, quote: str = "") -> str:
    """A change as a verb: `doubled`, `grew 5-fold`, `rose by about 20 percent`, `fell by $3 million`."""
    up, plain = amount.change is not Change.DECREASE, replace(amount, change=None)
    if amount.unit != "times":
        return f"{'rose' if up else 'fell'} by {amount_words(plain, quote)}"
    if amount.low == amount.high and (word := FOLD.get((amount.low or 0.0, up))):
        return f"{'about ' if amount.approx else ''}{word}"
    return f"{'grew' if up else 'shrank'} {amount_words(plain, quote)}"


def interval_words(low: float | None, high: float | None, unit: str | None, approx: bool = False) -> str:
    """An interval that may be open on one or both sides, in words."""
    if low is None and high is None:
        return "no bound implied"
    return amount_words(Amount(low, high, approx, unit))


def _money(value: float, unit: str | None) -> str:
    return f"{SYMBOLS.get(unit or '', '')}{number(value)}"


_PLURAL = re.compile(r"ies$|(?<![su])s$")


def _unit(amount: Amount) -> str:
    unit, per = amount.unit, f"per {amount.per}" if amount.per else ""
    if unit in SYMBOLS:
        unit = ""
    elif unit in (None, "count"):
        unit = amount.noun or ""
    elif unit and amount.change is None and amount.low == amount.high == 1:
        unit = "person" if unit == "people" else _PLURAL.sub(lambda m: "y" if m[0] == "ies" else "", unit)
    return one_line(" ".join(p for p in ((unit or "").replace("-", " "), per) if p))


def period_words(period: Period | None, short: bool = False) -> str:
    """`7 March 2017`, `March 2017`, `January to May 2017`, `2015`, `since 4 July 2017`; empty for None. `short` cuts the months' names."""
    if period is None:
        return ""
    first, last = period.first, period.last
    if first is None or last is None:
        return f"since {_day(first, short)}" if first else f"until {_day(last, short)}"
    if first == last:
        return _day(first, short)
    if period.grain is Grain.WEEK:
        return f"week of {_day(first, short)}"
    to = "–" if short else " to "
    whole_months = first.day == 1 and date.fromordinal(min(last.toordinal() + 1, date.max.toordinal())).day == 1
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}{to}{last.year}"
    name = _month if whole_months else _date
    if (first.year, first.month) == (last.year, last.month) and whole_months:
        return f"{_month(first, short)} {first.year}"
    if first.year == last.year:
        head = str(first.day) if not whole_months and first.month == last.month else name(first, short)
        return f"{head}{to}{name(last, short)} {last.year}"
    return f"{name(first, short)} {first.year}{to}{name(last, short)} {last.year}"


def _month(day: date, short: bool) -> str:
    name = MONTHS[day.month - 1]
    return name[:3] if short else name


def _date(day: date, short: bool) -> str:
    return f"{day.day} {_month(day, short)}"


def _day(day: date | None, short: bool) -> str:
    return f"{_date(day, short)} {day.year}" if day else ""


_ISO = re.compile(r"\b(\d{4})-(0\d|1[0-2])-(\d\d)\b")


def days_in_words(text: str) -> str:
    """A text of the ledger with its days as a reader writes them: `told 4 Jul 2017`."""
    return _ISO.sub(lambda m: f"{int(m[3])} {MONTHS[int(m[2]) - 1][:3]} {m[1]}" if m[2] != "00" else m[0], text)


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    parts = list(items)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def spelled(count: int) -> str:
    """A small number as a word, for where a sentence begins: `three`; larger ones as digits."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def noun(count: int, one: str, many: str | None = None) -> str:
    """What is counted, for so many: `article`, `articles`."""
    return one if count == 1 else many or one + "s"


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`, `1,204 articles`."""
    return f"{count:,} {noun(count, one, many)}"

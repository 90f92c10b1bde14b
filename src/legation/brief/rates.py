"""Exchange rates that the user gives: money in another currency, always with the rate's day and source, never from a rate of our own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from legation.errors import InputError
from legation.words.amount import Amount
from legation.words.period import Period

COLUMNS = ("currency", "into", "rate", "day", "source")
DIGITS = 4
"""Significant digits of what is reckoned, as for other units."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency was worth in another on a day, and who says so."""

    currency: str
    into: str
    rate: float
    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An amount in another currency with the rate it was reckoned by."""

    amount: Amount
    rate: Rate

    @property
    def basis(self) -> str:
        """The rate in words: "1 EUR = 1.12 USD on 2017-03-07, European Central Bank"."""
        r = self.rate
        return f"1 {r.currency} = {r.rate:g} {r.into} on {r.day}, {r.source}"


def parse_rates(text: str, name: str) -> tuple[Rate, ...]:
    """The rates of a CSV with the columns currency, into, rate, day and source.

    Raises InputError, with the line, for a missing column, a rate that is no positive number, a day that is none, or no source.
    """
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    missing = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
    if missing:
        raise InputError(f"{name}: no column {missing[0]!r}; a rate needs {', '.join(COLUMNS)}")
    return tuple(_rate(row, f"{name}, line {rows.line_num}") for row in rows)


def _rate(row: dict[str, str | None], where: str) -> Rate:
    cells = {c: (row[c] or "").strip() for c in COLUMNS}
    try:
        rate, day = float(cells["rate"]), date.fromisoformat(cells["day"])
    except ValueError as wrong:
        raise InputError(f"{where}: {wrong}") from wrong
    if not 0 < rate < float("inf") or not cells["source"]:
        raise InputError(f"{where}: a rate needs a positive number and a source")
    return Rate(cells["currency"].upper(), cells["into"].upper(), rate, day, cells["source"])


def exchanged(amount: Amount, when: Period | None, rates: Iterable[Rate]) -> Exchanged | None:
    """The amount by the rate of a day in its period, the last where there are several; else the last rate before it, or the first after it.

    Without a period the last rate is taken. None for what is no money, or of a currency without a rate.
    """
    known = sorted((r for r in rates if r.currency == amount.unit), key=lambda r: r.day)
    if not known:
        return None
    last = when.last if when is not None else None
    rate = next((r for r in reversed(known) if last is None or r.day <= last), known[0])
    low, high = (None if side is None else float(f"{side * rate.rate:.{DIGITS}g}") for side in (amount.low, amount.high))
    return Exchanged(replace(amount, low=low, high=high, unit=rate.into), rate)

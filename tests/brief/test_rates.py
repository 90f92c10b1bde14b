"""Money by the user's own rates: which rate is taken, what the table must hold, and that nothing is reckoned without one."""

from __future__ import annotations

from datetime import date

import pytest

from legation.brief.rates import Rate, exchanged, parse_rates
from legation.errors import InputError
from legation.words.amount import Amount
from legation.words.period import Period

HEAD = "currency,into,rate,day,source\n"
TABLE = HEAD + "EUR,USD,1.10,2016-12-30,Bank A\nEUR,USD,1.20,2017-06-30,Bank A\nGBP,USD,1.50,2017-01-02,Bank B\n"
RATES = parse_rates(TABLE, "rates.csv")
MILLION = Amount(1e6, 1e6, unit="EUR")


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    ("when", "low"),
    [(year(2017), 1.2e6), (year(2016), 1.1e6), (year(2010), 1.1e6), (None, 1.2e6), (Period(date(2017, 3, 1), date(2017, 3, 7)), 1.1e6)],
)
def test_the_rate_of_the_period_or_the_last_before_it(when: Period | None, low: float) -> None:
    money = exchanged(MILLION, when, RATES)
    assert money is not None
    assert (money.amount.low, money.amount.unit) == (low, "USD")


def test_the_basis_names_day_and_source() -> None:
    money = exchanged(MILLION, year(2017), RATES)
    assert money is not None
    assert money.basis == "1 EUR = 1.2 USD on 2017-06-30, Bank A"


def test_an_open_side_stays_open() -> None:
    money = exchanged(Amount(None, 200.0, unit="GBP", per="month"), None, RATES)
    assert money is not None
    assert (money.amount.low, money.amount.high, money.amount.per) == (None, 300.0, "month")


@pytest.mark.parametrize("unit", ["USD", "people", None])
def test_without_a_rate_nothing_is_reckoned(unit: str | None) -> None:
    assert exchanged(Amount(5, 5, unit=unit), None, RATES) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("currency,rate\nEUR,1\n", "no column 'into'"),
        ("", "no column 'currency'"),
        (HEAD + "EUR,USD,much,2017-01-01,A\n", "line 2"),
        (HEAD + "EUR,USD,-1,2017-01-01,A\n", "positive number"),
        (HEAD + "EUR,USD,nan,2017-01-01,A\n", "positive number"),
        (HEAD + "EUR,USD,1,yesterday,A\n", "line 2"),
        (HEAD + "EUR,USD,1,2017-01-01,\n", "a source"),
        (HEAD + "EUR\n", "line 2"),
    ],
)
def test_a_wrong_table_is_said(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        parse_rates(text, "rates.csv")


def test_rates_are_read_whole() -> None:
    assert RATES[2] == Rate("GBP", "USD", 1.5, date(2017, 1, 2), "Bank B")

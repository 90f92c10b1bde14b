from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.brief.wording import amount_words, change_words, counted, interval_words, listed, number, period_words
from legation.words.amount import Amount, Change
from legation.words.period import Period

AMOUNTS = [
    (Amount(47000.0, None, unit="people"), "more than 47,000 North Koreans", "more than 47,000 people"),
    (Amount(47000.0, None, unit="people"), "", "at least 47,000 people"),
    (Amount(120e6, None, unit="USD", per="year"), "at least $120 million per year", "at least $120 million per year"),
    (Amount(None, 50.0, unit="percent"), "up to half", "up to 50 percent"),
    (Amount(None, 50.0, unit="percent"), "less than half", "less than 50 percent"),
    (Amount(None, 50.0, unit="percent"), "", "at most 50 percent"),
    (Amount(24e6, 24e6, True, "USD"), "", "about $24 million"),
    (Amount(24.0, 99.0, unit="people"), "dozens", "between 24 and 99 people"),
    (Amount(2.0, 2.0, True, "times", change=Change.INCREASE), "", "about 2-fold increase"),
    (Amount(20.0, 20.0, unit="percent", change=Change.DECREASE), "", "down 20 percent"),
    (Amount(3.5, 3.5, unit="percentage-points"), "", "3.5 percentage points"),
    (Amount(4.0, 4.0, unit="count", noun="launches"), "", "4 launches"),
    (Amount(5.0, 5.0), "", "5"),
    (Amount(1.2e9, 2.3e9, unit="KRW"), "", "between 1.2 billion and 2.3 billion KRW"),
]


@pytest.mark.parametrize(("amount", "quote", "words"), AMOUNTS)
def test_amounts(amount: Amount, quote: str, words: str) -> None:
    assert amount_words(amount, quote) == words


CHANGES = [
    (Amount(2.0, 2.0, unit="times", change=Change.INCREASE), "doubled"),
    (Amount(2.0, 2.0, True, "times", change=Change.INCREASE), "about doubled"),
    (Amount(2.0, 2.0, unit="times", change=Change.DECREASE), "halved"),
    (Amount(5.0, None, unit="times", change=Change.INCREASE), "grew at least 5 times"),
    (Amount(20.0, 20.0, True, "percent", change=Change.DECREASE), "fell by about 20 percent"),
    (Amount(3e6, 3e6, unit="USD", change=Change.INCREASE), "rose by $3 million"),
]


@pytest.mark.parametrize(("amount", "words"), CHANGES)
def test_changes(amount: Amount, words: str) -> None:
    assert change_words(amount) == words


PERIODS = [
    ("2017-03-07", "2017-03-07", "7 March 2017", "7 Mar 2017"),
    ("2017-03-01", "2017-03-31", "March 2017", "Mar 2017"),
    ("2017-01-01", "2017-05-31", "January to May 2017", "Jan–May 2017"),
    ("2015-01-01", "2015-12-31", "2015", "2015"),
    ("2012-01-01", "2016-12-31", "2012 to 2016", "2012–2016"),
    ("2017-03-06", "2017-03-12", "week of 6 March 2017", "week of 6 Mar 2017"),
    ("2017-01-21", "2017-01-31", "21 to 31 January 2017", "21–31 Jan 2017"),
    ("2017-02-18", "2017-12-31", "18 February to 31 December 2017", "18 Feb–31 Dec 2017"),
    ("2016-02-18", "2017-05-03", "18 February 2016 to 3 May 2017", "18 Feb 2016–3 May 2017"),
    ("2016-05-01", "2017-06-30", "May 2016 to June 2017", "May 2016–Jun 2017"),
    ("2017-07-04", None, "since 4 July 2017", "since 4 Jul 2017"),
    (None, "2017-07-04", "until 4 July 2017", "until 4 Jul 2017"),
]


@pytest.mark.parametrize(("first", "last", "long", "short"), PERIODS)
def test_periods(first: str | None, last: str | None, long: str, short: str) -> None:
    period = Period(first and date.fromisoformat(first), last and date.fromisoformat(last))  # type: ignore[arg-type]
    assert period_words(period) == long
    assert period_words(period, short=True) == short


def test_small_words() -> None:
    assert number(48e6) == "48 million"
    assert number(0.25) == "0.25"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert counted(1, "act") == "1 act"
    assert counted(1204, "quantity", "quantities") == "1,204 quantities"
    assert interval_words(None, None, "USD") == "no bound implied"
    assert interval_words(50_000, 50_000, "people", approx=True) == "about 50,000 people"
    assert period_words(None) == ""


@given(st.dates(), st.dates())
def test_every_period_has_words(a: date, b: date) -> None:
    assert period_words(Period(min(a, b), max(a, b)))


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(["USD", "people", "times", None]))
def test_every_amount_has_words(value: float, unit: str | None) -> None:
    assert amount_words(Amount(value, value, unit=unit))

"""The calendar: values and their days, placing, and the rules for holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import plain_doc

from legation.codes.times import holidays, time_words
from legation.find.times import find_times
from legation.link.calendar import place_times
from legation.link.holidays import easter, holiday_in
from legation.link.timex import duration, move, part_of, period_of, shift_months, unit_value
from legation.parse.doc import Doc
from legation.words.article import Publication
from legation.words.period import Period

WORDS = [*time_words(), *holidays(), "2017", "1815", "31", "9999", "0000-00-00", "31/02/2017", "of", "BC", "1990s"]
UNITS = ["D", "W", "M", "Q", "Y", "10Y", "100Y"]
days = st.dates(date(1001, 1, 1), date(2990, 1, 1))


def on(day: str, last: str | None = None) -> Publication:
    return Publication(Period(date.fromisoformat(day), date.fromisoformat(last or day)), "stated")


@given(days, st.sampled_from(UNITS))
def test_a_units_value_names_the_days_around_it(day: date, unit: str) -> None:
    when = period_of(unit_value(day, unit))
    assert when is not None
    assert when.first is not None
    assert when.last is not None
    assert when.first <= day <= when.last


@given(days, st.sampled_from(UNITS), st.integers(-400, 400))
def test_moving_keeps_inside_the_calendar(day: date, unit: str, count: int) -> None:
    moved = move(day, unit, count)
    assert (moved >= day) if count >= 0 else (moved <= day)


@given(days, st.sampled_from(UNITS), st.sampled_from(["START", "MID", "END"]))
def test_a_part_lies_inside_its_period(day: date, unit: str, edge: str) -> None:
    whole = period_of(unit_value(day, unit))
    assert whole is not None
    part = part_of(whole, edge)
    assert whole.first <= part.first <= part.last <= whole.last  # type: ignore[operator]


@given(st.text(alphabet="0123456789-WQHPXFYSUBCT/", max_size=14))
def test_no_value_breaks_the_reader(value: str) -> None:
    when = period_of(value)
    assert when is None or (when.first is not None and when.last is not None)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [(10, "Y", "P10Y"), (None, "D", "PXD"), (2.5, "Y", "P2.5Y"), (30, "TM", "PT30M"), (2, "10Y", "P20Y"), (3, "Q", "P9M"), (1, "2W", "P2W")],
)
def test_durations(count: float | None, unit: str, value: str) -> None:
    assert duration(count, unit) == value


def test_months_end_where_the_month_ends() -> None:
    assert shift_months(date(2015, 1, 31), 1) == date(2015, 2, 28)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Lunar New Year", 2017, "2017-01-28"),
        ("Lunar New Year", 2020, "2020-01-25"),
        ("Lunar New Year", 1988, "1988-02-17"),
        ("Chuseok", 2017, "2017-10-04"),
        ("Good Friday", 2021, "2021-04-02"),
        ("Orthodox Easter", 2024, "2024-05-05"),
        ("Thanksgiving", 2018, "2018-11-22"),
        ("Memorial Day", 2017, "2017-05-29"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    when = holiday_in(holidays()[name], year)
    assert when is not None
    assert str(when.first) == day


@given(st.integers(1600, 2400))
def test_easter_is_a_spring_sunday(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize("name", sorted({h.name for h in holidays().values()}))
def test_every_holiday_has_a_day(name: str) -> None:
    assert holiday_in(holidays()[name], 2021) is not None


def placed(parsed: Callable[[str], Doc], text: str, published: Publication | None) -> dict[str, tuple[str, str | None]]:
    document = parsed(text)
    times = place_times(document, tuple(find_times(document)), published)
    return {text[slice(*t.span)]: (t.value, str(t.when) if t.when else None) for t in times}


def test_tense_decides_past_or_future(parsed: Callable[[str], Doc]) -> None:
    assert placed(parsed, "Ferries stopped in May.", on("2017-07-20"))["May"][0] == "2017-05"
    assert placed(parsed, "Ferries will stop in May.", on("2017-07-20"))["May"][0] == "2018-05"


def test_an_interval_of_publication_gives_an_interval(parsed: Callable[[str], Doc]) -> None:
    got = placed(parsed, "They met on Wednesday. Ferries stopped in January.", on("2017-03-01", "2017-05-31"))
    assert got["January"] == ("2017-01", "2017-01-01 – 2017-01-31")
    value, when = got["Wednesday"]
    assert when is not None
    assert when.endswith("2017-05-31")
    assert value == "XXXX-WXX-3"


def test_a_history_goes_on_from_the_date_told(parsed: Callable[[str], Doc]) -> None:
    text = "In 1950 the war began. In 1951 the front stood. In 1952 talks began. In 1953 it ended. In 1954 they met. In April the talks opened."
    assert placed(parsed, text, on("2009-12-19"))["April"][0] == "1954-04"


def test_nothing_to_reckon_from_leaves_the_year_open(parsed: Callable[[str], Doc]) -> None:
    assert placed(parsed, "They met in April.", None)["April"] == ("XXXX-04", None)


@given(
    st.lists(
        st.sampled_from(["in May", "last year", "on 5 June 1942", "two days later", "the next day", "1990s", "on Friday", "for ten years"]),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_placing_twice_gives_the_same_in_order(phrases: list[str]) -> None:
    document = plain_doc(" and ".join(phrases))
    found = tuple(find_times(document))
    once = place_times(document, found, on("2017-07-20"))
    assert once == place_times(document, found, on("2017-07-20"))
    assert [t.span for t in once] == sorted(t.span for t in once)
    assert len(once) == len(found)


@pytest.mark.parametrize("day", ["0001-01-01", "2016-02-29", "9999-12-31"])
@given(text=st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_no_words_break_the_calendar(day: str, text: str) -> None:
    document = plain_doc(text)
    for time in place_times(document, tuple(find_times(document)), on(day)):
        assert time.value
        assert time.when is None or time.when.first is not None or time.when.last is not None

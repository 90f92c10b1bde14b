"""The inferred day of publication: what tells, what does not, and from what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from legation.find.times import find_times
from legation.link.days import Days
from legation.link.publication import infer_publication
from legation.parse.doc import Doc
from legation.words.article import Publication
from legation.words.period import Period

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
stretches = st.lists(st.tuples(days, st.one_of(st.none(), days)), max_size=4).map(
    lambda ss: Days(tuple(s for s in ss if s[1] is None or s[0] <= s[1]))
)


def inferred(parsed: Callable[[str], Doc], text: str) -> Publication | None:
    document = parsed(text)
    return infer_publication(document, tuple(find_times(document)))


@given(stretches, stretches)
def test_meeting_days_only_narrows(a: Days, b: Days) -> None:
    both = a.meet(b)
    assert sorted(both.meet(a).stretches, key=str) == sorted(both.stretches, key=str) or len(a.stretches) > 1
    for first, last in both.stretches:
        assert last is None or first <= last
        assert any(c <= first and (d is None or first <= d) for c, d in a.stretches)
        assert any(c <= first and (d is None or first <= d) for c, d in b.stretches)


def test_the_latest_act_and_its_year_bound_the_day(parsed: Callable[[str], Doc]) -> None:
    text = (
        "In the first five months of 2017, exports to Laos doubled. In May, Laos opened a ferry service. Its neighbours complained of the "
        "July 4 test. Two days after the test, Laos replied."
    )
    got = inferred(parsed, text)
    assert got is not None
    assert got.basis == "inferred"
    assert str(got.when) == "2017-07-06 – 2017-12-31"
    assert got.clues
    assert all(c.span is None or text[slice(*c.span)] for c in got.clues)


def test_holders_and_candidates_bound_the_day(parsed: Callable[[str], Doc]) -> None:
    text = (
        "The administration of U.S. President Donald Trump called. Candidate Moon Jae-in is seen as the favorite to succeed "
        "the ousted Park Geun-hye. The launches took place in February."
    )
    got = inferred(parsed, text)
    assert got is not None
    assert got.when.first is not None
    assert got.when.last is not None
    assert date(2017, 2, 1) <= got.when.first <= date(2017, 3, 10)
    assert got.when.last <= date(2017, 5, 31)


def test_a_date_at_the_head_is_the_day(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Tuesday, October 15, 2019\n\nLate on Sunday, the council met. It had met in 2012.")
    assert got is not None
    assert got.when.first == date(2019, 10, 15)


def test_known_events_bound_from_below(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Chile supports the Paris Agreement and asks others to do so.")
    assert got is not None
    assert got.when.first == date(2015, 12, 12)
    assert got.when.last is None


def test_nothing_is_inferred_from_nothing(parsed: Callable[[str], Doc]) -> None:
    assert inferred(parsed, "The two sides met on Wednesday and agreed to trade.") is None
    assert inferred(parsed, "") is None


def test_the_later_of_two_holders_of_an_office_counts(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Prime Minister Boris Johnson spoke on Monday. Prime Minister Theresa May had lost three votes.")
    assert got is not None
    assert str(got.when) == "2019-07-24 – 2022-09-06"


def test_a_surname_behind_a_title_bounds_the_day(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Chancellor Merkel met President Sarkozy in Berlin.")
    assert got is not None
    assert str(got.when) == "2007-05-16 – 2012-05-15"


def test_a_weekday_with_its_day_fits_only_some_years(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Chancellor Merkel met President Sarkozy in Berlin on Tuesday, January 13. They signed a treaty.")
    assert got is not None
    assert got.when.first == date(2009, 1, 13)
    assert got.when.days is not None
    assert got.when.days < 60


def test_happenings_in_the_news_bound_the_day(parsed: Callable[[str], Doc]) -> None:
    news = inferred(parsed, "Beijing answers the new 125% tariff with a note.")
    assert news is not None
    assert str(news.when) == "2025-04-07 – 2025-07-31"
    assert inferred(parsed, "Beijing cut the price by 125%. The tariff of a phone line is low.") is None


def test_the_year_of_a_vote_to_come_is_no_past(parsed: Callable[[str], Doc]) -> None:
    assert inferred(parsed, "The senator left the 2036 presidential campaign on Monday.") is None


def test_a_dateline_without_a_year_is_a_day_of_some_year(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "LONDON, June 23 (BPA) - Prime Minister Gordon Brown met President George W. Bush on Monday.")
    assert got is not None
    assert str(got.when) == "2008-06-23 – 2008-06-24"
    assert inferred(parsed, "LONDON, June 23 (BPA) - The ministers met on Monday.") is None


def test_a_stretch_of_months_is_reported_once_it_is_over(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Exports to Laos were worth $4 million from January to May 2017. Laos complained of the test on July 4.")
    assert got is not None
    assert str(got.when) == "2017-07-04 – 2017-12-31"
    told = inferred(parsed, "Exports to Laos were worth $4 million from January through May 2017.")
    assert told is not None
    assert told.when.first == date(2017, 5, 31)


def test_a_long_title_before_a_name_is_heard_whole(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "The former Vice President of the United States Joe Biden won the vote in Ohio, officials said.")
    assert got is None or got.when.meets(Period(date(2020, 3, 11), date(2020, 3, 11)))


def test_a_quarter_is_reported_after_its_end(parsed: Callable[[str], Doc]) -> None:
    got = inferred(parsed, "Shipments from Oslo fell in the fourth quarter of 2005, the port said on Tuesday.")
    assert got is not None
    assert got.when.meets(Period(date(2006, 1, 27), date(2006, 1, 27)))

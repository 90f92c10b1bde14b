"""When a claim holds: the period of a word, and why."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import article

from legation.claim.when import when_of
from legation.link.linked import Linked
from legation.words.period import Period


def linked(text: str, published: str | None) -> Linked:
    from legation.parse.parser import parse
    from legation.run.reader import link

    return link(*next(iter(parse([article(text, published)]))))


def when(text: str, word: str, published: str | None = None) -> str | None:
    read = linked(text, published)
    token = next(t for t in read.doc.tokens if t.text == word)
    period, why = when_of(read, token)
    assert (period is None) == (why is None)
    return str(period) if period else None


@pytest.mark.parametrize(
    ("text", "word", "published", "expected"),
    [
        ("Norway signed the treaty on 14 March 2016.", "signed", "2016-05-02", "2016-03-14"),
        ("On Monday, Norway signed the treaty and sent an envoy.", "sent", "2016-05-04", "2016-05-02"),
        ("From January to May 2015, Ghana sold cocoa worth $48 million.", ["$48", "million"][1], "2015-08-01", "2015-01-01 – 2015-05-31"),
        ("Fiji has been under sanctions since 2012.", "been", "2016-05-02", "2012-01-01 – 2016-05-02"),
        ("Chad closed the crossing on Friday, trapping 300 lorries.", "trapping", "2021-06-09", "2021-06-04"),
        ("Envoys met in Oslo on Tuesday. They signed a deal.", "signed", "2021-06-10", "2021-06-08"),
        ("Peru currently hosts 300 soldiers.", "hosts", "2021-06-10", "2021-06-10"),
        ("Mali will hold talks with Chad in May 2022.", "hold", "2021-06-10", "2022-05-01 – 2022-05-31"),
        ("Oman announced on Monday the 1998 treaty.", "treaty", "2021-06-09", "1998-01-01 – 1998-12-31"),
    ],
)
def test_the_clause_dates_its_words(text: str, word: str, published: str, expected: str) -> None:
    assert when(text, word, published) == expected


def test_the_present_of_a_digest_is_its_day() -> None:
    assert when("Ghana expels two diplomats from Togo.", "expels", "2024-02-03") == "2024-02-03"
    assert when("Ghana announces that it will expel two diplomats.", "expel", "2024-02-03") is None


def test_the_day_of_publication_is_not_assumed() -> None:
    assert when("Ghana has asked Togo to leave.", "asked", "2024-02-03") is None
    assert when("Ghana maintains ties with Togo.", "maintains", "2024-02-03") is None


def test_an_earlier_act_runs_up_to_the_article() -> None:
    read = linked("Togo closed its embassy following the attack.", "2024-02-03")
    token = next(t for t in read.doc.tokens if t.text == "attack")
    assert when_of(read, token)[0] == Period(None, date(2024, 2, 3))


def test_asking_twice_gives_the_same() -> None:
    read = linked("On Monday, Norway signed the treaty.", "2016-05-04")
    assert [when_of(read, t) for t in read.doc.tokens] == [when_of(read, t) for t in read.doc.tokens]


@pytest.mark.parametrize(
    ("text", "word", "published", "expected"),
    [
        ("Oman cut ties with Chad after the January 2016 raid on its embassy.", "cut", "2016-08-01", "2016-01-01 – 2016-08-01"),
        ("Oman cut ties in response to a raid on 3 May.", "cut", "2016-06-01", "2016-05-03 – 2016-06-01"),
        ("A few hours before a jet crashed on Wednesday, Chad fired rockets.", "fired", "2021-06-11", "2021-06-09"),
        ("Mali condemned the raid, in which nine died on Monday.", "died", "2021-06-11", "2021-06-07"),
        ("Chad bombed a camp on Monday. Mali condemned the raid.", "condemned", "2021-06-11", "2021-06-07 – 2021-06-11"),
        ("Chad bombed a camp on Monday. Mali has condemned the raid.", "condemned", "2021-06-11", "2021-06-07 – 2021-06-11"),
        ("Nine people were killed in an attack on Monday.", "killed", "2021-06-11", "2021-06-07"),
        ("The ban follows the killing of two envoys in a raid last week.", "killing", "2021-06-11", "2021-05-31 – 2021-06-06"),
        ("They signed a deal on 3 June. Oman expelled the envoy over the deal.", "expelled", "2021-06-11", "2021-06-03 – 2021-06-11"),
        ("In a statement issued on Monday, Oman denounced the raid.", "denounced", "2021-06-11", "2021-06-07"),
        ("In contrast, it earned $237 billion from exports and $5 billion from aid in 1991.", "237", "2019-06-11", "1991-01-01 – 1991-12-31"),
        ("Norway grew by 2 percent in 2017, while Sweden grew by 3 percent.", "3", "2019-06-11", "2017-01-01 – 2017-12-31"),
        ("The force falls from 9,800 troops currently to 5,500 by 2030.", "9,800", "2019-06-11", "2019-06-11"),
        ("The force falls from 9,800 troops currently to 5,500 by 2030.", "5,500", "2019-06-11", "2030-01-01 – 2030-12-31"),
        ("Norway sided with Sweden during the Cold War.", "sided", "2019-06-11", "1947-03-12 – 1991-12-26"),
        ("After the Korean War, Norway sent a hospital ship.", "sent", "1953-09-11", "1953-07-27 – 1953-09-11"),
        ("Before World War II, Oman had signed a treaty.", "signed", "2019-06-11", "… – 1939-08-31"),
        ("Militias had threatened the embassy.", "threatened", "2021-06-11", "… – 2021-06-11"),
        ("Growth was 9 percent and 8 percent, respectively, in 1990 and 1991.", "9", "2001-06-11", "1990-01-01 – 1990-12-31"),
        ("Growth was 9 percent and 8 percent, respectively, in 1990 and 1991.", "8", "2001-06-11", "1991-01-01 – 1991-12-31"),
        ("Between 1993 and 2013, the deficit grew from $17 billion to $177 billion.", "17", "2019-06-11", "1993-01-01 – 1993-12-31"),
        ("Between 1993 and 2013, the deficit grew from $17 billion to $177 billion.", "177", "2019-06-11", "2013-01-01 – 2013-12-31"),
    ],
)
def test_acts_and_amounts_placed_by_others(text: str, word: str, published: str, expected: str) -> None:
    assert when(text, word, published) == expected


def test_durations_are_no_earlier_acts() -> None:
    assert when("The pump has failed after thirty minutes.", "minutes", "2021-06-11") is None

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

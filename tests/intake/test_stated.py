"""The day of publication that a text states of itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.dates import address_day, full_dates
from legation.intake.junk import mark_junk
from legation.intake.stated import stated_publication

PROSE = "Chile will pay Norway a fee of $3 million a year, according to the text, which runs for ten years and can be renewed by both sides."


def stated(text: str) -> tuple[str, str] | None:
    """The words and the day."""
    found = stated_publication(text, mark_junk(text))
    if found is None or found.span is None:
        return None
    assert found.basis == "stated"
    return text[found.span[0] : found.span[1]], str(found.when.first)


@pytest.mark.parametrize(
    ("head", "words", "day"),
    [
        ("March 07, 2017", "March 07, 2017", "2017-03-07"),
        ("Friday, August 21, 2015", "Friday, August 21, 2015", "2015-08-21"),
        ("7 March 2017", "7 March 2017", "2017-03-07"),
        ("By Ann Berg and Tom Reed | March 7, 2017 10:04 am EST", "March 7, 2017", "2017-03-07"),
        ("Ann Berg in Santiago\nTue 7 Mar 2017 11.30 GMT", "Tue 7 Mar 2017", "2017-03-07"),
        ("Published: 2017-03-07T10:04:00Z", "2017-03-07T10:04:00Z", "2017-03-07"),
        ("Published 7 March 2017 - Updated 9 March 2017", "7 March 2017", "2017-03-07"),
        ("Updated 9 March 2017\nPublished 7 March 2017", "7 March 2017", "2017-03-07"),
        ("Posted on Sept. 7th, 2017 at 3:15 p.m.", "Sept. 7th, 2017", "2017-09-07"),
        ("07.03.2017", "07.03.2017", "2017-03-07"),
        ("2017/03/07 09:00 KST", "2017/03/07", "2017-03-07"),
        ("25/03/2017", "25/03/2017", "2017-03-25"),
        ("Source: Xinhua| 2017-03-07 21:15:04|Editor: Li", "2017-03-07", "2017-03-07"),
        ("Published\n7 March 2017", "7 March 2017", "2017-03-07"),
    ],
)
def test_lines_at_the_head(head: str, words: str, day: str) -> None:
    assert stated(f"Norway and Chile sign a pact\n\n{head}\n\n{PROSE}\n\n{PROSE}") == (words, day)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("OSLO, March 7, 2017 (AFP) - ", "March 7, 2017"),
        ("SANTIAGO, Chile, 7 March 2017 — ", "7 March 2017"),
        ("OSLO, March 7, 2017 /PRNewswire/ -- ", "March 7, 2017"),
        ("(Oslo, March 7, 2017) – ", "March 7, 2017"),
    ],
)
def test_datelines(start: str, words: str) -> None:
    assert stated(start + PROSE) == (words, "2017-03-07")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"On March 7, 2017, the two sides signed. {PROSE}",
        f"On 30 June 2009, the Truth Commission\n\n{PROSE}",
        f"OSLO, March 7 (AFP) - {PROSE}",
        f"March 7\n\n{PROSE}",
        f"03/07/2017\n\n{PROSE}",
        f"{PROSE}\n\nOffer ends July 31, 2017",
        f"{PROSE}\n\n© 2017 Example Media, March 7, 2017",
        f"{PROSE}\n\n{PROSE}\n\nMarch 7, 2017\n\n{PROSE}\n\nApril 9, 2018\n\n{PROSE}",
        "Treaty of 7 March 2017 between Norway and Chile",
        "February 30, 2017",
        "",
    ],
)
def test_what_states_no_day(text: str) -> None:
    assert stated(text) is None


def test_a_statement_may_end_with_its_day() -> None:
    assert stated(f"{PROSE}\n\n{PROSE}\n\nOslo, 7 March 2017") == ("7 March 2017", "2017-03-07")
    assert stated(f"{PROSE}\n\n{PROSE}\n\nPublished in Example, March 7th, 2017") == ("March 7th, 2017", "2017-03-07")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.example.org/2017/03/07/north-a57357", date(2017, 3, 7)),
        ("https://example.org/world/2017-3-7/pact.html", date(2017, 3, 7)),
        ("https://example.org/news/20170307-pact", date(2017, 3, 7)),
        ("https://example.org/world/2017/mar/07/pact", date(2017, 3, 7)),
        ("https://example.org/2017/03/pact", None),
        ("https://example.org/a/1720170307123", None),
        ("https://example.org/2017/13/40/pact", None),
    ],
)
def test_the_day_of_an_address(url: str, day: date | None) -> None:
    assert address_day(url) == day


@given(st.text())
def test_any_text(text: str) -> None:
    found = stated_publication(text)
    assert found is None or (found.span and 0 <= found.span[0] < found.span[1] <= len(text))


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%A, %d %b %Y", "%d.%m.%Y"]),
)
def test_every_day_is_found(day: date, form: str) -> None:
    assert [d for _, d in full_dates(day.strftime(form))] == [day]

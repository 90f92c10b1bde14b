"""The day of writing by what a text counts from: anniversaries, years after, numbered sessions, last year's happenings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.find.times import find_times
from legation.link.publication import infer_publication
from legation.parse.doc import Doc


def inferred(parsed: Callable[[str], Doc], text: str) -> str | None:
    document = parsed(text)
    got = infer_publication(document, tuple(find_times(document)))
    return str(got.when) if got is not None else None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("We meet on the 70th anniversary of the United Nations.", "2015-04-07 – 2016-05-11"),
        ("We meet on the seventieth anniversary of the founding of the United Nations.", "2015-04-07 – 2016-05-11"),
        ("This sixty-fourth session of the General Assembly has much to do.", "2009-09-01 – 2010-09-01"),
        ("I thank the President of the General Assembly at its 72nd session.", "2017-09-01 – 2018-09-01"),
        ("Ten years after the fall of Saigon, the two armies still watched each other.", "1985-01-30 – 1986-04-30"),
        ("Last year's Brexit referendum divided the country.", "2017-01-01 – 2017-12-31"),
        ("The bridge will open in 2021, and the coronavirus outbreak has not delayed it.", "2020-01-10 – 2021-06-30"),
        ("The tenth anniversary of the bakery was a quiet day.", None),
        ("Some years after the fall of Saigon he moved to Oslo.", "1975-04-30 – …"),
    ],
)
def test_counts_from_a_known_day_bound_the_day_of_writing(parsed: Callable[[str], Doc], text: str, when: str | None) -> None:
    assert inferred(parsed, text) == when


def test_a_goal_of_a_coming_year_is_not_told_as_past(parsed: Callable[[str], Doc]) -> None:
    assert inferred(parsed, "The states committed to ending hunger by 2030 and praised the 2030 goals.") is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(0, 999), name=st.sampled_from(["United Nations", "Korean War", "moon landing", "bakery"]))
def test_any_count_is_read(parsed: Callable[[str], Doc], count: int, name: str) -> None:
    inferred(parsed, f"On the {count}th anniversary of the {name}, {count} years after the {name}, they met.")

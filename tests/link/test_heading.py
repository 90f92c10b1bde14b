"""Which states a title names, and which two it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.link.heading import find_topic, states_in


@pytest.mark.parametrize(
    ("title", "ids"),
    [
        ("Albania–Japan relations", ["ALB", "JPN"]),
        ("Bosnia and Herzegovina–Serbia relations", ["BIH", "SRB"]),
        ("Peru and Chile sign deal", ["PER", "CHL"]),
        ("Relations between the United States and Papua New Guinea", ["USA", "PNG"]),
    ],
)
def test_a_title_that_joins_two_states_is_about_them(title: str, ids: list[str]) -> None:
    assert [m.id for m in find_topic(title)] == ids


@pytest.mark.parametrize("title", ["Iran threatens Israel", "Foreign relations of Nepal", "Peru, Chile and Bolivia meet", "", "A storm"])
def test_other_titles_are_about_nobody_in_particular(title: str) -> None:
    assert find_topic(title) == ()


@given(st.text(max_size=60))
def test_spans_lie_in_the_heading_and_no_state_comes_twice(title: str) -> None:
    told = states_in(title)
    assert len({m.id for m in told}) == len(told)
    assert all(0 <= m.span[0] < m.span[1] <= len(title) for m in told)

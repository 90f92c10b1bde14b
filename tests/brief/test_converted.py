"""Amounts in the other system of measures."""

from __future__ import annotations

import pytest

from legation.brief.converted import converted
from legation.codes.tables import table
from legation.words.amount import Amount


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(1200, 1200, unit="miles"), (1931, 1931, "km")),
        (Amount(600, None, unit="hectares"), (1483, None, "acres")),
        (Amount(None, 5, unit="barrels", per="day"), (None, 0.7949, "cubic metres")),
        (Amount(60, 60, unit="miles per hour"), (96.56, 96.56, "km per hour")),
    ],
)
def test_both_sides_and_the_bound_are_kept(amount: Amount, expected: tuple[float | None, float | None, str]) -> None:
    other = converted(amount)
    assert other is not None
    assert (other.low, other.high, other.unit) == expected
    assert other.per == amount.per


@pytest.mark.parametrize("unit", ["USD", "people", "percent", "degrees Celsius", None])
def test_what_has_no_other_measure_is_left(unit: str | None) -> None:
    assert converted(Amount(5, 5, unit=unit)) is None


def test_every_row_converts() -> None:
    for row in table("conversions"):
        other = converted(Amount(1, 1, unit=row["unit"]))
        assert other is not None
        assert other.low == other.high != 0

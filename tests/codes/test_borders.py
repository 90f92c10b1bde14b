"""Neighbours know each other, and every code is a state's."""

from __future__ import annotations

from legation.codes.borders import neighbours
from legation.codes.tables import table


def test_a_border_has_two_sides() -> None:
    assert all(one in neighbours()[other] and one != other for one, others in neighbours().items() for other in others)


def test_every_side_is_a_state() -> None:
    assert set(neighbours()) <= {row["code"] for row in table("states")}


def test_land_and_sea() -> None:
    assert {"RUS", "CHN"} <= neighbours()["PRK"]
    assert "LKA" in neighbours()["IND"]
    assert "ISL" not in neighbours()["PRT"]

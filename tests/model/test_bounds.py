"""Bounds where products and sums meet, and contradictions that cannot be decided in time."""

from __future__ import annotations

import pytest
from modelling import labour, told

from legation.model.bounds import bounds
from legation.model.cores import Clashes, Limits, clashes
from legation.model.formula import parse_formula
from legation.model.system import Given, System, Variable


def debt(*given: Given) -> System:
    variables = (Variable("owed", "USD"), Variable("forgiven", "USD"), Variable("part", "percent", high=100), Variable("left", "USD"))
    return System(variables, given, (parse_formula("forgiven = owed * part"), parse_formula("left = owed - forgiven")))


def test_a_quantity_met_twice_is_bounded_exactly() -> None:
    # by hand: left = owed * (1 - part), 100..120 times 0.1..0.2; intervals alone would give 100 - 108 = -8 to 120 - 80 = 40
    found = bounds(debt(told("o", "owed", 100, 120), told("p", "part", 80, 90)), "left")
    assert found.low.value == pytest.approx(10, rel=1e-5)
    assert found.high.value == pytest.approx(24, rel=1e-5)
    assert found.exact
    assert set(found.low.binding) == set(found.high.binding) == {"o", "p"}


def test_a_side_without_bound_is_none_there_too() -> None:
    found = bounds(debt(told("o", "owed", 100, None), told("p", "part", 80, 90)), "left")
    assert found.low.value == pytest.approx(10, rel=1e-5)
    assert found.high.value is None


def test_what_cannot_be_is_seen_there_too() -> None:
    assert not bounds(debt(told("o", "owed", 100, 120), told("p", "part", 80, 90), told("l", "left", 30, None)), "owed").possible


def test_sums_of_very_different_size() -> None:
    system = System(
        (Variable("t", "USD"), Variable("a", "USD"), Variable("b", "USD")),
        (told("a", "a", 1e12, 1e12), told("b", "b", 1, 3)),
        (parse_formula("t = a + b"),),
    )
    found = bounds(system, "t")
    assert (found.low.value, found.high.value) == (pytest.approx(1e12 + 1, abs=0.01), pytest.approx(1e12 + 3, abs=0.01))


def test_a_definition_alone_is_no_bound() -> None:
    found = bounds(labour(told("w", "workers", 1, 2)), "share")
    assert (found.low.value, found.high.value) == (None, None)


def test_claims_on_one_quantity_can_clash_by_themselves() -> None:
    (core,) = clashes(labour(told("a", "workers", 10, 20), told("b", "workers", 30, 40))).cores
    assert core.claims == ("a", "b")
    assert core.formulas == ()
    (core,) = clashes(labour(told("s", "share", 120, None))).cores
    assert core.claims == ("s",)


def test_a_numbers_last_digit_is_no_contradiction() -> None:
    third = told("w", "wage", 1 / 3, 1 / 3)
    assert clashes(labour(told("n", "workers", 3, 3), third, told("s", "share", 100, 100), told("i", "income", 12, 12))).cores == ()


def test_no_time_is_undecided_and_not_no() -> None:
    found = clashes(labour(told("a", "workers", 10, 20)), Limits(seconds=0.0))
    assert found == Clashes(complete=False, undecided=found.undecided)
    assert "0 s" in found.undecided


def test_only_the_first_are_looked_for_and_that_is_said() -> None:
    many = [told(f"l{n}", "workers", 100 + n, None) for n in range(5)] + [told(f"h{n}", "workers", None, 10 + n) for n in range(5)]
    found = clashes(labour(*many), Limits(cores=3))
    assert len(found.cores) == 3
    assert not found.complete
    whole = clashes(labour(*many), Limits(cores=100, camps=100))
    assert len(whole.cores) == 25
    assert len(whole.camps) == 2
    assert whole.complete

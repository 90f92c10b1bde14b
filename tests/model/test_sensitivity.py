"""Sobol shares against their closed form."""

from __future__ import annotations

import math

import pytest
from modelling import run_of, seeds, told

from legation.model.draws import draws
from legation.model.formula import parse_formula
from legation.model.system import System, Variable
from legation.model.trials import Plan

PLAN = Plan(2_000, 5, sobol=True)


def shares(formula: str, low: float = -1.0, **sides: tuple[float, float]) -> dict[str, tuple[float, float]]:
    variables = (Variable("x", "", low=None), *(Variable(k, "", low=low) for k in sides))
    system = System(variables, tuple(told(k, k, *s) for k, s in sides.items()), (parse_formula(formula),))
    (found,) = draws(system, "x", PLAN)
    return {s.quantity: (s.alone, s.whole) for s in found.sobol}


def test_a_sum_splits_its_variance_by_the_squares_of_the_widths() -> None:
    found = shares("x = a + b", a=(-1.0, 1.0), b=(-3.0, 3.0), low=-9.0)
    assert found["b"] == (pytest.approx(0.9, abs=0.03), pytest.approx(0.9, abs=0.03))
    assert found["a"][1] == pytest.approx(0.1, abs=0.03)


def test_a_product_around_nothing_is_all_interaction() -> None:
    found = shares("x = a * b", a=(-1.0, 1.0), b=(-1.0, 1.0))
    for alone, whole in found.values():
        assert alone == pytest.approx(0, abs=0.08)
        assert whole == pytest.approx(1, abs=0.08)


def test_a_mixture_of_origins_counts_with_its_spread() -> None:
    run = run_of("labour-income", seeds())
    found = {s.quantity: s.alone for s in draws(run.system, "wage", PLAN)[0].sobol}
    workers = [math.log(v) for v in (50_000, 47_000, 40_000)]
    share = [math.log(v) for v in (80, 50)]
    spread = {k: sum((x - sum(v) / len(v)) ** 2 for x in v) / len(v) for k, v in (("workers", workers), ("share", share))}
    assert found["share"] == pytest.approx(spread["share"] / sum(spread.values()), abs=0.03)


def test_without_two_that_vary_there_is_nothing_to_share() -> None:
    assert shares("x = a + b", a=(1.0, 1.0), b=(0.0, 3.0)) == {}

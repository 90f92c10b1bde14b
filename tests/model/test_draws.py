from __future__ import annotations

import pytest
from modelling import labour, told

from legation.model.draws import draws
from legation.model.formula import parse_formula
from legation.model.options import Reading
from legation.model.system import System, Variable
from legation.model.trials import Plan

MANY = Plan(40_000, 3)


def product(*given: tuple[str, str, float | None, float | None, str]) -> System:
    variables = (Variable("x", ""), Variable("a", ""), Variable("b", ""))
    return System(variables, tuple(told(*g) for g in given), (parse_formula("x = a * b"),))


def test_percentiles_of_a_single_spread() -> None:
    (found,) = draws(product(("a", "a", 10, 20, "o"), ("b", "b", 2, 2, "o")), "x", MANY)
    (hump,) = found.humps
    assert found.reading is Reading.TOLD
    assert (hump.p5, hump.p50, hump.p95) == (pytest.approx(21, rel=0.01), pytest.approx(30, rel=0.01), pytest.approx(39, rel=0.01))


def test_what_one_origin_says_is_drawn_together() -> None:
    # red says 1 and 100, blue 10 and 10: together both give 100; drawn apart there would be 10 and 1000 too
    system = product(("a1", "a", 1, 1, "red"), ("b1", "b", 100, 100, "red"), ("a2", "a", 10, 10, "blue"), ("b2", "b", 10, 10, "blue"))
    (found,) = draws(system, "x", MANY)
    (hump,) = found.humps
    assert (hump.p5, hump.p95) == (100, 100)
    apart = product(("a1", "a", 1, 1, "red"), ("b1", "b", 100, 100, "green"), ("a2", "a", 10, 10, "blue"), ("b2", "b", 10, 10, "grey"))
    assert [round(h.p50) for h in draws(apart, "x", MANY)[0].humps] == [10, 100, 1000]


def test_two_camps_have_no_common_middle() -> None:
    system = product(("a1", "a", 9, 11, "red"), ("a2", "a", 90, 110, "blue"), ("b", "b", 1, 1, "o"))
    first, second = draws(system, "x", MANY)[0].humps
    assert first.p95 < 12 < 88 < second.p5
    assert first.weight == pytest.approx(0.5, abs=0.02)
    assert first.weight + second.weight == pytest.approx(1)
    assert (first.claims, second.claims) == (("a1", "b"), ("a2", "b"))


def test_camps_close_to_each_other_are_one() -> None:
    system = product(("a1", "a", 9, 11, "red"), ("a2", "a", 10, 12, "blue"), ("b", "b", 1, 1, "o"))
    assert len(draws(system, "x", MANY)[0].humps) == 1


def test_each_reading_of_a_ceiling_has_its_own_percentiles() -> None:
    limit, within = draws(labour(told("w", "workers", 100, 100), told("m", "wage", 10, 10), told("s", "share", None, 80)), "income", MANY)
    assert (limit.reading, within.reading) == (Reading.LIMIT, Reading.WITHIN)
    assert limit.humps[0].p50 == pytest.approx(100 * 10 * 12 * 0.8)
    assert within.humps[0].p50 == pytest.approx(100 * 10 * 12 * 0.4, rel=0.02)
    assert dict(limit.reads)["s"] == "read as 80"
    assert dict(within.reads)["s"] == "read as anything from 0 to 80"


def test_a_floor_that_nobody_limits_is_said_to_be_read_as_the_number() -> None:
    _, within = draws(labour(told("w", "workers", 100, None), told("m", "wage", 10, 10), told("s", "share", None, 80)), "income", MANY)
    assert dict(within.reads)["w"] == "read as 100: no source names a ceiling"


def test_what_no_source_gives_is_named_and_nothing_drawn() -> None:
    (found,) = draws(labour(told("w", "workers", 100, 100), told("s", "share", 50, 50)), "income", MANY)
    assert not found.humps
    assert found.why_not == "no source gives wage"


def test_draws_of_what_cannot_be_are_put_aside_and_counted() -> None:
    system = labour(told("w", "workers", 100, 100), told("m", "wage", 10, 10), told("i", "income", 6_000, 18_000))
    (found,) = draws(system, "share", MANY)
    assert found.kept == pytest.approx(0.5, abs=0.02)
    assert found.humps[0].p95 <= 100


def test_a_quantity_is_reckoned_over_several_formulas() -> None:
    variables = tuple(Variable(v, "") for v in ("x", "y", "z", "a"))
    formulas = (parse_formula("z = y / 2"), parse_formula("y = x + a"))
    system = System(variables, (told("x", "x", 4, 4), told("a", "a", 6, 6)), formulas)
    assert draws(system, "z", MANY)[0].humps[0].p50 == 5


def test_the_spread_is_laid_to_what_varies_most() -> None:
    (found,) = draws(product(("a", "a", 10, 40, "o"), ("b", "b", 2, 2.1, "p")), "x", MANY)
    assert [id for id, _ in found.shares] == ["a", "b"]
    assert found.shares[0][1] > 0.95
    assert sum(share for _, share in found.shares) == pytest.approx(1, abs=0.05)

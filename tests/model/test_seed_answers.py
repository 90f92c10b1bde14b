"""What the model must show on the seeds, each number against a computation of its own."""

from __future__ import annotations

import itertools
from dataclasses import replace
from time import perf_counter

import pytest
from modelling import overblown, run_of, seeds

from legation.model.bounds import bounds
from legation.model.checks import check, checks
from legation.model.cores import clashes
from legation.model.sheet import sheet
from legation.model.shelf import Shelf
from legation.model.system import System
from legation.model.text import library
from legation.model.whatif import parse_what_if


@pytest.fixture
def system() -> System:
    return run_of("labour-income", seeds()).system


def test_the_wage_has_a_floor_and_no_ceiling(system: System) -> None:
    found = bounds(system, "wage")
    assert found.low.value == pytest.approx(120e6 / (52_500 * 0.5 * 12))
    assert round(found.low.value or 0) == 381
    assert set(found.low.binding) == {"some-50000", "up-to-half", "120m"}
    assert found.high.value is None
    assert found.exact


def test_exactly_fifty_thousand_gives_four_hundred(system: System) -> None:
    given = tuple(replace(g, low=50_000.0, high=50_000.0) if g.id == "some-50000" else g for g in system.given)
    assert bounds(replace(system, given=given), "wage").low.value == pytest.approx(400)


def test_without_some_fifty_thousand_nothing_is_implied(system: System) -> None:
    found = bounds(system.without("some-50000"), "wage")
    assert (found.low.value, found.high.value, found.possible) == (None, None, True)


CAP = '[[claim]]\nquantity = "wage"\nhigh = 200\nunit = "USD/month/person"\nassumption = "a cap"\n'


def holds(claims: tuple[str, ...]) -> bool:
    """By hand: the most that workers, share and a wage of at most 200 make against the least income."""
    workers = 52_500 if "some-50000" in claims else float("inf")
    share = 0.5 if "up-to-half" in claims else 0.8 if "up-to-80" in claims else 1.0
    wage = 200 if "what-if 1" in claims else float("inf")
    return workers * share * wage * 12 >= (120e6 if "120m" in claims else 0)


def test_a_cap_of_200_names_both_cores_in_a_tenth_of_a_second(system: System) -> None:
    capped = parse_what_if(CAP).apply(system)
    clashes(system)
    seconds = []
    for _ in range(3):
        began = perf_counter()
        found = clashes(capped)
        seconds.append(perf_counter() - began)
    assert min(seconds) < 0.1
    claims = [g.id for g in capped.given]
    impossible = [set(s) for n in range(len(claims) + 1) for s in itertools.combinations(claims, n) if not holds(s)]
    smallest = [s for s in impossible if not any(other < s for other in impossible)]
    assert sorted(map(sorted, smallest)) == sorted(sorted(c.claims) for c in found.cores)
    assert {frozenset(c.claims) for c in found.cores} == {
        frozenset({"some-50000", share, "120m", "what-if 1"}) for share in ("up-to-80", "up-to-half")
    }
    assert all(c.formulas == ("income = workers * wage * share",) for c in found.cores)
    assert found.complete


def test_camps_are_the_largest_sets_that_can_hold(system: System) -> None:
    capped = parse_what_if(CAP).apply(system)
    claims = [g.id for g in capped.given]
    fine = [set(s) for n in range(len(claims) + 1) for s in itertools.combinations(claims, n) if holds(s)]
    largest = [s for s in fine if not any(s < other for other in fine)]
    assert sorted(map(sorted, largest)) == sorted(sorted(c) for c in clashes(capped).camps)


def test_the_trade_ratio_agrees_with_roughly_doubled() -> None:
    run = run_of("growth", seeds())
    told = run.system.without("doubled")
    found = bounds(told, "ratio")
    assert (found.low.value, found.high.value) == (pytest.approx(48 / 25.2), pytest.approx(48 / 22.8))
    answer = next(a for a in sheet(run).answers if a.quantity == "ratio")
    assert answer.drawn[0].humps[0].p50 == pytest.approx(2.00, abs=0.01)
    (finding,) = check(run)
    assert finding.kind == "agree"
    assert {g.id for g in finding.claims} == {"48m", "24m", "doubled"}


def test_the_energy_part_is_at_least_43_million() -> None:
    part = bounds(run_of("trade-part", seeds()).system, "part")
    assert part.low.value == pytest.approx(48e6 * 0.9)
    assert set(part.low.binding) == {"48m", "energy"}


def test_a_share_told_without_a_period_is_of_the_latest_one() -> None:
    from legation.model.bind import runs

    assert [str(r.when) for r in runs(library()["trade-part"], Shelf(seeds()))] == ["2017-01-01 – 2017-05-31"]


def test_the_impossible_total_is_found() -> None:
    assert 100_000 * 841 * 12 * 0.70 < 1.2e9
    found = checks(overblown(), tuple(library().values()))
    assert [c.kind for c in found] == ["contradiction"]
    # even the whole wage would not do: the ceiling of 70 percent is not needed, and so not named
    assert 100_000 * 841 * 12 < 1.2e9
    assert {g.id for g in found[0].claims} == {"60-100k", "841", "billions"}
    # 841 may be 841.499 once rounding is allowed for
    assert "at most 1.01 billion" in found[0].says
    assert found[0].through == ("income = workers * wage * share",)


def test_nothing_on_the_seeds_contradicts() -> None:
    assert {c.kind for c in checks(seeds(), tuple(library().values()))} == {"agree"}


def test_the_growth_of_one_outlet_agrees_with_the_level_of_another() -> None:
    from modelling import SPRING, SPRING_BEFORE, member, quantity

    from legation.words.amount import Amount, Change
    from legation.words.quantity import Ledger

    def ledger(before: float) -> Ledger:
        return Ledger(
            (
                quantity(
                    "trade",
                    "RUS",
                    "PRK",
                    member("now", Amount(47.9e6, 47.9e6, unit="USD"), SPRING),
                    member("up", Amount(40.6, 40.6, unit="percent", change=Change.INCREASE), SPRING, role="change"),
                    member("then", Amount(before, before, unit="USD"), SPRING_BEFORE),
                ),
            )
        )

    growth = (library()["growth"],)
    assert [c.kind for c in checks(ledger(34e6), growth)] == ["agree"]
    assert [c.kind for c in checks(ledger(44e6), growth)] == ["contradiction"]
    implied = bounds(run_of("growth", ledger(34e6)).system.without("then"), "before")
    assert implied.low.value == pytest.approx(47.9e6 / 1.406)

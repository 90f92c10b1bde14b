"""The general models of the library on ledgers made by hand, each number against its closed form."""

from __future__ import annotations

import pytest
from modelling import member, period, quantity, run_of

from legation.errors import ModelError
from legation.model.bind import runs
from legation.model.bounds import bounds
from legation.model.checks import checks
from legation.model.sheet import sheet
from legation.model.shelf import Shelf
from legation.model.text import library, parse_model
from legation.words.amount import Amount, Change
from legation.words.quantity import Ledger
from legation.words.status import Status

YEAR, BEFORE = period("2020-01-01", "2020-12-31"), period("2019-01-01", "2019-12-31")
JUNE, MAY = period("2020-06-01", "2020-06-30"), period("2020-05-01", "2020-05-31")


def usd(value: float) -> Amount:
    return Amount(value, value, unit="USD")


def people(value: float, **more: object) -> Amount:
    return Amount(value, value, unit="people", **more)  # type: ignore[arg-type]


def implied(name: str, ledger: Ledger, id: str) -> tuple[float | None, float | None]:
    found = bounds(run_of(name, ledger).system, id)
    return found.low.value, found.high.value


def test_concentration_is_between_the_partners_told_and_one_single_other() -> None:
    exports = quantity("exports", "AAA", None, member("total", usd(100), YEAR))
    twice = quantity("exports", "AAA", "BBB", member("b", usd(60), YEAR), member("again", usd(60), YEAR))
    ledger = Ledger((exports, twice, quantity("exports", "AAA", "CCC", member("c", usd(20), YEAR))))
    assert implied("concentration", ledger, "index") == (pytest.approx(0.6**2 + 0.2**2), pytest.approx(0.6**2 + 0.2**2 + 0.2**2))
    assert implied("concentration", ledger, "rest") == (pytest.approx(20), pytest.approx(20))


def test_partners_that_make_more_than_the_total_are_found() -> None:
    exports = quantity("exports", "AAA", None, member("total", usd(100), YEAR))
    parts = tuple(quantity("exports", "AAA", to, member(to, usd(70), YEAR)) for to in ("BBB", "CCC"))
    (found,) = checks(Ledger((exports, *parts)), (library()["concentration"],))
    assert found.kind == "contradiction"
    assert {g.id for g in found.claims} == {"total", "BBB", "CCC"}


@pytest.mark.parametrize(("now", "before"), [(YEAR, BEFORE), (JUNE, MAY)])
def test_a_stock_is_what_was_and_what_came(now, before) -> None:  # type: ignore[no-untyped-def]
    troops = quantity(
        "troops",
        "AAA",
        "BBB",
        member("before", people(9_000), before),
        member("sent", people(3_000, change=Change.INCREASE), now, role="change"),
        member("now", Amount(None, 13_000.0, unit="people"), now),
    )
    told = run_of("stock", Ledger((troops,))).system
    found = bounds(told.without("now"), "now")
    assert (found.low.value, found.high.value) == (pytest.approx(12_000), pytest.approx(12_000))


def test_more_in_the_levels_own_unit_is_no_growth() -> None:
    troops = quantity(
        "troops", "AAA", "BBB", member("now", people(12_000), YEAR), member("sent", people(3_000, change=Change.INCREASE), YEAR, role="change")
    )
    assert runs(library()["growth"], Shelf(Ledger((troops,)))) == []


def test_growth_is_reckoned_in_whatever_the_levels_are_told_in() -> None:
    oil = quantity(
        "energy-flow",
        "AAA",
        "BBB",
        member("then", Amount(40_000.0, 40_000.0, unit="barrels", per="day"), BEFORE),
        member("up", Amount(25.0, 25.0, unit="percent", change=Change.INCREASE), YEAR, role="change"),
        member("now", Amount(2.0, 2.0, unit="barrels", per="day"), YEAR),
    )
    run = run_of("growth", Ledger((oil,)))
    assert run.system.by_id["now"].unit == "barrels/day"
    found = bounds(run.system.without("now"), "now")
    assert found.low.value == pytest.approx(50_000)


def test_a_cap_that_is_demanded_leaves_room_or_is_broken() -> None:
    coal = quantity(
        "exports",
        "AAA",
        "BBB",
        member("flow", usd(30e6), YEAR),
        member("cap", Amount(None, 20e6, unit="USD"), YEAR, status=Status.DEMANDED),
        member("no cap", Amount(None, 90e6, unit="USD"), YEAR),
    )
    run = run_of("cap", Ledger((coal,)))
    assert {g.id for g in run.system.given if g.quantity == "cap"} == {"cap"}
    room = bounds(run.system, "room")
    assert room.high.value == pytest.approx(-10e6)
    assert room.low.value == pytest.approx(-30e6)
    assert any("taken for a cap in force" in a for a in sheet(run).assumptions)


def test_debt_service_names_the_rate_that_no_source_gives() -> None:
    ledger = Ledger(
        (
            quantity("debt", "AAA", None, member("debt", usd(300e6), YEAR)),
            quantity("gdp", "AAA", None, member("gdp", usd(600e6), YEAR)),
            quantity("revenue", "AAA", None, member("revenue", usd(60e6), YEAR)),
        )
    )
    run = run_of("debt-service", ledger)
    assert bounds(run.system, "ratio").low.value == pytest.approx(0.5)
    assert {"rate", "service", "burden"} <= set(run.missing)


def test_a_measure_list_a_wrong_role_and_a_sum_over_nothing() -> None:
    base = '[quantity.a]\nunit = "USD"\nclaims = [{{ measure = {measure}{more} }}]\n[[formula]]\ntext = "{formula}"\ndefinition = "d"\n'
    made = parse_model(base.format(measure='["aid", "loan"]', more="", formula="a = 2 * a"), "m")
    assert [p.measure for p in made.quantities[0].picks] == ["aid", "loan"]
    for measure, more, formula, why in (
        ("[]", "", "a = a", "by measure"),
        ("3", "", "a = a", "by measure"),
        ('"aid"', ', role = "king"', "a = a", "role is one of"),
        ('"aid"', "", "a = sum(a)", "many = true"),
    ):
        with pytest.raises(ModelError, match=why):
            parse_model(base.format(measure=measure, more=more, formula=formula), "m")

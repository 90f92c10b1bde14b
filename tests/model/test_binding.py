"""Which claims feed a model: parties, periods, status, rates and units."""

from __future__ import annotations

import builtins
from datetime import date
from typing import Any

import pytest
from modelling import PLANNED, SPRING, SPRING_BEFORE, member, period, quantity, run_of, seeds

from legation.errors import ModelError
from legation.model.bind import earlier, runs
from legation.model.bounds import bounds
from legation.model.literal import interval
from legation.model.sheet import sheet
from legation.model.shelf import Shelf
from legation.model.text import find_model, library, parse_model
from legation.words.amount import Amount
from legation.words.codec import encode
from legation.words.period import Period
from legation.words.quantity import Ledger, Quantity
from legation.words.verdict import Place, Relation, Verdict

YEAR = period("2020-01-01", "2020-12-31")


def money(value: float, unit: str = "USD", **known: Any) -> Amount:
    return Amount(value, value, unit=unit, **known)


def test_every_model_of_the_library_is_sound() -> None:
    for name, model in library().items():
        assert model.title
        assert model.about
        assert all(f.because for f in model.formulas)
        assert find_model(name) is model
    with pytest.raises(ModelError, match="labour-income"):
        find_model("nothing")


def test_parties_of_one_run_are_not_mixed_with_others() -> None:
    ledger = Ledger(
        (
            quantity("exports", "NOR", "SWE", member("a", money(10.0), YEAR)),
            quantity("exports", "SWE", "NOR", member("b", money(4.0), YEAR)),
            quantity("exports", "SWE", "FIN", member("c", money(7.0), YEAR)),
        )
    )
    found = runs(library()["balance"], Shelf(ledger))
    assert [{g.id for g in r.system.given} for r in found] == [{"a", "b"}, {"a", "b"}]
    balance = {dict(r.parties)["a"]: bounds(r.system, "balance") for r in found}
    assert (balance["NOR"].low.value, balance["NOR"].high.value) == (pytest.approx(6), pytest.approx(6))
    assert balance["SWE"].low.value == pytest.approx(-6)
    assert bounds(found[0].system, "turnover").low.value == pytest.approx(14)


def test_a_turnover_that_its_two_directions_do_not_make_is_found() -> None:
    from legation.model.checks import checks

    def ledger(turnover: float) -> Ledger:
        flows = (quantity("exports", "NOR", "SWE", member("a", money(10e6), YEAR)), quantity("exports", "SWE", "NOR", member("b", money(4e6), YEAR)))
        return Ledger((*flows, quantity("trade", "NOR", "SWE", member("t", money(turnover), YEAR))))

    model = (library()["balance"],)
    assert {c.kind for c in checks(ledger(30e6), model)} == {"contradiction"}
    assert {c.kind for c in checks(ledger(14e6), model)} == {"agree"}


def test_flows_of_other_periods_are_not_set_against_each_other() -> None:
    ledger = Ledger((quantity("exports", "NOR", "SWE", member("a", money(10.0), SPRING), member("b", money(4.0), YEAR)),))
    assert runs(library()["growth"], Shelf(ledger)) == []


def test_what_is_only_planned_or_of_another_unit_is_named_and_not_used() -> None:
    base = seeds().quantities
    more = quantity(
        "remittances",
        "PRK",
        "RUS",
        member("planned", money(9e9, per="year"), status=PLANNED),
        member("roubles", money(9e9, unit="RUB", per="year")),
        member("spring", money(9e9), SPRING),
    )
    run = run_of("labour-income", Ledger((*base, more)))
    assert {(o.claim, o.why) for o in run.left_out} == {
        ("planned", "told as planned"),
        ("roubles", "told in RUB/year, not in USD/year"),
        ("spring", "told for 2017-01-01 – 2017-05-31, not for a year"),
    }
    assert not {"planned", "roubles", "spring"} & {g.id for g in run.system.given}


def test_a_sum_without_a_rate_is_taken_for_a_year_and_that_is_said() -> None:
    quantities = [q for q in seeds().quantities if q.measure != "remittances"]
    run = run_of("labour-income", Ledger((*quantities, quantity("wages", "PRK", "RUS", member("sum", Amount(120e6, None, unit="USD"))))))
    (given,) = [g for g in run.system.given if g.quantity == "income"]
    assert given.low == 120e6
    assert "taken for one year" in given.assumed
    assert "no one's wage" in given.assumed
    assert any("taken for one year" in a for a in sheet(run).assumptions)


def test_a_wage_told_by_the_year_is_a_twelfth_by_the_month() -> None:
    ledger = Ledger((*seeds().quantities, quantity("wages", "PRK", "RUS", member("wage", money(6000.0, per="year")))))
    (given,) = [g for g in run_of("labour-income", ledger).system.given if g.quantity == "wage"]
    assert given.low == pytest.approx(500)


def test_parts_of_one_article_are_added_up() -> None:
    def place(claim: str) -> Place:
        return Place("a", (0, 1), claim)

    names = {"whole": 43e6, "fish": 31e6, "coal": 3e6, "wool": 28e6}
    members = tuple(member(c, money(v), YEAR, article="a") for c, v in names.items())
    verdicts = tuple(Verdict(place("whole"), place(c), Relation.PART_WHOLE, "told so") for c in names if c != "whole")
    ledger = Ledger((Quantity("q", "exports", "exports", "USD", "NOR", "SWE", members, verdicts),))
    from legation.model.checks import checks

    (found,) = checks(ledger, (library()["parts"],))
    assert found.kind == "contradiction"
    assert {g.id for g in found.claims} >= {"whole", "fish", "wool"}
    assert found.through == ("sum(part) <= whole",)


def test_a_year_earlier_keeps_the_ends_of_months() -> None:
    assert earlier(SPRING, 12) == SPRING_BEFORE
    assert earlier(Period(date(2024, 2, 1), date(2024, 2, 29)), 12) == Period(date(2023, 2, 1), date(2023, 2, 28))
    assert earlier(Period(date(2024, 3, 1), date(2024, 3, 31)), 1) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert earlier(Period(date(2024, 1, 10), date(2024, 12, 31)), 12) == Period(date(2023, 1, 10), date(2023, 12, 31))


def test_some_is_five_percent_and_rounding_half_a_digit() -> None:
    assert interval(Amount(50_000.0, 50_000.0, approx=True)) == (47_500, 52_500)
    assert interval(Amount(47_000.0, None)) == (47_000, None)
    low, high = interval(Amount(48e6, 48e6), rounded=True)
    assert low == pytest.approx(47.5e6, rel=1e-3)
    assert high == pytest.approx(48.5e6, rel=1e-3)


def test_counts_of_another_definition_make_a_doubt_and_no_contradiction() -> None:
    from legation.model.checks import checks

    def ledger(verdict: Relation) -> Ledger:
        workers = quantity("workers", "PRK", "RUS", *(member(c, Amount(n, n, unit="people")) for c, n in (("all", 50_000.0), ("permits", 30_000.0))))
        verdicts = (Verdict(Place("x", (0, 1), "all"), Place("x", (0, 1), "permits"), verdict, "permit holders against all"),)
        counted = Quantity("q", "workers", "workers", "people", "PRK", "RUS", workers.members, verdicts)
        wage = quantity("wages", "PRK", "RUS", member("wage", money(500.0, per="month")))
        share = quantity("wage-share", "PRK", "RUS", member("half", Amount(None, 50.0, unit="percent")))
        income = quantity("remittances", "PRK", "RUS", member("sum", Amount(120e6, None, unit="USD", per="year")))
        return Ledger((counted, wage, share, income))

    model = (library()["labour-income"],)
    assert {c.kind for c in checks(ledger(Relation.OTHER_DEFINITION), model)} == {"doubt"}
    assert {c.kind for c in checks(ledger(Relation.CONFLICT), model)} == {"contradiction"}


def test_a_missing_quantity_is_named_with_the_range_that_would_fit() -> None:
    found = sheet(run_of("labour-income", seeds()))
    assert found.missing == ("wage",)
    wage = found.answers[0]
    assert wage.told == ()
    assert wage.bound.low.value == pytest.approx(380.952, abs=0.001)
    assert [d.claim for d in wage.drivers if d.opens] == ["some-50000", "120m"]
    assert [round(d.low or 0) for d in wage.drivers if not d.opens] == [238]
    assert encode(found)["answers"][0]["quantity"] == "wage"


def test_claims_of_times_far_apart_are_warned_of() -> None:
    old = quantity("workers", "PRK", "RUS", member("old", Amount(20_000.0, None, unit="people"), period("2002-01-01", "2002-12-31")))
    new = quantity("workers", "PRK", "RUS", member("new", Amount(40_000.0, None, unit="people"), period("2017-01-01", "2017-12-31")))
    share = quantity("wage-share", "PRK", "RUS", member("share", Amount(None, 80.0, unit="percent")))
    assert any("more than a year apart" in w for w in sheet(run_of("labour-income", Ledger((old, new, share)))).warnings)


HEAD = '[quantity.a]\nunit = "people"\nclaims = [{ measure = "workers" }]\n'
FORMULA = '[[formula]]\ntext = "a = a"\nassumption = "x"\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        FORMULA,
        HEAD + '[[formula]]\ntext = "a = a"\n',
        HEAD + '[[formula]]\ntext = "a = b"\nassumption = "x"\n',
        HEAD + '[[formula]]\ntext = "a = "\nassumption = "x"\n',
        'answers = ["b"]\n' + HEAD + FORMULA,
        'time = "never"\n' + HEAD + FORMULA,
        'colour = "red"\n' + HEAD + FORMULA,
        HEAD.replace("unit", "size") + FORMULA,
        HEAD.replace('"people"', "3") + FORMULA,
        HEAD + "lag = true\n" + FORMULA,
        HEAD.replace("measure", "measures") + FORMULA,
        HEAD.replace('"workers"', "3") + FORMULA,
        "quantity = 3\n" + FORMULA,
        "[[",
    ],
)
def test_a_text_that_is_no_model_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ModelError) as error:
        parse_model(text, "mine")
    assert "\n" not in str(error.value)


def test_without_the_extra_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] in ("z3", "scipy"):
            raise ImportError(name)
        return real(name, *rest)

    system = run_of("labour-income", seeds()).system
    monkeypatch.setattr("legation.model.extra.import_module", lambda name: without(name))
    with pytest.raises(ModelError, match=r"needs scipy.*pip install 'legation\[model\]'"):
        bounds(system, "wage")

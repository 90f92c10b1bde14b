from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import ModelError
from legation.model.formula import DEEPEST, Formula, Name, Number, Op, Power, Sum, parse_formula, unfold, variables
from legation.model.solve import turn, value
from legation.model.units import check_units, unit


def test_signs_bind_as_in_school() -> None:
    found = parse_formula("x = a + b * c ^ 2 - d / 4 [USD/month]")
    assert found.right == Op(
        "-",
        Op("+", Name("a"), Op("*", Name("b"), Power(Name("c"), 2))),
        Op("/", Name("d"), Number(4.0, "USD/month")),
    )
    assert variables(found) == ["x", "a", "b", "c", "d"]


def test_brackets_minus_and_sums() -> None:
    assert parse_formula("sum(part) <= -(a + 1)").left == Sum(Name("part"))
    assert value(parse_formula("x = -(2 + 3) * 2").right, {}) == -10
    assert unfold(Sum(Name("p")), {"p": ("p_1", "p_2")}) == Op("+", Name("p_1"), Name("p_2"))
    assert unfold(Sum(Name("p")), {}) == Number(0.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a = ",
        "a = b = c",
        "a = b ^ 9",
        "a = b ^ 0",
        "a = b ^ c",
        "a = b ^ 0.5",
        "a = (b",
        "a = b)",
        "a = b c",
        "a == b",
        "a = __import__('os')",
        "a = b.c",
        "a = b[0]",
        "a = lambda",
        "a = b ** 2",
        "a = sum(3)",
        "a = 1e9999",
        "a = " + "(" * (DEEPEST + 1) + "b" + ")" * (DEEPEST + 1),
        "a = " + "-" * 5000 + "b",
        "a = " + "b + " * 3000 + "b",
    ],
)
def test_what_is_no_formula_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ModelError) as error:
        check_units(parse_formula(text), {"a": "", "b": ""})
    assert "\n" not in str(error.value)


@given(st.text(alphabet="ab1+-*/^()=<>[]. esum", max_size=40) | st.text(max_size=40))
def test_any_text_is_a_formula_or_an_error_of_ours(text: str) -> None:
    with suppress(ModelError):
        assert isinstance(parse_formula(text), Formula)


@given(st.floats(0.5, 50), st.floats(0.5, 50), st.floats(0.5, 50))
def test_a_formula_turned_to_a_quantity_gives_it_back(a: float, b: float, c: float) -> None:
    for text in ("x = a * b - c", "x * a = b / c", "a - x = b * c", "a / x = b + c", "x ^ -1 * a = b + c", "-x + a = b"):
        formula = parse_formula(text)
        turned = turn(formula, "x")
        assert turned is not None
        x = value(turned, {"a": a, "b": b, "c": c})
        known = {"a": a, "b": b, "c": c, "x": x}
        assert value(formula.left, known) == pytest.approx(value(formula.right, known), rel=1e-6, abs=1e-6)
    assert turn(parse_formula("x * x = a"), "x") is None


def test_units_must_fit() -> None:
    units = {"income": "USD/year", "workers": "people", "wage": "USD/month/person", "share": "percent", "euros": "EUR"}
    check_units(parse_formula("income = workers * wage * share"), units)
    check_units(parse_formula("income = 3 [USD/month]"), units)
    for wrong in ("income = workers * share", "income = euros", "income = income + workers", "income = nothing", "income = 3"):
        with pytest.raises(ModelError):
            check_units(parse_formula(wrong), units)


def test_a_year_is_twelve_months_and_a_percent_a_hundredth() -> None:
    assert unit("USD/month").size / unit("USD/year").size == pytest.approx(12)
    assert unit("percent").size == 0.01
    assert unit("people").dimension == unit("person").dimension != unit("missiles").dimension
    assert unit("tonnes").size == pytest.approx(1000 * unit("kilograms").size)
    assert unit("cubic metres").dimension == unit("barrels").dimension or unit("barrels").dimension


@pytest.mark.parametrize("text", ["USD//month", "/month", "USD*", "__class__", "USD^99", "3", "USD month; x", "a" * 5000 + "/" * 3])
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(ModelError):
        unit(text)

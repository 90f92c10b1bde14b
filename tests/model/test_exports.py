"""What leaves for other tools, read back by those tools where they are at hand."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pysd
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from modelling import labour, run_of, seeds, told

from legation.errors import ModelError
from legation.model.drawn import columns, rows
from legation.model.expression import own_units, text
from legation.model.formula import Formula, parse_formula
from legation.model.jsonld import jsonld
from legation.model.options import Reading
from legation.model.script import Note, answerable, script
from legation.model.sheet import sheet
from legation.model.solve import value, way_to
from legation.model.squiggle import squiggle
from legation.model.system import System, Variable
from legation.model.trials import Plan
from legation.model.xmile import xmile

RUN = run_of("labour-income", seeds())
NOTES = {"some-50000": Note("Some 50,000 people\nwork there */ </doc> & \x01 more.", "a ministry", "https://paper.example/a")}


def test_squiggle_has_every_claim_and_the_formula_in_own_units() -> None:
    made = squiggle(script(RUN), NOTES)
    assert "workers = mixture([uniform(47500, 52500), 47000, 40000])" in made
    assert "share = mixture([80, 50])" in made
    (line,) = (x for x in made.splitlines() if x.startswith("wage ="))
    factor = float(line.rpartition("* ")[2])
    assert factor == pytest.approx(100 / 12)
    assert "wage = income / share / workers * " in line
    assert "“Some 50,000 people work there */ </doc> & \x01 more.” (a ministry)" in made
    assert all(x.startswith("//") or re.fullmatch(r"\w+ = .*|\w+|", x) for x in made.splitlines())


def test_pysd_reads_xmile_back_and_every_origin_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "labour.xmile"
    path.write_text(xmile(script(RUN), NOTES), "utf-8")
    model = pysd.read_xmile(str(path))
    assert model.run()["wage"].iloc[0] == pytest.approx(120e6 / (50_000 * 0.8 * 12))
    other = model.run(params={"workers_source": 2, "share_source": 2})
    assert other["wage"].iloc[0] == pytest.approx(120e6 / (47_000 * 0.5 * 12))
    low = model.run(params={"workers_source": 1, "workers_place": 0})
    assert low["workers"].iloc[0] == 47_500
    assert "Some 50,000 people" in str(model.doc["Comment"].tolist())


def test_every_draw_is_a_row_that_obeys_the_formula() -> None:
    plot = script(RUN, reading=Reading.WITHIN)
    made = list(rows(plot, Plan(500, 3)))
    names = [c.partition(" ")[0] for c in columns(plot)]
    assert columns(plot)[1] == "workers [people]"
    assert [r[0] for r in made] == list(range(1, 501))
    for row in made:
        got = dict(zip(names, row, strict=True))
        assert got["income"] == pytest.approx(float(got["workers"]) * float(got["wage"]) * float(got["share"]) / 100 * 12)  # type: ignore[arg-type]
        assert "120m" in str(got["claims"])


def test_what_cannot_be_is_an_empty_cell() -> None:
    system = labour(told("w", "workers", 100, 100), told("m", "wage", 10, 10), told("i", "income", 0, 24_000))
    run = RUN.__class__(RUN.model, RUN.parties, None, system)
    shares = [r[-2] for r in rows(script(run, "share"), Plan(400, 1))]
    assert None in shares
    assert all(s is None or float(s) <= 100 for s in shares)


def test_json_ld_is_a_graph_from_answer_to_sentence() -> None:
    graph = rdflib.Graph().parse(data=json.dumps(jsonld([sheet(RUN, Plan(200, 1))], NOTES)), format="json-ld")
    prov, schema = rdflib.Namespace("http://www.w3.org/ns/prov#"), rdflib.Namespace("https://schema.org/")
    wage = rdflib.URIRef("urn:legation:run:labour-income:1:wage")
    assert float(graph.value(wage, schema.minValue)) == pytest.approx(380.952, abs=0.001)  # type: ignore[arg-type]
    assert graph.value(wage, schema.maxValue) is None
    claims = {str(c).rpartition(":")[2] for c in graph.objects(wage, prov.wasDerivedFrom)}
    assert claims == {"some-50000", "up-to-half", "120m"}
    claim = rdflib.URIRef("urn:legation:claim:some-50000")
    assert graph.value(claim, prov.wasQuotedFrom) == rdflib.URIRef("https://paper.example/a")
    assert str(graph.value(claim, schema.unitText)) == "people"


def test_what_no_claims_lead_to_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match="they lead to wage"):
        script(RUN, "nothing")
    lone = run_of("labour-income", seeds())
    bare = lone.__class__(lone.model, lone.parties, None, lone.system.only(["120m"]))
    with pytest.raises(ModelError, match="no answer"):
        script(bare)


NUMBERS = st.floats(0.5, 50)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a * b / c = x", "x = a * (b + 2 [people]) / c", "a = x * c^2 / b", "x / b + 3 [USD/month] = 4 [USD/month] * c + a"]),
    NUMBERS,
    NUMBERS,
    NUMBERS,
)
def test_own_units_say_what_base_units_say(words: str, a: float, b: float, c: float) -> None:
    formula = parse_formula(words)
    units = {"a": "USD/month", "b": "people", "c": "percent"}
    system = fitting(formula, units)
    told_values = {"a": a, "b": b, "c": c}
    given = tuple(told(k, k, v, v) for k, v in told_values.items())
    whole = System(system.variables, given, system.formulas)
    way = way_to(whole, "x")
    assert way.steps
    base = value(way.steps[-1][1], {k: v * whole.size(k) for k, v in told_values.items()}) / whole.size("x")
    own = own_units(whole, "x", way.steps[-1][1])
    assert math.isclose(value(own, told_values), base, rel_tol=1e-9)
    assert math.isclose(value(parse_formula(f"x = {text(own)}").right, told_values), base, rel_tol=1e-9)


def fitting(formula: Formula, units: dict[str, str]) -> System:
    """A system for a formula, with the unit of x that fits it."""
    for unit in ("USD*people/month", "USD/month/people"):
        try:
            variables = (*(Variable(k, u) for k, u in units.items()), Variable("x", unit))
            return System(variables, (), (formula,))
        except ModelError:
            continue
    raise AssertionError(formula.text)


def test_the_answers_that_claims_lead_to() -> None:
    assert answerable(RUN) == ("wage",)

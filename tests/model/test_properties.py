"""Properties of the passes on systems made at random."""

from __future__ import annotations

import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modelling import labour, told

from legation.model.bounds import _by_hull, bounds, possible
from legation.model.cores import can_hold
from legation.model.draws import draws
from legation.model.formula import parse_formula
from legation.model.system import Given, System, Variable
from legation.model.trials import Plan

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
sizes = st.floats(0.1, 1e6).map(lambda x: float(f"{x:.4g}"))


@st.composite
def intervals(draw: st.DrawFn, quantity: str, id: str, highest: float = 1e6) -> Given:
    a, b = sorted((draw(st.floats(0.1, highest)), draw(st.floats(0.1, highest))))
    kind = draw(st.sampled_from(("both", "low", "high")))
    return told(id, quantity, a if kind != "high" else None, b if kind != "low" else None, draw(st.sampled_from(("x", "y", "z"))))


@st.composite
def labours(draw: st.DrawFn) -> System:
    names = draw(st.lists(st.sampled_from(("workers", "wage", "share", "income")), min_size=1, max_size=7))
    return labour(*(draw(intervals(q, f"c{n}", 100.0 if q == "share" else 1e6)) for n, q in enumerate(names)))


SUMS = (parse_formula("total = a + b - c"),)
MIXED = (parse_formula("total = a * b + c"),)


@st.composite
def others(draw: st.DrawFn) -> System:
    names = draw(st.lists(st.sampled_from(("total", "a", "b", "c")), min_size=1, max_size=6))
    variables = tuple(Variable(q, "") for q in ("total", "a", "b", "c"))
    return System(variables, tuple(draw(intervals(q, f"c{n}", 1000.0)) for n, q in enumerate(names)), draw(st.sampled_from((SUMS, MIXED))))


systems = st.one_of(labours(), others())


@few
@given(systems, st.data())
def test_leaving_a_claim_out_never_narrows_a_bound(system: System, data: st.DataObject) -> None:
    target = data.draw(st.sampled_from([v.id for v in system.variables]))
    whole = bounds(system, target)
    if not whole.possible:
        return
    for g in system.given:
        left = bounds(system.without(g.id), target)
        assert left.possible
        assert left.low.value is None or (whole.low.value is not None and left.low.value <= whole.low.value * (1 + 1e-6) + 1e-6)
        assert left.high.value is None or (whole.high.value is not None and left.high.value >= whole.high.value * (1 - 1e-6) - 1e-6)


@few
@given(systems, st.data())
def test_bounds_contain_the_draws_of_the_same_claims(system: System, data: st.DataObject) -> None:
    target = data.draw(st.sampled_from([v.id for v in system.variables]))
    first = {g.quantity: g.id for g in reversed(system.given) if g.quantity != target}
    system = system.only(list(first.values()))
    found = bounds(system, target)
    for drawn in draws(system, target, Plan(500, data.draw(st.integers(0, 9)))):
        for hump in drawn.humps:
            if found.low.value is not None:
                assert min(hump.p5, hump.p50, hump.p95) >= found.low.value * (1 - 1e-6) - 1e-6
            if found.high.value is not None:
                assert hump.p95 <= found.high.value * (1 + 1e-6) + 1e-6


@few
@given(systems)
def test_what_binds_is_enough_for_the_bound(system: System) -> None:
    for v in system.variables:
        found = bounds(system, v.id)
        if not found.possible:
            return
        for end, side in ((found.low, "low"), (found.high, "high")):
            if end.value is not None:
                again = getattr(bounds(system.only(end.binding), v.id), side).value
                assert again is not None
                assert math.isclose(again, end.value, rel_tol=1e-6, abs_tol=1e-6)


@few
@given(labours())
def test_linear_programs_and_intervals_give_the_same_bounds(system: System) -> None:
    for v in system.variables:
        a, b = bounds(system, v.id), _by_hull(system, v.id)
        assert a.possible == b.possible
        for one, other in ((a.low.value, b.low.value), (a.high.value, b.high.value)):
            assert (one is None) == (other is None)
            assert one is None or other is None or math.isclose(one, other, rel_tol=1e-6)


@few
@given(systems)
def test_the_solver_and_intervals_agree_on_what_can_hold(system: System) -> None:
    by_solver, by_intervals = can_hold(system), possible(system)
    assert None in (by_solver, by_intervals) or by_solver == by_intervals


def test_the_same_seed_draws_the_same() -> None:
    system = labour(told("a", "workers", 10, 20), told("b", "share", 10, 20), told("c", "wage", 1, 2))
    assert draws(system, "income", Plan(1000, 5)) == draws(system, "income", Plan(1000, 5))
    assert draws(system, "income", Plan(1000, 5)) != draws(system, "income", Plan(1000, 6))

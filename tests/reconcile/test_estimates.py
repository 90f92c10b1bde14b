"""What is offered as an estimate, on made-up claims whose truth is known: never worse than the plain median, and never a mean."""

from __future__ import annotations

import random
from dataclasses import fields
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reconcile.estimates import ENOUGH, estimate, records, weighted_median
from legation.words.amount import Amount
from legation.words.quantity import Member, Quantity, Standing
from legation.words.rank import Estimate, Record
from legation.words.verdict import Place, Relation, Verdict


def quantity(told: dict[str, float], id: str = "q") -> Quantity:
    """One quantity in which each origin tells one value of one period."""
    members = tuple(Member(f"{id}-{n}", "a", (n, n + 1), Amount(v, v), origin=origin) for n, (origin, v) in enumerate(told.items()))
    places = [Place(m.article, m.span, m.claim) for m in members]
    pairs = tuple(
        Verdict(a, b, Relation.AGREE if abs(x.amount.low - y.amount.low) < 1 else Relation.CONFLICT, "")
        for n, (a, x) in enumerate(zip(places, members, strict=True))
        for b, y in list(zip(places, members, strict=True))[n + 1 :]
    )
    stands = Standing(min(told.values()), max(told.values()), "", True, tuple(m.claim for m in members))
    return Quantity(id, id, "workers", "people", members=members, verdicts=pairs, stands=stands, standings=(stands,))


def off(found: Estimate, truth: float) -> float:
    """How far the interval lies from the truth."""
    assert found.low is not None
    assert found.high is not None
    return max(0.0, found.low - truth, truth - found.high)


WORLDS = {
    "honest": {"a": 0.02, "b": 0.05, "c": 0.1, "d": 0.1, "e": 0.2},
    "one good, many poor": {"a": 0.01, "b": 0.5, "c": 0.5, "d": 0.5, "e": 0.5},
    "poor but alike": {"a": 0.01, "b": 0.02, "c": 0.6, "d": 0.6},
    "all alike": {"a": 0.1, "b": 0.1, "c": 0.1},
}


def world(kind: str, seed: int) -> tuple[float, dict[str, float]]:
    dice = random.Random(seed)
    truth = 10 ** dice.uniform(1, 6)
    return truth, {origin: truth * (1 + dice.gauss(0, spread)) for origin, spread in WORLDS[kind].items()}


@pytest.mark.parametrize("kind", WORLDS)
def test_the_interval_is_never_further_off_than_the_plain_median(kind: str) -> None:
    for seed in range(300):
        truth, told = world(kind, seed)
        found = estimate(quantity(told), {})
        assert found
        assert found.middle is None
        assert off(found, truth) <= abs(median(told.values()) - truth)


@pytest.mark.parametrize("kind", WORLDS)
def test_weighed_by_records_it_is_not_worse_than_the_plain_median(kind: str) -> None:
    past = [world(kind, seed) for seed in range(1000, 1060)]
    known = records((quantity(told, f"q{n}") for n, (truth, told) in enumerate(past)), right(past))
    weighed, plain = [], []
    for seed in range(400):
        truth, told = world(kind, seed)
        found = estimate(quantity(told), known)
        assert found
        assert found.middle is not None
        weighed.append(abs(found.middle / truth - 1))
        plain.append(abs(median(told.values()) / truth - 1))
    assert mean(weighed) <= mean(plain) * 1.001


def right(past: list[tuple[float, dict[str, float]]]) -> dict[str, bool]:
    """What an analyst who came to know the truth would have judged."""
    return {f"q{n}-{k}": abs(v / truth - 1) <= 0.05 for n, (truth, told) in enumerate(past) for k, v in enumerate(told.values())}


def test_a_source_has_no_record_before_it_was_checked_often_enough() -> None:
    told = {"a": 10.0, "b": 20.0, "c": 90.0}
    for checked, middle in ((ENOUGH - 1, None), (ENOUGH, 90.0)):
        found = estimate(quantity(told), {"c": Record(checked, checked)})
        assert found
        assert found.middle == middle


def test_claims_are_checked_by_three_other_origins() -> None:
    assert records([quantity({"a": 10.0, "b": 10.2, "c": 50.0})], {}) == {}
    found = records([quantity({"a": 10.0, "b": 10.2, "c": 10.1, "d": 50.0})], {})
    assert found == {"a": Record(1, 1), "b": Record(1, 1), "c": Record(1, 1), "d": Record(1, 0)}


def test_one_origin_that_repeats_itself_counts_once() -> None:
    q = quantity({"a": 10.0, "b": 20.0, "c": 30.0})
    again = tuple(Member(f"again-{n}", "a", (n, n + 1), Amount(30.0, 30.0), origin="c") for n in range(9))
    places = [Place("a", q.members[2].span, q.members[2].claim), *(Place(m.article, m.span, m.claim) for m in again)]
    same = tuple(Verdict(places[0], p, Relation.COPY, "") for p in places[1:])
    whole = Quantity("q", "q", "workers", "people", members=(*q.members, *again), verdicts=(*q.verdicts, *same), stands=q.stands)
    found = estimate(whole, {"a": Record(40, 20)})
    assert found
    assert found.middle == 20.0


def test_no_mean_is_offered() -> None:
    assert {f.name for f in fields(Estimate)} == {"low", "high", "middle", "why"}
    found = estimate(quantity({"a": 0.0, "b": 1.0, "c": 99.0}), {"a": Record(40, 20)})
    assert found
    assert found.middle == 1.0


@given(st.dictionaries(st.text(max_size=3), st.tuples(st.floats(-1e9, 1e9), st.floats(0.01, 100)), min_size=1, max_size=9))
def test_a_weighted_median_has_half_of_the_weight_on_either_side(told: dict[str, tuple[float, float]]) -> None:
    points, weights = {k: v for k, (v, _) in told.items()}, {k: w for k, (_, w) in told.items()}
    middle, half = weighted_median(points, weights), sum(weights.values()) / 2
    assert sum(weights[k] for k, v in points.items() if v < middle) <= half * (1 + 1e-6)
    assert sum(weights[k] for k, v in points.items() if v > middle) <= half * (1 + 1e-6)
    assert min(points.values()) <= middle <= max(points.values())

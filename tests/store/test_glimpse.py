"""A glimpse of the kept ledger against the ledger made of what it shows."""

from __future__ import annotations

import random
from datetime import date

import pytest
from making import Maker, period
from test_book import opened, telling

from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.reconcile.view import Sight, View
from legation.run.ledger import ledger_now, page, page_of_disputes
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.period import Period
from legation.words.quantity import Quantity
from legation.words.verdict import Relation

SIGHTS = (
    Sight(as_of=date(2019, 12, 31)),
    Sight(as_of=date(2020, 12, 31)),
    Sight(holds=Period(date(2020, 1, 1), date(2020, 12, 31))),
    Sight(holds=Period(None, date(2019, 12, 31))),
    Sight(as_of=date(2020, 12, 31), holds=Period(date(2020, 1, 1), None)),
)
NOTHING = Sight(as_of=date(1990, 1, 1))


def weight(q: Quantity) -> tuple[int, int, int]:
    return sum(v.verdict is Relation.CONFLICT and v.sure for v in q.verdicts), q.origins, len(q.members)


def filled(case: Case, seed: int = 5, count: int = 14) -> Case:
    dice = random.Random(seed)
    for n in range(count):
        case.add(telling(n, dice))
    ledger_now(case)
    return case


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
@pytest.mark.parametrize("seed", range(6))
def test_it_shows_the_claims_that_a_ledger_of_then_has_and_no_other(sight: Sight, seed: int) -> None:
    with opened() as case:
        filled(case, seed)
        made = build_ledger(View(case, sight), case.judged().rulings)
        shown = case.book().glimpse(sight).quantities(1000)
        assert sorted(m.claim for q in shown for m in q.members) == sorted(m.claim for q in made.quantities for m in q.members)
        assert [weight(q) for q in shown] == sorted((weight(q) for q in shown), reverse=True)


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_the_first_of_all_are_found_without_the_rest(sight: Sight) -> None:
    with opened() as case:
        glimpse = filled(case).book().glimpse(sight)
        assert glimpse.quantities(3) == glimpse.quantities(1000)[:3]
        every, few = glimpse.disputes(1000)[0], glimpse.disputes(3)[0]
        assert [(d.kind, d.weight) for d in few] == [(d.kind, d.weight) for d in every][:3]
        assert few


def test_it_is_the_ledger_of_then_where_nothing_but_days_tells_them_apart() -> None:
    def told(name: str, day: str, low: float) -> None:
        text = f"Norway has {low:g} workers in Sweden, paper {name} says."
        made = Maker(text, published=day, id=name, publisher=name)
        case.add(
            made.figure(f"{low:g} workers", Amount(low, low, unit="people"), "workers", "NOR", "SWE", when=period("2020-01-01", "2020-12-31")).done()
        )

    with opened() as case:
        for name, day, low in (("a", "2020-03-01", 300), ("b", "2020-03-05", 500), ("c", "2020-04-01", 900)):
            told(name, day, low)
        ledger_now(case)
        for sight, conflicts in ((Sight(date(2020, 3, 2)), 0), (Sight(date(2020, 3, 31)), 1), (Sight(date(2020, 4, 30)), 3)):
            made = build_ledger(View(case, sight), case.judged().rulings)
            glimpse = case.book().glimpse(sight)
            assert glimpse.quantities(10) == list(made.quantities)
            assert glimpse.disputes(10)[0] == list(disputes(made))
            assert weight(made.quantities[0])[0] == conflicts


def test_of_a_time_before_all_nothing_is_shown() -> None:
    with opened() as case:
        glimpse = filled(case).book().glimpse(NOTHING)
        assert not glimpse.quantities(5)
        assert not glimpse.disputes(5)[0]


def test_a_large_case_is_shown_as_it_was_a_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.run.ledger.LARGE", 0)
    with opened() as case:
        filled(case)
        found = page(case, 2, SIGHTS[0])
        assert found
        ledger, readings, total = found
        assert len(ledger.quantities) == 2
        assert total is None
        assert {r.article.published.when.last.year for r in readings if r.article.published and r.article.published.when.last} == {2019}
        told = page_of_disputes(case, 2, SIGHTS[1])
        assert told
        assert told[0].quantities or told[0].tensions or told[0].events

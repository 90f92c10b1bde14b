"""The kept ledger as of the claims of then, against the ledger made of these claims alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from test_book import opened, telling
from test_glimpse import filled

from legation import api
from legation.reconcile.ledger import build_ledger
from legation.reconcile.view import Sight, View
from legation.run import ledger as kept
from legation.words.judgement import Decision
from legation.words.quantity import Ledger

DAYS = (date(2018, 6, 30), date(2019, 12, 31), date(2020, 12, 31), date(2030, 1, 1))


@pytest.fixture(autouse=True)
def _every_case_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LARGE", 0)


def claims(ledger: Ledger) -> tuple[list[str], list[str]]:
    return sorted(m.claim for q in ledger.quantities for m in q.members), sorted(m.claim for h in ledger.events for m in h.members)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", range(4))
def test_it_holds_the_claims_of_then_and_no_other(day: date, seed: int) -> None:
    with opened() as case:
        filled(case, seed)
        made = build_ledger(View(case, Sight(day)), case.judged().rulings)
        assert claims(api.ledger(case, day)) == claims(made)
        if day.year == 2030:
            assert api.ledger(case, day) == api.ledger(case)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_new_since_a_day_is_what_was_told_after_it(seed: int) -> None:
    with opened() as case:
        filled(case, seed)
        day = datetime(2020, 1, 1, tzinfo=UTC)
        before = build_ledger(View(case, Sight(day.date() - timedelta(1))), case.judged().rulings)
        old = {c for part in claims(before) for c in part}
        now = {c for part in claims(api.ledger(case)) for c in part}
        found = api.diff(case, day, published=True)
        assert {p.claim for p in found.new} == now - old
        assert not found.gone


def test_since_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came since is new; where something was read anew or judged since, all is made again, for the kept ledger has forgotten it."""
    from random import Random

    made: list[object] = []
    monkeypatch.setattr(kept, "build_ledger", lambda *given: made.append(given) or build_ledger(*given))
    with opened() as case:
        dice = Random(3)
        first, later = telling(0, dice), telling(1, dice)
        case.add(first)
        with case._db:
            case._db.execute("UPDATE interpretation SET added = '2020-01-01T00:00:00+00:00'")
            case._db.execute("UPDATE article SET added = '2020-01-01T00:00:00+00:00'")
        case.add(later)
        moment = datetime(2021, 1, 1, tzinfo=UTC)
        assert {p.article for p in api.diff(case, moment).new} == {later.article.id}
        assert not made
        case.add(replace(first, events=(), figures=first.figures[:1]))
        assert {p.article for p in api.diff(case, moment).gone} == {first.article.id}
        assert len(made) == 1
        api.judge(case, later.figures[0].id, Decision.REJECT.value)
        api.diff(case, moment)
        assert len(made) == 2

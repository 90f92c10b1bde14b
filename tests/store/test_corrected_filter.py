"""Filters of tables go by claims as the analyst corrected them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from making import northern

from legation.run.judge import judge
from legation.store.case import Case
from legation.store.filter import Filter
from legation.words.judgement import Decision
from legation.words.status import Status


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.case", create=True) as made:
        for reading in northern():
            made.add(reading)
        fish = next(h for h in made.figures() if "300" in h.words)
        correction = ["measure=aid", "from=FIN", 'when=["2019-01-01", "2019-12-31"]', "status=planned"]
        judge(made, fish.claim.id, Decision.CORRECT, correction, "me")
        yield made


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Filter(measure="aid"), True),
        (Filter(measure="exports"), False),
        (Filter(actor="FIN"), True),
        (Filter(actor="NOR", status=Status.PLANNED), False),
        (Filter(between=("FIN", "SWE")), True),
        (Filter(until=date(2019, 6, 1)), True),
        (Filter(since=date(2021, 1, 1)), False),
        (Filter(status=Status.PLANNED), True),
        (Filter(article="oslo-1"), True),
        (Filter(article="malmo-1"), False),
        (Filter(voice="Fishery"), False),
    ],
)
def test_a_corrected_claim_is_found_by_what_is_right(case: Case, where: Filter, found: bool) -> None:
    assert any("300" in h.words for h in case.figures(where)) is found


def test_others_are_found_as_before_and_a_limit_holds(case: Case) -> None:
    assert [h.words for h in case.figures(Filter(measure="share"))] == ["up to 80 percent", "up to 50 percent"]
    assert len(list(case.figures(Filter(limit=2)))) == 2

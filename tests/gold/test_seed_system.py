"""The three seed articles as a whole: the facts they must yield, the one conflict between them, and what their numbers imply."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from legation import api
from legation.words.quantity import Ledger
from legation.words.verdict import Relation

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FACTS = 99
"""Of 99; may rise, never fall."""

pytestmark = [pytest.mark.gold, pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return api.ledger(api.read(*sorted(SEEDS.glob("*.txt"))))


def implied(ledger: Ledger, model: str, quantity: str) -> tuple[float | None, float | None]:
    (sheet,) = api.model(ledger, model)
    bound = next(a.bound for a in sheet.answers if a.quantity == quantity)
    return bound.low.value, bound.high.value


def test_the_facts() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "bench" / "seeds.py")], capture_output=True, text=True, check=False)
    found = re.search(r"^(\d+) of 99 facts", done.stdout, re.M)
    assert found, done.stderr
    assert int(found[1]) >= FACTS


def test_the_ceilings_of_the_wages_are_the_only_conflict(ledger: Ledger) -> None:
    clashes = {q.measure for q in ledger.quantities for v in q.verdicts if v.verdict is Relation.CONFLICT and v.sure}
    assert clashes == {"wage-share"}


def test_what_the_numbers_imply(ledger: Ledger) -> None:
    low, high = implied(ledger, "labour-income", "wage")
    assert low == pytest.approx(120e6 / (52_500 * 0.5 * 12))
    assert high is None
    assert implied(ledger, "trade-part", "part")[0] == pytest.approx(48e6 * 0.9)
    assert {c.kind for c in api.check(ledger)} == {"agree"}

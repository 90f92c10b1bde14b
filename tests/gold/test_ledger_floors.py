"""The ledger alone on gold figures: what it makes of them may not fall below what issue 7 asks."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from legation.reconcile.ledger import build_ledger
from legation.words.codec import encode

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = {"ledger.pairs": 0.97, "ledger.apart": 0.95, "ledger.verdicts": 0.90, "ledger.conflicts": 0.90}

pytestmark = [pytest.mark.gold, pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not beside the repository")]


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = made  # dataclasses look their module up
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    bench, score = module(ROOT / "bench" / "ledger_gold.py"), module(GOLD / "score.py")
    dev = GOLD / "dev"
    ledger = encode(build_ledger(bench.Gold(tuple(bench.figures(dev)))))
    texts = {a["id"]: a["text"] for a in map(json.loads, (dev / "articles.jsonl").read_text("utf-8").splitlines())}
    recons = [json.loads(f.read_text("utf-8")) for f in sorted(dev.glob("*.recon.json"))]
    tally = score.Tally()
    score.score_ledger(recons, ledger, texts, tally)
    return dict(tally.rows())


@pytest.mark.parametrize("metric", FLOORS)
def test_gold_figures_make_the_gold_ledger(rows: dict[str, dict[str, Any]], metric: str) -> None:
    assert rows[metric]["f1"] >= FLOORS[metric]

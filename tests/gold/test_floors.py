"""The scores on the gold readings may only rise: tests/floors.toml holds the measured values minus 0.02."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text("utf-8"))

pytestmark = [pytest.mark.gold, pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not beside the repository")]


@pytest.fixture(scope="module", params=["dev", "digests"])
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, dict[str, float]]]:
    """A gold set's name and the scorer's rows for what the command line prints of its articles."""
    name: str = request.param
    articles = GOLD / name / "articles.jsonl"
    out = tmp_path_factory.mktemp("gold") / f"{name}.jsonl"
    with out.open("wb") as target:
        subprocess.run([sys.executable, "-m", "legation", "read", str(articles), "--json"], stdout=target, check=True)
    score = [sys.executable, str(GOLD / "score.py"), "--articles", str(articles), "--gold", str(GOLD / name), str(out), "--json"]
    rows: dict[str, dict[str, float]] = json.loads(subprocess.run(score, capture_output=True, check=True, text=True).stdout)
    for metric, row in rows.items():
        print(f"{name:8} {metric:18} P {row['precision']:.3f} R {row['recall']:.3f} F1 {row['f1']:.3f}")
    return name, rows


def test_no_score_is_below_its_floor(scored: tuple[str, dict[str, dict[str, float]]]) -> None:
    name, rows = scored
    below = {m: (rows[m]["f1"], floor) for m, floor in FLOORS[name].items() if rows[m]["f1"] < floor}
    assert not below, f"{name}: (score, floor) {below}"

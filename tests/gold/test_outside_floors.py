"""The scores on suites made by others (../shared/bench) may only rise: `outside` in tests/floors.toml holds what was measured minus 0.02."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench"
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text("utf-8"))["outside"]

pytestmark = [pytest.mark.gold, pytest.mark.skipif(not BENCH.is_dir(), reason="../shared/bench is not beside the repository")]


@pytest.mark.parametrize("suite", FLOORS)
def test_no_outside_score_is_below_its_floor(suite: str, tmp_path: Path) -> None:
    run = [sys.executable, str(BENCH / f"{suite}.py")]
    subprocess.run([*run, "prepare", str(tmp_path)], check=True, capture_output=True)
    readings = tmp_path / "readings.jsonl"
    with readings.open("wb") as target:
        subprocess.run([sys.executable, "-m", "legation", "read", str(tmp_path / "articles.jsonl"), "--json"], stdout=target, check=True)
    scored = json.loads(subprocess.run([*run, "score", str(readings), "--json"], capture_output=True, check=True, text=True).stdout)
    rows: dict[str, dict[str, Any]] = {row["metric"]: row for row in scored["metrics"]}
    below = {}
    for floor in FLOORS[suite]:
        value = rows[floor["metric"]][floor["of"]]
        print(f"{suite:12} {floor['metric']:40} {floor['of']:5} {value:.3f}")
        if value < floor["least"]:
            below[floor["metric"], floor["of"]] = value
    assert not below, f"{suite}: {below} below {FLOORS[suite]}"

"""Every command that README and docs show is run, in the order given, beside the example articles."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.S | re.M)


def commands(page: Path) -> list[str]:
    """The `legation ...` lines of a page's shell blocks, without their remarks."""
    lines = [line for block in BLOCK.findall(page.read_text("utf-8")) for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines if line.startswith("legation ")]


def test_the_readme_shows_commands() -> None:
    assert len(commands(ROOT / "README.md")) >= 5


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=lambda p: p.name)
def test_documented_commands_run(page: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    python = [sys.executable, "-m", "legation"]
    if page.name != "README.md":
        subprocess.run([*python, "read", "examples/russia-north-korea-2017", "--case", "korea.case"], cwd=tmp_path, env=environment, check=True)
    for command in commands(page):
        done = subprocess.run([*python, *shlex.split(command)[1:]], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stderr[-2000:]}"
        assert done.stdout.strip() or "--out" in command or "--case" in command, f"{command} printed nothing"

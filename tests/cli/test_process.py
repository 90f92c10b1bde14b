"""The program as a process: exit codes, streams, signals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from making import northern_case

PROGRAM = [sys.executable, "-m", "legation"]


def legation(*given: str, **known: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *given], capture_output=True, text=True, timeout=60, env={**os.environ, "COLUMNS": "100"}, **known)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return northern_case(tmp_path_factory.mktemp("case"))


def test_help_and_version() -> None:
    assert "Commands" in legation("--help").stdout
    assert legation("--version").stdout.startswith("legation ")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("events", "--case", "missing.case"), "legation: missing.case: no such case"),
        (("events",), "--case"),
        (("nonsense",), "nonsense"),
        (("read", "x.txt", "--case", "/dev/null"), "legation: /dev/null: "),
        (("events", "--case", "x", "--status", "maybe"), "maybe"),
    ],
)
def test_wrong_use_ends_with_2_and_no_trace(given: tuple[str, ...], says: str, tmp_path: Path) -> None:
    result = legation(*given, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reader_that_leaves_is_no_error(case_file: Path) -> None:
    with subprocess.Popen([*PROGRAM, "brief", "--case", str(case_file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


def test_output_survives_a_stream_that_knows_no_unicode(case_file: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run([*PROGRAM, "events", "--json", "--case", str(case_file)], capture_output=True, text=True, env=env, timeout=60)
    assert result.returncode == 0
    assert len(json.loads(result.stdout)) == 5


def test_an_unwritable_place_is_one_line(case_file: Path, tmp_path: Path) -> None:
    result = legation("brief", "--case", str(case_file), "--out", str(tmp_path / "none" / "b.html"))
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "No such file or directory" in result.stderr

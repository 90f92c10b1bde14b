"""`legation judge` and `legation judgements`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import northern, northern_case
from typer.testing import CliRunner

from legation.cli.main import app

CLAIM = northern()[0].figures[1].id


@pytest.fixture
def run(tmp_path: Path):
    path = northern_case(tmp_path)
    return lambda *given: CliRunner().invoke(app, [*given, "--case", str(path)])


def test_reject_log_and_undo(run) -> None:
    assert run("judgements").stdout == "Nothing was judged yet.\n"
    (made,) = json.loads(run("judge", CLAIM[:8], "reject", "--by", "Ann", "--why", "misread", "--json").stdout)
    assert (made["subject"], made["decision"], made["author"], made["content"]) == (CLAIM, "reject", "Ann", {"why": "misread"})
    assert json.loads(run("disputes", "--json").stdout) == []
    assert "[rejected]" in run("figures").stdout
    (logged,) = json.loads(run("judgements", "--json").stdout)
    assert logged["words"] == "up to 80 percent"
    assert logged["review"] is False
    assert "reject" in run("judgements").stdout
    assert run("judge", made["id"][:8], "undo").stdout.startswith("undone")
    assert len(json.loads(run("disputes", "--json").stdout)) == 1


def test_an_unknown_decision_says_which_there_are(run) -> None:
    assert "accept, reject, correct" in str(run("judge", CLAIM, "praise").exception)

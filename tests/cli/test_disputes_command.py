"""`legation disputes` on a case of invented articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import northern
from typer.testing import CliRunner

from legation.cli.main import app
from legation.run import ledger
from legation.store.case import Case


@pytest.fixture
def case(tmp_path: Path) -> str:
    with Case.open(tmp_path / "north.case", create=True) as made:
        for reading in northern():
            made.add(reading)
    return str(tmp_path / "north.case")


def test_json_has_both_sentences_with_day_and_source(case: str) -> None:
    (found,) = json.loads(CliRunner().invoke(app, ["disputes", "--case", case, "--json"]).stdout)
    one, other = found["sides"]
    assert found["kind"] == "conflict"
    assert one["sentence"].startswith("Sweden takes up to 80 percent")
    assert one["voice"] == "the Fishery Board"
    assert one["told"] == ["2021-05-06", "2021-05-06"]
    assert other["sentence"].startswith("Sweden takes up to 50 percent")


def test_the_terminal_shows_both_sides(case: str) -> None:
    text = " ".join(CliRunner().invoke(app, ["disputes", "--case", case]).stdout.split())
    assert "up to 80 percent" in text
    assert "up to 50 percent" in text
    assert "different maxima" in text


def test_a_large_case_is_shown_a_page_at_a_time(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "LARGE", 1)
    shown = " ".join(CliRunner().invoke(app, ["disputes", "--case", case, "--limit", "1"]).stdout.split())
    assert "1 disputes; the heaviest 1" in shown
    assert "up to 80 percent" in shown
    shown = " ".join(CliRunner().invoke(app, ["ledger", "--case", case, "--limit", "1"]).stdout.split())
    assert "2 quantities; 1 of them" in shown
    assert "up to 50 percent" in shown
    assert "300 tonnes" not in shown

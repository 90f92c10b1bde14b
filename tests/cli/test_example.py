"""The example articles, end to end: what `make demo` shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legation.cli.main import app

EXAMPLE = Path(__file__).parents[2] / "examples" / "russia-north-korea-2017"


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "korea.case"
    result = CliRunner().invoke(app, ["read", str(EXAMPLE), "--case", str(path)], env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    return path


def asked(case_file: Path, *given: str) -> str:
    result = CliRunner().invoke(app, [*given, "--case", str(case_file)], env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_articles_of_all_formats_are_read(case_file: Path) -> None:
    found = json.loads(asked(case_file, "events", "--json")) + json.loads(asked(case_file, "figures", "--json"))
    publishers = {r["publisher"] for r in found}
    assert {"Pacific Ledger", "Meridian Wire", "Harbour Post", "Meridian Review"} <= publishers


def test_the_brief_shows_the_three_numbers_of_workers(case_file: Path) -> None:
    text = " ".join(asked(case_file, "brief").split())
    for words in ("more than 40,000 people", "more than 47,000 people", "about 50,000 people"):
        assert words in text


def test_the_shares_of_wages_conflict_and_the_workers_do_not(case_file: Path) -> None:
    quantities = json.loads(asked(case_file, "ledger", "--json"))["quantities"]
    shares = [q for q in quantities if q["measure"] == "wage-share" and len(q["members"]) > 1]
    assert any(v["verdict"] == "conflict" for q in shares for v in q["verdicts"])
    workers = [q for q in quantities if q["measure"] == "workers"]
    assert not any(v["verdict"] == "conflict" for q in workers for v in q["verdicts"])


def test_offers_and_menus_are_no_claims(case_file: Path) -> None:
    found = json.loads(asked(case_file, "figures", "--json"))
    assert not any(r["low"] == 9 and r["unit"] == "USD" for r in found)


def test_the_wire_story_is_told_twice_and_counts_once(case_file: Path) -> None:
    text = asked(case_file, "brief")
    assert "copy of [" in " ".join(text.split())

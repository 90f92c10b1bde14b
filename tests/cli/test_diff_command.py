"""`legation diff`, `--as-of` and `--holds`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import northern_case
from typer.testing import CliRunner

from legation.cli.main import app


@pytest.fixture
def run(tmp_path: Path):
    path = northern_case(tmp_path)
    return lambda *given: CliRunner().invoke(app, [*given, "--case", str(path)])


def test_what_was_published_since_a_day(run) -> None:
    found = json.loads(run("diff", "--since", "2021-05-07", "--published", "--json").stdout)
    assert {p["article"] for p in found["new"]} == {"malmo-1", "loose-1"}
    assert [d["kind"] for d in found["arisen"]] == ["conflict"]
    text = " ".join(run("diff", "--since", "2021-05-07", "--published").stdout.split())
    assert "1 new dispute" in text
    assert "up to 50 percent" in text
    revised = text.partition("What now stands")[2].partition("New claims")[0]
    assert "• Share of catch (Norway → Sweden): disputed" in revised


def test_all_is_new_since_before_the_first_reading_and_nothing_since_the_last(run) -> None:
    assert json.loads(run("diff", "--since", "2001", "--json").stdout)["new"]
    assert json.loads(run("diff", "--since", "2999-01-01T09:30", "--json").stdout)["new"] == []


def test_as_of_and_holds(run) -> None:
    assert json.loads(run("disputes", "--as-of", "2021-05-06", "--json").stdout) == []
    assert len(json.loads(run("disputes", "--as-of", "2021-05", "--json").stdout)) == 1
    built = json.loads(run("ledger", "--holds", "2021-05-02", "--json").stdout)
    assert {m["article"] for q in built["quantities"] for m in q["members"]} == {"oslo-1", "malmo-1"}
    assert json.loads(run("ledger", "--holds", "2015..2017", "--json").stdout)["quantities"] == []
    assert run("ledger", "--limit", "0").stdout == run("ledger").stdout


@pytest.mark.parametrize("given", [("ledger", "--holds", "2017..2015"), ("ledger", "--as-of", "soon"), ("diff", "--since", "yesterday")])
def test_no_day(run, given: tuple[str, ...]) -> None:
    done = run(*given)
    assert done.exit_code
    assert done.exception

"""legation figures --rates: money by the user's own rates, with the rate's day and source."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from making import Maker
from typer.testing import CliRunner, Result

from legation.cli.main import app
from legation.errors import InputError
from legation.store.case import Case
from legation.words.amount import Amount


@pytest.fixture
def case(tmp_path: Path) -> Path:
    text = "Norway lent Malta 30 million kroner.\nIt also sent 40 tonnes of fish.\n"
    reading = Maker(text, id="a").figure("30 million kroner", Amount(3e7, 3e7, unit="NOK"), "loan", "NOR", "MLT")
    reading = reading.figure("40 tonnes", Amount(40, 40, unit="tonnes"), "aid", "NOR", "MLT")
    path = tmp_path / "a.case"
    with Case.open(path, create=True) as made:
        made.add(reading.done())
    return path


def figures(case: Path, *given: str) -> Result:
    result = CliRunner().invoke(app, ["figures", *given, "--case", str(case)], env={"COLUMNS": "160"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def rates(tmp_path: Path) -> str:
    path = tmp_path / "rates.csv"
    path.write_text("currency,into,rate,day,source\nNOK,EUR,0.1,2017-03-01,Bank A\n", "utf-8")
    return str(path)


def test_money_and_measures_are_shown_beside_the_articles_own(case: Path, rates: str) -> None:
    records = {r["unit"]: r["converted"] for r in json.loads(figures(case, "--rates", rates, "--json").stdout)}
    assert records["NOK"] == {"low": 3e6, "high": 3e6, "unit": "EUR", "basis": "1 NOK = 0.1 EUR on 2017-03-01, Bank A"}
    assert records["tonnes"]["unit"] == "short tons"


def test_the_line_names_day_and_source(case: Path, rates: str) -> None:
    assert "1 NOK = 0.1 EUR on 2017-03-01, Bank A" in " ".join(figures(case, "--rates", rates).stdout.split())


def test_without_rates_no_money_is_reckoned(case: Path) -> None:
    assert {r["unit"]: r["converted"] for r in json.loads(figures(case, "--convert", "--json").stdout)}["NOK"] is None


def test_a_missing_file_is_said(case: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape("none.csv")):
        figures(case, "--rates", str(tmp_path / "none.csv"))

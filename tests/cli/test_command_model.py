"""`legation model` from the command line."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from making import Maker, period
from typer.testing import CliRunner, Result

from legation.cli.main import app
from legation.errors import LegationError, ModelError
from legation.store.case import Case
from legation.words.amount import Amount

DOCS = Path(__file__).parents[2] / "docs" / "model.md"

TEXT = (
    "Some 50,000 labourers of Norway work in Sweden.\n"
    "Norway takes up to 80 percent of their [red]wages[/red].\n"
    "Sweden's \x1b[31mworkers of Norway send home at least $120 million a year.\n"
    "Norway takes up to half of all that they earn."
)


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "north.case"
    year = period("2020-01-01", "2020-12-31")
    reading = (
        Maker(TEXT, published="2020-07-01", title="Workers", publisher="Oslo Courier", id="oslo")
        .figure("Some 50,000 labourers", Amount(50_000.0, 50_000.0, True, "people"), "workers", "NOR", "SWE")
        .figure("up to 80 percent", Amount(None, 80.0, unit="percent"), "wage-share", "NOR", "SWE")
        .figure("at least $120 million a year", Amount(120e6, None, unit="USD", per="year"), "remittances", "NOR", "SWE", when=year)
        .figure("up to half", Amount(None, 50.0, unit="percent"), "wage-share", "NOR", "SWE", voice="the Fishery Board")
        .done()
    )
    with Case.open(path, create=True) as case:
        case.add(reading)
    return path


def ran(*given: str, case: Path, width: int = 100) -> Result:
    result = CliRunner().invoke(app, ["model", *given, "--case", str(case)], env={"COLUMNS": str(width)})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def words(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_list_says_what_can_run_and_what_is_missing(case_file: Path) -> None:
    text = words(ran("list", case=case_file))
    assert "home Norway, host Sweden [missing: wage]" in text
    assert "income = workers * wage * share (assumption: All workers earn the same wage" in text
    (record,) = json.loads(ran("list", "--json", case=case_file).stdout)
    assert record["missing"] == ["wage"]
    assert {q: len(c) for q, c in record["claims"].items()} == {"workers": 1, "wage": 0, "share": 2, "income": 1}


def test_the_sheet_names_the_bound_and_the_claims_that_bind(case_file: Path) -> None:
    text = words(ran("run", "labour-income", case=case_file))
    assert "no source gives it; all claims together: at least 381 (because of" in text
    assert "left out: no bound implied" in text
    assert "Claims are taken literally" in text
    assert "Claims are taken as rounded numbers" in words(ran("run", "labour-income", "--rounded", case=case_file))
    assert "Some 50,000 labourers of Norway work in Sweden." in text
    assert "the Fishery Board, in Oslo Courier" in text


@pytest.mark.parametrize("width", [60, 80, 140])
def test_nothing_of_an_article_steers_the_terminal(case_file: Path, width: int) -> None:
    text = ran("run", "labour-income", case=case_file, width=width).stdout
    assert max(map(len, text.splitlines())) <= width
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    assert "[red]" in text


def test_json_has_every_claim_with_its_sentence(case_file: Path) -> None:
    (sheet,) = json.loads(ran("run", "labour-income", "--json", "--seed", "4", case=case_file).stdout)
    assert sheet["seed"] == 4
    assert all(g["words"] in g["sentence"] and g["says_who"] for g in sheet["given"])
    wage = sheet["answers"][0]
    assert wage["bound"]["low"]["value"] == pytest.approx(120e6 / (52_500 * 0.5 * 12))
    assert set(wage["bound"]["low"]["binding"]) <= {g["id"] for g in sheet["given"]}
    again = json.loads(ran("run", "labour-income", "--json", "--seed", "4", case=case_file).stdout)
    assert again == [sheet]


def test_what_if_stands_beside_what_is_told(case_file: Path, tmp_path: Path) -> None:
    cap = tmp_path / "cap.toml"
    cap.write_text(next(b for b in blocks("toml") if "A cap" in b))
    result = ran("run", "labour-income", "--what-if", str(cap), case=case_file)
    text = words(result)
    assert "Claims that cannot all hold: 2 smallest sets" in text
    assert "what-if 1: wage at most 200 [assumption: A cap that both governments keep.]" in text
    assert "as told A cap on wages" in text
    (pair,) = json.loads(ran("run", "labour-income", "--what-if", str(cap), "--json", case=case_file).stdout)
    assert pair["as_told"]["clashes"]["cores"] == []
    assert len(pair["what_if"]["clashes"]["cores"]) == 2


def test_a_what_if_that_fits_no_run_is_an_error(case_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('[[drop]]\nclaim = "nowhere"\nassumption = "none"\n')
    with pytest.raises(ModelError, match="no claim"):
        ran("run", "labour-income", "--what-if", str(other), case=case_file)


def test_a_model_of_ones_own_is_run_by_its_path(case_file: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[quantity.heads]\nunit = "people"\nfrom = "a"\nto = "b"\nclaims = [{ measure = "workers" }]\n'
        '[quantity.sent]\nunit = "money/year"\nfrom = "a"\nto = "b"\nclaims = [{ measure = "remittances" }]\n'
        '[quantity.each]\nunit = "money/year/person"\nclaims = []\n'
        '[[formula]]\ntext = "sent = heads * each"\ndefinition = "What each sends."\n'
    )
    (sheet,) = json.loads(ran("run", str(own), "--json", case=case_file).stdout)
    each = next(a for a in sheet["answers"] if a["quantity"] == "each")
    assert each["bound"]["low"]["value"] == pytest.approx(120e6 / 52_500)


def test_a_run_leaves_for_other_tools_with_its_sentences(case_file: Path, tmp_path: Path) -> None:
    made = ran("export", "labour-income", "--as", "squiggle", case=case_file).stdout
    assert "wage = income / share / workers" in made
    assert "“Some 50,000 labourers of Norway work in Sweden.”" in made
    linked = json.loads(ran("export", "labour-income", "--as", "jsonld", case=case_file).stdout)
    assert any(n.get("text") == "Norway takes up to half of all that they earn." for n in linked["@graph"])
    out = tmp_path / "draws.csv"
    assert ran("export", "labour-income", "--as", "csv", "--draws", "300", "--out", str(out), case=case_file).stdout == ""
    rows = list(csv.DictReader(out.open(encoding="utf-8", newline="")))
    assert len(rows) == 300
    assert {float(r["share [percent]"]) for r in rows} == {50.0, 80.0}
    within = ran("export", "labour-income", "--as", "csv", "--draws", "300", "--within", case=case_file).stdout
    assert len({r["share [percent]"] for r in csv.DictReader(within.splitlines())}) > 2
    with pytest.raises(LegationError, match="gives 1 run of"):
        ran("export", "labour-income", "--as", "csv", "--run", "2", case=case_file)
    with pytest.raises(LegationError, match="do not lead to 'share'"):
        ran("export", "labour-income", "--as", "xmile", "--answer", "share", case=case_file)


def test_a_sheet_is_written_as_a_page_with_pictures(case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    result = ran("run", "labour-income", "--out", str(out), case=case_file)
    page = out.read_text("utf-8")
    assert result.stdout == ""
    assert page.count("<svg") >= 3
    assert "[red]wages[/red]" in page
    assert "<script" not in page
    with pytest.raises(LegationError, match="written as"):
        ran("run", "labour-income", "--out", str(tmp_path / "sheet.docx"), case=case_file)


def test_without_claims_it_is_said_and_nothing_else(case_file: Path) -> None:
    assert "The case has no claims on two quantities of growth" in words(ran("run", "growth", case=case_file))
    assert json.loads(ran("run", "labour-income", "--party", "FIN", "--json", case=case_file).stdout) == []
    assert "No claims of this case can be checked" in words(ran("check", case=case_file))
    with pytest.raises(LegationError, match="there is no model"):
        ran("run", "nothing", case=case_file)


def test_check_shows_contradictions_first_with_their_sentences(tmp_path: Path) -> None:
    path, year = tmp_path / "x.case", period("2020-01-01", "2020-12-31")
    text = "Norway sold Sweden goods worth $50 million in 2020.\nSweden sold Norway goods worth $4 million.\nTrade of both made $30 million."
    reading = (
        Maker(text, published="2021-01-01", publisher="Oslo Courier")
        .figure("$50 million", Amount(50e6, 50e6, unit="USD"), "exports", "NOR", "SWE", when=year)
        .figure("$4 million", Amount(4e6, 4e6, unit="USD"), "exports", "SWE", "NOR", when=year)
        .figure("$30 million", Amount(30e6, 30e6, unit="USD"), "trade", "NOR", "SWE", when=year)
        .done()
    )
    with Case.open(path, create=True) as case:
        case.add(reading)
    text = words(ran("check", case=path))
    assert "cannot all be true" in text
    assert "Trade of both made $30 million." in text
    found: list[dict[str, Any]] = json.loads(ran("check", "--json", case=path).stdout)
    assert found[0]["kind"] == "contradiction"
    assert {c["words"] for c in found[0]["claims"]} == {"$50 million", "$30 million"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)

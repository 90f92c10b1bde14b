from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from making import northern_case
from typer.testing import CliRunner, Result

from legation.cli.main import app
from legation.cli.tables import TABLES
from legation.errors import LegationError
from legation.run.records import cell

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return northern_case(tmp_path_factory.mktemp("case"))


@pytest.fixture
def run(case_file: Path) -> Run:
    """run("events", "--json", width=80) with the case added; errors of ours are raised."""

    def run(*given: str, width: int = 100) -> Result:
        result = CliRunner().invoke(app, [*given, "--case", str(case_file)], env={"COLUMNS": str(width)})
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


NAMES = [t.name for t in TABLES]


@pytest.mark.parametrize("name", NAMES)
def test_json_is_one_list_and_nothing_else(run: Run, name: str) -> None:
    result = run(name, "--json")
    found = json.loads(result.stdout)
    assert found
    assert result.exit_code == 0
    assert result.stderr == ""
    if name != "actors":
        assert all(r["words"] and r["words"] in r["sentence"] and r["publisher"] and r["id"] for r in found)


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_the_same_rows_and_no_formula(run: Run, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run(name, "--csv").stdout)))
    assert len(rows) == len(json.loads(run(name, "--json").stdout))
    assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [80, 140])
def test_tables_fit_and_hold_no_control_characters(run: Run, name: str, width: int) -> None:
    text = run(name, width=width).stdout
    assert max(map(len, text.splitlines())) <= width
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert len(text.splitlines()) > 3


def test_each_row_says_id_words_and_who(run: Run) -> None:
    text = " ".join(run("figures", width=140).stdout.split())
    assert "more than 300 tonnes (exports, Norway → Sweden)" in text
    assert "the Fishery Board, in Oslo Courier" in text
    assert json.loads(run("figures", "--json").stdout)[0]["id"][:8] in text


def test_narrow_tables_use_codes(run: Run) -> None:
    assert "NOR → SWE: cooperation" in run("events", width=80).stdout


def test_status_is_shown_where_it_is_not_plain_fact(run: Run) -> None:
    text = run("events").stdout
    assert "[possible]" in text
    assert "[denied]" in text
    assert "[actual]" not in text


def test_markup_of_articles_is_text(run: Run) -> None:
    text = run("events", width=140).stdout
    assert "[red]Norway[/red]" in text
    assert "<b>Anna</b> Berg" in text


FILTERS = [
    (("events", "--actor", "FIN"), 3),
    (("events", "--actor", "finland"), 3),
    (("events", "--between", "NOR", "SWE"), 2),
    (("events", "--type", "consult"), 1),
    (("events", "--status", "possible"), 1),
    (("events", "--voice", "anna"), 1),
    (("events", "--since", "2021-05-04", "--until", "2021-05-04"), 1),
    (("events", "--limit", "2"), 2),
    (("events", "--article", "malmo-1"), 1),
    (("figures", "--measure", "share"), 2),
    (("figures", "--since", "2021-06"), 2),
    (("figures", "--until", "2020"), 0),
    (("voices", "--voice", "board"), 1),
    (("statements", "--type", "motive"), 1),
    (("ties", "--actor", "NOR"), 1),
    (("actors", "--limit", "2"), 2),
]


@pytest.mark.parametrize(("given", "count"), FILTERS, ids=[" ".join(g) for g, _ in FILTERS])
def test_filters(run: Run, given: tuple[str, ...], count: int) -> None:
    assert len(json.loads(run(*given, "--json").stdout)) == count


WRONG = [
    (("events", "--actor", "Atlantis"), "no actor 'Atlantis'"),
    (("events", "--type", "HUG"), "'HUG' is no type of events"),
    (("events", "--since", "soon"), "'soon' is no day"),
    (("events", "--since", "2021-02-30"), "is no day"),
    (("events", "--article", "none-such"), "no article has the id"),
    (("explain", "ffffffff"), "no claim has the id"),
    (("search", "!!!"), "at least one word"),
    (("brief", "--out", "brief.docx"), "brief.docx"),
]


@pytest.mark.parametrize(("given", "says"), WRONG, ids=[" ".join(g) for g, _ in WRONG])
def test_wrong_questions_are_said_in_one_line(run: Run, given: tuple[str, ...], says: str) -> None:
    with pytest.raises(LegationError) as raised:
        run(*given)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_limited_table_says_so(run: Run) -> None:
    assert "The first 1 only" in run("events", "--limit", "1").stderr
    assert run("events", "--limit", "0").stderr == ""


def test_explain_shows_all_that_bears_on_a_claim(run: Run) -> None:
    claim = json.loads(run("figures", "--measure", "exports", "--json").stdout)[0]
    text = " ".join(run("explain", claim["id"][:8]).stdout.split())
    for part in (
        f"figure {claim['id']}",
        "2 May 2021",
        "told as fact",
        "Oslo Courier",
        "Fish for Sweden",
        "6 May 2021, stated",
        claim["sentence"],
        "test",
    ):
        assert part in text
    assert json.loads(run("explain", claim["id"], "--json").stdout)[0]["id"] == claim["id"]


@pytest.mark.parametrize("kind", ["events", "voices", "statements", "ties"])
def test_explain_knows_every_kind(run: Run, kind: str) -> None:
    claim = json.loads(run(kind, "--json").stdout)[0]
    assert claim["id"] in run("explain", claim["id"]).stdout


def test_search(run: Run) -> None:
    hits = json.loads(run("search", "catch", "--json").stdout)
    assert {h["kind"] for h in hits} >= {"article", "figure"}
    assert all("\x02" not in h["snippet"] for h in hits)
    text = run("search", "catch").stdout
    assert "Oslo Courier" in text
    assert "\x02" not in text
    assert run("search", "unicorn").stdout.strip() == "Nothing found."


def test_ledger(run: Run) -> None:
    found = json.loads(run("ledger", "--json").stdout)
    share = next(q for q in found["quantities"] if q["measure"] == "share")
    assert {m["article"] for m in share["members"]} == {"oslo-1", "malmo-1"}
    assert {"article", "span"} <= share["verdicts"][0]["a"].keys()
    assert share["verdicts"][0]["verdict"] == "conflict"
    assert {"type", "actors", "recipients", "when", "members", "verdicts"} <= found["events"][0].keys()
    assert "conflict" in run("ledger").stdout


@pytest.mark.parametrize(("name", "begins"), [("b.html", "<!DOCTYPE html>"), ("b.md", "# The North"), ("b.txt", "The North")])
def test_brief_is_written_whole(run: Run, tmp_path: Path, name: str, begins: str) -> None:
    out = tmp_path / name
    result = run("brief", "--title", "The North", "--out", str(out))
    assert result.stdout == ""
    assert str(out) in result.stderr.replace("\n", "")
    assert out.read_text("utf-8").startswith(begins)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_brief_in_the_terminal(run: Run) -> None:
    text = run("brief").stdout
    assert text.startswith("North\n")
    assert "What happened" in text


def test_cells() -> None:
    assert [cell(t) for t in ("=1", "+1", "-1", "@x", "\tx", "\rx", "x=1", "")] == ["'=1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "x=1", ""]


def test_figures_are_shown_in_the_other_system_where_asked(run: Run) -> None:
    assert "(= at least 330.7 short tons)" in " ".join(run("figures", "--convert", width=160).stdout.split())
    record = next(r for r in json.loads(run("figures", "--convert", "--json").stdout) if r["unit"] == "tonnes")
    assert record["converted"] == {"low": 330.7, "high": None, "unit": "short tons"}
    assert "short tons" not in run("figures").stdout

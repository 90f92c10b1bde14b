from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from legation.cli.main import app
from legation.errors import LegationError
from legation.store.case import Case

TEXT = "OSLO, May 6, 2021 - Norway sent more than 300 tonnes of fish to Sweden on Monday, the Norwegian Foreign Ministry said.\n"
OTHER = "Helsinki\n7 May 2021\n\nFinland accused Norway of spying on Thursday. Norway denied it.\n"
FOREIGN = (
    "Die Regierung in Berlin hat am Donnerstag neue Gespräche mit der norwegischen Regierung angekündigt."
    " Der Außenminister sagte, dass die Verhandlungen über den Handel im Herbst beginnen sollen und dass beide Seiten sich darauf freuen.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "articles"
    out.mkdir()
    (out / "1.txt").write_text(TEXT, "utf-8")
    (out / "2.txt").write_text(OTHER, "utf-8")
    return out


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *given, **known: CliRunner().invoke(app, ["read", *map(str, given)], env={"COLUMNS": "100"}, **known)


def counts(path: Path) -> dict[str, int]:
    with Case.open(path) as case:
        return case.counts()


def test_a_folder_into_a_case_and_again(folder: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    path = tmp_path / "north.case"
    first = run(folder, "--case", path)
    assert first.exit_code == 0, first.output
    assert "2 read" in first.stdout
    for column in ("articles", "actors", "events", "figures", "voices", "unread"):
        assert column in first.stdout
    held = counts(path)
    assert held["articles"] == 2
    with Case.open(path) as case:
        assert not case.book().due(), "the ledger is kept at the end of a read, not at the first look"
    again = run(folder, "--case", path)
    assert again.exit_code == 0
    assert "2 known" in again.stdout
    assert counts(path) == held
    (folder / "3.txt").write_text(TEXT.replace("fish", "timber"), "utf-8")
    assert "1 read, 2 known" in ", ".join(sorted(run(folder, "--case", path).stdout.split("(")[1].split(")")[0].split(", "), reverse=False))
    assert counts(path)["articles"] == 3


def test_json_is_the_contract(folder: Path, run: Callable[..., Result]) -> None:
    result = run(folder, "--json")
    assert result.exit_code == 0
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["text"] for r in readings] == [TEXT, OTHER]
    lists = {"junk", "actors", "events", "figures", "numbers", "voices", "times", "predicates", "ties", "statements", "entities", "unread", "reader"}
    assert lists | {"article", "text"} <= readings[0].keys()
    figure = readings[0]["figures"][0]
    assert readings[0]["text"][slice(*figure["span"])].startswith("more than 300")
    assert (figure["low"], figure["high"]) == (300, None)


def test_json_and_case_at_once(folder: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run(folder, "--json", "--case", tmp_path / "n.case")
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == [TEXT, OTHER]
    assert "articles" in result.stderr
    assert counts(tmp_path / "n.case")["articles"] == 2
    again = run(folder, "--json", "--case", tmp_path / "n.case")
    assert again.stdout == result.stdout


def test_standard_input(run: Callable[..., Result]) -> None:
    result = run("-", "--json", input=TEXT)
    assert json.loads(result.stdout)["text"] == TEXT
    told = run("-", input="Russia expelled two American diplomats on 3 May 2019.").stdout
    assert "standard input" in told
    assert "1 article · 1 act" in " ".join(told.split())


def test_without_case_and_json_the_brief_is_shown(folder: Path, run: Callable[..., Result]) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert "What happened" in result.stdout
    assert "more than 300 tonnes" in result.stdout


def test_refused_input_is_one_line_and_the_rest_is_read(folder: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    (folder / "0.bin").write_bytes(bytes(range(256)) * 40)
    result = run(folder, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "0.bin" in result.stderr


def test_nothing_to_read_ends_with_2(tmp_path: Path, run: Callable[..., Result]) -> None:
    missing = run(tmp_path / "missing.txt")
    assert missing.exit_code == 2
    assert "missing.txt" in missing.stderr
    (tmp_path / "empty").mkdir()
    empty = run(tmp_path / "empty")
    assert empty.exit_code == 2
    assert empty.stderr.strip()
    assert run().exit_code == 2


def test_another_language_is_kept_and_said(tmp_path: Path, run: Callable[..., Result]) -> None:
    (tmp_path / "de.txt").write_text(FOREIGN * 3, "utf-8")
    result = run(tmp_path / "de.txt", "--case", tmp_path / "n.case")
    assert result.exit_code == 0
    assert "not in English" in result.stderr
    held = counts(tmp_path / "n.case")
    assert (held["articles"], held["articles_unread"]) == (1, 1)


def test_hostile_file_names_are_plain(tmp_path: Path, run: Callable[..., Result]) -> None:
    (tmp_path / "a\x1b[31m.bin").write_bytes(b"\x00\x01\x02" * 400)
    result = run(tmp_path / "a\x1b[31m.bin")
    assert "\x1b" not in result.stderr


def stored(path: Path) -> int:
    """Articles in a case that may be about to be made."""
    try:
        return counts(path)["articles"]
    except LegationError:
        return 0


def test_an_interrupted_run_keeps_what_it_read_and_goes_on(tmp_path: Path) -> None:
    lines = (json.dumps({"id": f"a{n}", "published": "2021-05-06", "text": f"{TEXT}Report {n} came from Oslo."}) for n in range(4000))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    path = tmp_path / "n.case"
    command = [sys.executable, "-m", "legation", "read", str(tmp_path / "many.jsonl"), "--case", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "100"})
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and stored(path) < 5:
        time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    assert 5 <= counts(path)["articles"] < 4000

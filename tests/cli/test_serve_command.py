"""`legation serve`: where it listens, to whom, and what it says when it cannot."""

from __future__ import annotations

import re
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from making import northern_case
from typer.testing import CliRunner

from legation.cli.main import app
from legation.errors import CaseError, QueryError
from legation.store.case import Case


def checked(*options: str) -> str:
    done = CliRunner().invoke(app, ["serve", "--check", *options], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_it_says_where_it_is(tmp_path: Path) -> None:
    case = str(northern_case(tmp_path))
    assert re.search(r"http://127\.0\.0\.1:\d+/", checked("--case", case))
    assert "(read-only)" in checked("--case", case, "--read-only")


def test_beyond_this_machine_a_token_is_needed(tmp_path: Path) -> None:
    case = str(northern_case(tmp_path))
    for host in ("0.0.0.0", "192.168.1.1"):
        with pytest.raises(QueryError, match="--token"):
            checked("--case", case, "--host", host)
    told = checked("--case", case, "--host", "0.0.0.0", "--token", "auto", "--port", "0")
    assert re.search(r"token: \S{20,}", told)
    with pytest.raises(QueryError, match="at least 12"):
        checked("--case", case, "--token", "short")


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    case = str(northern_case(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(QueryError, match=r"cannot listen on 127\.0\.0\.1, port"):
        checked("--case", case, "--port", str(other.getsockname()[1]))


def test_no_case_no_page(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such case"):
        checked("--case", str(tmp_path / "none.case"))


def test_it_serves(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "legation", "serve", "--case", str(northern_case(tmp_path)), "--port", "0", "--by", "tester"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        with urllib.request.urlopen(found[0], timeout=30) as answer:
            assert b"Norway" in answer.read()
    finally:
        process.terminate()
        assert process.wait(15) is not None


def test_the_ledger_is_kept_before_anything_listens(tmp_path: Path) -> None:
    path = northern_case(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE ledger_made SET rules = 'of another version'")
        db.execute("INSERT INTO ledger_made SELECT 'of another version' WHERE NOT EXISTS (SELECT 1 FROM ledger_made)")
    db.close()
    with Case.open(path) as case:
        assert case.book().due()
    checked("--case", str(path))
    with Case.open(path) as case:
        assert not case.book().due()

"""The questions of docs/case.md get answers from a case that Legation wrote."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.store.case import Case
from legation.words.reading import Reading

PAGE = Path(__file__).parents[2] / "docs" / "case.md"
QUESTIONS = re.findall(r"^```sql\n(.*?)^```", PAGE.read_text("utf-8"), re.S | re.M)
TEXT = "Russia exported coal to North Korea in May 2017. Some 50,000 workers from North Korea work in Russia, an official in Moscow said."


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_questions_are_answered(question: str, read: Callable[..., Reading], tmp_path: Path) -> None:
    with Case.open(tmp_path / "x.case", create=True) as case:
        case.add(read(TEXT, published="2017-06-01"))
    with sqlite3.connect(tmp_path / "x.case") as db:
        assert db.execute(question).fetchall()


def test_tables_of_the_page_are_those_of_the_case(tmp_path: Path) -> None:
    Case.open(tmp_path / "x.case", create=True).close()
    with sqlite3.connect(tmp_path / "x.case") as db:
        held = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    named = {name for row in re.findall(r"^\| (`[^|]+) \|", PAGE.read_text("utf-8"), re.M) for name in re.findall(r"`(\w+)`", row)}
    assert named <= held
    assert {n for n in held - named if not re.search(r"_search_|^sqlite_", n)} == set()


def test_there_are_three() -> None:
    assert len(QUESTIONS) == 3

"""The file behind a case: bad files, kills, readers beside a writer, versions."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import article

from legation.errors import CaseError
from legation.store import connection
from legation.store.case import Case
from legation.words.reading import Made, Reading

MADE = Made("0.1.0", "test", "0")


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (x)")


def newer(path: Path) -> None:
    Case.open(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")


def torn(path: Path) -> None:
    with Case.open(path, create=True) as case:
        for n in range(50):
            case.add(Reading(article(f"Article {n}. " * 40), MADE))
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xa5" * (len(raw) - 4096))


@pytest.mark.parametrize(
    ("make", "create", "says"),
    [
        (lambda p: None, False, "no such case"),
        (lambda p: p.mkdir(), True, "folder"),
        (lambda p: p.write_bytes(b""), False, "not a Legation case"),
        (lambda p: p.write_text("An article. " * 500), True, "not a Legation case"),
        (lambda p: p.write_bytes(os.urandom(5000)), True, "not a Legation case"),
        (foreign, True, "not a Legation case"),
        (newer, False, "newer Legation"),
        (torn, False, "damaged"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, make, create: bool, says: str) -> None:
    path = tmp_path / "x.case"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CaseError, match=says) as error, Case.open(path, create) as case:
        list(case.articles())
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_case_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not exist"):
        Case.open(tmp_path / "no" / "x.case", create=True)


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    path.write_bytes(b"")
    with Case.open(path, create=True) as case:
        assert case.counts()["articles"] == 0
    assert path.read_bytes()[68:72] == b"LEGA"


def test_a_full_disk_is_one_line_and_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    with Case.open(path, create=True) as case:
        case.add(Reading(article("First."), MADE))
        case._db.execute(f"PRAGMA max_page_count = {case._db.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(CaseError, match="disk is full"):
            case.add(Reading(article("Second. " * 20000), MADE))
        assert [a.text for a in case.articles()] == ["First."]


def test_a_read_only_case_can_be_read_but_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    with Case.open(path, create=True) as case:
        case.add(Reading(article("First."), MADE))
    with Case.open(path, readonly=True) as case:
        assert len(list(case.articles())) == 1
        with pytest.raises(CaseError, match="read-only"):
            case.add(Reading(article("Second."), MADE))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    Case.open(path, create=True).close()
    tmp_path.chmod(0o500)
    try:
        with Case.open(path) as case:
            assert not list(case.articles())
    finally:
        tmp_path.chmod(0o700)


def test_without_fts5_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect

    class Bare:
        def __init__(self) -> None:
            self.db = real(":memory:")

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.db.close()

        def execute(self, sql: str):
            raise sqlite3.OperationalError("no such module: fts5")

        rollback = staticmethod(lambda: None)

    monkeypatch.setattr(connection.sqlite3, "connect", lambda *_, **__: Bare())
    with pytest.raises(CaseError, match="FTS5"):
        Case.open(tmp_path / "x.case", create=True)


def test_an_older_case_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.case"
    with Case.open(path, create=True) as case:
        case.add(Reading(article("First."), MADE))
    own = connection.VERSION
    monkeypatch.setattr(connection, "VERSION", own + 2)
    monkeypatch.setattr(connection, "MIGRATIONS", {own: "ALTER TABLE article ADD COLUMN seen TEXT", own + 1: "CREATE TABLE later (x)"})
    with Case.open(path) as case:
        assert len(list(case.articles())) == 1
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (own + 2,)
        db.execute("SELECT seen FROM article")
        db.execute("SELECT x FROM later")


def test_a_migration_that_fails_leaves_the_older_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.case"
    Case.open(path, create=True).close()
    own = connection.VERSION
    monkeypatch.setattr(connection, "VERSION", own + 1)
    monkeypatch.setattr(connection, "MIGRATIONS", {own: "CREATE TABLE half (x); SELECT nonsense FROM nowhere"})
    with pytest.raises(CaseError):
        Case.open(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (own,)
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone()


WRITER = """
import sys
from conftest import article
from legation.store.case import Case
from legation.words.reading import Made, Reading
with Case.open(sys.argv[1], create=True) as case:
    for n in range(int(sys.argv[2]), int(sys.argv[3])):
        case.add(Reading(article(f"Article {n}. " * 200), Made("0", "0", "0")))
        print(n, flush=True)
"""


def writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    tests = Path(__file__).parents[1]
    env = {**os.environ, "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent / 'src'}"}
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(first), str(last)], stdout=subprocess.PIPE, text=True, env=env)


def test_a_kill_loses_at_most_the_article_in_hand(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    process = writer(path, 0, 100_000)
    assert process.stdout
    said = [process.stdout.readline() for _ in range(30)]
    process.send_signal(signal.SIGKILL)
    said += process.stdout.read().splitlines(keepends=True)
    process.wait()
    done = sum(s.endswith("\n") for s in said)
    with Case.open(path, create=True) as case:
        texts = [a.text for a in case.articles()]
        assert done <= len(texts) <= done + 1
        assert texts == [f"Article {n}. " * 200 for n in range(len(texts))]
        assert case._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert len(case.search("article", 100_000)) == len(texts)
        case.add(Reading(article("After."), MADE))


def test_two_processes_make_one_case(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    both = [writer(path, 0, 20), writer(path, 10, 30)]
    assert [p.wait(60) for p in both] == [0, 0]
    with Case.open(path) as case:
        assert case.counts()["articles"] == 30


def test_readers_see_whole_articles_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "x.case"
    Case.open(path, create=True).close()
    wrong, seen, stop = [], [], threading.Event()

    def look() -> None:
        while not stop.is_set():
            with Case.open(path, readonly=True) as case:
                texts = [a.text for a in case.articles()]
                seen.append(len(texts))
                wrong.extend(t for n, t in enumerate(texts) if t != f"Article {n}.")
            time.sleep(0.002)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for r in readers:
        r.start()
    try:
        with Case.open(path, create=True) as case:
            for n in range(60):
                case.add(Reading(article(f"Article {n}."), MADE))
    finally:
        stop.set()
        for r in readers:
            r.join()
    assert not wrong
    assert max(seen) > 0

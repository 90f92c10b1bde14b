"""The SQLite file behind a case: opening, checking, bringing up to date, and what to say when it fails."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from legation.errors import CaseError

APPLICATION = 0x4C454741
"""`LEGA`: marks a SQLite file as a Legation case (`file` and Datasette show it)."""

SCHEMA = files("legation.store").joinpath("schema.sql").read_text("utf-8")
LEDGER = files("legation.store").joinpath("ledger.sql").read_text("utf-8")
OUTLINE = files("legation.store").joinpath("outline.sql").read_text("utf-8")

VERSION = 3
MIGRATIONS: Mapping[int, str] = {1: LEDGER, 2: OUTLINE}
"""SQL that takes a case of the version given as key to the next one; an empty file takes all at once."""

CACHE_KIB = 262_144
"""Pages of a case that SQLite keeps at hand, at most: the indices of a million claims are written all over."""

PATIENCE_MS = 30_000
"""How long a writer waits for another one: reading one article takes seconds at most."""


def connect(path: Path, create: bool = False, readonly: bool = False) -> sqlite3.Connection:
    """An open, checked, up-to-date case file. Raises CaseError with one line that says what is wrong and what to do."""
    _check_place(path, create)
    with trouble(path):
        _check_fts5()
        db = _open(path, create, readonly)
    try:
        with trouble(path):
            _prepare(db, path, create)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into a CaseError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        for words, line in TROUBLES:
            if words in said:
                raise CaseError(f"{path}: {line}") from error
        raise CaseError(f"{path}: {said}") from error


TROUBLES = (
    ("disk is full", "the disk is full; free some space and run the same command again: every article read so far is kept"),
    ("disk I/O error", "the disk cannot be written or read; every article read so far is kept"),
    ("readonly", "the case or its folder is read-only; copy it to a folder you may write in"),
    ("unable to open", "the file cannot be opened; check that the folder exists and that you may write in it"),
    ("locked", "another process is writing this case; wait for it to end and try again"),
    ("not a database", "this is not a Legation case"),
    ("malformed", "the case is damaged; keep a copy and try `sqlite3 FILE .recover`, or read the articles into a new case"),
    ("no such table", "the case is damaged: a table is missing; read the articles into a new case"),
)


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: this is a folder, not a case")
    if not path.exists():
        if not create:
            raise CaseError(f"{path}: no such case; `legation read ARTICLES --case {path}` makes one")
        if not path.parent.is_dir():
            raise CaseError(f"{path}: the folder {path.parent} does not exist")


def _check_fts5() -> None:
    with sqlite3.connect(":memory:") as probe:
        try:
            probe.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
        except sqlite3.OperationalError as error:
            raise CaseError(
                f"this Python's SQLite {sqlite3.sqlite_version} was built without FTS5 full-text search;"
                " use a Python from python.org, conda or your distribution, or `pip install pysqlite3-binary`"
            ) from error
        finally:
            probe.rollback()


def _open(path: Path, create: bool, readonly: bool) -> sqlite3.Connection:
    """Read-write where that is wanted and possible; a case in a read-only place opens for reading."""
    address = path.resolve().as_uri()
    last: sqlite3.Error = sqlite3.OperationalError("unable to open")
    for mode in ("ro",) if readonly else ("rwc" if create else "rw", "ro"):
        # A case in a folder that cannot be written needs `immutable`: WAL has no place for its index file there. It must not
        # be used while a log with articles of an unfinished run lies beside the case, for they would be missing.
        log = path.with_name(path.name + "-wal")
        settled = not log.exists() or log.stat().st_size == 0
        for extra in ("", "&immutable=1") if mode == "ro" and settled else ("",):
            db = sqlite3.connect(f"{address}?mode={mode}{extra}", uri=True, isolation_level=None, timeout=PATIENCE_MS / 1000)
            try:
                db.execute("PRAGMA schema_version").fetchone()
                return db
            except sqlite3.OperationalError as error:
                db.close()
                last = error
    raise last


def _prepare(db: sqlite3.Connection, path: Path, create: bool) -> None:
    db.executescript(f"PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{CACHE_KIB};")
    # One transaction, or another process could make the case between two of these looks.
    db.execute("BEGIN")
    application, version = (db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("application_id", "user_version"))
    empty = not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    db.execute("COMMIT")
    if application != APPLICATION:
        if not (create and empty and not application):
            raise CaseError(f"{path}: this is not a Legation case")
        _keep_a_log(db)
        version = 0
    if version > VERSION:
        raise CaseError(f"{path}: made by a newer Legation (case version {version}, this one knows {VERSION}); upgrade Legation")
    while version < VERSION:
        version = _step(db, version)


def _keep_a_log(db: sqlite3.Connection) -> None:
    """Turns on write-ahead logging, so that a reader can look while articles are being read.

    SQLite does not wait here for another process that makes the same case, as it does elsewhere: so we do.
    """
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _step(db: sqlite3.Connection, version: int) -> int:
    """Takes the file to a later version, which it gives, in one transaction: a kill in between leaves the older one whole."""
    if version:
        step, after = MIGRATIONS[version], version + 1
    else:
        step, after = SCHEMA + LEDGER + OUTLINE, VERSION
    marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {after};"
    try:
        db.executescript(f"BEGIN IMMEDIATE;\n{step};\n{marks}\nCOMMIT;")
    except sqlite3.Error:
        if db.in_transaction:
            db.rollback()
        # Another process may have done this step while we waited for the file.
        if db.execute("PRAGMA user_version").fetchone()[0] < after:
            raise
    return after

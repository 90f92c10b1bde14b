"""The shelves of the ledger in the case file: the same rules as `reconcile/shelves.py`, kept up to date article by article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from legation.reconcile.checks import checks
from legation.reconcile.entry import Entry
from legation.reconcile.filing import items_of
from legation.reconcile.item import Item
from legation.reconcile.shelves import MOST, home_of
from legation.store import matters, rows
from legation.store.judging import Judged
from legation.store.telling import brought_by, teller_of
from legation.words.codec import encode
from legation.words.finding import Finding


class Shelves:
    """The shelves, within the caller's transaction. `findings` are the failed checks of the articles that were filed."""

    def __init__(self, db: sqlite3.Connection, judged: Judged) -> None:
        self._db, self._judged = db, judged
        self._touched: dict[str, set[str]] = {}
        self.findings: dict[int, tuple[Finding, ...]] = {}

    def file(self, articles: Iterable[int]) -> None:
        """Takes what articles say now in place of what they said, and marks the blocks that this changes as stale."""
        due = list(articles)
        before = {known: True for article in due for known in self._drop(article)}
        unsure: list[int] = []
        for item, source in (found for article in due for found in self._items(article)):
            if item.known:
                before.setdefault(item.known, self._is_known(item.known))
            unsure += self._insert(item, source)
        # Only now is it plain which shelves are known.
        for known in (k for k, was in before.items() if self._is_known(k) is not was):
            unsure += [n for (n,) in self._db.execute("SELECT item FROM ledger_side WHERE side = ?", (known,))]
        for n in dict.fromkeys(unsure):
            self._place(n)
        for home, paths in self._touched.items():
            self._divide(home, paths, "", 0)
        self._touched = {}

    # ---- items ----

    def _drop(self, article: int) -> list[str]:
        """Takes an article's items off their shelves; gives the shelves that they made known."""
        own = self._db.execute("SELECT n, home, path, block, known FROM ledger_item WHERE article = ?", (article,)).fetchall()
        for n, home, path, block, _ in own:
            self._touch(home, path)
            self._mark(block)
            self._db.execute("DELETE FROM ledger_side WHERE item = ?", (n,))
        self._db.execute("DELETE FROM ledger_item WHERE article = ?", (article,))
        return [known for *_, known in own if known]

    def _items(self, article: int) -> Iterator[tuple[Item, int | None]]:
        """An article's items, each with the row of its claim; notes how the article is told, and what fails in it."""
        teller = teller_of(self._ask, article)
        paper, source = brought_by(self._ask, article, teller, self._judged)
        told = rows.as_text(encode(teller))
        before = self._db.execute("SELECT teller FROM ledger_paper WHERE article = ?", (article,)).fetchone()
        if before != (told,):
            self._db.execute("INSERT OR REPLACE INTO ledger_paper VALUES (?, ?)", (article, told))
            # Its copies have its root.
            self._db.execute("INSERT OR IGNORE INTO ledger_due SELECT n FROM article WHERE copy_of = ? AND n != ?", (teller.digest, article))
        items = list(items_of(paper))
        self.findings[article] = tuple(checks(i.matter for i in items if isinstance(i.matter, Entry)))
        return ((item, source.get(item.claim)) for item in items)

    def _insert(self, item: Item, source: int | None) -> list[int]:
        """Puts an item on the shelf that it belongs on of itself; gives its number where it may belong on another one."""
        n = self._db.execute(matters.INSERT, matters.row_of(item, item.shelf, source)).lastrowid
        assert n is not None
        self._db.executemany("INSERT OR IGNORE INTO ledger_side VALUES (?, ?)", [(side, n) for side in item.sides])
        self._touch(item.shelf, "#".join(item.path))
        return [n] if item.sides else []

    def _is_known(self, shelf: str) -> bool:
        return bool(self._db.execute("SELECT 1 FROM ledger_item WHERE known = ? AND known != '' LIMIT 1", (shelf,)).fetchone())

    def _place(self, n: int) -> None:
        """Puts an item on the one known shelf that its missing party may be filled in from, or back on its own."""
        row = self._db.execute("SELECT shelf, home, path, block FROM ledger_item WHERE n = ?", (n,)).fetchone()
        shelf, home, path, block = row
        sides = [side for (side,) in self._db.execute("SELECT side FROM ledger_side WHERE item = ? ORDER BY side", (n,))]
        now = home_of(shelf, sides, self._is_known)
        if now != home:
            self._mark(block)
            self._touch(home, path)
            self._touch(now, path)
            self._db.execute("UPDATE ledger_item SET home = ?, block = '' WHERE n = ?", (now, n))

    # ---- blocks ----

    def _divide(self, home: str, paths: set[str], prefix: str, depth: int) -> None:
        """Gives the items of a shelf's part the right block; `paths` are those of items that came or went."""
        longest = max(path.count("#") for path in paths) + 1
        part, name = (home, *_within(prefix, depth == longest)), f"{home}#{prefix}" if prefix else home
        where = "home = ? AND path >= ? AND path < ?"
        (count,) = self._db.execute(f"SELECT count(*) FROM ledger_item WHERE {where}", part).fetchone()  # noqa: S608 - our own words
        if count <= MOST or depth == longest:
            self._mark(name)
            for (block,) in self._db.execute(f"SELECT DISTINCT block FROM ledger_item WHERE {where} AND block != ?", (*part, name)).fetchall():  # noqa: S608
                self._mark(block)
            self._db.execute(f"UPDATE ledger_item SET block = ? WHERE {where} AND block != ?", (name, *part, name))  # noqa: S608
            return
        if self._db.execute("SELECT 1 FROM ledger_item WHERE block = ? LIMIT 1", (name,)).fetchone():
            # It was one block so far: all its items must move.
            self._mark(name)
            paths = {path for (path,) in self._db.execute(f"SELECT DISTINCT path FROM ledger_item WHERE {where}", part)}  # noqa: S608
        parts: dict[str, set[str]] = {}
        for path in paths:
            parts.setdefault("#".join(path.split("#")[: depth + 1]), set()).add(path)
        for sub, own in parts.items():
            self._divide(home, own, sub, depth + 1)

    def _touch(self, home: str, path: str) -> None:
        self._touched.setdefault(home, set()).add(path)

    def _mark(self, block: str) -> None:
        if block:
            self._db.execute("INSERT OR IGNORE INTO ledger_stale VALUES (?)", (block,))

    def _ask(self, sql: str, values: Iterable[object] = ()) -> Iterator[tuple[object, ...]]:
        return iter(self._db.execute(sql, tuple(values)).fetchall())


def _within(prefix: str, whole: bool) -> tuple[str, str]:
    """The bounds of the paths that begin with the steps of a prefix; of just that path where it is a whole one."""
    if not prefix:
        return "", "\U0010ffff"
    return (prefix, f"{prefix}\x00") if whole else (f"{prefix}#", f"{prefix}$")

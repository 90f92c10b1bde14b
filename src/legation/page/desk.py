"""The desk: a case with all that one visit asks of it. Opened for a request, closed at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import Any

from legation.brief.names import tabled
from legation.brief.plain import one_line
from legation.errors import QueryError
from legation.page.books import Books
from legation.page.settings import Settings
from legation.page.shelf import Shelf
from legation.run.records import Papers
from legation.store import rows
from legation.store.case import Case
from legation.store.connection import connect, trouble
from legation.store.held import Held
from legation.store.judging import Judged
from legation.store.lookup import CLAIMS, VOICES, held_from
from legation.words.quantity import Quantity
from legation.words.rank import Estimate, Ranked
from legation.words.reading import Reading

READING = f"""
SELECT {rows.ARTICLE}, i.n, i.made, i.lists, i.unread FROM article a JOIN interpretation i ON i.article = a.n AND i.live WHERE a.digest = ?
"""  # noqa: S608 - our own column names


class Desk:
    """A case as a visitor sees it: what had been published by `as_of`, or all of it."""

    def __init__(self, case: Case, ask: Any, shelf: Shelf, as_of: date | None = None) -> None:
        self.case, self._ask, self._shelf, self.as_of = case, ask, shelf, as_of

    @classmethod
    @contextmanager
    def open(cls, settings: Settings, shelf: Shelf, as_of: date | None = None) -> Iterator[Desk]:
        """A desk for reading. Raises CaseError where the case cannot be opened."""
        db = connect(settings.case, readonly=True)
        with Case(settings.case, db) as case:
            yield cls(case, db.execute, shelf, as_of)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query of the page's own gives."""
        with trouble(self.case.path):
            return list(self._ask(sql, values))

    def one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first cell of a query's first row; None where there is none."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    @cached_property
    def books(self) -> Books:
        """The ledger of what had been published by the day."""
        return self._shelf.books(self.case, self.rows, self.as_of)

    def weighed(self, q: Quantity) -> tuple[tuple[Ranked, ...], Estimate | None]:
        """The ranks of a quantity's claims, and what may be reckoned with where enough sources have a record; of days gone by no more than ranks."""
        known = self._shelf.records(self.case, self.rows) if self.as_of is None else None
        ranked, reckoned = self.case.book().weighed(q, known or {})
        return ranked, reckoned if reckoned and reckoned.middle is not None else None

    @cached_property
    def judged(self) -> Judged:
        """What the judgements come to."""
        return self.case.judged()

    @cached_property
    def papers(self) -> Papers:
        """Which paper an article stood in."""
        return Papers(self.case)

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(tabled())

    def name(self, actor: str | None) -> str:
        """What a reader calls an actor; empty for None."""
        if not actor:
            return ""
        if actor not in self._names:
            found = self.one("SELECT name FROM mention WHERE actor = ? AND live LIMIT 1", (actor,))
            self._names[actor] = one_line(found or actor)
        return self._names[actor]

    def published(self, article: str = "a") -> tuple[str, list[Any]]:
        """The condition on articles that had been published by the day, with its values."""
        if self.as_of is None:
            return f"{article}.superseded_by IS NULL", []
        return f"{article}.superseded_by IS NULL AND {article}.published_last <= ?", [self.as_of.isoformat()]

    def spoken(self, table: str = "c") -> tuple[str, list[Any]]:
        """The same of rows that articles gave (`claim`, `voice`, `mention`, `interpretation`), without looking at the article where no day is asked:
        what a corrected article said is not live."""
        if self.as_of is None:
            return "1", []
        return f"{table}.article IN (SELECT n FROM article WHERE published_last <= ?)", [self.as_of.isoformat()]  # noqa: S608 - our own names

    def held(self, ids: Sequence[str]) -> dict[str, Held]:
        """Live claims and voices by their ids; those that are not there are left out."""
        marks = ", ".join("?" * len(ids))
        found = [row for sql in (CLAIMS, VOICES) for row in self.rows(f"{sql} c.live AND c.id IN ({marks})", list(ids))] if ids else []
        return {held.claim.id: held for held in (held_from(row, self.judged) for row in found)}

    def listed(self, condition: str, values: Sequence[Any], voices: bool = False) -> list[Held]:
        """Claims (or voices) that meet a condition over `claim c JOIN article a`, in the order it gives."""
        return [held_from(row, self.judged) for row in self.rows((VOICES if voices else CLAIMS) + condition, values)]

    def reading(self, key: str) -> Reading:
        """The live reading of an article, as it was read. Raises QueryError where there is none."""
        row = next(iter(self.rows(READING, (self.case.article(key).digest,))), None)
        if row is None:
            raise QueryError("that article has no reading")
        n, made, lists, _ = row[-4:]
        claims = self.rows("SELECT kind, record FROM claim WHERE interpretation = ? AND live ORDER BY kind, ordinal", (n,))
        voices = self.rows("SELECT record FROM voice WHERE interpretation = ? AND live ORDER BY ordinal", (n,))
        return rows.reading_from(row[:-4], made, lists, ((k, r) for k, r in claims), (r for (r,) in voices))


def actor_id(given: str) -> str:
    """The id of an actor that the tables know by id or name; as it was given where they know none."""
    named = {name.casefold(): code for code, name in tabled().items()}
    return named.get(given.casefold()) or (given.upper() if given.upper() in tabled() else given)

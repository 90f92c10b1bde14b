"""Items of the ledger as rows and rows as items. A matter keeps what took its whole sentence or article to find; the rest is made again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from legation.reconcile.contests import Known, Ranking
from legation.reconcile.entry import Entry, entry_of
from legation.reconcile.happenings import Act
from legation.reconcile.item import Item, Matter
from legation.reconcile.origins import origin_of
from legation.reconcile.records import Record
from legation.reconcile.source import Teller, Told
from legation.reconcile.subjects import Subject
from legation.reconcile.tensions import Stance
from legation.store import rows
from legation.store.judging import Judged
from legation.words.codec import decode, encode
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.statement import Statement

INSERT = """
INSERT INTO ledger_item (article, place, claim, source, kind, shelf, home, path, block, known, follows, joins, matter)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)
"""
ITEMS = """
SELECT i.article, i.place, i.claim, i.kind, i.home, i.path, i.follows, i.joins, i.matter, c.record, s.text, s.start, p.teller
FROM ledger_item i JOIN ledger_paper p ON p.article = i.article LEFT JOIN claim c ON c.n = i.source LEFT JOIN sentence s ON s.n = c.sentence
WHERE {} ORDER BY i.article, i.place
"""
KINDS = {Entry: "entry", Record: "record", Act: "act", Stance: "stance", Ranking: "ranking", Known: "known"}

WHOLE: dict[str, type[Stance | Ranking | Known]] = {"stance": Stance, "ranking": Ranking, "known": Known}
"""Matters that are kept whole but for their article."""


def row_of(item: Item, home: str, source: int | None) -> tuple[Any, ...]:
    """The values of INSERT."""
    m = item.matter
    keep = None if KINDS[type(m)] in WHOLE else source
    return (
        *item.at,
        item.claim,
        keep,
        KINDS[type(m)],
        item.shelf,
        home,
        "#".join(item.path),
        item.known,
        item.follows,
        item.joins,
        rows.as_text(_kept(m)),
    )


def _kept(m: Matter) -> Any:
    if isinstance(m, Entry):
        return [m.whole, m.subject.as_json()]
    if isinstance(m, Record):
        return m.way
    return {k: v for k, v in encode(m).items() if k != "teller"} if KINDS[type(m)] in WHOLE else None


class Reader:
    """Makes items of rows, each article's teller once."""

    def __init__(self, judged: Judged) -> None:
        self._judged, self._tellers = judged, dict[str, Teller]()

    def item(self, row: Sequence[Any]) -> Item:
        """The item of a row of ITEMS."""
        article, place, claim, kind, home, path, follows, joins, kept, record, sentence, start, teller = row
        if teller not in self._tellers:
            self._tellers[teller] = decode(Teller, json.loads(teller))
        matter = self._matter(kind, json.loads(kept), record, (self._tellers[teller], sentence, start))
        return Item(home, tuple(path.split("#")), (article, place), claim, matter, follows=follows, joins=joins)

    def _matter(self, kind: str, kept: Any, record: str, where: tuple[Teller, str, int]) -> Matter:
        if kind in WHOLE:
            return decode(WHOLE[kind], {**kept, "teller": encode(where[0])})
        if kind == "entry":
            return entry_of(Told(self._claim(Figure, record), *where), Subject.from_json(kept[1]), kept[0])
        if kind == "record":
            return Record(Told(self._claim(Statement, record), *where), kept)
        event = self._claim(Event, record)
        return Act(Told(event, *where), origin_of(event, where[0]))

    def _claim(self, kind: type[Any], record: str) -> Any:
        read = rows.record_of(kind, record)
        heeded = self._judged.heed(read)
        assert heeded is not None, "a rejected claim is no item"
        return heeded

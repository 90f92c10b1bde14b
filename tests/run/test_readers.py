"""Reading in several processes gives what one gives, and says so where a process dies."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest

from legation.errors import InputError
from legation.run import case as running
from legation.run.case import Outcome, read_into
from legation.run.own import Own
from legation.run.readers import Failed, read_batches
from legation.words.article import Article

TEXTS = [
    "Norway imposed sanctions on Sweden on Monday. The Swedish foreign minister condemned the move in Oslo.",
    "La Norvège et la Suède ont signé un accord de pêche mardi à Oslo, selon le ministère norvégien des affaires étrangères.",
    "Denmark exported goods worth $40 million to Iceland in 2015, the ministry of trade said.",
    "Finland's president met the president of Estonia in Tallinn on 3 May 2016.",
]


def pile(folder: Path) -> list[str]:
    lines = [json.dumps({"id": f"a{n}", "text": text, "published": "2016-05-04"}) for n, text in enumerate(TEXTS)]
    (folder / "pile.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "zbroken.pdf").write_bytes(b"%PDF-1.4 broken")
    return [str(folder)]


def test_several_processes_read_what_one_reads_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BATCH", 1)
    paths = pile(tmp_path)
    alone, together = (list(read_into(None, paths, jobs=jobs)) for jobs in (1, 2))
    assert [s.outcome for s in alone] == [Outcome.READ, Outcome.UNREAD, Outcome.READ, Outcome.READ, Outcome.REFUSED]
    assert [(s.outcome, s.name, s.why) for s in together] == [(s.outcome, s.name, s.why) for s in alone]
    assert [s.reading and s.reading.as_json() for s in together] == [s.reading and s.reading.as_json() for s in alone]
    assert not multiprocessing.active_children()


def batches() -> list[tuple[int, list[Article]]]:
    return [(n, [Article(f"a{n}", f"digest{n}", "Norway thanked Sweden.")]) for n in range(12)]


def test_a_process_that_dies_is_told_in_one_line_with_what_to_do() -> None:
    readings = read_batches(batches(), Own(), 2)
    number, results = next(readings)
    assert number == 0
    assert not any(isinstance(r, Failed) for r in results)
    for process in multiprocessing.active_children():
        process.kill()
    with pytest.raises(InputError, match="--jobs 1"):
        list(readings)

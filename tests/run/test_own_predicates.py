"""The analyst's own rows of the lexicon: from the file, over the text, kept in the case."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import article

from legation.codes.predicates import lexicon, lexicon_with, rows_of
from legation.errors import TableError
from legation.intake.predicates import read_predicates
from legation.run.own import keep_names, keep_predicates, own_names, own_predicates
from legation.run.reader import made_by, read_articles
from legation.store.case import Case
from legation.words.actor import OwnNames
from legation.words.predicate import OwnPredicates, OwnRow

OWN = """# rows of ours
head\tpos\tobject\tframe\ttype\tmode\tcontexts\tcameo\texample

hoodwink\tv\t\tsubj>obj\tREJECT\tmeet\tdiplomatic\t125\tChad hoodwinked Norway.
condemn\tv\t\tsubj>obj\tPROTEST\tdemo\t\t141
praise\tv\t\t\tNONE
thaw\tn\t\tagent+with+between>\tAGREE
"""


def read_own(tmp_path: Path, text: str = OWN) -> OwnPredicates:
    (tmp_path / "my.tsv").write_text(text, "utf-8")
    return read_predicates(tmp_path / "my.tsv")


def test_the_file(tmp_path: Path) -> None:
    rows = read_own(tmp_path).rows
    assert rows[0] == OwnRow("hoodwink", "v", "REJECT", "", "subj>obj", "meet", "diplomatic", "125", "Chad hoodwinked Norway.")
    assert [r.head for r in rows] == ["hoodwink", "condemn", "praise", "thaw"]
    assert read_own(tmp_path, "type\thead\tpos\nAID\tgift\tv\n").rows == (OwnRow("gift", "v", "AID"),)


def test_rows_add_replace_and_take_out(tmp_path: Path) -> None:
    own = read_own(tmp_path)
    texts = [
        "Chad hoodwinked Norway.",
        "Chad condemned Norway.",
        "Chad praised Norway.",
        "The thaw between Chad and Norway went on.",
        "Chad attacked Norway.",
    ]

    def told(rows: OwnPredicates) -> list[tuple[str, str | None, tuple[str, ...]] | None]:
        events = [r.events for r in read_articles([article(t) for t in texts], predicates=rows)]
        return [(str(e[0].type), e[0].mode, e[0].actors) if e else None for e in events]

    before, after = told(OwnPredicates()), told(own)
    assert before[0] is None
    assert before[1:3] == [("ACCUSE", "disapprove", ("TCD",)), ("SUPPORT", None, ("TCD",))]
    assert after[:3] == [("REJECT", "meet", ("TCD",)), ("PROTEST", "demo", ("TCD",)), None]
    assert after[3] is not None
    assert set(after[3][2]) == {"TCD", "NOR"}
    assert before[4] == after[4]


def test_the_rule_leads_to_the_row(tmp_path: Path) -> None:
    mixed = lexicon_with(read_own(tmp_path))
    (row,) = rows_of("verb:hoodwink (active)", mixed)
    assert row.own
    assert row.columns == {
        "head": "hoodwink",
        "pos": "v",
        "object": "",
        "frame": "subj>obj",
        "type": "REJECT",
        "mode": "meet",
        "contexts": "diplomatic",
        "cameo": "125",
        "example": "Chad hoodwinked Norway.",
    }
    assert rows_of("verb:hoodwink (active)", lexicon()) == []
    assert lexicon_with(OwnPredicates()) is lexicon()


def test_every_shipped_row_is_found_by_its_rule_and_written_as_it_was_read() -> None:
    every = [row for rows in lexicon().values() for row in rows]
    for row in every[::50]:
        found = rows_of(row.rule, lexicon())
        assert row in found
        assert row.columns["head"].split()[-1 if row.pos == "n" else 0] == row.head


def test_the_case_keeps_the_latest_beside_the_names(tmp_path: Path) -> None:
    own = read_own(tmp_path)
    with Case.open(tmp_path / "n.case", create=True) as case:
        keep_predicates(case, own)
        keep_predicates(case, own)
        keep_names(case, OwnNames(nobody=("Peru House",)))
        assert own_predicates(case) == own
        assert own_names(case) == OwnNames(nobody=("Peru House",))
        assert len(list(case.judgements())) == 2
    with Case.open(tmp_path / "n.case") as case:
        assert own_predicates(case) == own
    assert made_by(predicates=own) != made_by()


def test_the_command_reads_again_with_new_rows(tmp_path: Path) -> None:
    (tmp_path / "my.tsv").write_text(OWN, "utf-8")
    (tmp_path / "a.txt").write_text("Chad hoodwinked Norway in May. The ministry in Oslo said that it was sorry for the delay of the talks.", "utf-8")

    def legation(*given: str) -> str:
        done = subprocess.run([sys.executable, "-m", "legation", *given], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def events() -> list[dict[str, str]]:
        return [e for e in json.loads(legation("events", "--case", "n.case", "--json")) if e["type"] == "REJECT"]

    legation("read", "a.txt", "--case", "n.case")
    assert not events()
    legation("read", "a.txt", "--case", "n.case", "--predicates", "my.tsv")
    (event,) = events()
    assert "1 known" in legation("read", "a.txt", "--case", "n.case")
    assert "hoodwink (v)" in legation("explain", event["id"], "--case", "n.case")
    (record,) = json.loads(legation("explain", event["id"], "--case", "n.case", "--json"))
    assert (record["row"]["of"], record["row"]["frame"]) == ("yours", "subj>obj")


HEAD = "head\tpos\tobject\tframe\ttype\tmode\tcontexts\tcameo\texample\n"
BAD = {
    "empty": ("", "no rows"),
    "blanks": ("head pos type\nx v AID\n", "line 1: no column .*tabs"),
    "column": ("head\tpos\ttype\tcolour\nx\tv\tAID\tred\n", "line 1: no column 'colour'"),
    "no type": ("head\tpos\nx\tv\n", "line 1: the column 'type' is missing"),
    "cells": ("head\tpos\ttype\nx\tv\tAID\tred\n", "line 2: 4 cells for 3"),
    "type": (HEAD + "x\tv\t\t\tGIFT\n", "line 2: 'GIFT' is no type; there are AGREE"),
    "head": (HEAD + "\tv\t\t\tAID\n", "line 2: no head"),
    "capital": (HEAD + "Gift\tv\t\t\tAID\n", "line 2: 'Gift' is no lemma"),
    "pos": (HEAD + "gift\tverb\t\t\tAID\n", "line 2: 'verb' is no part of speech; write v"),
    "class": (HEAD + "gift\tv\t@gifts\t\tAID\n", "line 2: '@gifts' is no class"),
    "by": (HEAD + "gift\tv\tby:force\t\tAID\n", "write by:@CLASS"),
    "frame": (HEAD + "gift\tv\t\tsubj,obj\tAID\n", "is no frame; write who>whom"),
    "slot": (HEAD + "gift\tv\t\tsubj>o b j\tAID\n", "is no frame"),
    "mode": (HEAD + "gift\tv\t\t\tAID\tdemo\n", "'demo' is no mode of AID"),
    "context": (HEAD + "gift\tv\t\t\tAID\t\tmoney\n", "'money' is no context"),
    "cameo": (HEAD + "gift\tv\t\t\tAID\t\t\t99\n", "'99' is no CAMEO code"),
    "none of ours": (HEAD + "gift\tv\thorse\t\tNONE\n", "there is no row 'gift'"),
    "control": (HEAD + "gi\x1b[31mft\tv\t\t\tAID\n", "plain text"),
    "long": (HEAD + "x" * 600 + "\tv\t\t\tAID\n", "at most 500"),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_a_bad_row_is_one_line_that_says_what_to_do(content: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=said) as raised:
        read_own(tmp_path, content)
    assert "my.tsv" in str(raised.value)
    assert str(raised.value).isprintable()


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="No such file"):
        read_predicates(tmp_path / "none.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"head\tpos\ttype\n\xff\tv\tAID\n")
    with pytest.raises(TableError, match="UTF-8"):
        read_predicates(tmp_path / "bytes.tsv")

"""The analyst's own names: from the file, over the text, kept in the case."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from legation.codes.own import occurrences_with
from legation.errors import TableError
from legation.intake.actors import read_actors
from legation.link.actors import find_actors
from legation.parse.doc import Doc
from legation.run.own import keep_names, own_names
from legation.run.reader import made_by
from legation.store.case import Case
from legation.words.actor import Actor, ActorKind, OwnActor, OwnNames

OWN = """
nobody = ["Peru House"]

[[actor]]
name = "Harbour Front"
aliases = ["the Front", "HF-7"]
country = "PER"

[[actor]]
id = "altay column"
name = "Altay Column"
kind = "group"
country = "RUS"
merges = ["wagner group"]
"""


@pytest.fixture
def own(tmp_path: Path) -> OwnNames:
    (tmp_path / "my.toml").write_text(OWN, "utf-8")
    return read_actors(tmp_path / "my.toml")


def test_the_file(own: OwnNames) -> None:
    front, column = own.actors
    assert front == OwnActor(Actor("harbour front", "Harbour Front", ActorKind.GROUP, "PER"), ("the Front", "HF-7"))
    assert column.merges == ("wagner group",)
    assert own.nobody == ("Peru House",)


def test_own_names_are_linked_before_the_tables(own: OwnNames, parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Harbour Front attacked Chile near Peru House. Chile blamed HF-7 and the Wagner Group.")
    told = {doc.text[slice(*m.span)]: (m.id, m.country) for m in find_actors(doc, None, own=own).mentions if m.how == "name"}
    assert told == {
        "Harbour Front": ("harbour front", "PER"),
        "Chile": ("CHL", None),
        "HF-7": ("harbour front", "PER"),
        "Wagner Group": ("altay column", "RUS"),
    }
    assert "harbour front" not in {m.id for m in find_actors(doc, None).mentions}
    assert "PER" in {m.id for m in find_actors(doc, None).mentions}


def test_names_stay_in_order_and_apart(own: OwnNames) -> None:
    found = list(occurrences_with("Peru House, Peru, HF-7, Chile, the Front and HARBOUR FRONT", own))
    assert [e[0].name for _, _, e in found] == ["Peru House", "Peru", "Harbour Front", "Chile", "Harbour Front", "Harbour Front"]
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_the_case_keeps_the_latest(own: OwnNames, tmp_path: Path) -> None:
    with Case.open(tmp_path / "n.case", create=True) as case:
        assert not own_names(case)
        keep_names(case, own)
        keep_names(case, own)
        assert own_names(case) == own
        assert len(list(case.judgements())) == 1
        keep_names(case, OwnNames())
        assert not own_names(case)
        keep_names(case, own)
    with Case.open(tmp_path / "n.case") as case:
        assert own_names(case) == own
    assert made_by(own) != made_by()


def test_the_command_reads_again_with_new_names(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(OWN, "utf-8")
    (tmp_path / "a.txt").write_text(
        "Chile condemned Harbour Front on Monday. The group attacked a port of Chile in May, the ministry in Santiago said.", "utf-8"
    )

    def legation(*given: str) -> str:
        done = subprocess.run([sys.executable, "-m", "legation", *given], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ids() -> set[str]:
        return {a["id"] for a in json.loads(legation("actors", "--case", "n.case", "--json"))}

    legation("read", "a.txt", "--case", "n.case")
    assert "harbour front" not in ids()
    legation("read", "a.txt", "--case", "n.case", "--actors", "my.toml")
    assert "harbour front" in ids()
    assert "1 known" in legation("read", "a.txt", "--case", "n.case")


BAD = {
    "no toml": "[[actor]\n",
    "no name": "[[actor]]\nid = 'x'\n",
    "kind": "[[actor]]\nname = 'Front'\nkind = 'army'\n",
    "field": "[[actor]]\nname = 'Front'\ncolour = 'red'\n",
    "aliases": "[[actor]]\nname = 'Front'\naliases = 'F'\n",
    "short": "[[actor]]\nname = 'F'\n",
    "long": f"[[actor]]\nname = '{'x' * 300}'\n",
    "control": '[[actor]]\nname = "a\\u001b[31mb"\n',
    "country": "[[actor]]\nname = 'Front'\ncountry = 'Peru'\n",
    "other table": "[actors]\nname = 'Front'\n",
    "deep": "a = " + "[" * 5_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_file_is_one_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(content, "utf-8")
    with pytest.raises(TableError) as raised:
        read_actors(tmp_path / "my.toml")
    assert "my.toml" in str(raised.value)
    assert str(raised.value).isprintable()
    with pytest.raises(TableError, match="No such file"):
        read_actors(tmp_path / "none.toml")


def test_an_ambiguous_name_is_unread_with_its_reason(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("North Korea and South Korea differ. Analysts say Korea waits.")
    (unread,) = find_actors(doc, None).unread
    assert doc.text[slice(*unread.span)] == "Korea"
    assert "KOR" in unread.why
    assert "PRK" in unread.why
    assert find_actors(parsed("North Korea waits."), None).unread == ()

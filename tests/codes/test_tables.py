"""Tables are read strictly, and every shipped one says where it comes from."""

from __future__ import annotations

import pytest

from legation.codes.tables import DATA, parse_table, table, tables_hash
from legation.errors import TableError

SHIPPED = sorted(e.name for e in DATA.iterdir() if e.name.endswith((".tsv", ".toml")))


def test_cells_go_by_column_and_missing_ones_are_empty() -> None:
    assert list(parse_table("# own; 2026; MIT\na\tb\n# remark\n\n1\n2\t3\n", "t")) == [{"a": "1", "b": ""}, {"a": "2", "b": "3"}]


@pytest.mark.parametrize("text", ["", "a\tb\n1\t2", "# no source line\na\tb", "# own; 2026; MIT\na\n1\t2"])
def test_a_malformed_table_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(TableError, match="table odd"):
        list(parse_table(text, "odd"))


def test_a_missing_table_is_named() -> None:
    with pytest.raises(TableError, match=r"nowhere\.tsv"):
        table("nowhere")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_table_names_source_date_and_licence(name: str) -> None:
    first = (DATA / name).read_text("utf-8").splitlines()[0]
    assert first.startswith("#")
    assert first.count(";") >= 2


def test_the_hash_is_stable_within_a_run() -> None:
    assert tables_hash() == tables_hash()
    assert len(tables_hash()) == 12


def test_no_two_word_sets_have_one_name() -> None:
    names = [row["set"] for row in table("wordsets")]
    assert len(set(names)) == len(names)

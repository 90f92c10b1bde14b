"""Tables in plain text and between bars: caption, heads, rows, and what is no table."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.find.tables import Table, find_tables
from legation.words.evidence import Span

BARS = "| Partner | 2018 | 2019 |\n|---|---|---|\n| Niger | 12.4 | 15.1 |\n| Sudan | 7.9 | |"
BLANKS = "Country    2016   2017\nKenya       1.3    2.6\nSomalia     4.7    6.2\nEthiopia    9.7    5.6"
TABS = "Year\tFrance\tChina\n2010\t41.2\t310\n2011\t39.0\t512.5"


def words(text: str, cells: tuple[Span | None, ...]) -> list[str | None]:
    return [text[slice(*c)] if c else None for c in cells]


def only(text: str) -> Table:
    (table,) = find_tables(text)
    return table


@pytest.mark.parametrize("text", [BARS, BLANKS, TABS])
def test_a_table_has_heads_and_rows(text: str) -> None:
    table = only(f"The office gave figures.\n\n{text}\n\nMore will follow.")
    assert len(table.heads) == 3
    assert all(len(row) == 3 for row in table.rows)
    assert all(row[0] is not None for row in table.rows)


def test_an_empty_cell_is_none() -> None:
    assert words(BARS, only(BARS).rows[1]) == ["Sudan", "7.9", None]


def test_rows_of_a_page_are_paragraphs_of_their_own() -> None:
    text = BARS.replace("\n", "\n\n")
    assert words(text, only(text).rows[0]) == ["Niger", "12.4", "15.1"]


def test_a_row_with_one_cell_is_the_caption() -> None:
    text = "| Trade by partner |  |  |\n" + BARS
    table = only(text)
    assert table.caption is not None
    assert text[slice(*table.caption)] == "Trade by partner"


def test_a_heading_before_the_table_is_its_caption() -> None:
    text = "People in need (millions)\n" + BLANKS
    table = only(text)
    assert table.caption is not None
    assert text[slice(*table.caption)] == "People in need (millions)"


def test_a_sentence_before_the_table_is_no_caption() -> None:
    assert only("The office gave figures.\n\n" + TABS).caption is None


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sports\nWorld | Europe | Asia",
        "He said  so.  Then he left  for Rome.\nShe stayed  on.  It was  late.",
        "By Ana Cruz | 12 May 2020",
        "One line\twith a tab\nand another line",
        "",
    ],
)
def test_running_text_and_menus_are_no_tables(text: str) -> None:
    assert not list(find_tables(text))


@given(st.text(alphabet="ab1 |\t\n-.", max_size=300))
def test_every_cell_stands_where_it_says(text: str) -> None:
    for table in find_tables(text):
        cells = [c for row in (table.heads, *table.rows) for c in row if c]
        assert all(0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end in cells)


def test_hostile_text_takes_linear_time() -> None:
    text = ("|" * 50 + "\n" + "a  1  " * 200 + "\n") * 300
    started = time.process_time()
    list(find_tables(text))
    assert time.process_time() - started < 2

"""Junk: marked where it is page furniture, never on the article's own words."""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.codes.junk import junk_rules, read_rules
from legation.errors import TableError
from legation.intake.junk import mark_junk

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "junk.toml").read_text("utf-8"))
BEFORE = "Chile will pay Norway a fee of $3 million a year, according to the text, which runs for ten years and can be renewed."
AFTER = "The fee is twice what Chile paid before, and opposition senators said on Monday that they would ask the court to look at it."


def marked(text: str) -> list[str]:
    return [text[j.span[0] : j.span[1]] for j in mark_junk(text)]


@pytest.mark.parametrize("line", CASES["junk"])
def test_furniture_between_paragraphs_is_junk(line: str) -> None:
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}") == [line]


@pytest.mark.parametrize("line", CASES["text"])
def test_the_articles_own_lines_are_not(line: str) -> None:
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}") == []


@pytest.mark.parametrize("case", CASES["article"], ids=range(len(CASES["article"])))
def test_articles(case: dict[str, Any]) -> None:
    assert marked(case["text"]) == case["junk"]


WORDS = st.sampled_from(
    [
        "Getty Images",
        "Share",
        "Icon",
        "{{x}}",
        "Read more: a",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "See also",
        "© ",
        "(AP)",
        "a.jpg",
        "said",
        ". ",
        BEFORE,
        AFTER,
        "Norway",
        "\u2028",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS).map("".join)))
def test_spans_are_sorted_disjoint_and_trimmed(text: str) -> None:
    spans = [j.span for j in mark_junk(text)]
    assert all(0 <= s < e <= len(text) and text[s:e] == text[s:e].strip() for s, e in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert spans == [j.span for j in mark_junk(text)]


HARD = [
    "a" * 250,
    "A " * 140,
    "(" * 290,
    "a-" * 140,
    "Reporting by " + "A" * 250 + "!",
    "/".join(["Ab"] * 90),
    "- " * 120 + "x: y",
    "Photo: " + "x " * 120,
    "Image: " * 40,
    "ABC, " * 55 + "1",
]


@pytest.mark.parametrize("line", HARD, ids=lambda line: line[:12])
def test_no_pattern_takes_long_on_a_line_made_to_hurt(line: str) -> None:
    began = time.process_time()
    mark_junk("\n".join([line] * 3))
    assert time.process_time() - began < 5


@settings(max_examples=300, deadline=5000)
@given(
    st.lists(
        st.sampled_from(
            ["Ab", "x", " ", ",", "/", " - ", ".", "(", ")", "by", "Reporting", "Photo", ":", "Reuters", "|", "1", "in", "and", "©", "on", "Facebook"]
        ),
        max_size=120,
    ).map("".join)
)
def test_no_mixture_takes_long(line: str) -> None:
    mark_junk(line)


def test_a_long_line_is_read_in_time() -> None:
    began = time.process_time()
    mark_junk("word " * 200_000)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "row",
    [
        {"where": "nowhere", "reason": "x", "pattern": "y"},
        {"where": "line", "reason": "x", "pattern": ""},
        {"where": "line", "reason": "x", "pattern": "("},
    ],
)
def test_a_malformed_row_is_told(row: dict[str, str]) -> None:
    with pytest.raises(TableError, match=r"junk\.tsv"):
        read_rules([row])


def test_every_word_of_the_table_is_filled_in() -> None:
    assert not [
        p.pattern
        for rows in junk_rules().patterns.values()
        for _, p in rows
        if any("{" + w + "}" in p.pattern for w in ("agency", "name", "net", "trade", "date"))
    ]

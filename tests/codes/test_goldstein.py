"""CAMEO's scale and quad classes, and the tables of modes and contexts beside the lexicon."""

from __future__ import annotations

import pytest

from legation.codes.goldstein import finest, goldstein, quad_class
from legation.codes.plover import context_phrases, modes, types
from legation.codes.predicates import lexicon
from legation.words.event import EventType


@pytest.mark.parametrize(
    ("code", "value"), [("190", -10.0), ("0874", 10.0), ("042", 1.9), ("1661", -8.0), ("16", -4.0), (None, None), ("", None), ("99", None)]
)
def test_a_code_has_the_value_of_the_nearest_one(code: str | None, value: float | None) -> None:
    assert goldstein(code) == value


@pytest.mark.parametrize(
    ("code", "quad"), [("036", 1), ("057", 1), ("061", 2), ("0841", 2), ("090", 3), ("138", 3), ("141", 4), ("204", 4), (None, None), ("x", None)]
)
def test_quad_classes_go_by_root(code: str | None, quad: int | None) -> None:
    assert quad_class(code) == quad


def test_a_finer_code_only_says_more_of_the_same() -> None:
    assert finest("190", "195") == "195"
    assert finest("19", "195") == "195"
    assert finest("186", "195") == "186"
    assert finest("120", "195") == "120"


def test_every_row_has_a_code_with_a_value_and_a_mode_of_its_type() -> None:
    for row in (r for found in lexicon().values() for r in found):
        assert goldstein(row.cameo) is not None, row.rule
        assert row.mode is None or row.mode in {m.mode for m in modes()[row.type]}, row.rule


def test_the_codes_of_modes_are_of_their_type() -> None:
    roots = {type_: {info.cameo} for type_, info in types().items()}
    roots[EventType.ASSAULT] |= {"18", "20", "17"}
    roots[EventType.ACCUSE] |= {"09"}
    roots[EventType.SANCTION] |= {"11"}
    for type_, rows in modes().items():
        assert all(row.cameo[:2] in roots[type_] for row in rows), type_


def test_there_are_37_contexts_and_rows_name_no_other() -> None:
    known = {context for found in context_phrases().values() for context in found}
    assert len(known) == 37
    assert {c for found in lexicon().values() for row in found for c in row.contexts} <= known

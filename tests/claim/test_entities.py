"""Entities: order, no overlap, offsets on any text; the sentences stand in cases/entities.toml."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from conftest import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.claim.entities import read_entities
from legation.link.actors import find_actors
from legation.link.linked import Linked
from legation.parse.doc import Doc
from legation.words.entity import Entity

Parse = Callable[[str], Doc]


def entities(doc: Doc) -> tuple[Entity, ...]:
    return read_entities(Linked(article(doc.text), doc, find_actors(doc, None).mentions))


def test_each_number_of_a_list_of_resolutions_is_one(parsed: Parse) -> None:
    found = entities(parsed("They cited resolutions 1718, 1874 and 2094."))
    assert [e.id for e in found] == ["resolution 1718", "resolution 1874", "resolution 2094"]


def test_a_ship_is_known_by_its_imo_number(parsed: Parse) -> None:
    (ship,) = (e for e in entities(parsed("The tanker Grey Gull (IMO 9300001) sailed.")) if e.kind == "ship")
    assert (ship.id, ship.name) == ("imo 9300001", "Grey Gull")


def test_a_firm_known_to_the_tables_keeps_its_country(parsed: Parse) -> None:
    assert [(e.id, e.country) for e in entities(parsed("Huawei sold the phones."))] == [("huawei", "CHN")]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(["Bank", "of", "Treaty", "A", "MV", "IMO", "9123456", "resolutions", "1718", "and", "F-16", "Co", "-", "“"]), max_size=25
    )
)
def test_no_text_breaks_it_and_nothing_overlaps(parsed: Parse, words: list[str]) -> None:
    doc = parsed(" ".join(words))
    end = 0
    for e in entities(doc):
        assert end <= e.span[0] < e.span[1] <= len(doc.text)
        end = e.span[1]


@pytest.mark.parametrize("run", ["A " * 4000, "Aa-" * 3000, "A-" * 4000 + "(", "Bank of " * 2000, "MV A " * 2000])
def test_runs_of_capitals_cost_no_more_than_their_length(parsed: Parse, run: str) -> None:
    doc = parsed(run)
    start = time.process_time()
    entities(doc)
    assert time.process_time() - start < 40

"""Names are found wherever they stand, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.codes.gazetteer import occurrences
from legation.find.mentions import find_names
from legation.parse.doc import Doc


def ids(doc: Doc) -> list[str]:
    return [f.entries[0].id for f in find_names(doc)]


def test_names_adjectives_peoples_capitals_and_bodies(parsed: Callable[[str], Doc]) -> None:
    assert ids(parsed("Peruvian miners, Danes and Ankara told the U.N. and ASEAN about Türkiye.")) == ["PER", "DNK", "TUR", "UN", "ASEAN", "TUR"]


def test_headlines_in_capitals(parsed: Callable[[str], Doc]) -> None:
    assert ids(parsed("QATAR CUTS TIES WITH IRAN")) == ["QAT", "IRN"]


def test_a_shared_surface_keeps_all_its_meanings(parsed: Callable[[str], Doc]) -> None:
    (found,) = find_names(parsed("Congo"))
    assert {e.id for e in found.entries} == {"COD", "COG"}


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["Chad", "U.S.", "’s", "Kim", "the", "–", "\n", "North", "Korea", "É", "𝒳"]), max_size=12).map(" ".join)
)
def test_offsets_are_true_and_in_order(text: str) -> None:
    last = 0
    for start, end, entries in occurrences(text):
        assert last <= start < end <= len(text)
        assert entries
        last = end

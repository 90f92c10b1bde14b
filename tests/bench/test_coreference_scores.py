"""The scores of coreference against worked examples of the literature: five mentions, two, and five more."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from coreference import Score, best_pairing, chains_of, text_of


def chain(*mentions: int) -> frozenset[tuple[int, int]]:
    return frozenset((m, m + 1) for m in mentions)


GOLD = [chain(1, 2, 3, 4, 5), chain(6, 7), chain(8, 9, 10, 11, 12)]
SMALL_JOINED = [chain(1, 2, 3, 4, 5), chain(6, 7, 8, 9, 10, 11, 12)]
LARGE_JOINED = [chain(1, 2, 3, 4, 5, 8, 9, 10, 11, 12), chain(6, 7)]


@pytest.mark.parametrize(
    ("given", "muc", "b3", "ceaf"),
    [
        (GOLD, (1, 1), (1, 1), (1, 1)),
        (SMALL_JOINED, (9 / 10, 1), (16 / 21, 1), ((1 + 10 / 12) / 2, (1 + 10 / 12) / 3)),
        (LARGE_JOINED, (9 / 10, 1), (7 / 12, 1), ((10 / 15 + 1) / 2, (10 / 15 + 1) / 3)),
        ([], (0, 0), (0, 0), (0, 0)),
        ([chain(1), chain(2)], (0, 0), (0, 0), (0, 0)),
        ([chain(20, 21)], (0, 0), (0, 0), (0, 0)),
    ],
)
def test_worked_examples(
    given: list[frozenset[tuple[int, int]]], muc: tuple[float, float], b3: tuple[float, float], ceaf: tuple[float, float]
) -> None:
    score = Score()
    score.add(GOLD, given)
    table = score.table()
    assert table["MUC"][:2] == pytest.approx(muc)
    assert table["B3"][:2] == pytest.approx(b3)
    assert table["CEAFe"][:2] == pytest.approx(ceaf)
    assert table["CoNLL"][0] == pytest.approx(sum(table[n][2] for n in ("MUC", "B3", "CEAFe")) / 3)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=1, max_size=4)))
def test_no_pairing_is_better(gain: list[list[float]]) -> None:
    wide = gain if len(gain) <= len(gain[0]) else [list(c) for c in zip(*gain, strict=True)]
    best = max(sum(row[k] for row, k in zip(wide, order, strict=False)) for order in permutations(range(len(wide[0])), len(wide)))
    assert best_pairing(gain) == pytest.approx(best)


def test_files_of_the_corpus() -> None:
    row = "{}\t{}" + "\t_" * 7 + "\t{}"
    text, spans = text_of(
        "\n".join(["# newpar", row.format(1, "Anna", "SpaceAfter=No"), row.format(2, ".", "_"), "# newpar", row.format(1, "She", "_")])
    )
    assert text == "Anna.\n\nShe"
    assert chains_of("0\tAnna\t(1)\n1\t.\t_\n2\tShe\t(2(1)\n", [*spans[:2], spans[2]]) == [frozenset({(0, 4), (7, 10)})]

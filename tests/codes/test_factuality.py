"""The implicative signatures: well formed, and true of the words that linguists quote."""

from __future__ import annotations

import pytest

from legation.codes.factuality import implied
from legation.codes.tables import table
from legation.words.status import Status

YES, NO = Status.ACTUAL, Status.DENIED


def test_every_row_is_a_signature() -> None:
    rows = table("implicatives")
    assert len(rows) >= 300
    assert {row[side] for row in rows for side in ("said", "denied")} <= {"+", "-", "o"}
    assert len({(row["lemma"], row["pos"], row["slot"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("lemma", "pos", "slot", "said", "denied"),
    [
        ("manage", "verb", "to", YES, NO),
        ("fail", "verb", "to", NO, YES),
        ("force", "verb", "to", YES, None),
        ("allow", "verb", "to", None, NO),
        ("hesitate", "verb", "to", None, YES),
        ("know", "verb", "that", YES, YES),
        ("pretend", "verb", "that", NO, NO),
        ("prevent", "verb", "ing", NO, None),
    ],
)
def test_known_signatures(lemma: str, pos: str, slot: str, said: Status | None, denied: Status | None) -> None:
    assert implied()[lemma, pos, slot] == (said, denied)

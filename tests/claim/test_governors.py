"""What hangs on an act that forbids, refuses or aims at it is no act of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.words.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Egypt bans the entry of Syrians from all countries.", [("SANCTION", ("EGY",), ("SYR",))]),
        ("Iran rejects negotiations with the United States over its centrifuges.", [("REJECT", ("IRN",), ("USA",))]),
        ("India announced several measures targeting Pakistan on Monday.", []),
        ("Rockets targeting Pakistan were fired from India.", [("ASSAULT", ("IND",), ("PAK",))]),
    ],
)
def test_only_the_act_above_is_told(read: Read, text: str, told: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    found = {(str(e.type), e.actors, e.recipients) for e in read(text).events}
    assert found == set(told) or (not told and not any(t == "ASSAULT" for t, *_ in found))

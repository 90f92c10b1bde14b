"""The evidence of an act: narrow, with its object and content, without the doer that an earlier verb has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.words.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "type_", "quote"),
    [
        ("Norway closed its border with Chad and sent two warships to Kenya.", "MOBILIZE", "sent two warships to Kenya"),
        ("Norway urged Chad to end its war.", "REQUEST", "Norway urged Chad to end its war"),
        ("Kenya spoke at length about the Norwegian sanctions on Chad.", "SANCTION", "the Norwegian sanctions on Chad"),
    ],
)
def test_the_words_that_carry_an_act(read: Read, text: str, type_: str, quote: str) -> None:
    found = [text[slice(*e.span)] for e in read(text).events if e.type == type_]
    assert found == [quote]


def test_no_span_is_wider_than_evidence_may_be(read: Read) -> None:
    text = "Norway, " + "which has lakes, " * 30 + "attacked Chad."
    assert all(e.span[1] - e.span[0] <= 220 for e in read(text).events)

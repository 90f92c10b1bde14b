"""The lexicon: every row is well formed, and every example, read, gives its row's type."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from conftest import article

from legation.codes.plover import Frame, noun_classes, types
from legation.codes.predicates import Row, lexicon, read_row
from legation.words.event import EventType

# Examples that the parser's trees get wrong, and that stay as a measure of it.
ALLOWED_MISSES = 0.06


def rows() -> list[Row]:
    return [row for found in lexicon().values() for row in found]


@cache
def types_of_examples() -> dict[str, set[str]]:
    """The types of all events read from each example, all examples in one batch."""
    from legation.run.reader import read_articles

    texts = sorted({row.example for row in rows() if row.example})
    readings = read_articles([article(t, id=str(n), published="2021-05-05") for n, t in enumerate(texts)])
    return {text: {str(e.type) for e in r.events} for text, r in zip(texts, readings, strict=True)}


def test_the_lexicon_is_large_and_covers_every_type() -> None:
    count = Counter(row.type for row in rows())
    assert sum(count.values()) >= 1500
    assert all(count[t] >= 12 for t in EventType), count


def test_every_frame_names_known_slots() -> None:
    for row in rows():
        assert row.frame.actors, row
        for slot in (*row.frame.actors, *row.frame.recipients):
            assert slot.isalpha(), (row.rule, slot)


def test_types_have_frames_and_classes_have_nouns() -> None:
    assert set(types()) == set(EventType)
    assert all(noun_classes().values())


def test_examples_give_their_type() -> None:
    got = types_of_examples()
    with_example = [row for row in rows() if row.example]
    missed = [(row.rule, str(row.type), row.example, sorted(got[row.example])) for row in with_example if str(row.type) not in got[row.example]]
    assert len(with_example) >= 700
    assert len(missed) <= ALLOWED_MISSES * len(with_example), "\n".join(map(str, missed))


def test_a_frame_needs_its_arrow() -> None:
    with pytest.raises(ValueError, match="arrow"):
        Frame.parse("subj+with")


def test_a_row_with_an_unknown_type_or_class_is_refused() -> None:
    line = {"head": "x", "pos": "v", "object": "", "frame": "", "type": "AID", "mode": "", "contexts": "", "cameo": "", "example": ""}
    with pytest.raises(ValueError, match="GIFT"):
        read_row({**line, "type": "GIFT"})
    with pytest.raises(KeyError):
        read_row({**line, "object": "@nosuchclass"})

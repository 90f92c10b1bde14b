"""Statements: their place, parties, voice and identity."""

from __future__ import annotations

from collections.abc import Callable

from legation.codes.statement_cues import statement_cues
from legation.words.reading import Reading
from legation.words.statement import StatementKind

TEXT = (
    "Kenya is eager to deepen its ties with Uganda because it fears a rival. Uganda is the largest buyer of Kenyan tea, analysts say. "
    '"Kenya could become Uganda\'s main customer," said Ana Ruiz, a historian. Kenya hosts more of these firms than Uganda.'
)


def test_each_stands_in_the_text_once(read: Callable[..., Reading]) -> None:
    found = read(TEXT).statements
    assert {s.kind for s in found} >= {StatementKind.MOTIVE, StatementKind.SUPERLATIVE, StatementKind.FORECAST, StatementKind.COMPARISON}
    assert len({s.id for s in found}) == len(found)
    assert all(TEXT[slice(*s.span)].strip() == TEXT[slice(*s.span)] != "" for s in found)
    assert [s.span[0] for s in found] == sorted(s.span[0] for s in found)


def test_reading_again_gives_the_same_ids(read: Callable[..., Reading]) -> None:
    assert [s.id for s in read(TEXT).statements] == [s.id for s in read(TEXT).statements]


def test_a_statement_carries_its_voice(read: Callable[..., Reading]) -> None:
    forecast = next(s for s in read(TEXT).statements if s.kind is StatementKind.FORECAST)
    assert forecast.voice == "Ana Ruiz"
    assert forecast.parties == ("KEN", "UGA")


def test_every_cue_has_a_kind_and_a_slot() -> None:
    for cues in statement_cues().values():
        for cue in cues:
            assert StatementKind(cue.kind)
            assert cue.slot in ("to", "ing", "np", "as", "part", "of", "clause")

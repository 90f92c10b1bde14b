"""The chapter on disputes and its command."""

from __future__ import annotations

from making import northern

from legation import api
from legation.brief.disputes import disputed
from legation.brief.pile import Pile


def test_both_sides_stand_with_their_words_and_articles() -> None:
    readings = northern()
    section = disputed(Pile.of(readings, api.ledger(readings)))
    (group,) = section.blocks
    assert [str(line.quote.words) for line in group.lines] == ["up to 80 percent", "up to 50 percent"]
    assert [line.cites[0].article for line in group.lines] == [1, 2]
    assert group.tone == "sides conflict"
    assert "different maxima" in group.notes[0]
    assert section.lead == "1 conflict."


def test_what_is_left_out_is_said() -> None:
    readings = northern()
    section = disputed(Pile.of(readings, api.ledger(readings)), 0)
    assert section.blocks[-1].left_out == 1


def test_an_empty_case_has_none() -> None:
    assert not disputed(Pile.of((), api.ledger(()))).blocks

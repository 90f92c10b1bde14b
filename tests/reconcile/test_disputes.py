"""Disputes: what comes first, and with which sides."""

from __future__ import annotations

from making import Maker

from legation import api
from legation.reconcile.disputes import disputes
from legation.words.amount import Amount
from legation.words.dispute import Dispute, DisputeKind
from legation.words.reading import Reading
from legation.words.status import Status


def ceiling(id: str, percent: float, of: str = "share", voice: str | None = None) -> Reading:
    words = f"up to {percent:g} percent"
    return (
        Maker(f"Sweden takes {words} of Norway's catch.", id=id)
        .figure(words, Amount(None, percent, unit="percent"), of, "NOR", "SWE", voice=voice)
        .done()
    )


def found(*readings: Reading) -> tuple[Dispute, ...]:
    return disputes(api.ledger(readings))


def test_one_conflict_a_quantity_with_the_sides_furthest_apart() -> None:
    (only,) = found(ceiling("a", 80, voice="the Board"), ceiling("b", 50), ceiling("c", 20, voice="the Union of Fishers"))
    assert only.kind is DisputeKind.CONFLICT
    assert [s.article for s in only.sides] == ["a", "c"]
    assert only.more == 2
    assert len(only.origins) == 3


def test_more_origins_and_wider_gaps_weigh_more() -> None:
    wide = (ceiling("a", 80), ceiling("b", 20))
    narrow = (ceiling("c", 80, "tariff"), ceiling("d", 70, "tariff"))
    assert [d.sides[0].article for d in found(*narrow, *wide)] == ["a", "c"]


def test_a_denied_act_is_a_dispute() -> None:
    text = "Norwegian jets bombed the harbour of Turku in Finland on 3 May 2021"
    told = Maker(text, published="2021-05-03", id="a").event(text, "ASSAULT", ["NOR"], ["FIN"], voice="the mayor").done()
    never = f"No {text}"
    denied = Maker(never, published="2021-05-03", id="b").event(text, "ASSAULT", ["NOR"], ["FIN"], voice="Oslo", status=Status.DENIED).done()
    (only,) = found(told, denied)
    assert only.kind is DisputeKind.DENIAL
    assert set(only.origins) == {"the mayor", "Oslo"}


def share(id: str, text: str, measure: str, *percents: float) -> Reading:
    told = Maker(text, id=id, publisher=id)
    for n in percents:
        told.figure(f"{n:g} percent", Amount(n, n, unit="percent"), measure, "NOR")
    return told.done()


def seats(id: str, text: str, n: int) -> Reading:
    return Maker(text, id=id, publisher=id, published="2021-05-03").figure(f"{n} seats", Amount(n, n, unit="seats"), "seats", "NOR").done()


def kinds(*readings: Reading) -> set[DisputeKind]:
    return {d.kind for d in found(*readings)}


def test_what_is_divided_needs_a_name_that_says_whose_it_is() -> None:
    """A state has all the votes cast in it; whose they are a name tells."""
    one = seats("a", "In the vote of May the list of Berg took 12 seats.", 12)
    other = seats("b", "In the vote of May the list of the left took 31 seats.", 31)
    same = seats("c", "In the vote of May the list of Berg took 31 seats.", 31)
    assert kinds(one, other) == {DisputeKind.CHECK}
    assert kinds(one, same) == {DisputeKind.CONFLICT}


def test_a_score_is_of_two() -> None:
    """Whose which number is does not show; what goes from one number to another is a change."""
    one = share("a", "Norway is without work by 49 percent to 42 percent.", "unemployment", 49)
    other = share("b", "In Norway 61 percent are without work.", "unemployment", 61)
    change = share("c", "In Norway those without work went from 12 percent to 49 percent.", "unemployment", 49)
    assert kinds(one, other) == {DisputeKind.CHECK}
    assert kinds(change, other) == {DisputeKind.CONFLICT}


def test_a_text_of_several_numbers_is_held_against_no_other_for_sure() -> None:
    """It counts different things, and which of them the other text counts is not known."""
    several = share("a", "In Norway 12 percent are without work.\nIn Norway 20 percent are without work.", "unemployment", 12, 20)
    other = share("b", "In Norway 31 percent are without work.", "unemployment", 31)
    assert kinds(several, other) == {DisputeKind.CHECK}
    assert kinds(share("c", "In Norway 12 percent are without work.", "unemployment", 12), other) == {DisputeKind.CONFLICT}


def test_conflicts_come_before_tensions() -> None:
    first = Maker("Norway has always backed the Council on Finland.", id="e").event("Norway has always", "SUPPORT", ["NOR"], ["UNSC"]).done()
    second = Maker("Norway blocks the Council on Finland.", id="f").event("Norway blocks", "REJECT", ["NOR"], ["UNSC"]).done()
    kinds = [d.kind for d in found(first, second, ceiling("a", 80), ceiling("b", 20))]
    assert kinds == [DisputeKind.CONFLICT, DisputeKind.TENSION]


def test_no_claims_no_disputes() -> None:
    assert found() == ()

"""Disputes: what comes first, and with which sides."""

from __future__ import annotations

from making import Maker

from legation.reconcile.disputes import disputes
from legation.run.ledger import ledger_of
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
    return disputes(ledger_of(readings))


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


def test_conflicts_come_before_tensions() -> None:
    first = Maker("Norway has always backed the Council on Finland.", id="e").event("Norway has always", "SUPPORT", ["NOR"], ["UNSC"]).done()
    second = Maker("Norway blocks the Council on Finland.", id="f").event("Norway blocks", "REJECT", ["NOR"], ["UNSC"]).done()
    kinds = [d.kind for d in found(first, second, ceiling("a", 80), ceiling("b", 20))]
    assert kinds == [DisputeKind.CONFLICT, DisputeKind.TENSION]


def test_no_claims_no_disputes() -> None:
    assert found() == ()

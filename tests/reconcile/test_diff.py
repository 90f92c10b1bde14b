"""Views of a case (published by, said of) and what changed between two of them."""

from __future__ import annotations

from datetime import date

import pytest
from making import Maker, period

from legation.api import ledger
from legation.reconcile.diff import changes
from legation.words.amount import Amount
from legation.words.dispute import DisputeKind
from legation.words.reading import Reading
from legation.words.status import Status


def ceiling(id: str, percent: float, told: str | None, **known: object) -> Reading:
    words = f"up to {percent:g} percent"
    made = Maker(f"Sweden takes {words} of Norway's catch.", id=id, published=told)
    return made.figure(words, Amount(None, percent, unit="percent"), "share", "NOR", "SWE", **known).done()


FIRST, SECOND = ceiling("a", 80, "2017-03-07"), ceiling("b", 50, "2017-07-06")


@pytest.mark.parametrize(("day", "told"), [("2017-03-06", 0), ("2017-03-07", 1), ("2017-07-05", 1), ("2017-07-06", 2)])
def test_as_of_a_day_only_what_had_been_published(day: str, told: int) -> None:
    built = ledger([FIRST, SECOND], as_of=date.fromisoformat(day))
    assert sum(len(q.members) for q in built.quantities) == told


def test_an_article_without_a_day_was_never_known_to_be_out() -> None:
    assert not ledger([ceiling("a", 80, None)], as_of=date(2030, 1, 1)).quantities


def test_what_is_said_of_a_period_whenever_it_was_told() -> None:
    of_2015 = ceiling("c", 40, "2019-01-01", when=period("2015-01-01", "2015-12-31"))
    built = ledger([FIRST, of_2015], holds=period("2015-06-01", "2015-06-30"))
    assert [m.article for q in built.quantities for m in q.members] == ["c"]
    undated = ledger([FIRST, of_2015], holds=period("2017-01-01", "2017-12-31"))
    assert [m.article for q in undated.quantities for m in q.members] == ["a"]


def test_a_new_claim_that_starts_a_dispute() -> None:
    found = changes(ledger([FIRST]), ledger([FIRST, SECOND]))
    assert [p.article for p in found.new] == ["b"]
    assert not found.gone
    (arisen,) = found.arisen
    assert arisen.kind is DisputeKind.CONFLICT
    (revised,) = found.revised
    assert revised.before
    assert revised.after
    assert (revised.before.disputed, revised.after.disputed) == (False, True)


def test_a_dispute_that_is_settled_and_a_claim_that_is_gone() -> None:
    found = changes(ledger([FIRST, SECOND]), ledger([SECOND]))
    assert [p.article for p in found.gone] == ["a"]
    assert len(found.settled) == 1
    assert not found.arisen


def test_a_third_camp_does_not_make_an_old_dispute_new() -> None:
    third = ceiling("c", 20, "2017-08-01")
    found = changes(ledger([FIRST, SECOND]), ledger([FIRST, SECOND, third]))
    assert not found.arisen
    assert not found.settled
    assert len(found.new) == 1


def test_nothing_changed() -> None:
    same = ledger([FIRST, SECOND])
    assert changes(same, ledger([FIRST, SECOND])) == changes(ledger([]), ledger([]))


def test_a_new_denial_is_a_new_dispute() -> None:
    text = "Norwegian jets bombed the harbour of Turku in Finland on 3 May 2021"
    told = Maker(text, published="2021-05-03", id="a").event(text, "ASSAULT", ["NOR"], ["FIN"], voice="the mayor").done()
    denied = Maker(f"No {text}", published="2021-05-03", id="b").event(text, "ASSAULT", ["NOR"], ["FIN"], voice="Oslo", status=Status.DENIED).done()
    assert [d.kind for d in changes(ledger([told]), ledger([told, denied])).arisen] == [DisputeKind.DENIAL]

"""Ranks: ratings and verdicts weigh, each with its reason, and what stands does not follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import northern

from legation.run.judge import judge
from legation.run.ledger import book_of
from legation.store.book import Book
from legation.store.case import Case
from legation.words.judgement import Decision
from legation.words.quantity import Quantity
from legation.words.rank import Rank


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.case", create=True) as made:
        for reading in northern():
            made.add(reading)
        yield made


def shares(case: Case) -> tuple[Book, Quantity]:
    """The quantity of two ceilings, of the Fishery Board and of the Malmo Post."""
    book = book_of(case)
    assert book
    (quantity,) = (q for q in book.quantities() if len(q.members) == 2)
    return book, quantity


def ranked(case: Case) -> dict[str, tuple[Rank, tuple[str, ...]]]:
    book, quantity = shares(case)
    found = {r.claim: (r.rank, r.reasons) for r in book.weighed(quantity)[0]}
    return {m.origin[:4]: found[m.claim] for m in quantity.members}


def test_without_ratings_two_ceilings_have_one_rank(case: Case) -> None:
    assert ranked(case) == {"the ": (Rank.NORMAL, ()), "Malm": (Rank.NORMAL, ())}


def test_ratings_of_sources_weigh_and_the_dispute_stands(case: Case) -> None:
    before = shares(case)[1]
    judge(case, "the Fishery Board", Decision.RATE, ["B"], "me")
    assert ranked(case)["the "] == (Rank.PREFERRED, ("a source rated B, usually reliable",))
    judge(case, "the Fishery Board", Decision.RATE, ["E"], "me")
    assert ranked(case)["the "] == (Rank.DEPRECATED, ("a source rated E, unreliable",))
    judge(case, "the Fishery Board", Decision.RATE, ["F"], "me")
    assert ranked(case)["the "][0] is Rank.NORMAL
    assert shares(case)[1] == before
    assert before.stands
    assert before.stands.disputed


def test_what_speaks_for_and_against_a_claim_leaves_it_normal(case: Case) -> None:
    board = next(m.claim for m in shares(case)[1].members if m.origin == "the Fishery Board")
    judge(case, "the Fishery Board", Decision.RATE, ["A"], "me")
    judge(case, board, Decision.RATE, ["5"], "me")
    assert ranked(case)["the "] == (Rank.NORMAL, ("a source rated A, reliable", "credibility 5, improbable"))


def test_a_rating_that_is_undone_weighs_no_more(case: Case) -> None:
    made = judge(case, "the Fishery Board", Decision.RATE, ["B"], "me")
    case.undo(made.id, "me")
    assert ranked(case)["the "] == (Rank.NORMAL, ())


def test_what_may_be_reckoned_with_is_an_interval(case: Case) -> None:
    book, quantity = shares(case)
    estimate = book.weighed(quantity)[1]
    assert estimate
    assert (estimate.low, estimate.high, estimate.middle) == (None, 80.0, None)


def test_accepting_both_readings_makes_a_check_a_conflict(tmp_path: Path) -> None:
    from making import Maker, period

    from legation.words.amount import Amount

    year = period("2021-01-01", "2021-12-31")
    with Case.open(tmp_path / "y.case", create=True) as case:
        for n, share in enumerate((80.0, 50.0)):
            text = f"Up to {share:g} percent of the wages are kept back in report {n}."
            words = f"Up to {share:g} percent"
            case.add(Maker(text, id=f"r{n}").figure(words, Amount(None, share, unit="percent"), "wage-share", "NOR", when=year).done())
        book, quantity = shares(case)
        assert [v.sure for v in quantity.verdicts] == [False]
        for m in quantity.members:
            judge(case, m.claim, Decision.ACCEPT, [], "me")
        assert [v.sure for v in shares(case)[1].verdicts] == [True]
        assert [d.kind.value for d in book.disputes()] == ["conflict"]

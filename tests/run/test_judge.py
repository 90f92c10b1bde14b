"""Judging a case: what is checked, what is heeded, what survives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from making import Maker

from legation import api
from legation.errors import QueryError
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.figure import Figure
from legation.words.judgement import Judgement
from legation.words.reading import Reading
from legation.words.verdict import Relation


def ceiling(id: str, percent: float, voice: str | None = None) -> Reading:
    words = f"up to {percent:g} percent"
    made = Maker(f"Sweden takes {words} of Norway's catch.", id=id, published="2021-05-06", publisher=f"{id} Courier")
    return made.figure(words, Amount(None, percent, unit="percent"), "share", "NOR", "SWE", voice=voice).done()


FIRST, SECOND = ceiling("Oslo", 80, "the Fishery Board"), ceiling("Malmo", 50)
ONE, OTHER = FIRST.figures[0].id, SECOND.figures[0].id


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.case", create=True) as made:
        made.add(FIRST)
        made.add(SECOND)
        yield made


def members(case: Case) -> list[list[str]]:
    return [[m.claim for m in q.members] for q in api.ledger(case).quantities]


def conflicts(case: Case) -> int:
    return sum(v.verdict is Relation.CONFLICT for q in api.ledger(case).quantities for v in q.verdicts)


def test_a_rejected_claim_leaves_ledger_and_dossier_and_is_listed_as_rejected(case: Case) -> None:
    made = api.judge(case, ONE[:8], "reject", author="Ann", why="misread")
    assert (made.subject, made.author) == (ONE, "Ann")
    assert members(case) == [[OTHER]]
    text = api.brief(case, "x").markdown()
    assert text.count("up to 80 percent") == 1
    assert "Rejected" in text
    assert "misread" in text
    held = {h.claim.id: h for h in case.figures()}
    assert held[ONE].judged == ("rejected",)
    assert held[OTHER].judged == ()


def test_undone_it_counts_again_and_stays_in_the_log(case: Case) -> None:
    made = api.judge(case, ONE, "reject")
    case.undo(made.id[:8], "Ann")
    assert conflicts(case) == 1
    assert [j.undone for j in case.judgements()] == [True]
    assert "analyst decided" not in api.brief(case, "x").markdown()
    with pytest.raises(QueryError, match="no judgement"):
        case.undo(made.id, "Ann")


def test_a_correction_goes_into_ledger_and_tables(case: Case) -> None:
    assert conflicts(case) == 1
    api.judge(case, OTHER, "correct", ["high=80"])
    assert conflicts(case) == 0
    (held,) = [h for h in case.figures() if h.claim.id == OTHER]
    assert (held.claim.amount.high, held.read.amount.high, held.judged) == (80, 50, ("corrected",))


def test_the_latest_decision_on_a_claim_counts(case: Case) -> None:
    api.judge(case, ONE, "reject")
    api.judge(case, ONE, "accept")
    assert conflicts(case) == 1
    assert [r.judgement.decision.value for r in case.ruled()] == ["accept"]


def test_a_judgement_survives_reading_again_and_asks_for_review_where_the_reading_changed(case: Case) -> None:
    api.judge(case, ONE, "reject")
    assert [r.review for r in case.ruled()] == [False]
    case.add(replace(FIRST, figures=(replace(FIRST.figures[0], measure="wage-share"),)))
    assert members(case) == [[OTHER]]
    assert [r.review for r in case.ruled()] == [True]
    assert next(h.judged for h in case.figures() if h.claim.id == ONE) == ("rejected", "to review")


def test_quantities_are_split_and_merged(case: Case) -> None:
    assert members(case) == [[ONE, OTHER]]
    made = api.judge(case, OTHER, "split")
    assert sorted(members(case)) == sorted([[ONE], [OTHER]])
    case.undo(made.id, "Ann")
    case.add(ceiling("Turku", 30))
    third = next(h.claim.id for h in case.figures() if h.article == "Turku")
    api.judge(case, third, "split")
    assert len(members(case)) == 2
    api.judge(case, ONE, "merge", [third])
    assert members(case) == [[ONE, OTHER, third]]


def test_ratings_of_claims_and_sources(case: Case) -> None:
    case.add(replace(SECOND, voices=()))
    api.judge(case, ONE, "rate", ["3"])
    api.judge(case, "malmo courier", "rate", ["b"])
    assert next(h.judged for h in case.figures() if h.claim.id == ONE) == ("credibility 3",)
    assert case.judged().ratings["Malmo Courier"] == "B"


def test_credibility_1_needs_an_independent_origin_that_tells_the_same(case: Case) -> None:
    with pytest.raises(QueryError, match="independent origin"):
        api.judge(case, ONE, "rate", ["1"])
    case.add(ceiling("Turku", 80, "the Union of Skippers"))
    api.judge(case, ONE, "rate", ["1"])


WRONG = [
    ("ffffffff", "reject", (), "no claim"),
    (ONE, "reject", ("x",), "takes no value"),
    (ONE, "correct", (), "say what is right"),
    (ONE, "correct", ("high",), "write field=value"),
    (ONE, "correct", ("span=[0,1]",), "cannot be corrected"),
    (ONE, "correct", ("giver=NOR",), "cannot be corrected"),
    (ONE, "correct", ("low=many",), "'many' is no number"),
    (ONE, "correct", ("unit=5",), "5 is no text"),
    (ONE, "correct", ('when=["2017"]',), "not a figure"),
    (ONE, "correct", ("status=maybe",), "not a figure"),
    (ONE, "rate", ("7",), "no rating"),
    (ONE, "rate", (), "give a rating"),
    (ONE, "merge", ("ffffffff",), "no claim"),
    ("actors", "name", (), "read --actors"),
]


@pytest.mark.parametrize(("subject", "decision", "values", "says"), WRONG)
def test_what_cannot_be_decided(case: Case, subject: str, decision: str, values: tuple[str, ...], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        api.judge(case, subject, decision, values)
    assert not list(case.judgements())


def test_before_a_judgement_was_made_it_did_not_count(case: Case) -> None:
    made: Judgement = api.judge(case, ONE, "reject")
    now = {t.claim.id for t in case.claims_for_ledger(Figure)}
    assert now == {OTHER}
    later = datetime.now(UTC) + timedelta(seconds=5)
    assert {t.claim.id for t in case.before(later).claims_for_ledger(Figure)} == {OTHER}
    case.undo(made.id, "Ann")
    assert {t.claim.id for t in case.claims_for_ledger(Figure)} == {ONE, OTHER}

"""Actors merged and split in a case: at once, over reading again, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation import api
from legation.errors import QueryError
from legation.store.case import Case

TEXT = "Chile accused the Wagner Group of shelling a port on Monday. The Wagner Group and Harbour Column fighters left Mali in June, Peru said."
OTHER = "Peru said on Tuesday that Brazil had sent ships to Chile."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, "utf-8")
    with Case.open(tmp_path / "n.case", create=True) as opened:
        list(api.read_into(opened, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
        yield opened


def ids(case: Case) -> set[str]:
    return {line.id for line in case.actors()}


def acts(case: Case) -> list[tuple[str, ...]]:
    return [(*h.claim.actors, "->", *h.claim.recipients) for h in case.events()]  # type: ignore[union-attr]


def test_a_merged_actor_is_the_other_everywhere(case: Case, tmp_path: Path) -> None:
    assert "wagner group" in ids(case)
    assert ("CHL", "->", "wagner group") in acts(case)
    api.judge(case, "Wagner Group", "merge", ["MLI"], "ana", "acts for the state")
    assert "wagner group" not in ids(case)
    assert ("CHL", "->", "MLI") in acts(case)
    list(api.read_into(case, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], again=True))
    assert "wagner group" not in ids(case)
    (made,) = case.judgements()
    assert (made.subject, made.decision.value, made.author) == ("wagner group", "merge", "ana")


def test_what_was_merged_can_be_taken_back(case: Case) -> None:
    before = ids(case), acts(case)
    made = api.judge(case, "wagner group", "merge", ["MLI"], "ana")
    api.undo(case, made.id[:8], "ana")
    assert (ids(case), acts(case)) == before


def test_a_name_split_off_is_an_actor_of_its_own(case: Case, tmp_path: Path) -> None:
    api.judge(case, "MLI", "split", ["Harbour Column", "country=PER"], "ana")
    (line,) = [line for line in case.actors() if line.id == "harbour column"]
    assert (line.name, line.kind.value, line.country) == ("Harbour Column", "group", "PER")
    list(api.read_into(case, [str(tmp_path / "a.txt")], again=True))
    assert "harbour column" in ids(case)
    api.judge(case, "harbour column", "merge", ["wagner group"], "ana")
    assert "harbour column" not in ids(case)


@pytest.mark.parametrize(
    ("subject", "decision", "values", "why"),
    [
        ("MLI", "merge", [], "give the other actor"),
        ("MLI", "merge", ["Atlantis"], "no actor 'Atlantis'"),
        ("MLI", "merge", ["MLI"], "one actor already"),
        ("MLI", "split", ["country=PER"], "give the name"),
        ("MLI", "split", ["Harbour Column", "colour=red"], "give the name"),
        ("MLI", "split", ["Sea Column"], "holds the words"),
        ("MLI", "split", ["Harbour Column", "kind=army"], "is no kind"),
        ("Atlantis", "merge", ["MLI"], "no claim has the id"),
    ],
)
def test_what_does_not_fit_is_told(case: Case, subject: str, decision: str, values: list[str], why: str) -> None:
    with pytest.raises(QueryError, match=why):
        api.judge(case, subject, decision, values, "ana")
    assert not list(case.judgements())

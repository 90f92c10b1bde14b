"""Claims by hand: they stand among the others, survive reading again, and go when they are taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from making import northern, northern_case, place

from legation import api
from legation.errors import QueryError
from legation.run.by_hand import add_claim
from legation.store.case import Case
from legation.words.figure import Figure

WORDS = "Seven thingummies"
FIELDS = {"low": 7, "high": 7, "unit": "thingummies", "measure": "weapons", "from": "NOR", "to": "SWE", "when": ["2021-05-01", "2021-05-01"]}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return northern_case(tmp_path)


def measures(case: Case) -> list[str | None]:
    return [h.claim.measure for h in case.figures() if isinstance(h.claim, Figure)]


def test_added_read_again_and_taken_back(case: Path) -> None:
    with Case.open(case) as opened:
        article = opened.article("malmo-1")
        before = api.ledger(opened)
        made = add_claim(opened, article, place(article.text, WORDS), "figure", FIELDS, "Anna", "plain to see")
        held = opened.claim(made.subject)
        assert (held.words, held.sentence) == (WORDS, "Seven thingummies were counted.")
        assert held.claim.rule == "by hand"  # type: ignore[union-attr]
        assert measures(opened).count("weapons") == 1
        assert any(q.measure == "weapons" for q in api.ledger(opened).quantities)
        assert sum(f.measure == "weapons" for r in opened.readings() for f in r.figures) == 1
        assert "Added by hand" in api.brief(opened, "x").markdown()

        second = northern()[1]
        assert opened.add(replace(second, statements=())) == "changed"
        assert measures(opened).count("weapons") == 1
        assert opened.add(second) == "changed"
        assert measures(opened).count("weapons") == 1

        api.undo(opened, made.id, "Anna")
        assert "weapons" not in measures(opened)
        assert api.ledger(opened) == before
        assert opened.add(replace(second, statements=())) == "changed"
        assert "weapons" not in measures(opened)
        assert [j.undone for j in opened.judgements()] == [True]


def test_each_kind_can_be_added(case: Path) -> None:
    with Case.open(case) as opened:
        article = opened.article("malmo-1")
        span = place(article.text, WORDS)
        for kind, fields in (
            ("event", {"type": "AID", "actors": ["NOR"], "recipients": ["SWE"]}),
            ("tie", {"kind": "trade", "a": "NOR", "b": "SWE"}),
            ("statement", {"kind": "motive", "parties": ["NOR"]}),
            ("figure", FIELDS),
            ("figure", FIELDS),
        ):
            add_claim(opened, article, span, kind, fields, "Anna")
        assert len({j.subject for j in opened.judgements()}) == 5
        assert measures(opened).count("weapons") == 2


@pytest.mark.parametrize(
    ("kind", "span", "fields"),
    [
        ("figure", (0, 5), {}),
        ("figure", (0, 5), {"low": 5, "high": 1, "measure": "aid"}),
        ("figure", (0, 5), {"low": 1, "high": 1}),
        ("event", (0, 5), {"type": "DANCE", "actors": ["NOR"]}),
        ("event", (0, 5), {"type": "AID", "actors": []}),
        ("event", (0, 5), {"type": "AID", "actors": ["NOR"], "when": ["soon", None]}),
        ("tie", (0, 5), {"kind": "trade"}),
        ("rumour", (0, 5), {}),
        ("statement", (5, 5), {"kind": "motive"}),
        ("statement", (-1, 5), {"kind": "motive"}),
        ("statement", (0, 100_000), {"kind": "motive"}),
    ],
)
def test_what_is_no_claim_is_refused(case: Path, kind: str, span: tuple[int, int], fields: dict[str, object]) -> None:
    with Case.open(case) as opened:
        with pytest.raises(QueryError):
            add_claim(opened, opened.article("malmo-1"), span, kind, fields, "Anna")
        assert list(opened.judgements()) == []

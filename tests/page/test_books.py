"""The books that a case keeps and those made for once say the same of the same claims."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import Maker, northern, period
from serving import northern_case, visitor

from legation import api
from legation.page import shelf
from legation.page.books import Acts, Amounts, Books
from legation.page.kept import KeptBooks
from legation.page.made import MadeBooks
from legation.page.shelf import Shelf
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.reading import Reading
from legation.words.status import Status

STATES = (("NOR", "Norway"), ("SWE", "Sweden"), ("FIN", "Finland"))
TYPES = ("AID", "CONSULT", "ACCUSE", "SANCTION")


def telling(n: int, dice: random.Random) -> Reading:
    """An invented article of acts and figures, some together, some alone, some without a day."""
    (a, x), (b, y), (c, _) = dice.sample(STATES, 3)
    day = date(2021, dice.randrange(1, 13), dice.randrange(1, 28))
    when = period(str(day)) if dice.random() < 0.8 else None
    text = f"{x} dealt with {y} in matter {n}.\n{x} and {y} met on it.\n{x} sent {n * 10} tonnes to {y}.\n{x} moved alone."
    made = Maker(text, published=str(day) if n % 5 else None, publisher=dice.choice(("Oslo Courier", "Malmo Post")), id=f"a{n}")
    made.event(f"{x} dealt with {y}", dice.choice(TYPES), [a], [b, c][: dice.randrange(1, 3)], when=when, status=dice.choice(list(Status)[:3]))
    made.event(f"{x} and {y} met", "CONSULT", sorted([a, b]), when=when)
    made.event(f"{x} moved alone", "MOBILIZE", [a], when=when)
    made.figure(
        f"{n * 10} tonnes", Amount(n * 10.0, n * 10.0, unit="tonnes"), dice.choice(("exports", "aid")), a, b, when=period("2021-01-01", "2021-12-31")
    )
    return made.done()


@contextmanager
def opened(path: Path) -> Iterator[tuple[Case, Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]]]:
    with Case.open(path) as case:
        yield case, lambda sql, values: list(case._rows(sql, values))


@pytest.fixture(scope="module", params=["northern", "many"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    path = northern_case(folder)
    if request.param == "many":
        dice = random.Random(5)
        with Case.open(path) as case:
            for n in range(1, 40):
                case.add(telling(n, dice))
    return path


@pytest.fixture
def both(path: Path) -> Iterator[tuple[Books, Books]]:
    with opened(path) as (case, ask):
        ledger = api.ledger(case)
        assert not case.book().due()
        yield KeptBooks(case.book(), ask), MadeBooks(ledger)


def test_counts_and_disputes(both: tuple[Books, Books]) -> None:
    kept, made = both
    assert kept.counts() == made.counts()
    assert kept.dispute_kinds() == made.dispute_kinds()
    assert kept.disputes("", 100, 0) == made.disputes("", 100, 0)
    assert kept.disputes("conflict", 2, 1) == made.disputes("conflict", 2, 1)
    subjects = [d.subject for d in kept.disputes("", 100, 0)]
    assert sorted(e.id for e in kept.entries(subjects)) == sorted(e.id for e in made.entries(subjects)) == sorted(set(subjects))
    for a, b in (("NOR", "SWE"), ("SWE", "NOR"), ("FIN", "NOR"), ("FIN", "DNK")):
        assert {d.subject for d in kept.disputes_between(a, b, 50)} == {d.subject for d in made.disputes_between(a, b, 50)}


@pytest.mark.parametrize(
    "wanted",
    [
        Acts(),
        Acts("NOR"),
        Acts("NOR", "SWE"),
        Acts("SWE", "NOR", "out"),
        Acts("SWE", "NOR", "in"),
        Acts("NOR", "SWE", "both"),
        Acts(type="ACCUSE"),
        Acts(tone="cooperative"),
        Acts("FIN", tone="conflictual", fact="no"),
        Acts(fact="yes"),
        Acts(fact="yes", until="2021-05-02"),
        Acts("nobody"),
    ],
)
def test_acts(both: tuple[Books, Books], wanted: Acts) -> None:
    kept, made = both
    found, total = kept.acts(wanted, 1000, 0)
    expected, count = made.acts(wanted, 1000, 0)
    assert {h.id for h in found} == {h.id for h in expected}
    assert total == count == len(found)
    days = [str((h.when and (h.when.first or h.when.last)) or "") for h in found]
    assert days == sorted(days, reverse=True)
    assert [h.id for h in kept.acts(wanted, 3, 2)[0]] == [h.id for h in found[2:5]]


@pytest.mark.parametrize(
    "wanted", [Amounts(), Amounts("exports"), Amounts(several=True), Amounts(actor="NOR"), Amounts(actor="SWE", other="NOR"), Amounts("x")]
)
def test_quantities(both: tuple[Books, Books], wanted: Amounts) -> None:
    kept, made = both
    found, total = kept.quantities(wanted, 1000, 0)
    expected, count = made.quantities(wanted, 1000, 0)
    assert {q.id for q in found} == {q.id for q in expected}
    assert total == count == len(found)
    assert kept.measures() == made.measures()


def test_one_of_each(both: tuple[Books, Books]) -> None:
    kept, made = both
    q, h = kept.quantities(Amounts(), 1, 0)[0][0], kept.acts(Acts(), 1, 0)[0][0]
    assert kept.quantity(q.id) == kept.quantity(q.members[0].claim) == made.quantity(q.id) == made.quantity(q.members[0].claim) == q
    assert kept.happening(h.id) == made.happening(h.members[0].claim) == h
    for books in both:
        assert books.quantity("none") is None
        assert books.happening("none") is None
        assert books.quantity(h.id) is None


def test_flows_and_days(both: tuple[Books, Books]) -> None:
    kept, made = both
    for actor in ("", "NOR", "nobody"):
        assert [(f.giver, f.receiver, f.mutual, f.types) for f in kept.flows(actor)] == [
            (f.giver, f.receiver, f.mutual, f.types) for f in made.flows(actor)
        ]
    for a, b in (("NOR", "SWE"), ("SWE", "NOR"), ("FIN", "SWE"), ("NOR", "DNK")):
        assert kept.days(a, b) == made.days(a, b)
    assert kept.kinds() == made.kinds()
    assert kept.kinds()


def test_a_large_case_shows_what_was_told_by_a_day(path: Path) -> None:
    with opened(path) as (case, ask):
        api.ledger(case)
        kept, made = KeptBooks(case.book(), ask, date(2021, 5, 31)), MadeBooks(api.ledger(case, date(2021, 5, 31)))
        assert kept.counts()["acts"] == made.counts()["acts"]
        assert {h.id for h in kept.acts(Acts("NOR"), 999, 0)[0]} >= {h.id for h in made.acts(Acts("NOR"), 999, 0)[0]}
        assert sum(f.count for f in kept.flows()) == sum(f.count for f in made.flows())
        then = {frozenset(m.claim for m in q.members): q for q in kept.quantities(Amounts(), 999, 0)[0]}
        assert then.keys() == {frozenset(m.claim for m in q.members) for q in made.quantities(Amounts(), 999, 0)[0]}
        for q in made.quantities(Amounts(), 999, 0)[0]:
            same = then[frozenset(m.claim for m in q.members)]
            assert (same.stands, same.standings, same.origins) == (q.stands, q.standings, q.origins)
            assert set(same.verdicts) == set(q.verdicts)
        acts = kept.acts(Acts(), 999, 0)[0]
        assert {m.claim for h in acts for m in h.members} == {m.claim for h in made.ledger.events for m in h.members}
        # the pair that stands for a dispute is today's: where that was not out, the day shows none
        assert {d.sides for d in kept.disputes("", 999, 0)} <= {d.sides for d in made.disputes("", 999, 0)}
        assert kept.counts()["disputes"] <= KeptBooks(case.book(), ask).counts()["disputes"]
        assert KeptBooks(case.book(), ask, date(2000, 1, 1)).counts() == {"acts": 0, "quantities": 0, "disputes": 0}


def test_records_of_a_large_case_are_reckoned_beside_the_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path) as (case, ask):
        case.book().bring_up_to_date()
        small = Shelf().records(case, ask)
        assert small is not None
        monkeypatch.setattr(shelf, "SMALL", 1)
        large = Shelf()
        assert large.records(case, ask) is None
        for _ in range(200):
            if (found := large.records(case, ask)) is not None:
                break
            time.sleep(0.02)
        assert found == small


def test_articles_that_come_while_the_page_is_open_are_shown(tmp_path: Path) -> None:
    with Case.open(tmp_path / "x.case", create=True) as case:
        first, second, third = northern()
        case.add(first)
        with visitor(case.path) as client:
            before = client.get("/overview.json").json()["counts"]["acts"]
            case.add(second)
            case.add(third)
            assert client.get("/overview.json").json()["counts"]["acts"] == before + 2
            then = client.get("/overview.json?as_of=2021-05-06").json()["counts"]
            assert then["acts"] == before


def test_days_gone_by_are_kept_until_the_case_changes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(shelf.api, "ledger", lambda case, as_of=None: made.append(as_of) or MadeBooks)  # type: ignore[func-returns-value]
    with opened(path) as (case, ask):
        case.book().bring_up_to_date()
        shelves = Shelf()
        day = date(2021, 5, 6)
        assert shelves.books(case, ask, day) is shelves.books(case, ask, day)
        assert made == [day]
        for n in range(1, 12):
            shelves.books(case, ask, date(2021, 6, n))
        shelves.books(case, ask, day)
        assert made.count(day) == 2
        assert len(shelves._kept) <= shelf.KEPT + 1

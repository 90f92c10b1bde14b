"""The ledger that a case keeps is the one that its claims make from scratch, whatever was added, judged and undone, in whatever order."""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import Maker, northern, period

from legation.reconcile import shelves
from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.run.judge import judge
from legation.run.ledger import ledger_now
from legation.store import book, connection, shelving
from legation.store.case import Case
from legation.words.amount import Amount
from legation.words.judgement import Decision
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.status import Status

GIVERS = (("NOR", "Norway"), ("SWE", "Sweden"), ("FIN", "Finland"))


def telling(n: int, dice: random.Random) -> Reading:
    """An article of invented figures, acts and judging words about three countries, some with parties left out."""
    (giver, name), (receiver, other) = dice.sample(GIVERS, 2)
    number, share = dice.choice((200, 300, 305, 900)), dice.choice((10, 40, 80))
    year = dice.choice((2019, 2020, 2021))
    text = (
        f"{name} has some {number} workers in {other}, including {number // 2} nurses, it was told in report {n}.\n"
        f"The share taken is up to {share} percent.\n"
        f"{name} {dice.choice(('backed', 'refused'))} {other} on Denmark in talks.\n"
        f"Its influence on Denmark is {dice.choice(('illusory', 'growing'))}, {name} and {other} agree.\n"
        f"Exports rose {dice.choice((20, 50))} percent to {number} million in {year}."
    )
    published = f"{year}-05-{dice.randrange(1, 28):02}"
    made = Maker(text, published=published, publisher=dice.choice(("Oslo Courier", "Malmo Post", None)), id=f"a{n}")
    voice = dice.choice((None, "the Fishery Board", "the Malmo Post"))
    when = period(f"{year}-01-01", f"{year}-12-31")
    given_, taken = dice.choice(((giver, receiver), (giver, None), (None, None)))
    status = dice.choice((Status.ACTUAL, Status.ACTUAL, Status.DENIED))
    made.figure(f"some {number} workers", Amount(number, number, True, "people", noun="workers"), "workers", giver, receiver, voice=voice)
    made.figure(
        f"{number // 2} nurses", Amount(number / 2, number / 2, unit="people", noun="nurses"), dice.choice(("workers", "other")), given_, taken
    )
    made.figure(f"up to {share} percent", Amount(None, share, unit="percent"), "wage-share", given_, taken)
    made.figure(f"{number} million", Amount(number * 1e6, number * 1e6, unit="USD"), "exports", given_, taken, when=when)
    made.event(text.split("\n")[2], dice.choice(("SUPPORT", "REJECT")), [giver], [receiver], voice=voice, status=status)
    made.statement("influence on Denmark is", "assessment", [giver, receiver])
    made.voice(text.split("\n")[3], name, giver)
    return made.done()


@contextmanager
def opened(**known: bool) -> Iterator[Case]:
    with tempfile.TemporaryDirectory() as folder, Case.open(Path(folder) / "x.case", create=True) as case:
        yield case


def scratch(case: Case) -> Ledger:
    return build_ledger(case, case.judged().rulings)


def step(case: Case, dice: random.Random, n: int) -> None:
    """Adds an article, reads one again in another way, or judges or undoes something."""
    deed = dice.choice(("add", "add", "add", "again", "correct", "copy", "reject", "reject", "accept", "merge", "split", "undo"))
    claims = [h.claim.id for h in (*case.figures(), *case.events())]
    if deed == "add" or not claims:
        case.add(telling(n, dice))
    elif deed == "again":
        reading = dice.choice(list(case.readings()))
        case.add(replace(reading, figures=reading.figures[: dice.randrange(5)]))
    elif deed == "copy":
        reading, first = telling(n, dice), dice.choice(list(case.articles()))
        case.add(replace(reading, article=replace(reading.article, copy_of=first.digest)))
    elif deed == "correct":
        figures = [h.claim.id for h in case.figures()]
        if figures:
            judge(case, dice.choice(figures), Decision.CORRECT, [dice.choice(("from=FIN", "status=denied", "high=5000000000"))], "me")
    elif deed == "undo":
        counting = [j.id for j in case.judgements() if not j.undone]
        if counting:
            case.undo(dice.choice(counting), "me")
    else:
        kind = dice.choice([[h.claim.id for h in case.figures()], [h.claim.id for h in case.events()]])
        if kind:
            judge(case, dice.choice(kind), Decision(deed), [dice.choice(kind)] if deed == "merge" else [], "me")


@pytest.mark.parametrize("most", [256, 3])
@settings(max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_kept_and_made_from_scratch_are_equal(most: int, seed: int) -> None:
    dice = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch, opened() as case:
        patch.setattr(shelves, "MOST", most)
        patch.setattr(shelving, "MOST", most)
        for n in range(12):
            step(case, dice, n)
            if dice.random() < 0.4:
                ledger_now(case)
        kept, made = ledger_now(case), scratch(case)
        assert kept == made
        assert list(case.book().disputes()) == list(disputes(made))


def test_pages_are_parts_of_the_whole() -> None:
    with opened() as case:
        for reading in northern():
            case.add(reading)
        kept = case.book()
        assert kept.due()
        kept.bring_up_to_date()
        assert not kept.due()
        whole = kept.whole()
        assert [q for n in range(len(whole.quantities)) for q in kept.quantities(1, n)] == list(whole.quantities)
        assert {q.id for q in kept.heaviest(100)} == {q.id for q in whole.quantities}
        (heaviest,) = kept.heaviest(1)
        assert heaviest.stands
        assert heaviest.stands.disputed
        assert [kept.quantity(m.claim) for m in heaviest.members] == [heaviest] * 2
        assert kept.happening(whole.events[0].id) == whole.events[0]
        assert kept.quantity("nothing") is None
        assert kept.counts() == {"quantities": 2, "events": len(whole.events), "tensions": 0, "findings": 0, "disputes": 1}


def test_nothing_is_made_anew_that_did_not_change() -> None:
    with opened() as case:
        for reading in northern():
            case.add(reading)
        ledger_now(case)
        numbers = dict(case._rows("SELECT id, n FROM ledger_entry"))
        case.add(Maker("Denmark has 70 ships.", id="d").figure("70 ships", Amount(70, 70, unit="ships"), "weapons", "DNK").done())
        ledger_now(case)
        after = dict(case._rows("SELECT id, n FROM ledger_entry"))
        assert {id: after[id] for id in numbers} == numbers
        assert len(after) == len(numbers) + 1


def test_what_is_left_is_told_until_nothing_is() -> None:
    with opened() as case:
        for reading in northern():
            case.add(reading)
        left: list[tuple[int, int]] = []
        case.book().bring_up_to_date(lambda articles, blocks: left.append((articles, blocks)))
        assert left[0][1] > 0
        assert left[-1] == (0, 0)
        case.book().bring_up_to_date(lambda *_: pytest.fail("nothing was to do"))


def test_under_other_rules_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with opened() as case:
        for reading in northern():
            case.add(reading)
        ledger_now(case)
        assert not case.book().due()
        case._db.execute("UPDATE ledger_item SET matter = 'of an older version'")
        monkeypatch.setattr(book, "rules_hash", lambda: "other rules")
        assert case.book().due()
        assert ledger_now(case) == scratch(case)
        assert not case.book().due()


def test_a_case_that_cannot_be_written_still_has_its_ledger(tmp_path: Path) -> None:
    with Case.open(tmp_path / "x.case", create=True) as case:
        for reading in northern():
            case.add(reading)
    with Case.open(tmp_path / "x.case", readonly=True) as case:
        assert case.book().due()
        assert ledger_now(case) == scratch(case)


def test_an_older_case_gets_its_ledger(tmp_path: Path) -> None:
    with Case.open(tmp_path / "x.case", create=True) as case:
        for reading in northern():
            case.add(reading)
        first = sqlite3.connect(":memory:")
        first.executescript(connection.SCHEMA)
        old = {name for (name,) in first.execute("SELECT name FROM sqlite_master")}
        later = [row for row in case._rows("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'trigger', 'index')") if row[0] not in old]
        for name, kind in later:
            if not name.startswith("sqlite_"):
                case._db.execute(f"DROP {kind} IF EXISTS {name}")
        case._db.execute("PRAGMA user_version = 1")
    with Case.open(tmp_path / "x.case") as case:
        assert ledger_now(case) == scratch(case)
        assert json.loads(next(case._rows("SELECT record FROM ledger_dispute"))[0])["kind"] == "conflict"

"""Who gives and who receives a figure: weights over the candidates, with the rules as one voice among others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.claim import choosing
from legation.codes.holder_weights import holder_weights, measure_group
from legation.codes.tables import table
from legation.words.reading import Reading

BENCH = Path(__file__).parents[2] / "bench"
TEXT = (
    "Japan and Peru signed a pact in Lima on Monday. Japan lent Peru $40 million for a port, and Peru sold 900 tonnes of copper to Japan. "
    "Two Peruvians held in Japan were freed. Unemployment fell to 4 percent in Peru. The fund approved the release of $2 billion to Ghana. "
    "Some 300 Chadian doctors have studied at Cuban schools. Mali hosts 70 soldiers from Togo."
)


def sides_of(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(f.giver, f.receiver) for f in reading.figures]


def test_without_weights_the_rules_decide(read: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "holder_weights", lambda: ({}, {}))
    bare = read(TEXT)
    monkeypatch.setattr(choosing, "_best", lambda candidates, side, giver: candidates.told[side])
    assert sides_of(bare) == sides_of(read(TEXT))
    assert all(f.sides_why is None for f in bare.figures)


def test_weights_find_what_the_rules_leave_out_and_say_so(read: Callable[..., Reading]) -> None:
    held = next(f for f in read("Two Canadians held in Mali are freed.").figures)
    assert (held.giver, held.receiver) == ("CAN", "MLI")
    assert held.sides_why == "weighed; the rules alone say CAN to nobody"


def test_nobody_gives_to_himself(read: Callable[..., Reading]) -> None:
    told = sides_of(read(TEXT))
    assert len(told) >= 6
    assert all(giver != receiver for giver, receiver in told if giver)


def test_the_rules_count_and_who_gives_does_not_receive() -> None:
    giver, receiver = holder_weights()
    assert giver["rule"] > 0.3
    assert receiver["rule"] > 0.3
    assert receiver["giver already"] < -1


def test_every_group_is_of_known_measures() -> None:
    known = {row["measure"] for row in table("ledger_measures")}
    listed = [m for row in table("measure_groups") for m in row["measures"].split(";")]
    assert set(listed) <= known
    assert len(listed) == len(set(listed))
    assert measure_group("gdp") == "one"
    assert measure_group("traffic") == "rest"


def test_the_table_is_what_the_training_makes_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy")
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])
    import train_holders

    examples = train_holders.read_examples()
    shipped = holder_weights()
    for side in train_holders.SIDES:
        made = train_holders.fitted(examples, side)
        assert {t for t, w in made.items() if abs(w) > 0.1} <= set(shipped[side])
        assert max(abs(made[t] - w) for t, w in shipped[side].items()) < 0.05


def test_examples_hold_no_sentences() -> None:
    import json

    data = json.loads((BENCH / "data/holders.json").read_text("utf-8"))
    assert max(map(len, data["traits"])) < 40
    assert all(set(row[0]) <= set("abcdefghijklmnopqrstuvwxyz0123456789") for row in data["examples"])


def test_candidates_come_from_the_sentence_the_topic_and_what_was_told_before(read: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[list[str | None]] = []
    best = choosing._best

    def seen(candidates: choosing.Candidates, side: int, giver: str | None) -> str | None:
        met.append(list(candidates.ids))
        return best(candidates, side, giver)

    monkeypatch.setattr(choosing, "_best", seen)
    read("Kenya thanked Uganda. Kenya is poor. Kenya and Togo met. It lost 40 lorries.")
    assert met[0][0] is None
    assert {"KEN", "TGO"} <= set(met[0])
    assert not read("x").figures

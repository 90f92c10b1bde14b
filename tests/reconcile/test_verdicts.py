"""Every verdict on pairs of our own, from verdicts.toml: figures in, ledger out."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from legation.reconcile import compare
from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import Teller, Told
from legation.words.amount import Amount, Change
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.quantity import Ledger
from legation.words.status import Status
from legation.words.verdict import Relation
from legation.words.voice import Source

CASES = tomllib.loads((Path(__file__).parent / "verdicts.toml").read_text("utf-8"))["case"]


class Source_:
    """A ledger source over a list."""

    def __init__(self, *told: Told[Figure]) -> None:
        self.told = told

    def claims_for_ledger(self, kind):
        return self.told if kind is Figure else ()


def period(value: Any) -> Period | None:
    if value is None:
        return None
    if isinstance(value, int):
        return Period(date(value, 1, 1), date(value, 12, 31))
    return Period(*(date.fromisoformat(d) if d else None for d in value))


def told(f: dict[str, Any], n: int) -> Told[Figure]:
    text, words = f["text"], f["words"]
    start = text.index(words)
    name = digest(text, f.get("publisher", ""))
    day = date.fromisoformat(f["told"])
    teller = Teller(f"article-{name[:4]}", name, "root" if f.get("copy") else name, f.get("publisher"), Period(day, day), paper=f.get("publisher"))
    change = Change(f["change"]) if "change" in f else None
    amount = Amount(f.get("low"), f.get("high"), f.get("approx", False), f["unit"], f.get("per"), change, f.get("noun"))
    chain = f.get("voices") or ([f["voice"]] if "voice" in f else [])
    figure = Figure(
        digest(text, words, str(n)),
        (start, start + len(words)),
        amount,
        f["measure"],
        f.get("of"),
        f.get("from"),
        f.get("to"),
        when=period(f.get("when")),
        status=Status(f.get("status", "actual")),
        voice=chain[0] if chain else None,
        voices=tuple(Source(s, f.get("country")) for s in chain),
    )
    return Told(figure, teller, text, 0)


def members(case: dict[str, Any]) -> list[Told[Figure]]:
    return [told({**case["both"], **case[k]}, n) for n, k in enumerate("abc") if k in case]


def verdict(ledger: Ledger, a: str, b: str) -> tuple[str, str]:
    """The verdict on two claims, `unrelated` where they stand in two quantities, and its reason."""
    for q in ledger.quantities:
        for v in q.verdicts:
            if {v.a.claim, v.b.claim} == {a, b}:
                return v.verdict.value, v.why
    return "unrelated", "two quantities"


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c['verdict']}-{n}") for n, c in enumerate(CASES)])
@pytest.mark.parametrize("order", ["ab", "ba"])
def test_verdict(case: dict[str, Any], order: str) -> None:
    told_ = members(case)
    ledger = build_ledger(Source_(*(told_ if order == "ab" else reversed(told_))))
    found, why = verdict(ledger, *(t.claim.id for t in told_[:2]))
    assert found == case["verdict"], f"{why}\n{told_[0].sentence}\n{told_[1].sentence}"
    assert why
    assert "\n" not in why


def test_every_verdict_has_eight_cases() -> None:
    counted = Counter(c["verdict"] for c in CASES)
    assert {r.value: counted[r.value] >= 8 for r in Relation} == {r.value: True for r in Relation}


@pytest.mark.parametrize("missing", range(len(compare.RULES) - 1), ids=[str(rule.__name__).strip("_") for _, rule in compare.RULES[:-1]])
def test_no_rule_can_be_left_out(missing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "RULES", (*compare.RULES[:missing], *compare.RULES[missing + 1 :]))
    found = ((case["verdict"], (told := members(case)), build_ledger(Source_(*told))) for case in CASES)
    wrong = [expected for expected, told, ledger in found if verdict(ledger, told[0].claim.id, told[1].claim.id)[0] != expected]
    assert compare.RULES
    assert wrong, "no case needs this rule"

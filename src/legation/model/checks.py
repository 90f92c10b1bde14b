"""Cross-checks: every model of the library over a case; which claims fit together across quantities, and which cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.model.bind import Run, runs
from legation.model.bounds import bounds
from legation.model.cores import Limits, clashes
from legation.model.formula import Name
from legation.model.numbers import range_words
from legation.model.sheet import mixed
from legation.model.shelf import Shelf
from legation.model.solve import way_to
from legation.model.system import Given, ids
from legation.model.text import ModelText
from legation.words.period import Period
from legation.words.quantity import Ledger


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `kind` is contradiction, doubt (the claims are of different times, or an assumption is in it), agree or undecided.

    `told` are the claims it is about, `through` the formulas; `says` puts it in words.
    """

    kind: str
    model: str
    parties: tuple[tuple[str, str], ...]
    when: Period | None
    claims: tuple[Given, ...]
    through: tuple[str, ...]
    says: str


QUICK = Limits(seconds=1.0)

ORDER = ("contradiction", "doubt", "undecided", "agree")


def checks(ledger: Ledger, models: tuple[ModelText, ...], limits: Limits = QUICK) -> list[Check]:
    """All findings of some models over a ledger, contradictions first. Numbers are read as rounded: "48 million" may be 47.6."""
    shelf = Shelf(ledger)
    found = [c for model in models for run in runs(model, shelf, rounded=True) for c in check(run, limits)]
    return sorted(found, key=lambda c: ORDER.index(c.kind))


def check(run: Run, limits: Limits = QUICK) -> Iterator[Check]:
    """What one run finds. What claims on a single quantity have against each other is the ledger's to say, and left to it."""
    clash = clashes(run.system, limits)
    by_id = {g.id: g for g in run.system.given}
    if clash.undecided and not clash.cores:
        yield _made(run, "undecided", run.system.given, tuple(f.text for f in run.system.formulas), clash.undecided)
    for core in clash.cores:
        told = tuple(by_id[c] for c in core.claims)
        if not core.formulas and len(told) > 1:
            continue
        sure = not mixed(list(told)) and not any(g.assumed for g in told)
        says = "cannot all be true" + ("" if sure else ", unless times or readings differ")
        yield _made(run, "contradiction" if sure else "doubt", told, core.formulas, f"{_against(run, told)}{says}")
    if not clash.cores and not clash.undecided:
        yield from _agreement(run)


def _against(run: Run, told: tuple[Given, ...]) -> str:
    """What the other claims of a core imply for one that is told, where that can be said."""
    results = {f.left.id for f in run.system.formulas if isinstance(f.left, Name)}
    for one in sorted(told, key=lambda g: g.quantity not in results):
        others = run.system.only([g.id for g in told if g.id != one.id])
        implied = bounds(others, one.quantity)
        if implied.possible and (implied.low.value is not None or implied.high.value is not None):
            return f"the others give {one.quantity} {range_words(implied)}, told is {one.said or one.id}: "
    return ""


def _agreement(run: Run) -> Iterator[Check]:
    """The first quantity that is told and also follows from others, with both."""
    for id in run.model.answers:
        told = tuple(g for g in run.system.given if g.quantity == id)
        if not told or id not in run.system.by_id:
            continue
        others = run.system.joined(id).without(*ids(told))
        way, implied = way_to(others, id), bounds(others, id)
        if way.steps and implied.low.value is not None and implied.high.value is not None:
            rest = tuple(g for g in others.given if g.quantity in way.inputs)
            words = f"the others give {id} {range_words(implied)}, told is {'; '.join(dict.fromkeys(g.said for g in told))}"
            yield _made(run, "agree", (*told, *rest), tuple(f.text for f in run.system.formulas), words)
            return


def _made(run: Run, kind: str, told: tuple[Given, ...], through: tuple[str, ...], says: str) -> Check:
    return Check(kind, run.model.name, run.parties, run.when, told, through, says)

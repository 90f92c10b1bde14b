"""Legation from Python: read articles, open a case, and ask it for its ledger, its dossier and what its claims imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.brief.compose import Brief, compose
from legation.brief.pile import Pile
from legation.errors import ModelError
from legation.model.bind import Run, runs
from legation.model.checks import Check, checks
from legation.model.draws import PLAN, Plan
from legation.model.sheet import Sheet, sheet
from legation.model.text import find_model, library
from legation.model.whatif import WhatIf
from legation.reconcile.ledger import build_ledger
from legation.run.case import Outcome, Step, read_into
from legation.run.ledger import ledger_of
from legation.store.case import Case
from legation.words.quantity import Ledger
from legation.words.reading import Reading

__all__ = [
    "Brief",
    "Case",
    "Check",
    "Ledger",
    "Outcome",
    "Plan",
    "Reading",
    "Run",
    "Sheet",
    "Step",
    "WhatIf",
    "brief",
    "check",
    "ledger",
    "model",
    "models",
    "open",
    "read",
    "read_into",
    "what_if",
]


def read(*paths: Path | str) -> Iterator[Reading]:
    """Reads files, folders, archives, or `-` for standard input; one reading an article, as they come.

    What cannot be read is left out; `read_into(None, paths)` tells of it.
    """
    return (step.reading for step in read_into(None, [str(p) for p in paths]) if step.reading)


def open(path: Path | str, create: bool = False) -> Case:
    """Opens a case, a context manager; makes one where `create` is true and there is none. Raises CaseError."""
    return Case.open(path, create)


def ledger(source: Case | Iterable[Reading]) -> Ledger:
    """What the figures and events of a case, or of readings, add up to."""
    return build_ledger(source) if isinstance(source, Case) else ledger_of(source)


def brief(source: Case | Iterable[Reading], title: str) -> Brief:
    """The dossier of a case or of readings; its `html()`, `markdown()` and `text()` give it in full."""
    readings = source.readings() if isinstance(source, Case) else list(source)
    return compose(Pile.of(readings, ledger(source if isinstance(source, Case) else readings)), title)


def models(source: Ledger) -> dict[str, list[Run]]:
    """The models that ship, by name, each with what a ledger lets it run: parties, period, and which claims feed which quantity."""
    return {name: runs(text, source) for name, text in library().items()}


def model(source: Ledger, name: str, plan: Plan = PLAN, rounded: bool = False) -> list[Sheet]:
    """The answer sheets of a model, one for each of its runs on a ledger; `name` is of the library or the path of a TOML file.

    Raises ModelError where there is no such model, or the extra `model` is not installed.
    """
    return [sheet(run, plan) for run in runs(find_model(name), source, rounded)]


def what_if(source: Ledger, name: str, change: WhatIf, plan: Plan = PLAN) -> list[tuple[Sheet, Sheet]]:
    """The answer sheets of a model's runs without and with a change, of those runs that it fits.

    Raises ModelError, with the reason, where it fits none.
    """
    out, why = [], ""
    for run in runs(find_model(name), source):
        try:
            changed = sheet(run, plan, change)
        except ModelError as error:
            why = why or str(error)
            continue
        out.append((sheet(run, plan), changed))
    if why and not out:
        raise ModelError(why)
    return out


def check(source: Ledger) -> list[Check]:
    """All cross-checks of the library over a ledger: which claims cannot all be true, and which bear each other out."""
    return checks(source, tuple(library().values()))

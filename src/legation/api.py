"""Legation from Python: read articles, open a case, and ask it for its ledger, its dossier and what its claims imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from legation.brief.compose import Brief, compose
from legation.brief.pile import Pile
from legation.errors import ModelError
from legation.intake.actors import read_actors
from legation.intake.predicates import read_predicates
from legation.intake.watchlist import read_list
from legation.model.bind import Run, runs
from legation.model.checks import Check, checks
from legation.model.sheet import Sheet, sheet
from legation.model.shelf import Shelf
from legation.model.text import find_model, library
from legation.model.trials import PLAN, Plan
from legation.model.whatif import WhatIf
from legation.reconcile.diff import changes
from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.reconcile.screen import LOWEST, Screen
from legation.reconcile.view import Sight, View
from legation.run.case import Outcome, Step, read_into
from legation.run.cells import show_in_notebooks
from legation.run.coded import coded
from legation.run.eventdata import event_lines as coded_lines
from legation.run.identity import undo as take_back
from legation.run.judge import judge as log_judgement
from legation.run.ledger import EVERYTHING, claims_of, ledger_before, ledger_now, ledger_seen
from legation.run.readers import usual_jobs
from legation.store.case import Case
from legation.words.actor import OwnNames
from legation.words.changed import Changes
from legation.words.form import EventForm
from legation.words.judgement import Decision, Judgement
from legation.words.period import Period
from legation.words.predicate import OwnPredicates
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.ruling import NO_RULINGS
from legation.words.screening import ScreenHit
from legation.words.status import Status

__all__ = [
    "Brief",
    "Case",
    "Changes",
    "Check",
    "EventForm",
    "Ledger",
    "Outcome",
    "Plan",
    "Reading",
    "Run",
    "ScreenHit",
    "Sheet",
    "Step",
    "WhatIf",
    "brief",
    "check",
    "diff",
    "disputes",
    "event_lines",
    "judge",
    "ledger",
    "model",
    "model_runs",
    "models",
    "open",
    "own_actors",
    "own_predicates",
    "read",
    "read_into",
    "screen",
    "undo",
    "usual_jobs",
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


def ledger(source: Case | Iterable[Reading], as_of: date | None = None, holds: Period | None = None) -> Ledger:
    """What the figures and events of a case, or of readings, add up to.

    `as_of` takes only what had been published by that day, `holds` only what is said of a period.
    """
    sight = Sight(as_of, holds)
    if isinstance(source, Case):
        return ledger_now(source) if sight == EVERYTHING else ledger_seen(source, sight)
    return build_ledger(View(claims_of(source), sight), NO_RULINGS)


def judge(case: Case, subject: str, decision: str, values: Sequence[str] = (), author: str = "analyst", why: str = "") -> Judgement:
    """Logs what the analyst decided: accept, reject or correct a claim, rate it or a source, merge or split quantities or actors.

    Raises QueryError where the subject is not there or the values do not fit the decision.
    """
    return log_judgement(case, subject, Decision(decision), values, author, why)


def undo(case: Case, judgement: str, author: str = "analyst") -> Judgement:
    """Takes a judgement back, by its id or the beginning; it stays in the log. Raises QueryError where none or several fit."""
    return take_back(case, judgement, author)


def diff(case: Case, since: datetime, published: bool = False) -> Changes:
    """What changed in a case: since a moment at which the analyst last looked, or, with `published`, by what was published from that day on."""
    before = ledger_seen(case, Sight(since.date() - timedelta(1))) if published else ledger_before(case, since)
    return changes(before, ledger_now(case))


def brief(source: Case | Iterable[Reading], title: str) -> Brief:
    """The dossier of a case or of readings; its `html()`, `markdown()` and `text()` give it in full."""
    readings = source.readings() if isinstance(source, Case) else list(source)
    ruled = source.ruled() if isinstance(source, Case) else ()
    return compose(Pile.of(readings, ledger(source if isinstance(source, Case) else readings), ruled), title)


def screen(source: Case | Iterable[Reading], path: Path | str, min_score: float = LOWEST) -> Iterator[ScreenHit]:
    """Where a case, or readings, seem to name somebody of a list (CSV or FollowTheMoney JSON lines), article by article, best first.

    Raises InputError where the list cannot be read.
    """
    index = Screen(read_list(Path(path)))
    readings = source.readings() if isinstance(source, Case) else source
    return (hit for reading in readings for hit in index.screen(reading, min_score))


def event_lines(source: Case | Iterable[Reading], form: EventForm | str, statuses: Iterable[Status] = Status) -> Iterator[str]:
    """The events of a case, or of readings, told with one of `statuses`, line by line in the form of event data: PLOVER, POLECAT, ICEWS, GDELT."""
    wanted = frozenset(statuses)
    readings = source.readings() if isinstance(source, Case) else source
    return coded_lines((c for c in coded(readings) if c.event.status in wanted), EventForm(form))


def own_actors(path: Path | str) -> OwnNames:
    """The analyst's own names from a TOML file, for `read_into`. Raises TableError where it is malformed."""
    return read_actors(Path(path))


def own_predicates(path: Path | str) -> OwnPredicates:
    """The analyst's own rows of the lexicon from a table, for `read_into`. Raises TableError where a row is malformed."""
    return read_predicates(Path(path))


def models(source: Ledger) -> dict[str, list[Run]]:
    """The models that ship, by name, each with what a ledger lets it run: parties, period, and which claims feed which quantity."""
    shelf = Shelf(source)
    return {name: runs(text, shelf) for name, text in library().items()}


def model_runs(source: Ledger, name: str) -> list[Run]:
    """What a ledger lets a model run; `name` is of the library or the path of a TOML file. Raises ModelError where there is no such model."""
    return runs(find_model(name), Shelf(source))


def model(source: Ledger, name: str, plan: Plan = PLAN, rounded: bool = False) -> list[Sheet]:
    """The answer sheets of a model, one for each of its runs on a ledger; `name` is of the library or the path of a TOML file.

    Raises ModelError where there is no such model, or the extra `model` is not installed.
    """
    return [sheet(run, plan) for run in runs(find_model(name), Shelf(source), rounded)]


def what_if(source: Ledger, name: str, change: WhatIf, plan: Plan = PLAN) -> list[tuple[Sheet, Sheet]]:
    """The answer sheets of a model's runs without and with a change, of those runs that it fits.

    Raises ModelError, with the reason, where it fits none.
    """
    out, why = [], ""
    for run in runs(find_model(name), Shelf(source)):
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


show_in_notebooks()

"""The models: what the claims imply for each other, with fields to try what would follow if they were otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from legation import api
from legation.brief.dossier import Block, Group
from legation.brief.intervals import intervals
from legation.brief.pile import Pile
from legation.brief.wording import period_words
from legation.errors import ModelError, QueryError
from legation.model.bind import Run
from legation.model.formula import parse_formula
from legation.model.numbers import short
from legation.model.sheet import Sheet, sheet
from legation.model.text import ANYBODY, library
from legation.model.trials import Plan
from legation.model.whatif import Patch, WhatIf
from legation.page.answer import Answer
from legation.page.books import Amounts
from legation.page.claim import number
from legation.page.desk import Desk, actor_id
from legation.page.item import place
from legation.page.visit import Visit
from legation.run.sheets import answers, beside, run_record, sheet_record
from legation.words.quantity import Ledger

MOST = 50
"""Quantities that models are run on: those of the actor asked for, else those that are told most. More would take longer than a page may."""
LONGEST = 300
"""Characters of a formula of the visitor's own."""
RUNS = 12
PLAN = Plan(4_000, 1)
"""Draws of a page: enough for percentiles, few enough to wait for."""
WHY = "set on the page"


@dataclass(frozen=True, slots=True)
class Able:
    """A model of the list with its runs: where each leads, what it is about and what no claim feeds."""

    name: str
    title: str
    about: str
    formulas: tuple[str, ...]
    runs: tuple[tuple[str, str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A formula of a run as the form shows it: the name of its field, its text now, what it rests on, and whether it is the visitor's own."""

    name: str
    text: str
    because: str
    own: bool


@dataclass(frozen=True, slots=True)
class Knob:
    """A quantity of a run that can be set: what claims say of it at least and at most, and what is set."""

    id: str
    label: str
    unit: str
    told: str
    top: float
    low: str
    high: str


def models(desk: Desk, visit: Visit) -> Answer:
    """All models with what the case lets each run; `actor` asks for the runs of one actor."""
    try:
        ledger, wrong = _ledger(desk, visit), ""
        found = api.models(ledger)
    except ModelError as error:
        found, wrong = {}, str(error)
    able = [_able(desk, visit, name, runs) for name, runs in found.items()]
    return Answer(
        "models.html",
        "Models",
        {"able": sorted(able, key=lambda a: not a.runs), "wrong": wrong, "actor": visit.asked("actor")},
        lambda: [run_record(run) for runs in found.values() for run in runs],
        lambda: ({"model": run.model.name, "about": _about(desk, run), "missing": list(run.missing)} for runs in found.values() for run in runs),
    )


def model(desk: Desk, visit: Visit, name: str) -> Answer:
    """The answer sheet of one run (`run`, from 1) of a model of the library, with what was set in the form beside what is told."""
    if name not in library():
        raise QueryError("there is no such model")
    runs = api.model_runs(_ledger(desk, visit), name)
    number = visit.asked("run")
    chosen = int(number[:6]) if number.isascii() and number.isdigit() else 1
    if not 1 <= chosen <= len(runs):
        raise QueryError(f"this case gives {len(runs)} runs of {name}, no run {chosen}")
    run = runs[chosen - 1]
    change, wrong = _change(visit, run), ""
    told = sheet(run, PLAN)
    changed = told
    try:
        other = _ruled(visit, run)
        changed = sheet(other, PLAN, change) if change or other is not run else told
    except ModelError as error:
        wrong = f"{str(error)[:1].upper()}{str(error)[1:]}. Below is what follows as told."
    pile = _pile(desk, run)
    held = desk.held([g.id for g in run.system.given])
    section = answers(changed, pile)
    return Answer(
        "model.html",
        section.title,
        {
            "name": name,
            "lead": section.lead,
            "about": library()[name].about,
            "blocks": [(block, _picture(block)) for block in section.blocks],
            "beside": beside(told, changed).blocks[0] if changed is not told else None,
            "rules": list(_rules(visit, run)),
            "knobs": list(_knobs(visit, run)),
            "claims": [(g.id, f"{short(g.id)}: {g.quantity} {g.said}", bool(visit.asked(f"drop-{g.id}"))) for g in run.system.given],
            "places": {id: place(visit, h) for id, h in held.items()},
            "run": chosen,
            "runs": [(n, _about(desk, r)) for n, r in enumerate(runs[:RUNS], 1)],
            "actor": visit.asked("actor"),
            "wrong": wrong,
        },
        lambda: {"as_told": sheet_record(told, pile), "what_if": sheet_record(changed, pile)} if changed is not told else sheet_record(told, pile),
        lambda: _rows(changed),
    )


def _ledger(desk: Desk, visit: Visit) -> Ledger:
    """The quantities that models are run on: of measures that some model takes."""
    found, _ = desk.books.quantities(Amounts(actor=actor_id(visit.asked("actor")), of=_measures()), MOST, 0)
    return Ledger(tuple(found))


@cache
def _measures() -> frozenset[str]:
    return frozenset(pick.measure for model in library().values() for q in model.quantities for pick in q.picks) - {ANYBODY}


def _able(desk: Desk, visit: Visit, name: str, runs: list[Run]) -> Able:
    text, actor = library()[name], visit.asked("actor")
    shown = [(visit.to(f"/model/{name}", run=n, actor=actor), _about(desk, r), ", ".join(r.missing)) for n, r in enumerate(runs[:RUNS], 1)]
    return Able(name, text.title, text.about, tuple(f.text for f in text.formulas), tuple(shown), max(0, len(runs) - RUNS))


def _about(desk: Desk, run: Run) -> str:
    """Parties and period of a run."""
    named = ", ".join(f"{name} {desk.name(party)}" for name, party in run.parties)
    return ", ".join(p for p in (named, period_words(run.when, short=True)) if p) or run.model.title


def _pile(desk: Desk, run: Run) -> Pile:
    """The readings that the run's claims stand in, for their sentences."""
    held = desk.held([g.id for g in run.system.given])
    return Pile.of([desk.reading(digest) for digest in dict.fromkeys(h.article_digest for h in held.values())], Ledger())


def _picture(block: Block) -> str:
    return intervals(block.panels, block.unit, block.title) if isinstance(block, Group) and block.panels else ""


def _change(visit: Visit, run: Run) -> WhatIf | None:
    """What the form sets and leaves out. Raises QueryError for what is no number."""
    patches = []
    for v in run.system.variables:
        sides = {side: number(visit.asked(f"{side}-{v.id}")) for side in ("low", "high")}
        row = tuple((side, value) for side, value in sides.items() if value is not None)
        if row:
            patches.append(Patch("claim", (("quantity", v.id), *row), "assumption", WHY))
    patches += [Patch("drop", (("claim", g.id),), "assumption", WHY) for g in run.system.given if visit.asked(f"drop-{g.id}")]
    return WhatIf("what is set below", tuple(patches)) if patches else None


def _rules(visit: Visit, run: Run) -> Iterator[Rule]:
    """The formulas of a run, each with what the form puts in its place, and a field for one more."""
    for n, f in enumerate(run.system.formulas):
        text = visit.query.get(f"rule-{n}", f.text)[:LONGEST].strip()
        own = text != f.text
        yield Rule(f"rule-{n}", text, WHY if own else f"{f.basis}: {f.because}", own)
    yield Rule("rule-more", visit.asked("rule-more")[:LONGEST], "", bool(visit.asked("rule-more")))


def _ruled(visit: Visit, run: Run) -> Run:
    """The run with the visitor's formulas, which nothing ever evaluates as code. Raises ModelError, with the place, for one that says nothing."""
    rules = list(_rules(visit, run))
    if not any(rule.own for rule in rules):
        return run
    kept = dict(zip((rule.name for rule in rules), run.system.formulas, strict=False))
    formulas = tuple(kept[r.name] if not r.own else parse_formula(r.text, "assumption", WHY) for r in rules if r.text)
    return replace(run, system=replace(run.system, formulas=formulas))


def _knobs(visit: Visit, run: Run) -> Iterator[Knob]:
    """Each quantity of a run as a knob."""
    for v in run.system.variables:
        told = [g for g in run.system.given if g.quantity == v.id]
        sides = [side for g in told for side in (g.low, g.high) if side is not None]
        top = v.high if v.high is not None else max(sides, default=0.0) * 2
        said = ", ".join(g.said for g in told[:3] if g.said)
        yield Knob(v.id, v.label, v.unit, said, top, visit.asked(f"low-{v.id}"), visit.asked(f"high-{v.id}"))


def _rows(s: Sheet) -> Iterator[Mapping[str, object]]:
    """The answers as rows."""
    for a in s.answers:
        yield {
            "quantity": a.quantity,
            "unit": a.unit,
            "low": a.bound.low.value,
            "high": a.bound.high.value,
            "because": [*a.bound.low.binding, *a.bound.high.binding],
        }

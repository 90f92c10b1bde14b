"""The answer sheet: all that a run can say, every number with the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.model.bind import LeftOut, Run
from legation.model.bounds import Range, bounds
from legation.model.cores import Clashes, clashes
from legation.model.draws import Drawn, draws
from legation.model.drivers import Driver, drivers
from legation.model.formula import Formula
from legation.model.numbers import short
from legation.model.system import Given, System, ids
from legation.model.trials import PLAN, Plan
from legation.model.whatif import WhatIf
from legation.words.period import Period

MIXED = 366
"""Claims told of times further apart, in days, are not simply of one time."""


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that can all hold, and what they imply."""

    claims: tuple[str, ...]
    without: tuple[str, ...]
    bound: Range


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one quantity: told by claims, and implied by all claims together.

    Where the claims cannot all hold, `bound` is impossible and `camps` has the bound of each largest set that can.
    """

    quantity: str
    label: str
    unit: str
    told: tuple[str, ...]
    bound: Range
    camps: tuple[Camp, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """A formula with what it rests on."""

    text: str
    basis: str
    because: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one run, with all that they rest on; `units` has the unit that each quantity and the claims on it are in."""

    model: str
    title: str
    parties: tuple[tuple[str, str], ...]
    when: Period | None
    what_if: str
    formulas: tuple[Basis, ...]
    units: tuple[tuple[str, str], ...]
    given: tuple[Given, ...]
    answers: tuple[Answer, ...]
    missing: tuple[str, ...]
    clashes: Clashes
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    draws: int
    seed: int
    rounded: bool = False


def sheet(run: Run, plan: Plan = PLAN, what_if: WhatIf | None = None) -> Sheet:
    """The answer sheet of a run, with the changes of a what-if where one is given."""
    system = what_if.apply(run.system) if what_if else run.system
    told = {g.quantity for g in system.given}
    missing = tuple(v.id for v in system.variables if v.id not in told)
    clash = clashes(system)
    wanted = dict.fromkeys((*(a for a in run.model.answers if a in system.by_id), *missing))
    answers = tuple(_answer(system, id, clash, plan) for id in wanted)
    return Sheet(
        model=run.model.name,
        title=run.model.title,
        parties=run.parties,
        when=run.when,
        what_if=what_if.title if what_if else "",
        formulas=tuple(_basis(f) for f in system.formulas),
        units=tuple((v.id, v.unit) for v in system.variables),
        given=system.given,
        answers=answers,
        missing=missing,
        clashes=clash,
        assumptions=tuple(_assumptions(system, what_if)),
        warnings=tuple(_warnings(system, answers, clash)),
        left_out=run.left_out,
        draws=plan.draws,
        seed=plan.seed,
        rounded=run.rounded,
    )


def _basis(f: Formula) -> Basis:
    return Basis(f.text, f.basis, f.because)


def _answer(system: System, id: str, clash: Clashes, plan: Plan) -> Answer:
    bound = bounds(system, id)
    variable = system.by_id[id]
    camps = () if bound.possible else tuple(_camps(system, id, clash))
    told = ids(g for g in system.given if g.quantity == id)
    spread = draws(system, id, plan)
    return Answer(id, variable.label, variable.unit, told, bound, camps, spread, drivers(system, id, bound) if bound.possible else ())


def _camps(system: System, id: str, clash: Clashes) -> Iterator[Camp]:
    for camp in clash.camps:
        without = tuple(c for c in ids(system.given) if c not in camp)
        yield Camp(camp, without, bounds(system.only(camp), id))


def _assumptions(system: System, what_if: WhatIf | None) -> Iterator[str]:
    yield from (f"{f.text}: {f.because}" for f in system.formulas if f.basis == "assumption")
    yield from (f"{short(g.id)}: {g.assumed}" for g in system.given if g.assumed and not g.id.startswith("what-if"))
    if what_if:
        yield from (f"{p.kind} {dict(p.row).get('quantity') or dict(p.row).get('claim')}: {p.words}" for p in what_if.patches)
    if rough := ids(g for g in system.given if g.rough):
        yield f"'some', 'about' and the like are read as 5 percent either way ({', '.join(short(r) for r in rough)})"


def _warnings(system: System, answers: tuple[Answer, ...], clash: Clashes) -> Iterator[str]:
    if not clash.complete:
        yield f"undecided whether there are more contradictions: {clash.undecided or 'only the first were looked for'}"
    for v in system.variables:
        if mixed([g for g in system.given if g.quantity == v.id]):
            yield f"{v.id}: its claims are told of times more than a year apart"
    if mixed([g for g in system.given if g.quantity]) and not any(mixed([g for g in system.given if g.quantity == v.id]) for v in system.variables):
        yield "the claims are told of times more than a year apart"
    for a in answers:
        if any(len(d.humps) > 1 for d in a.drawn):
            yield f"{a.quantity}: the sources lead to separate values; there is no one middle"
        if not a.bound.exact:
            yield f"{a.quantity}: the bound is an outer one; the claims may imply a narrower one"


def mixed(given: list[Given]) -> bool:
    """Whether some of the claims are told of times more than a year apart."""
    firsts = [day for g in given if g.holds for day in [g.holds.first or g.holds.last] if day]
    lasts = [day for g in given if g.holds for day in [g.holds.last or g.holds.first] if day]
    return bool(firsts) and (max(firsts) - min(lasts)).days > MIXED

"""The script of an answer: its inputs with what each origin says of them, and the steps from them to it. Every export writes one down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legation.errors import ModelError
from legation.model.bind import Run
from legation.model.expression import own_units
from legation.model.formula import Tree
from legation.model.numbers import short
from legation.model.options import Option, Reading, readings
from legation.model.solve import Way, way_to
from legation.model.system import Given, System, Variable
from legation.model.trials import choices_of


@dataclass(frozen=True, slots=True)
class Note:
    """Where a claim stands: its sentence, who says so, and the article's address, where it has one."""

    sentence: str
    says: str
    url: str = ""


def cited(given: Given, notes: Mapping[str, Note]) -> str:
    """A claim on one line: its id, what it says, its sentence and who says so; a what-if's basis instead."""
    note = notes.get(given.id)
    told = f"“{note.sentence}” ({note.says})" if note else given.assumed
    # on one line: what an article says must not end a comment
    return " ".join(f"{short(given.id)} {given.said}: {told}".split())


@dataclass(frozen=True, slots=True)
class Input:
    """A quantity taken from claims: in its own unit, what each origin says of it, and the claims."""

    variable: Variable
    options: tuple[Option, ...]
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A quantity that follows from others: in its own unit, from theirs; `given` are the claims on it, which play no part here."""

    variable: Variable
    tree: Tree
    given: tuple[Given, ...]


@dataclass(frozen=True)
class Script:
    """All that one answer is reckoned from. `reading` is how one-sided claims are read, `together` whether an origin tells of several inputs."""

    run: Run
    system: System
    answer: Variable
    way: Way
    reading: Reading
    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]

    @property
    def together(self) -> bool:
        """Whether some origin tells of several inputs: those belong together, which only draws can show."""
        told = [o.origin for i in self.inputs if len(i.options) > 1 for o in i.options]
        return len(told) > len(set(told))


def answerable(run: Run) -> tuple[str, ...]:
    """The quantities of a run that follow from the others' claims, the model's own answers first."""
    wanted = dict.fromkeys((*(a for a in run.model.answers if a in run.system.by_id), *run.system.by_id))
    return tuple(id for id in wanted if way_to(run.system.joined(id), id).steps)


def script(run: Run, answer: str | None = None, reading: Reading | None = None) -> Script:
    """The script of a run's answer, by default the first that has one. Raises ModelError where the claims do not lead to it."""
    able = answerable(run)
    target = answer or next(iter(able), "")
    if target not in able:
        why = f"the claims do not lead to {target!r}" if target else "the claims of this run lead to no answer"
        raise ModelError(f"{why}; they lead to {', '.join(able) or 'none'}" if target else f"{why}: missing are {', '.join(run.missing)}")
    system = run.system.joined(target)
    way = way_to(system, target)
    reading = reading or readings(system, way)[0]
    told = {v.id: tuple(g for g in system.given if g.quantity == v.id) for v in system.variables}
    inputs = tuple(Input(system.by_id[id], own, told[id]) for id, own in zip(way.inputs, _own(system, way, reading), strict=True))
    steps = tuple(Step(system.by_id[id], own_units(system, id, tree), told[id]) for id, tree in way.steps)
    return Script(run, system, system.by_id[target], way, reading, inputs, steps)


def _own(system: System, way: Way, reading: Reading) -> list[tuple[Option, ...]]:
    """The options of each input in its own unit."""
    sizes = [system.size(id) for id in way.inputs]
    return [
        tuple(Option(o.origin, o.low / size, o.high / size, o.claims) for o in several)
        for size, several in zip(sizes, choices_of(system, way, reading), strict=True)
    ]

"""Trials: one value of every quantity in every draw, each taken from one of the origins that tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from legation.model.extra import need
from legation.model.hull import SLACK
from legation.model.options import Option, Reading, options
from legation.model.solve import Way, value
from legation.model.system import System

CHUNK = 100_000
"""So many draws at a time stay in the processor's cache."""

Choices: TypeAlias = tuple[tuple[Option, ...], ...]
"""For each input of a way what its origins say of it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many draws, from which seed; `sobol` asks for Sobol shares too, which need SALib."""

    draws: int = 20_000
    seed: int = 1
    sobol: bool = False


PLAN = Plan()


@dataclass(frozen=True, slots=True)
class Trial:
    """Draws made at once, in base units: the value of each quantity (an array, or a float where all are alike), and a code for each draw that
    says which options it was drawn from. What cannot be by definition is nan.
    """

    inputs: dict[str, Any]
    steps: dict[str, Any]
    codes: Any

    @property
    def value(self) -> Any:
        """What the last step gives."""
        return next(reversed(self.steps.values()))


def choices_of(system: System, way: Way, reading: Reading) -> Choices:
    """What the origins say of each input of a way, one-sided claims by a reading."""
    return tuple(tuple(options(system, id, reading)) for id in way.inputs)


def trials(system: System, way: Way, choices: Choices, plan: Plan) -> Iterator[Trial]:
    """All draws of a plan, some at a time. In each the origins stand in a random order; the first that tells of a quantity is taken."""
    numpy = need("numpy")
    random = numpy.random.Generator(numpy.random.PCG64(plan.seed))
    origins = sorted({o.origin for several in choices if len(several) > 1 for o in several})
    for start in range(0, plan.draws, CHUNK):
        count = min(CHUNK, plan.draws - start)
        rank = {origin: random.random(count, dtype=numpy.float32) for origin in origins}
        inputs, codes = dict[str, Any](), numpy.zeros(count, dtype=numpy.int64)
        picked = dict[tuple[str, ...], Any]()
        for id, several in zip(way.inputs, choices, strict=True):
            if len(several) == 1:
                one = several[0]
                inputs[id] = one.low if one.low == one.high else random.uniform(one.low, one.high, count)
                continue
            among = tuple(o.origin for o in several)
            choice = picked.get(among)
            if choice is None:
                choice = picked[among] = numpy.argmax(numpy.stack([rank[origin] for origin in among]), axis=0)
            low, width = numpy.array([o.low for o in several]), numpy.array([o.high - o.low for o in several])
            inputs[id] = low.take(choice) + width.take(choice) * random.random(count)
            codes = codes * len(several) + choice
        yield Trial(inputs, follow(system, way, inputs), codes)


def chosen(code: int, choices: Choices) -> set[str]:
    """The claims that a code stands for; undoes the numbering of `trials`."""
    claims: set[str] = set()
    for several in reversed(choices):
        choice = code % len(several)
        code //= len(several)
        claims.update(several[choice].claims)
    return claims


def follow(system: System, way: Way, inputs: dict[str, Any]) -> dict[str, Any]:
    """What follows from the inputs, step by step."""
    numpy = need("numpy")
    known, out = dict(inputs), dict[str, Any]()
    with numpy.errstate(all="ignore"):
        for id, tree in way.steps:
            made = numpy.asarray(value(tree, known), dtype=float)
            low, high = system.limits(id)
            if low is not None:
                made = numpy.where(made < low - SLACK * abs(low), numpy.nan, made)
            if high is not None:
                made = numpy.where(made > high + SLACK * abs(high), numpy.nan, made)
            known[id] = out[id] = made
    return out

"""Sobol shares: how much of a spread each input explains alone, and with all that it does together with others (Saltelli et al. 2010, by SALib)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legation.model.extra import need
from legation.model.solve import Way
from legation.model.system import System
from legation.model.trials import Choices, follow

BASE = 1024
"""Points of the Sobol sequence: a power of two, as it needs."""


@dataclass(frozen=True, slots=True)
class Share:
    """An input's part of the variance (of the logarithm, where all values are positive): alone, and in all; each with its 95 percent margin."""

    quantity: str
    alone: float
    alone_margin: float
    whole: float
    whole_margin: float


def sobol(system: System, way: Way, choices: Choices, seed: int) -> tuple[Share, ...]:
    """The shares of the inputs that vary, the largest first; none where fewer than two vary or a value cannot be.

    The method needs inputs that vary apart, so what one origin tells of several inputs is drawn apart here, unlike in the draws.
    Raises ModelError where SALib is not installed.
    """
    numpy = need("numpy")
    varying = [n for n, several in enumerate(choices) if len(several) > 1 or several[0].low < several[0].high]
    if len(varying) < 2:
        return ()
    names = [way.inputs[n] for n in varying]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    points = need("SALib.sample.sobol").sample(problem, BASE, calc_second_order=False, seed=seed)
    inputs: dict[str, Any] = {id: several[0].low for id, several in zip(way.inputs, choices, strict=True)}
    for column, n in enumerate(varying):
        inputs[way.inputs[n]] = _placed(points[:, column], choices, n)
    y = next(reversed(follow(system, way, inputs).values()))
    if not numpy.isfinite(y).all() or y.min() == y.max():
        return ()
    found = need("SALib.analyze.sobol").analyze(problem, numpy.log(y) if y.min() > 0 else y, calc_second_order=False, seed=seed)
    rows = zip(names, found["S1"], found["S1_conf"], found["ST"], found["ST_conf"], strict=True)
    return tuple(sorted((Share(id, *map(float, row)) for id, *row in rows), key=lambda s: -s.whole))


def _placed(points: Any, choices: Choices, n: int) -> Any:
    """Points from 0 to 1 as values of an input: the whole part of point x options chooses the option, the rest the place in it."""
    numpy = need("numpy")
    scaled = points * len(choices[n])
    which = numpy.minimum(scaled.astype(numpy.int64), len(choices[n]) - 1)
    low, high = numpy.array([o.low for o in choices[n]]), numpy.array([o.high for o in choices[n]])
    return low[which] + (high - low)[which] * (scaled - which)

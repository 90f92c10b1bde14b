"""The draws of a run one by one, as rows for a table."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from legation.model.script import Script
from legation.model.trials import PLAN, Plan, choices_of, chosen, trials


def columns(script: Script) -> tuple[str, ...]:
    """The names of the columns: the draw, each quantity with its unit, and the claims that were drawn from."""
    used = [*(i.variable for i in script.inputs), *(s.variable for s in script.steps)]
    return ("draw", *(f"{v.id} [{v.unit}]" if v.unit else v.id for v in used), "claims")


def rows(script: Script, plan: Plan = PLAN) -> Iterator[tuple[int | float | str | None, ...]]:
    """One row a draw, quantities in their own units, None where what was drawn gives what cannot be."""
    choices = choices_of(script.system, script.way, script.reading)
    used = [*(i.variable.id for i in script.inputs), *(s.variable.id for s in script.steps)]
    sizes = [script.system.size(id) for id in used]
    named: dict[int, str] = {}
    number = 0
    for trial in trials(script.system, script.way, choices, plan):
        made = {**trial.inputs, **trial.steps}
        lists = [[float(made[id])] * len(trial.codes) if not getattr(made[id], "ndim", 0) else made[id].tolist() for id in used]
        for code, *values in zip(trial.codes.tolist(), *lists, strict=True):
            number += 1
            if code not in named:
                named[code] = " ".join(sorted(chosen(code, choices)))
            yield (number, *(v / size if isfinite(v) else None for v, size in zip(values, sizes, strict=True)), named[code])

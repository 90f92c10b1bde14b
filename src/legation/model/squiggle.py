"""A run as text for Squiggle (squiggle-language.com): a mixture of what the origins say for each input, and the formulas over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legation.model.expression import text
from legation.model.options import Option
from legation.model.script import Input, Note, Script, Step, cited


def squiggle(script: Script, notes: Mapping[str, Note]) -> str:
    """The script as Squiggle text; each claim stands above its quantity with its sentence, `notes` by claim."""
    return "\n".join(_lines(script, notes)) + "\n"


def _lines(script: Script, notes: Mapping[str, Note]) -> Iterator[str]:
    run = script.run
    title, parties = " ".join(run.model.title.split()), ", ".join(f"{name} {party}" for name, party in run.parties)
    yield f"// {title}: {parties}{f', {run.when}' if run.when else ''}"
    yield f"// One-sided claims are read {script.reading}. Each origin weighs the same: nothing says which is right."
    if script.together:
        yield "// Some origin tells of several inputs; here they are drawn apart, which Legation's own draws do not do."
    for one in script.inputs:
        yield ""
        yield from _head(one, notes)
        yield f"{one.variable.id} = {_mixture(one.options)}"
    for step in script.steps:
        yield ""
        yield from _head(step, notes)
        yield f"{step.variable.id} = {text(step.tree)}"
    yield ""
    yield script.answer.id


def _head(one: Input | Step, notes: Mapping[str, Note]) -> Iterator[str]:
    v = one.variable
    yield f"// {v.id}: {v.label}, in {v.unit}" if v.label else f"// {v.id}, in {v.unit}"
    if isinstance(one, Step) and one.given:
        yield "// claims on it, which play no part in the formula:"
    yield from (f"//   {cited(g, notes)}" for g in one.given)


def _mixture(options: tuple[Option, ...]) -> str:
    parts = [f"{o.low:.15g}" if o.low == o.high else f"uniform({o.low:.15g}, {o.high:.15g})" for o in options]
    return parts[0] if len(parts) == 1 else f"mixture([{', '.join(parts)}])"

"""A run as XMILE 1.0 (OASIS standard, 2015), which system-dynamics tools and PySD read.

XMILE knows no sets of claims, so the choice among them is made by the reader of the file: `x_source` picks the origin, `x_place` the place
within what it says (0 the low side, 1 the high side). Both are constants to move; the file sets the first origin and the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from xml.etree import ElementTree as Tree  # only written here, never read

from legation.model.expression import text
from legation.model.numbers import short
from legation.model.script import Input, Note, Script, cited
from legation.model.system import Given

SPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
MIDDLE = 0.5


def xmile(script: Script, notes: Mapping[str, Note]) -> str:
    """The script as an XMILE file; every variable's documentation has the claims it rests on, with their sentences."""
    root = Tree.Element("xmile", version="1.0", xmlns=SPACE)
    header = Tree.SubElement(root, "header")
    _put(header, "name", script.run.model.title)
    _put(header, "vendor", "Legation")
    _put(header, "product", "Legation", version=version("legation"))
    specs = Tree.SubElement(root, "sim_specs")
    # nothing here runs in time: one step, so that the tools have something to run
    for name, value in (("start", "0"), ("stop", "1"), ("dt", "1")):
        _put(specs, name, value)
    variables = Tree.SubElement(Tree.SubElement(root, "model"), "variables")
    for one in script.inputs:
        for name, equation, unit, doc in _input(one, notes):
            _aux(variables, name, equation, unit, doc)
    for step in script.steps:
        v = step.variable
        told = f"Told of it, and no part of the equation:\n{_told(step.given, notes)}" if step.given else ""
        _aux(variables, v.id, text(step.tree), v.unit, f"{v.label}\n{told}")
    Tree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"


def _input(one: Input, notes: Mapping[str, Note]) -> Iterator[tuple[str, str, str, str]]:
    """The variables that an input becomes: name, equation, unit, documentation."""
    v, doc = one.variable, f"{one.variable.label}\n{_told(one.given, notes)}"
    source, place = f"{v.id}_source", f"{v.id}_place"
    if len(one.options) > 1:
        named = "; ".join(f"{n}: {', '.join(short(c) for c in o.claims)}" for n, o in enumerate(one.options, 1))
        yield source, "1", "", f"Which origin is believed. {named}"
    if any(o.low < o.high for o in one.options):
        yield place, str(MIDDLE), "", "Where in what the claim allows: 0 at its low side, 1 at its high side. An assumption, to be moved."
    yield v.id, _choice([_value(o.low, o.high, place) for o in one.options], source), v.unit, doc


def _value(low: float, high: float, place: str) -> str:
    return f"{low:.15g}" if low == high else f"({low:.15g} + {high - low:.15g} * {place})"


def _choice(values: Sequence[str], source: str) -> str:
    out = values[-1]
    for n in range(len(values) - 1, 0, -1):
        out = f"IF {source} = {n} THEN {values[n - 1]} ELSE ({out})"
    return out


def _told(given: Sequence[Given], notes: Mapping[str, Note]) -> str:
    return "\n".join(cited(g, notes) for g in given)


def _aux(parent: Tree.Element, name: str, equation: str, unit: str, doc: str) -> None:
    aux = Tree.SubElement(parent, "aux", name=name)
    _put(aux, "doc", doc.strip())
    _put(aux, "eqn", equation)
    if unit:
        _put(aux, "units", unit)


def _put(parent: Tree.Element, name: str, words: str, **more: str) -> None:
    # XML has no place for control characters, which article text may hold
    Tree.SubElement(parent, name, more).text = "".join(c for c in words if c >= " " or c in "\n\t")

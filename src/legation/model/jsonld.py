"""An answer sheet as JSON-LD, in the terms of PROV-O and schema.org.

A quantity is derived from the claims that bind it, a claim quoted from its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from legation.model.script import Note
from legation.model.sheet import Answer, Sheet
from legation.model.system import Given

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "legation": "urn:legation:",
    "name": "schema:name",
    "unit": "schema:unitText",
    "low": "schema:minValue",
    "high": "schema:maxValue",
    "text": "schema:text",
    "speaker": "schema:creator",
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "parties": "legation:parties",
    "assumption": "legation:assumption",
    "formula": "legation:formula",
    "basis": "legation:basis",
    "warning": "legation:warning",
    "impossible": "legation:impossible",
    "about": {"@id": "schema:about", "@type": "@id"},
}


def jsonld(sheets: Sequence[Sheet], notes: Mapping[str, Note]) -> dict[str, Any]:
    """Sheets as one JSON-LD document; a graph for each, with what is implied for every quantity, and the claims."""
    return {"@context": CONTEXT, "@graph": [node for number, sheet in enumerate(sheets, 1) for node in _nodes(sheet, number, notes)]}


def _nodes(sheet: Sheet, number: int, notes: Mapping[str, Note]) -> Iterator[dict[str, Any]]:
    here = f"legation:run:{sheet.model}:{number}"
    yield {
        "@id": here,
        "@type": ["prov:Activity", "legation:Run"],
        "name": sheet.title,
        "parties": [f"{name} {party}" for name, party in sheet.parties],
        "formula": [{"text": f.text, "basis": f"{f.basis}: {f.because}"} for f in sheet.formulas],
        "assumption": list(sheet.assumptions),
        "warning": list(sheet.warnings),
    }
    for answer in sheet.answers:
        yield _answer(answer, here)
    units = dict(sheet.units)
    yield from (_claim(g, here, units[g.quantity], notes.get(g.id)) for g in sheet.given)


def _answer(a: Answer, here: str) -> dict[str, Any]:
    bound = a.bound
    node: dict[str, Any] = {
        "@id": f"{here}:{a.quantity}",
        "@type": ["prov:Entity", "schema:QuantitativeValue"],
        "name": a.label or a.quantity,
        "unit": a.unit,
        "prov:wasGeneratedBy": {"@id": here},
        "derivedFrom": [f"legation:claim:{c}" for c in dict.fromkeys((*bound.low.binding, *bound.high.binding))],
    }
    if not bound.possible:
        node["impossible"] = True
    sides = {"low": bound.low.value, "high": bound.high.value}
    return {**node, **{side: value for side, value in sides.items() if value is not None and bound.possible}}


def _claim(g: Given, here: str, unit: str, note: Note | None) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": f"legation:claim:{g.id.replace(' ', '-')}",
        "@type": ["prov:Entity", "schema:Claim"],
        "about": f"{here}:{g.quantity}",
    }
    sides = {"low": g.low, "high": g.high, "unit": unit or None, "name": g.said or g.id, "assumption": g.assumed or None}
    node |= {key: value for key, value in sides.items() if value is not None}
    if note:
        node |= {"text": note.sentence, "speaker": note.says, "quotedFrom": note.url or f"legation:article:{g.article}"}
    return node

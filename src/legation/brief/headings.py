"""Headings: what a quantity is called, as a reader would, and how soon a reader asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from legation.brief.names import named
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.tell import Naming
from legation.codes.tables import parse_table
from legation.words.quantity import Quantity

_FIELD = re.compile(r"\{([abx]|a's)(?:\|([^}]*))?\}")
_MAYBE = re.compile(r"\[([^\]]*)\]")
_STEM = 4
"""Letters by which a word is known to be of a party's name: `Russian` of Russia."""
_SMALL = frozenset(("of", "the", "to", "in", "for", "from", "by", "and", "its", "their", "'s", "’s"))
_SHORT = _CODE = 3
_NOBODY = frozenset(("others", "people", "more people", "other people"))
"""Subjects that say nothing without their sentence."""


def quantity_words(pile: Pile, q: Quantity) -> str:
    """What a quantity is called within a sentence of a dossier."""
    return quantity_title(q, pile.name)


def quantity_title(q: Quantity, name: Naming) -> str:
    """What a quantity is called: `Russia's exports to North Korea`, `soldiers killed (Ukraine)`. Parties that the words do not tell stand behind."""
    template = _rows().get(q.measure, {}).get("heading") or f"{{x|{q.measure.replace('-', ' ')}}}"
    giver, receiver = (named(name(p)) if p else "" for p in (q.giver, q.receiver))
    x = _subject(q, (giver, receiver), template)
    if x and ("{x" not in template or _says(q, x)):
        told = x
    else:
        fields = {"a": giver, "b": receiver, "x": x, "a's": _possessive(giver) if giver and not _tells(x, giver) else ""}
        told = _filled(_MAYBE.sub(lambda m: m[1] if all(fields[f] for f, _ in _FIELD.findall(m[1])) else "", template), fields)
    left = [p for p in (giver, receiver) if p and not _tells(told, p)]
    behind = " → ".join(map(_plain, left))
    return f"{told} ({behind})" if behind else told


def weight(q: Quantity) -> int:
    """How soon a reader of a dossier asks for a quantity: by its measure, and by how many parties it has."""
    return int(_rows().get(q.measure, {}).get("weight") or 0) + 3 * sum(p is not None for p in (q.giver, q.receiver))


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {r["measure"]: r for r in parse_table((files("legation.brief") / "headings.tsv").read_text("utf-8"), "headings")}


def _filled(template: str, fields: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda m: fields[m[1]] or m[2] or "", template)


def _subject(q: Quantity, parties: Sequence[str], template: str) -> str:
    """What the text says is counted; empty where that is no more than the measure and its parties."""
    label = one_line(q.label).removesuffix(f", {' → '.join(_plain(p) for p in parties if p)}")
    if label == q.measure or label.startswith(f"{q.measure}, "):
        return _counted(one_line(q.unit or "")) if q.measure == "other" else ""
    if label in _NOBODY:
        return ""
    known = set(re.findall(r"[a-z]+", _FIELD.sub("", template).casefold())) | _SMALL
    stems = {w[:_STEM].casefold() for p in parties for w in p.split() if len(w) > _SHORT}
    more = [w for w in re.findall(r"[\w-]+", label) if w.casefold() not in known and w[:_STEM].casefold() not in stems and w != "s"]
    return label if more or "{x" in template else ""


def _counted(unit: str) -> str:
    """What a unit alone says is counted."""
    return "sum of money" if len(unit) == _CODE and unit.isupper() else "percentage" if unit.startswith("percent") else unit


def _says(q: Quantity, x: str) -> bool:
    """Whether the text's words say the measure already."""
    return not {*_rows().get(q.measure, {}).get("said", "").split()}.isdisjoint(re.findall(r"[a-z]+", x.casefold()))


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _plain(name: str) -> str:
    return name.removeprefix("the ")


def _tells(words: str, party: str) -> bool:
    """Whether words name a party, or its people by their adjective."""
    stems = [w[:_STEM].casefold() for w in _plain(party).split() if len(w) > _SHORT]
    return bool(stems) and all(any(w.casefold().startswith(stem) for w in re.findall(r"\w+", words)) for stem in stems)

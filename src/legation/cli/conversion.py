"""Figures as records and lines that show the amount in the other system of measures beside the article's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from legation.brief.converted import converted
from legation.brief.dossier import Line
from legation.brief.tell import Naming
from legation.brief.wording import amount_words
from legation.run.records import Papers, line, records
from legation.words.figure import Figure

if TYPE_CHECKING:
    from legation.store.held import Held


def converted_records(found: Iterable[Held], papers: Papers) -> Iterator[dict[str, Any]]:
    """Each figure whole, with `converted`: low, high and unit in the other system, or null."""
    for held in found:
        other = converted(held.claim.amount) if isinstance(held.claim, Figure) else None
        for record in records((held,), papers):
            yield {**record, "converted": {"low": other.low, "high": other.high, "unit": other.unit} if other else None}


def converted_line(held: Held, papers: Papers, name: Naming) -> Line:
    """A figure for a reader, with what it is in the other system in brackets."""
    told = line(held, papers, name)
    other = converted(held.claim.amount) if isinstance(held.claim, Figure) else None
    return replace(told, text=f"{told.text} (= {amount_words(other)})") if other else told

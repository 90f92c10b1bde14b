"""Figures as records and lines that show the amount in the other system of measures, or in another currency, beside the article's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.brief.converted import converted
from legation.brief.dossier import Line
from legation.brief.rates import Rate, exchanged, parse_rates
from legation.brief.tell import Naming
from legation.brief.wording import amount_words
from legation.errors import InputError
from legation.run.records import Papers, line, records
from legation.words.figure import Figure

if TYPE_CHECKING:
    from legation.store.held import Held


@dataclass(frozen=True, slots=True)
class Conversion:
    """How figures are shown in other units: measures by the table, money by the user's `rates` only."""

    rates: tuple[Rate, ...] = ()

    def records(self, found: Iterable[Held], papers: Papers) -> Iterator[dict[str, Any]]:
        """Each figure whole, with `converted`: low, high, unit, and for money the rate's words in `basis`; or null."""
        for held in found:
            for record in records((held,), papers):
                yield {**record, "converted": self._other(held)}

    def line(self, held: Held, papers: Papers, name: Naming) -> Line:
        """A figure for a reader, with what it is in other units in brackets."""
        told, claim = line(held, papers, name), held.claim
        if not isinstance(claim, Figure):
            return told
        if money := exchanged(claim.amount, claim.when, self.rates):
            return replace(told, text=f"{told.text} (= {amount_words(money.amount)}; {money.basis})")
        other = converted(claim.amount)
        return replace(told, text=f"{told.text} (= {amount_words(other)})") if other else told

    def _other(self, held: Held) -> dict[str, Any] | None:
        claim = held.claim
        if not isinstance(claim, Figure):
            return None
        if money := exchanged(claim.amount, claim.when, self.rates):
            return {"low": money.amount.low, "high": money.amount.high, "unit": money.amount.unit, "basis": money.basis}
        other = converted(claim.amount)
        return {"low": other.low, "high": other.high, "unit": other.unit} if other else None


def rates_of(path: Path | None) -> tuple[Rate, ...]:
    """The rates of the user's file, none without a file. Raises InputError for a file that cannot be read or is no table of rates."""
    if path is None:
        return ()
    try:
        return parse_rates(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(f"{path.name}: {wrong}") from wrong

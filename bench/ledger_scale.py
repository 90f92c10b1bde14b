"""The ledger at scale: synthetic claims of one case, grouped and judged from scratch, with time and memory.

    python bench/ledger_scale.py [CLAIMS]     (1,000,000 where no number is given)

Claims are figures of ten measures between pairs of sixty states, four an article, half with a named source.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import C, Teller, Told
from legation.words.amount import Amount
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.period import Period

MEASURES = ("exports", "trade", "workers", "tariff", "killed", "debt", "aid", "troops", "wages", "investment")
UNITS = {"workers": "people", "killed": "people", "troops": "people", "tariff": "percent"}
NAMES = [a + b + c for a in "ABC" for b in "AEIOU" for c in "BDLN"]
GOODS = ("fish", "coal", "timber", "wheat", "steel", "cotton", "rice", "copper")
VOICES = ("the Ministry of Trade", "the Daily Courier", "the statistics office", "an adviser, Anna Berg")
A_ARTICLE = 4


class Synthetic:
    """A source of so many claims, the same each time."""

    def __init__(self, claims: int) -> None:
        self.claims = claims

    def claims_for_ledger(self, kind: type[C]) -> Iterator[Told[C]]:
        """Figures; the case has no other claims."""
        return _figures(self.claims) if kind is Figure else iter(())  # type: ignore[return-value]


def _figures(claims: int) -> Iterator[Told[Figure]]:
    dice = random.Random(7)  # noqa: S311 - no secret
    for n in range(0, claims, A_ARTICLE):
        day = date(2010, 1, 1) + timedelta(dice.randrange(4000))
        name = digest("article", str(n))
        teller = Teller(f"a{n}", name, name, f"Paper {dice.randrange(200)}", Period(day, day))
        at = 0
        for _ in range(A_ARTICLE):
            giver, receiver = dice.sample(NAMES, 2)
            measure, value, goods = dice.choice(MEASURES), dice.randrange(1, 900) * 1000.0, dice.choice(GOODS)
            words = f"{value:,.0f}"
            text = f"In {day.year} the {goods} that {giver} counted with {receiver} came to {words}, it was said on day {n}."
            start = at + text.index(words)
            when = Period(date(day.year, 1, 1), date(day.year, 12, 31)) if dice.random() < 0.6 else None
            voice = dice.choice(VOICES) if dice.random() < 0.5 else None
            amount = Amount(value, value, unit=UNITS.get(measure, "USD"))
            span = (start, start + len(words))
            yield Told(Figure(digest(name, str(at)), span, amount, measure, None, giver, receiver, when, voice=voice), teller, text, at)
            at += len(text) + 1


def main() -> None:
    """Prints how long building and ranking take, and the most memory the process held."""
    claims = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000
    begun = time.perf_counter()
    ledger = build_ledger(Synthetic(claims))
    built = time.perf_counter()
    found = disputes(ledger)
    ranked = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = sum(len(q.verdicts) for q in ledger.quantities)
    print(f"{claims:,} claims, {len(ledger.quantities):,} quantities, {pairs:,} verdicts: built in {built - begun:.1f} s")
    print(f"{len(found):,} disputes ranked in {ranked - built:.2f} s; {memory:,.0f} MB at most")


if __name__ == "__main__":
    main()

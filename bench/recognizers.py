"""How many of Microsoft's recognizers-text cases the amounts get right.

    python bench/recognizers.py [../shared/bench/data/recognizers_text_specs] [--misses MODEL]

A case is right where every value expected in it is found with its bound (ranges), currency or percent sign, and no number
is found where none is expected. One line a model: cases, cases right, values expected, values right.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from legation.find.amounts import FoundAmount, find_amounts
from legation.parse.parser import parse
from legation.words.article import Article

MODELS = ("NumberModel", "NumberRangeModel", "PercentModel", "CurrencyModel")
Sides = tuple[float | None, float | None]


def wanted(model: str, result: dict[str, Any]) -> tuple[Sides, str | None] | None:
    """The interval and unit that a case expects; None where it expects a word without a number."""
    value = str((result.get("Resolution") or {}).get("value") or "null")
    if value == "null":
        return None
    if model == "NumberRangeModel":
        low, high = (float(x) if x else None for x in value.strip("()[]").split(","))
        return (low, high), None
    number = float(value.rstrip("%"))
    unit = "percent" if model == "PercentModel" else result["Resolution"].get("isoCurrency") if model == "CurrencyModel" else None
    return (number, number), unit


def same(a: float | None, b: float | None) -> bool:
    """Whether two sides agree: both open, or within a ten-thousandth."""
    return a is b is None or (a is not None and b is not None and abs(a - b) <= 1e-4 * max(abs(a), abs(b), 1e-9))


def fits(model: str, found: FoundAmount, sides: Sides, unit: str | None) -> bool:
    """Whether an amount of ours is the expected one; our shares are percentages, theirs fractions of one."""
    amount = found.amount
    if unit and amount.unit != unit:
        return False
    low, high = amount.low, amount.high
    if model == "NumberModel":
        low = high = low if low is not None else high
    scales = (1.0, 0.01) if amount.unit == "percent" and model != "PercentModel" else (1.0,)
    return any(same(low and low * k, sides[0]) and same(high and high * k, sides[1]) for k in scales)


def score(model: str, cases: list[dict[str, Any]], misses: bool) -> tuple[int, int, int, int]:
    """Cases, cases right, values expected, values right."""
    articles = [Article(str(n), str(n), c["Input"]) for n, c in enumerate(cases)]
    right = values = hits = 0
    for case, (_, doc) in zip(cases, parse(articles), strict=True):
        found = list(find_amounts(doc))
        expected = [w for r in case["Results"] if (w := wanted(model, r))]
        hit = sum(any(fits(model, f, *w) for f in found) for w in expected)
        good = hit == len(expected) and (bool(expected) or not found)
        right, values, hits = right + good, values + len(expected), hits + hit
        if misses and not good:
            ours = [(f.amount.low, f.amount.high, f.amount.unit) for f in found]
            print(f"  {re.sub(r'[^ -~]', '?', case['Input'])[-110:]!r}\n      wanted {expected} got {ours}")
    return len(cases), right, values, hits


def main() -> int:
    """Prints a line for each model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="../shared/bench/data/recognizers_text_specs")
    parser.add_argument("--misses", choices=MODELS)
    options = parser.parse_args()
    for model in (options.misses,) if options.misses else MODELS:
        cases = json.loads((Path(options.folder) / f"{model}.json").read_text("utf-8-sig"))
        total, right, values, hits = score(model, [c for c in cases if c["Input"].strip()], bool(options.misses))
        print(f"{model:18} cases {right}/{total} = {right / total:.3f}   values {hits}/{values} = {hits / max(values, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

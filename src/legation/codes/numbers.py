"""Number words: "twelve", "million", "dozens", "two-thirds", "tripled", and what they are worth."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table


@cache
def number_words(kind: str) -> dict[str, float]:
    """The words of a kind (small, tens, scale, scales, fraction, ordinal, multiple, half, tied, sign) with their value."""
    return {row["word"]: float(row["low"]) for row in table("numberwords") if row["kind"] == kind}


@cache
def vague_words() -> dict[str, tuple[float, float]]:
    """Words for an order of magnitude ("dozens") with the least and the most they stand for."""
    return {row["word"]: (float(row["low"]), float(row["high"])) for row in table("numberwords") if row["kind"] == "vague"}

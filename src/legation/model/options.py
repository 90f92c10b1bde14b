"""What each origin says of a quantity, as an interval to draw from; one-sided claims by the reading chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from legation.model.numbers import number
from legation.model.solve import Way
from legation.model.system import Given, System


class Reading(StrEnum):
    """How one-sided claims are read."""

    TOLD = "as told"
    LIMIT = "at the limit named"
    WITHIN = "anywhere within the limit"


@dataclass(frozen=True, slots=True)
class Option:
    """What one origin says of a quantity, in base units."""

    origin: str
    low: float
    high: float
    claims: tuple[str, ...]


def readings(system: System, way: Way) -> tuple[Reading, ...]:
    """The readings that the claims on a way's inputs need: one, or two where one of them has an open side."""
    open_sided = any(g.low is None or g.high is None for g in system.given if g.quantity in way.inputs)
    return (Reading.LIMIT, Reading.WITHIN) if open_sided else (Reading.TOLD,)


def how(system: System, g: Given, reading: Reading) -> str:
    """How a one-sided claim is read, in words."""
    low, high = (side / system.size(g.quantity) for side in _sides(system, g, reading))
    if low < high:
        return f"read as anything from {number(low)} to {number(high)}"
    return f"read as {number(low)}" + (": no source names a ceiling" if reading is Reading.WITHIN and g.high is None else "")


def options(system: System, id: str, reading: Reading) -> Iterator[Option]:
    """One option an origin: where all its claims meet, or each of them where they do not."""
    by_origin: dict[str, list[Given]] = {}
    for g in system.given:
        if g.quantity == id:
            by_origin.setdefault(g.origin or g.id, []).append(g)
    for origin, told in by_origin.items():
        sides = [(*_sides(system, g, reading), g) for g in told]
        low, high = max(s[0] for s in sides), min(s[1] for s in sides)
        if low <= high:
            yield Option(origin, low, high, tuple(g.id for g in told))
        else:
            yield from (Option(f"{origin} {n}" if n else origin, s[0], s[1], (s[2].id,)) for n, s in enumerate(sides))


def _sides(system: System, g: Given, reading: Reading) -> tuple[float, float]:
    size, (least, most) = system.size(g.quantity), system.limits(g.quantity)
    low, high = (None if side is None else side * size for side in (g.low, g.high))
    if low is not None and high is not None:
        return low, high
    limit = high if low is None else low
    assert limit is not None
    if reading is Reading.LIMIT:
        return limit, limit
    told = [x for x in system.given if x.quantity == g.quantity]
    if low is None:
        lows = [x.low * size for x in told if x.low is not None and x.low * size <= limit]
        return max([*lows, *([least] if least is not None else [])], default=limit), limit
    highs = [x.high * size for x in told if x.high is not None and x.high * size >= limit]
    return limit, min([*highs, *([most] if most is not None else [])], default=limit)

"""How cooperative or hostile a CAMEO code is, on the scale that event data are joined by."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table

# The last root of each quad class, as GDELT and ICEWS draw them; statements and appeals (01, 02) count as verbal cooperation.
VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT = 5, 8, 13


@cache
def _values() -> dict[str, float]:
    return {r["cameo"]: float(r["value"]) for r in table("goldstein")}


def goldstein(cameo: str | None) -> float | None:
    """The value of a CAMEO code, or of the nearest code above it, from -10 to 10; None for what is no code."""
    code = cameo or ""
    while len(code) > 1:
        if code in _values():
            return _values()[code]
        code = code[:-1]
    return None


def quad_class(cameo: str | None) -> int | None:
    """CAMEO's quad class of a code by its root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; None for what is no code."""
    root = (cameo or "")[:2]
    if goldstein(root) is None:
        return None
    return 1 + sum(int(root) > last for last in (VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT))


def finest(cameo: str, finer: str) -> str:
    """The finer of two codes where it only says more of the same act (`190` and `195`), else the first."""
    general = len(cameo) == 2 or (len(cameo) == 3 and cameo.endswith("0"))
    return finer if general and finer[:2] == cameo[:2] else cameo

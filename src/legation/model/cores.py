"""Contradictions: the smallest sets of claims that cannot all hold, and the largest that can.

Whether claims can hold together is decided exactly by z3 over the real numbers, each claim under a switch of its own. A map of what is
known already (no superset of a core can hold, every part of a camp can) leads from one answer to the next until all are found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic
from typing import Any

from legation.model.extra import need
from legation.model.formula import Formula, Name, Number, Op, Power, Tree
from legation.model.system import Given, System, ids

SLACK = Fraction(1, 10**9)
"""Sides that differ by less, relatively, are one: units are changed in the machine's numbers."""


@dataclass(frozen=True, slots=True)
class Core:
    """A smallest set of claims that cannot all hold, with the formulas they clash through (none where they clash by themselves)."""

    claims: tuple[str, ...]
    formulas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clashes:
    """All cores found and the camps: largest sets that can hold. `complete` where there are no others; `undecided` says why not."""

    cores: tuple[Core, ...] = ()
    camps: tuple[tuple[str, ...], ...] = ()
    complete: bool = True
    undecided: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cores and camps are looked for, and for how many seconds."""

    cores: int = 12
    camps: int = 12
    seconds: float = 2.0


LIMITS = Limits()


def clashes(system: System, limits: Limits = LIMITS) -> Clashes:
    """The cores and camps of a system; one camp with all claims and no core where nothing contradicts."""
    oracle = Oracle(system, limits.seconds)
    everything = list(ids(system.given))
    try:
        if oracle.holds(everything):
            return Clashes(camps=(tuple(everything),))
        return _explore(oracle, everything, limits)
    except _Undecided as why:
        return Clashes(complete=False, undecided=str(why))


def can_hold(system: System, seconds: float = 1.0) -> bool | None:
    """Whether all claims of a system can hold together; None where that could not be decided in time."""
    try:
        return Oracle(system, seconds).holds(list(ids(system.given)))
    except _Undecided:
        return None


class _Undecided(Exception):
    """Time was up, or the arithmetic is beyond the solver."""


def _explore(oracle: Oracle, everything: list[str], limits: Limits) -> Clashes:
    z3 = need("z3")
    switches, known = {c: z3.Bool(f"on_{n}") for n, c in enumerate(everything)}, z3.Solver()
    cores: list[Core] = []
    camps: list[tuple[str, ...]] = []
    why = ""
    try:
        seed: list[str] | None = everything
        while seed is not None and len(cores) < limits.cores and len(camps) < limits.camps:
            if oracle.holds(seed):
                camp = _grow(seed, everything, oracle)
                camps.append(tuple(c for c in everything if c in camp))
                known.add(z3.Or([switches[c] for c in everything if c not in camp]))
            else:
                core = _shrink(oracle.core or seed, oracle.holds)
                cores.append(Core(tuple(core), oracle.through(core)))
                known.add(z3.Or([z3.Not(switches[c]) for c in core]))
            seed = _seed(known, switches, everything)
    except _Undecided as undecided:
        seed, why = everything, str(undecided)
    order = sorted(cores, key=lambda core: (len(core.claims), [everything.index(c) for c in core.claims]))
    return Clashes(tuple(order), tuple(sorted(camps, key=lambda c: -len(c))), seed is None, why)


def _seed(known: Any, switches: dict[str, Any], everything: list[str]) -> list[str] | None:
    """A set that nothing known decides, as large as is cheap; None where there is none left."""
    z3 = need("z3")
    if known.check() != z3.sat:
        return None
    model = known.model()
    return [c for c in everything if (on := model[switches[c]]) is None or not z3.is_false(on)]


def _shrink(claims: list[str], holds: Callable[[list[str]], bool]) -> list[str]:
    """A part that still cannot hold, and could without any one of its claims."""
    left = list(claims)
    for claim in claims:
        fewer = [c for c in left if c != claim]
        if not holds(fewer):
            left = fewer
    return left


def _grow(claims: list[str], everything: list[str], oracle: Oracle) -> set[str]:
    """A set that still can hold, and could with no further claim; what holds in the case at hand joins without being asked."""
    grown = {*claims, *oracle.fulfilled()}
    for claim in everything:
        if claim not in grown and oracle.holds([*grown, claim]):
            grown |= {claim, *oracle.fulfilled()}
    return grown


class Oracle:
    """The solver with all claims switched: says whether some of them can hold together, and remembers the last core and case."""

    def __init__(self, system: System, seconds: float) -> None:
        self.z3, self.until, self.seconds = need("z3"), monotonic() + seconds, seconds
        self.system = system
        self.reals = {v.id: self.z3.Real(v.id) for v in system.variables}
        self.switch: dict[str, Any] = {}
        self.core: list[str] = []
        self.formulas = {f"formula {n}": f for n, f in enumerate(system.plain)}
        self.solver = self.z3.SolverFor("QF_NRA")
        for v in system.variables:
            self._definition(system, v.id)
        for g in system.given:
            self.solver.add(self.z3.Implies(self._switch(g.id), self.z3.And(self._claimed(system, g))))
        for key, formula in self.formulas.items():
            self.solver.add(self.z3.Implies(self._switch(key), self._formula(formula)))

    def holds(self, claims: list[str], formulas: list[str] | None = None) -> bool:
        """Whether the claims can hold together under all formulas, or some. Raises _Undecided."""
        if monotonic() > self.until:
            raise _Undecided(f"stopped after {self.seconds:g} s")
        chosen = [*claims, *(self.formulas if formulas is None else formulas)]
        self.solver.set("timeout", max(1, int((self.until - monotonic()) * 1000)))
        answer = self.solver.check([self.switch[c] for c in chosen])
        if answer == self.z3.unknown:
            raise _Undecided(f"the solver gave up: {self.solver.reason_unknown()}")
        if answer == self.z3.unsat:
            switched = {b.get_id() for b in self.solver.unsat_core()}
            self.core = [c for c in claims if self.switch[c].get_id() in switched]
        return bool(answer == self.z3.sat)

    def value(self, target: str) -> float:
        """What a quantity is, in base units, in the case that was last found to hold."""
        found = self.solver.model().eval(self.reals[target], model_completion=True)
        exact = found if self.z3.is_rational_value(found) else found.approx(20)
        return float(exact.as_fraction())

    def fulfilled(self) -> set[str]:
        """The claims that are true, with all others of theirs id, in the case that was last found to hold."""
        values = {v.id: self.value(v.id) / self.system.size(v.id) for v in self.system.variables}
        false = {
            g.id for g in self.system.given for x in [values[g.quantity]] if (g.low is not None and x < g.low) or (g.high is not None and x > g.high)
        }
        return {g.id for g in self.system.given} - false

    def anywhere(self, target: str) -> tuple[bool | None, float]:
        """Whether all claims can hold, and a value (in base units) that a quantity then has."""
        try:
            return (True, self.value(target)) if self.holds(list(ids(self.system.given))) else (False, 0.0)
        except _Undecided:
            return None, 0.0

    def beyond(self, target: str, side: int, value: float) -> tuple[bool | None, float]:
        """Whether a quantity can be at or past a value (in base units) on a side, and a value that it has there."""
        self.solver.push()
        try:
            x = self.reals[target]
            self.solver.add(x >= self._number(value) if side else x <= self._number(value))
            return self.anywhere(target)
        finally:
            self.solver.pop()

    def through(self, claims: list[str]) -> tuple[str, ...]:
        """The texts of the formulas without which the claims could hold."""
        keys = _shrink(list(self.formulas), lambda some: self.holds(claims, some))
        return tuple(self.formulas[k].text for k in keys)

    def _switch(self, id: str) -> Any:
        return self.switch.setdefault(id, self.z3.Bool(f"claim_{len(self.switch)}"))

    def _definition(self, system: System, id: str) -> None:
        low, high = system.limits(id)
        if low is not None:
            self.solver.add(self.reals[id] >= self._number(low))
        if high is not None:
            self.solver.add(self.reals[id] <= self._number(high))

    def _claimed(self, system: System, g: Given) -> list[Any]:
        x, size = self.reals[g.quantity], system.size(g.quantity)
        sides = []
        if g.low is not None:
            sides.append(x >= self._number(g.low * size, -1))
        if g.high is not None:
            sides.append(x <= self._number(g.high * size, 1))
        return sides

    def _number(self, value: float, outward: int = 0) -> Any:
        exact = Fraction(value)
        return self.z3.RealVal(str(exact + outward * abs(exact) * SLACK))

    def _formula(self, formula: Formula) -> Any:
        left, right = self._term(formula.left), self._term(formula.right)
        return {"=": left == right, "<=": left <= right, ">=": left >= right}[formula.relation]

    def _term(self, tree: Tree) -> Any:
        match tree:
            case Number(value):
                return self._number(value)
            case Name(id):
                return self.reals[id]
            case Power(base, exponent):
                term, out = self._term(base), self._term(base)
                for _ in range(abs(exponent) - 1):
                    out = out * term
                return out if exponent > 0 else self._over(self.z3.RealVal(1), out)
            case Op("/", left, right):
                return self._over(self._term(left), self._term(right))
            case Op(sign, left, right):
                a, b = self._term(left), self._term(right)
                return a + b if sign == "+" else a - b if sign == "-" else a * b
        raise TypeError(f"{tree} is no part of a formula")

    def _over(self, above: Any, below: Any) -> Any:
        # the solver lets x/0 be anything; a formula does not
        self.solver.add(below != 0)
        return above / below

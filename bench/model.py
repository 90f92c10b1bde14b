"""How fast the model answers: draws through twenty quantities, bounds and contradictions of fifty claims.

python bench/model.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

from legation.model.bounds import bounds
from legation.model.cores import clashes
from legation.model.draws import draws
from legation.model.drivers import drivers
from legation.model.formula import parse_formula
from legation.model.system import Given, System, Variable
from legation.model.trials import Plan


def labour(capped: bool) -> System:
    """Fifty claims on workers, wages, shares and income; contradictory where a cap is added."""
    variables = (
        Variable("workers", "people"),
        Variable("wage", "USD/month/person"),
        Variable("share", "percent", high=100),
        Variable("income", "USD/year"),
    )
    given = [Given("w", "workers", 47_500, 52_500)]
    given += [Given(f"w{n}", "workers", 30_000.0 + 500 * n, None, f"paper {n % 7}") for n in range(19)]
    given += [Given(f"s{n}", "share", None, 50.0 + 3 * n, f"paper {n % 5}") for n in range(15)]
    given += [Given(f"i{n}", "income", 105e6 + 1e6 * n, None, f"paper {n % 3}") for n in range(15)]
    if capped:
        given.append(Given("cap", "wage", None, 200))
    return System(variables, tuple(given), (parse_formula("income = workers * wage * share"),))


def chain() -> System:
    """Twenty quantities: ten told by three origins each, ten reckoned one from the other."""
    variables = tuple(Variable(f"{kind}{n}", "USD") for kind in "qt" for n in range(10))
    given = tuple(Given(f"c{n}{o}", f"q{n}", 10.0 + n + o, 20.0 + n + o, f"origin {o}") for n in range(10) for o in range(3))
    formulas = (parse_formula("t0 = q0 * 2"), *(parse_formula(f"t{n} = t{n - 1} + q{n}") for n in range(1, 10)))
    return System(variables, given, formulas)


def timed(what: str, work: Callable[[], object]) -> None:
    """Prints the best of three runs after one that loads the libraries."""
    work()
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    print(f"{what:<58}{best * 1000:9.1f} ms")


def main() -> None:
    """Prints the table of timings."""
    whole, capped, links = labour(False), labour(True), chain()
    timed("a bound from 50 claims", lambda: bounds(whole, "wage"))
    timed("the same with what each binding claim does", lambda: drivers(whole, "wage", bounds(whole, "wage")))
    timed("that 50 claims can all hold", lambda: clashes(whole))
    timed("a bound and the first 12 contradictions of 51 claims", lambda: (bounds(capped, "wage"), clashes(capped)))
    timed("a million draws through 20 quantities", lambda: draws(links, "t9", Plan(1_000_000, 1)))


if __name__ == "__main__":
    main()

"""Ledgers and systems made by hand for the tests of the model: the claims of the seeds as objects of the vocabulary."""

from __future__ import annotations

from datetime import date

from legation.model.bind import Run, runs
from legation.model.formula import parse_formula
from legation.model.shelf import Shelf
from legation.model.system import Given, System, Variable
from legation.model.text import library
from legation.words.amount import Amount, Change
from legation.words.period import Period
from legation.words.quantity import Ledger, Member, Quantity
from legation.words.status import Status


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def member(claim: str, amount: Amount, when: Period | None = None, role: str = "level", **known: object) -> Member:
    given = {"article": f"article-{claim}", "origin": f"origin-{claim}", "holds": when, **known}
    return Member(claim, span=(0, 1), amount=amount, when=when, role=role, **given)  # type: ignore[arg-type]


def quantity(measure: str, giver: str | None, receiver: str | None, *members: Member) -> Quantity:
    return Quantity(f"{measure}-{giver}-{receiver}", measure, measure, None, giver, receiver, members)


SPRING = period("2017-01-01", "2017-05-31")
SPRING_BEFORE = period("2016-01-01", "2016-05-31")


def seeds() -> Ledger:
    """What the three seed articles say of workers, wages and trade."""
    return Ledger(
        (
            quantity(
                "workers",
                "PRK",
                "RUS",
                member("some-50000", Amount(50_000.0, 50_000.0, True, "people"), None),
                member("over-47000", Amount(47_000.0, None, unit="people"), None),
                member("over-40000", Amount(40_000.0, None, unit="people"), None),
            ),
            quantity(
                "wage-share",
                "PRK",
                "RUS",
                member("up-to-80", Amount(None, 80.0, unit="percent")),
                member("up-to-half", Amount(None, 50.0, unit="percent")),
            ),
            quantity("remittances", "PRK", "RUS", member("120m", Amount(120e6, None, unit="USD", per="year"))),
            quantity(
                "exports",
                "RUS",
                "PRK",
                member("48m", Amount(48e6, 48e6, unit="USD"), SPRING, article="a"),
                member("24m", Amount(24e6, 24e6, True, unit="USD"), SPRING_BEFORE, article="a"),
                member("doubled", Amount(2.0, 2.0, True, unit="times", change=Change.INCREASE), SPRING, role="change", article="a"),
            ),
            quantity("share", "RUS", None, member("energy", Amount(90.0, None, unit="percent", noun="exports"), article="a")),
        )
    )


def overblown() -> Ledger:
    """A total that workers, wages and shares of other articles cannot make."""
    year = period("2017-01-01", "2017-12-31")
    return Ledger(
        (
            quantity("workers", "PRK", "OTHER-COUNTRIES", member("60-100k", Amount(60_000.0, 100_000.0, unit="people"), year)),
            quantity("wages", "PRK", "OTHER-COUNTRIES", member("841", Amount(841.0, 841.0, unit="USD", per="month"), year)),
            quantity("wage-share", "PRK", "OTHER-COUNTRIES", member("70", Amount(None, 70.0, unit="percent"), year)),
            quantity("remittances", "PRK", "OTHER-COUNTRIES", member("billions", Amount(1.2e9, 2.3e9, unit="USD", per="year"), year)),
        )
    )


def run_of(name: str, ledger: Ledger, rounded: bool = False) -> Run:
    """The first run of a model of the library."""
    return runs(library()[name], Shelf(ledger), rounded)[0]


def labour(*given: Given) -> System:
    """workers * wage * share = income, with some claims."""
    variables = (
        Variable("workers", "people"),
        Variable("wage", "USD/month/person"),
        Variable("share", "percent", high=100.0),
        Variable("income", "USD/year"),
    )
    return System(variables, given, (parse_formula("income = workers * wage * share"),))


def told(id: str, quantity: str, low: float | None, high: float | None, origin: str = "") -> Given:
    return Given(id, quantity, low, high, origin or id)


PLANNED = Status.PLANNED

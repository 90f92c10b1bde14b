"""The table commands: events, figures, statements, ties, voices, actors. One row of TABLES each."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.options import CaseFile
from legation.errors import QueryError
from legation.words.event import EventType
from legation.words.statement import StatementKind
from legation.words.status import Status

if TYPE_CHECKING:
    from legation.store.case import Case
    from legation.store.filter import Filter

SHOWN = 50
"""Rows of a terminal table where the user sets no limit; JSON and CSV are whole."""

OPTIONS: dict[str, tuple[Any, Any]] = {
    "case": (CaseFile, inspect.Parameter.empty),
    "actor": (
        Annotated[str | None, typer.Option(metavar="ACTOR", help="In any role: RUS or Russia; of voices, whom they speak for.")],
        None,
    ),
    "between": (Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Both taking part.")], None),
    "type": (
        Annotated[str | None, typer.Option(metavar="TYPE", help="An event's type (SANCTION), or a kind.")],
        None,
    ),
    "measure": (Annotated[str | None, typer.Option(metavar="MEASURE", help="What is measured: workers, exports, wage-share...")], None),
    "since": (Annotated[str | None, typer.Option(metavar="DAY", help="Not wholly before: 2017-03-07, 2017-03 or 2017.")], None),
    "until": (Annotated[str | None, typer.Option(metavar="DAY", help="Not wholly after.")], None),
    "voice": (Annotated[str | None, typer.Option(metavar="WORDS", help="With these words in the chain of sources.")], None),
    "status": (Annotated[Status | None, typer.Option(help="How it is told.")], None),
    "article": (Annotated[str | None, typer.Option(metavar="ID", help="In this article.")], None),
    "limit": (Annotated[int | None, typer.Option(min=0, metavar="N", help=f"At most N rows, 0 for all (in the terminal {SHOWN}).")], None),
    "convert": (Annotated[bool, typer.Option("--convert", help="Miles also in km, hectares also in acres, and so on.")], False),
    "rates": (
        Annotated[Path | None, typer.Option(metavar="FILE", help="Money also by the rates of a CSV: currency, into, rate, day, source.")],
        None,
    ),
    "json": (Annotated[bool, typer.Option("--json", help="A JSON list, every record whole.")], False),
    "csv": (Annotated[bool, typer.Option("--csv", help="CSV, every record whole.")], False),
}
OUTPUT = ("limit", "json", "csv")
OTHER_UNITS = ("convert", "rates")
CLAIMS = ("case", "actor", "between", "type", "since", "until", "voice", "status", "article", *OUTPUT)


@dataclass(frozen=True, slots=True)
class TableCommand:
    """A command that lists one kind of thing with the options it takes."""

    name: str
    help: str
    options: tuple[str, ...]


TABLES = (
    TableCommand("events", "Who did what to whom, when, and who says so.", CLAIMS),
    TableCommand("figures", "How much of what, with bound, period and source.", (*("measure" if o == "type" else o for o in CLAIMS), *OTHER_UNITS)),
    TableCommand("voices", "Who says what.", ("case", "actor", "voice", "since", "until", "article", *OUTPUT)),
    TableCommand("statements", "Motives, assessments, comparisons, forecasts.", CLAIMS),
    TableCommand("ties", "Standing relations: trades with, employs workers of, borders...", CLAIMS),
    TableCommand("actors", "Who is named, how often and in how many articles.", ("case", "type", "article", *OUTPUT)),
)

TYPES: dict[str, tuple[str, ...]] = {"events": tuple(EventType), "statements": tuple(StatementKind)}
"""Closed lists of types: a wrong one is said, not answered with an empty table."""


def command(table: TableCommand) -> Callable[..., None]:
    """The function behind a table command; its signature is made of the rows of OPTIONS, which is what typer reads."""

    def run(**asked: Any) -> None:
        _run(table, asked)

    kinds = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter(o, kinds, annotation=OPTIONS[o][0], default=OPTIONS[o][1]) for o in table.options]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {o: OPTIONS[o][0] for o in table.options}
    run.__name__ = table.name
    return run


def _run(table: TableCommand, asked: dict[str, Any]) -> None:
    from legation import api

    with api.open(asked["case"]) as case:
        where = _filter(table, case, asked)
        if table.name == "actors":
            _show_actors(case, where, asked)
        else:
            _show_claims(table, case, where, asked)


def _filter(table: TableCommand, case: Case, asked: dict[str, Any]) -> Filter:
    """What the user asked as the store's filter."""
    from legation.cli.options import actor_id
    from legation.run.asked import day
    from legation.store.filter import Filter

    between = asked.get("between")
    return Filter(
        actor=actor_id(case, asked["actor"]) if asked.get("actor") else None,
        between=(actor_id(case, between[0]), actor_id(case, between[1])) if between else None,
        measure=asked.get("measure"),
        type=_type(table, asked.get("type")),
        since=day(asked.get("since")),
        until=day(asked.get("until"), last=True),
        voice=asked.get("voice"),
        status=asked.get("status"),
        article=case.article(asked["article"]).digest if asked.get("article") else None,
    )


def _type(table: TableCommand, given: str | None) -> str | None:
    known = TYPES.get(table.name)
    if given is None or known is None:
        return given
    found = next((k for k in known if k.casefold() == given.casefold()), None)
    if found is None:
        raise QueryError(f"{given!r} is no type of {table.name}; there are {', '.join(known)}")
    return str(found)


def _limit(asked: dict[str, Any]) -> int | None:
    """How many rows; None for all."""
    given: int | None = asked["limit"]
    if given is None:
        return None if asked["json"] or asked["csv"] else SHOWN
    return given or None


def _show_claims(table: TableCommand, case: Case, where: Filter, asked: dict[str, Any]) -> None:
    from legation.cli.table import WIDE, console, lines_table, print_csv, print_json
    from legation.run.records import Papers

    papers, limit = Papers(case), _limit(asked)
    found = getattr(case, table.name)(where)
    if asked.get("convert") or asked.get("rates"):
        from legation.cli.conversion import Conversion, rates_of

        conversion = Conversion(rates_of(asked["rates"]))
        line, records = conversion.line, conversion.records
    else:
        from legation.run.records import line, records
    if asked["json"] or asked["csv"]:
        (print_json if asked["json"] else print_csv)(records(islice(found, limit), papers))
        return
    screen = console()
    rows = list(islice(found, limit and limit + 1))
    more = limit is not None and len(rows) > limit
    names = {a.id: a.name for a in case.actors()} if screen.width >= WIDE else {}
    shown = [(h.claim.id, line(h, papers, lambda id: names.get(id or "", id or ""))) for h in rows[:limit]]
    screen.print(lines_table(shown, screen.width) if rows else f"No {table.name} fit.")
    if more:
        console(stderr=True).print(f"The first {limit} only; --limit N shows more, --limit 0 all.")


def _show_actors(case: Case, where: Filter, asked: dict[str, Any]) -> None:
    from legation.cli.table import console, plain_table, print_csv, print_json

    lines = list(islice(case.actors(where), _limit(asked)))
    if asked["json"] or asked["csv"]:
        (print_json if asked["json"] else print_csv)(asdict(a) for a in lines)
        return
    columns = ("Id", "Name", "Kind", "Of", "Named", "Articles")
    rows = [(a.id, a.name, a.kind.value, a.country, a.mentions, a.articles) for a in lines]
    console().print(plain_table(columns, rows) if rows else "No actors fit.")

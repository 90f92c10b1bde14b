"""The entry point: one command a file, errors of ours as one line."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from legation.cli.brief import brief
from legation.cli.diff import diff
from legation.cli.disputes import disputes
from legation.cli.explain import explain
from legation.cli.export import export
from legation.cli.judge import judge, judgements
from legation.cli.ledger import ledger
from legation.cli.model import model
from legation.cli.read import read
from legation.cli.screen import screen
from legation.cli.search import search
from legation.cli.serve import serve
from legation.cli.tables import TABLES, command
from legation.errors import LegationError

app = typer.Typer(
    name="legation",
    help="Reads news articles and rebuilds the system of relations between states they describe, every element with its sentence and who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(brief)
app.command()(serve)
for table in TABLES:
    app.command(table.name, help=table.help)(command(table))
app.command()(ledger)
app.command()(disputes)
app.command()(diff)
app.command()(judge)
app.command()(judgements)
app.command()(explain)
app.command()(search)
app.add_typer(model, name="model")
app.command()(screen)
app.add_typer(export, name="export")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"legation {version('legation')}")
        except PackageNotFoundError:
            typer.echo("legation (not installed)")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")] = False,
) -> None:
    """Options before the command."""


def main() -> None:
    """Runs the command line; ends the process with 0, 1 (some input refused), 2 (wrong use, nothing done) or 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # other programs get UTF-8 whatever the locale; a broken character of an article must not end this one, and in JSON its escape is right
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        app()
    except LegationError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))


def fail(message: str) -> None:
    """One plain line on standard error, exit code 2."""
    from legation.brief.plain import one_line

    print(f"legation: {one_line(message)}", file=sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    main()

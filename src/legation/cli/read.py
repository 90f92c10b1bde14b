"""`legation read`: articles in, a case, readings or a brief out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from legation.api import Case, Outcome, Reading, Step

INTERRUPTED = 130
COUNTED = ("articles", "actors", "events", "figures", "voices", "unread")


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or archives of articles; - is standard input.")],
    case: Annotated[Path | None, typer.Option("--case", metavar="FILE", help="Store what is read here; made where it is missing.")] = None,
    actors: Annotated[Path | None, typer.Option("--actors", metavar="TOML", help="Names of your own; a case keeps them for later reads.")] = None,
    predicates: Annotated[
        Path | None, typer.Option("--predicates", metavar="TSV", help="Rows of your own for the lexicon of acts; a case keeps them.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=0, max=64, metavar="N", help="So many processes read at once; 0 is what suits the machine.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="One reading a line on standard output.")] = False,
) -> None:
    """Read articles into a case, or as JSON; with neither, show their brief."""
    from legation import api
    from legation.cli.keeping import keep_ledger

    told: Counter[Outcome] = Counter()
    own = api.own_actors(actors) if actors else None
    rows = api.own_predicates(predicates) if predicates else None
    opened = api.open(case, create=True) if case else None
    try:
        steps = api.read_into(opened, paths, json, own, rows, jobs or api.usual_jobs())
        kept = _follow(_watched(steps), told, json, keep=not (opened or json))
        if opened:
            keep_ledger(opened)
            _show_counts(opened, told, to_stderr=json)
        elif kept:
            _show_brief(kept)
    except KeyboardInterrupt:
        _say_interrupted(case)
        raise typer.Exit(INTERRUPTED) from None
    finally:
        if opened:
            opened.close()
    raise typer.Exit(_exit_code(told))


def _follow(steps: Iterable[Step], told: Counter[Outcome], json: bool, keep: bool) -> list[Reading]:
    """Counts the steps, prints readings as they come or keeps them."""
    from json import dumps

    kept = []
    for step in steps:
        told[step.outcome] += 1
        if step.reading and json:
            sys.stdout.write(dumps(step.reading.as_json(), ensure_ascii=False) + "\n")
            sys.stdout.flush()
        elif step.reading and keep:
            kept.append(step.reading)
    return kept


def _watched(steps: Iterable[Step]) -> Iterator[Step]:
    """A progress line on standard error where that is a terminal; what was refused or left unread is said as it comes."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from legation.brief.plain import one_line
    from legation.cli.table import console

    screen = console(stderr=True)
    columns = (SpinnerColumn(), TimeElapsedColumn(), TextColumn("{task.completed} done  {task.description}", markup=False))
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task("", total=None)
        for step in steps:
            progress.update(task, advance=1, description=one_line(step.name)[:40])
            if step.why:
                screen.print(f"{step.outcome}: {one_line(step.name)}: {one_line(step.why)}", soft_wrap=True)
            yield step


def _show_counts(case: Case, told: Counter[Outcome], to_stderr: bool) -> None:
    """What this run did, and what the case now holds."""
    from legation.brief.wording import counted
    from legation.cli.table import console, plain_table

    screen, counts = console(stderr=to_stderr), case.counts()
    done = ", ".join(f"{n:,} {outcome}" for outcome, n in told.items())
    screen.print(f"{case.path}: {counted(told.total(), 'input')}{f' ({done})' if done else ''}", soft_wrap=True)
    screen.print(plain_table(COUNTED, [[counts[c] for c in COUNTED]]))


def _show_brief(readings: list[Reading]) -> None:
    from legation import api
    from legation.brief.plain import one_line
    from legation.brief.terminal import show
    from legation.cli.table import console

    first = readings[0].article
    title = (first.title or first.id) if len(readings) == 1 else "Brief"
    show(api.brief(readings, one_line(title)).dossier, console())


def _say_interrupted(case: Path | None) -> None:
    kept = f"what was read is stored in {case}; run the same command again to go on" if case else "nothing was stored; --case FILE keeps what is read"
    print(f"legation: interrupted; {kept}", file=sys.stderr)


def _exit_code(told: Counter[Outcome]) -> int:
    """0 all read, 1 some refused, 2 nothing read."""
    from legation.api import Outcome

    refused = told[Outcome.REFUSED]
    if told.total() == refused:
        if not told:
            print("legation: nothing to read there", file=sys.stderr)
        return 2
    return 1 if refused else 0

"""`legation model`: what the claims of a case imply for each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from legation.cli.document import form_of, write
from legation.cli.options import CaseFile, Json
from legation.errors import QueryError
from legation.words.form import Form

if TYPE_CHECKING:
    from legation.model.bind import Run
    from legation.model.sheet import Sheet

    S = TypeVar("S", Run, Sheet)

model = typer.Typer(help="What the claims imply for each other: formulas over them, bounds, contradictions, what-if.", no_args_is_help=True)

ModelName = Annotated[str, typer.Argument(metavar="MODEL", help="A model's name (`legation model list`), or a TOML file with one.")]
Changes = Annotated[Path | None, typer.Option("--what-if", metavar="FILE", help="A TOML file with claims to add, drop or use otherwise.")]
Parties = Annotated[list[str] | None, typer.Option("--party", metavar="ID", help="Only runs that this actor is a party of; may be repeated.")]
Rounded = Annotated[bool, typer.Option("--rounded", help='Read "48 million" as anything that is rounded so.')]
Draws = Annotated[int, typer.Option("--draws", min=100, max=5_000_000, metavar="N", help="How many draws.")]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Where the draws begin: the same seed draws the same.")]


@model.command(name="list")
def list_(case: CaseFile, json: Json = False) -> None:
    """The models, what each can run on this case, which claims feed it and what no source gives."""
    from legation import api
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console, print_json
    from legation.run.sheets import listing, run_record

    with api.open(case) as opened:
        ledger = api.ledger(opened)
        found = api.models(ledger)
        if json:
            print_json(run_record(run) for runs in found.values() for run in runs)
            return
        show_section(listing(found, Pile.of(opened.readings(), ledger)), console(), whole=True)


@model.command()
def run(
    name: ModelName,
    case: CaseFile,
    what_if: Changes = None,
    party: Parties = None,
    rounded: Rounded = False,
    draws: Draws = 20_000,
    seed: Seed = 1,
    sobol: Annotated[bool, typer.Option("--sobol", help="Sobol shares of the spread too; needs the extra `sensitivity`.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write sheet.html (with pictures), sheet.md or sheet.txt.")] = None,
    json: Json = False,
) -> None:
    """The answer sheet of a model for each of its runs; with --what-if side by side, without and with the changes."""
    from legation import api
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console, print_json
    from legation.model.whatif import read_what_if
    from legation.run.sheets import answers, beside, no_run, sheet_brief, sheet_record

    if out:
        form_of(out)  # before the work, not after it
    with api.open(case) as opened:
        ledger = api.ledger(opened)
        plan, pile = api.Plan(draws, seed, sobol), Pile.of(opened.readings(), ledger)
        if what_if:
            pairs = [p for p in api.what_if(ledger, name, read_what_if(what_if), plan) if _of(p[0], party)]
        else:
            pairs = [(s, s) for s in api.model(ledger, name, plan, rounded) if _of(s, party)]
    if json:
        print_json({"as_told": sheet_record(a, pile), "what_if": sheet_record(b, pile)} if what_if else sheet_record(a, pile) for a, b in pairs)
        return
    if out:
        write(sheet_brief(pairs, pile), out)
        console(stderr=True).print(f"Wrote {out}")
        return
    for a, b in pairs:
        show_section(answers(b, pile), console(), whole=True)
        if what_if:
            show_section(beside(a, b), console(), whole=True)
    if not pairs:
        console().print(no_run(name))


@model.command()
def check(case: CaseFile, json: Json = False) -> None:
    """All cross-checks: which claims of different quantities cannot all be true, and which bear each other out."""
    from legation import api
    from legation.brief.pile import Pile
    from legation.brief.terminal import show_section
    from legation.cli.table import console, print_json
    from legation.run.sheets import check_record, findings

    with api.open(case) as opened:
        ledger = api.ledger(opened)
        pile = Pile.of(opened.readings(), ledger)
    found = api.check(ledger)
    if json:
        print_json(check_record(c, pile) for c in found)
        return
    show_section(findings(found, pile), console(), whole=True)


@model.command()
def export(
    name: ModelName,
    case: CaseFile,
    form: Annotated[
        Form, typer.Option("--as", help="squiggle and xmile: the formulas with what each origin says; csv: every draw; jsonld: the sheet, linked.")
    ],
    answer: Annotated[str | None, typer.Option("--answer", metavar="QUANTITY", help="What is reckoned; by default the model's first answer.")] = None,
    nth: Annotated[int, typer.Option("--run", min=1, metavar="N", help="Which run, in the order of `legation model list`.")] = 1,
    party: Parties = None,
    within: Annotated[bool, typer.Option("--within", help="One-sided claims as anywhere within their limit, not at it.")] = False,
    draws: Draws = 20_000,
    seed: Seed = 1,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, not to standard output.")] = None,
) -> None:
    """Hand one run of a model to other tools: Squiggle, XMILE (system dynamics), a table of draws, JSON-LD."""
    from legation import api
    from legation.brief.pile import Pile
    from legation.brief.wording import counted
    from legation.cli.table import console
    from legation.run.exports import exported

    with api.open(case) as opened:
        ledger = api.ledger(opened)
        runs = [run for run in api.model_runs(ledger, name) if _of(run, party)]
        if len(runs) < nth:
            raise QueryError(f"the case gives {counted(len(runs), 'run', 'runs')} of {name}, no run {nth}; `legation model list` shows them")
        pile = Pile.of(opened.readings(), ledger)
    lines = exported(runs[nth - 1], pile, form, answer, within, api.Plan(draws, seed))
    if out:
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
    else:
        sys.stdout.writelines(lines)
    if len(runs) > 1 and nth == 1 and not party:
        console(stderr=True).print(f"run 1 of {len(runs)}; --run N or --party ID takes another")


def _of(told: S, wanted: list[str] | None) -> bool:
    parties = {party.casefold() for _, party in told.parties}
    return all(w.casefold() in parties for w in wanted or ())

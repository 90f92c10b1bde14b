"""`legation judge` and `legation judgements`: the analyst's decisions, logged with author and time, and taken back."""

from __future__ import annotations

from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.options import CaseFile, Json
from legation.errors import QueryError

if TYPE_CHECKING:
    from legation.words.judgement import Judgement

DECISIONS = ("accept", "reject", "correct", "rate", "merge", "split", "undo")


def judge(
    subject: Annotated[str, typer.Argument(metavar="ID", help="A claim, an actor (merge, split), a source (rate), a judgement (undo).")],
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="accept, reject, correct, rate, merge, split or undo.")],
    case: CaseFile,
    values: Annotated[list[str] | None, typer.Argument(metavar="[VALUE]...", help="field=value, a rating (A-F, 1-6), a claim or an actor.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides (else the user of this computer).")] = None,
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason, kept in the log.")] = "",
    json: Json = False,
) -> None:
    """Decide on a claim or an actor: tables, ledger and dossier heed it, reading again keeps it, `undo` takes it back."""
    from legation import api
    from legation.cli.table import console, print_json
    from legation.run.records import judgement_record

    if decision not in DECISIONS:
        raise QueryError(f"{decision!r} is no decision; {', '.join(DECISIONS)} are")
    author = by or getuser()
    with api.open(case) as opened:
        made = api.undo(opened, subject, author) if decision == "undo" else api.judge(opened, subject, decision, values or [], author, why)
    if json:
        print_json([judgement_record(made)])
        return
    console().print(f"{'undone: ' if decision == 'undo' else ''}{_words(made)}", soft_wrap=True)


def judgements(case: CaseFile, json: Json = False) -> None:
    """The log of all judgements, undone ones too; *to review* where the reading of the claim has changed since."""
    from legation import api
    from legation.brief.plain import one_line
    from legation.cli.table import console, plain_table, print_json
    from legation.run.records import judgement_record

    with api.open(case) as opened:
        ruled = {r.judgement.id: r for r in opened.ruled()}
        log = list(opened.judgements())
    if json:
        print_json(judgement_record(j, ruled.get(j.id)) for j in log)
        return
    rows = []
    for j in log:
        known = ruled.get(j.id)
        state = "undone" if j.undone else "to review" if known and known.review else ""
        rows.append((j.id[:8], f"{j.made:%Y-%m-%d %H:%M}", j.author, j.decision.value, j.subject[:24], one_line(known.words if known else ""), state))
    console().print(plain_table(("Id", "Made", "By", "Decision", "On", "Words", ""), rows) if rows else "Nothing was judged yet.")


def _words(j: Judgement) -> str:
    return f"judgement {j.id[:8]}: {j.decision.value} {j.subject} by {j.author}"

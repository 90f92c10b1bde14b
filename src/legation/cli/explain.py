"""`legation explain`: one claim with everything that bears on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.options import CaseFile, Json

if TYPE_CHECKING:
    from rich.text import Text

    from legation.brief.tell import Naming
    from legation.store.case import Case
    from legation.store.held import Held
    from legation.words.article import Article
    from legation.words.predicate import OwnPredicates


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim's id or its beginning.")],
    case: CaseFile,
    json: Json = False,
) -> None:
    """One claim: its sentence with the words marked, who says so, when and why, the rule that took it, its article."""
    from rich.table import Table
    from rich.text import Text

    from legation import api
    from legation.cli.table import console, print_json
    from legation.run.own import own_predicates
    from legation.run.records import Papers, records

    with api.open(case) as opened:
        held = opened.claim(id)
        row = _row(held, own_predicates(opened))
        if json:
            print_json({**record, "row": row} for record in records([held], Papers(opened)))
            return
        names = {a.id: a.name for a in opened.actors()}
        article = opened.article(held.article_digest)
        stands = list(_in_ledger(opened, held))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _rows(held, article, row, lambda key: f"{names[key]} ({key})" if key in names and key else key or ""):
        grid.add_row(Text(label), value)
    for label, words in stands:
        grid.add_row(Text(label), Text(words))
    console().print(Text(f"{held.kind} {held.claim.id}", style="bold"), grid, sep="\n")


def _in_ledger(case: Case, held: Held) -> Iterator[tuple[str, str]]:
    """Beside how many others a figure stands in the ledger, what speaks for and against it, and what may be reckoned with."""
    from legation.brief.plain import one_line
    from legation.brief.wording import counted, interval_words
    from legation.run.ledger import book_of

    book = book_of(case)
    quantity = book.quantity(held.claim.id) if book and held.kind == "figure" else None
    if not (book and quantity):
        return
    yield "in the ledger", f"{one_line(quantity.label)}: {counted(len(quantity.members), 'figure')}, {counted(quantity.origins, 'origin')}"
    ranked, estimate = book.weighed(quantity)
    mine = next(r for r in ranked if r.claim == held.claim.id)
    yield "rank", f"{mine.rank}{': ' if mine.reasons else ''}{one_line('; '.join(mine.reasons))}"
    if estimate:
        middle = f"; {estimate.middle:,.6g}, {one_line(estimate.why)}" if estimate.middle is not None else ""
        yield "may be reckoned with", f"{interval_words(estimate.low, estimate.high, quantity.unit)}{middle}"


def _row(held: Held, own: OwnPredicates) -> dict[str, str] | None:
    """The row of the lexicon that took an event, and whose it is; None where the lexicon has it no more."""
    from legation.codes.predicates import lexicon_with, rows_of
    from legation.words.event import Event

    event = held.read
    if not isinstance(event, Event):
        return None
    found = rows_of(event.rule, lexicon_with(own))
    return {**found[0].columns, "of": "yours" if found[0].own else "Legation"} if found else None


def _rows(held: Held, article: Article, row: dict[str, str] | None, name: Naming) -> Iterator[tuple[str, Text]]:
    """Label and value, in the order a reader asks."""
    from rich.text import Text

    from legation.brief.excerpt import excerpt
    from legation.brief.pile import publisher_of, status_words
    from legation.brief.plain import one_line
    from legation.brief.tell import says_who, tell
    from legation.brief.terminal import marked
    from legation.brief.wording import period_words
    from legation.words.voice import Voice

    claim = held.claim
    if isinstance(claim, Voice):
        yield "what", Text("said in these words" if claim.verbatim else "reported", style="bold")
    else:
        yield "what", Text(tell(claim, name, held.words), style="bold")
        why = getattr(claim, "when_why", None)
        yield "when", Text((period_words(claim.when) or "no period told") + (f" ({one_line(why)})" if why else ""))
        yield "status", Text(status_words(claim.status))
        if weighed := getattr(claim, "sides_why", None):
            yield "sides", Text(one_line(weighed))
    yield "says who", Text(says_who(claim, publisher_of(article)))
    sources = [claim] if isinstance(claim, Voice) else list(claim.voices)
    for source in sources:
        if source.country:
            yield "", Text(f"{one_line(source.speaker or '')}: of {name(source.country)}")
    if isinstance(claim, Voice) and claim.cue:
        yield "cue", Text(one_line(claim.cue))
    yield "sentence", marked(excerpt(article.text, claim.span, (held.sentence_span,)))
    if rule := getattr(claim, "rule", ""):
        yield "rule", Text(one_line(rule))
    if row:
        codes = " ".join(row[column] for column in ("type", "mode", "contexts", "cameo") if row[column])
        example = f" · as in “{one_line(row['example'])}”" if row["example"] else ""
        yield "row", Text(f"{row['head']} ({row['pos']}) · who>whom: {row['frame']} · {codes}{example} · of {row['of']}")
    day = f"{period_words(article.published.when)}, {article.published.basis}" if article.published else "no day known"
    yield "article", Text(" · ".join(one_line(p) for p in dict.fromkeys((article.title and f"“{article.title}”", publisher_of(article), day)) if p))
    if article.published and article.published.clues:
        yield "dated by", Text("; ".join(one_line(clue.says) for clue in article.published.clues))
    if article.copy_of:
        yield "copy of", Text(article.copy_of)
    for label, value in (("", article.url), ("", article.path), ("id", article.id)):
        if value:
            yield label, Text(one_line(value))
    yield "span", Text(f"{claim.span[0]}–{claim.span[1]}")

"""`legation screen`: who of a list of persons, companies and ships a case names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.options import CaseFile, Json

if TYPE_CHECKING:
    from legation.brief.dossier import Line
    from legation.run.records import Papers
    from legation.words.screening import ScreenHit


def screen(
    listed: Annotated[
        Path, typer.Option("--list", metavar="FILE", help="CSV with a column `name`, or FollowTheMoney JSON lines as of OpenSanctions.")
    ],
    case: CaseFile,
    min_score: Annotated[float, typer.Option("--min-score", min=0.0, max=1.0, metavar="X", help="Only hits this sure, from 0 to 1.")] = 0.6,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="CSV, every hit whole.")] = False,
) -> None:
    """Names of a list that the case's articles tell, each with score, reason and sentence."""
    from legation import api
    from legation.cli.table import console, lines_table, print_csv, print_json
    from legation.run.records import Papers

    with api.open(case) as opened:
        papers = Papers(opened)
        hits = sorted(api.screen(opened, listed, min_score), key=lambda h: -h.score)
        if json or csv:
            (print_json if json else print_csv)(_record(h, papers) for h in hits)
            return
        screen = console()
        lines = [(f"{h.score:.2f}", _line(h, papers)) for h in hits]
        screen.print(lines_table(lines, screen.width, key="Score") if lines else "Nobody of this list is named.")


def _record(hit: ScreenHit, papers: Papers) -> dict[str, Any]:
    """A hit whole, with its article, its words and their sentence."""
    return {
        "score": hit.score,
        "why": list(hit.why),
        "id": hit.listed.id,
        "listed": hit.listed.name,
        "name": hit.name,
        "kind": hit.listed.kind,
        "countries": list(hit.listed.countries),
        "imo": list(hit.listed.imo),
        "words": hit.evidence.quote,
        "times": hit.times,
        "article": hit.evidence.article,
        "article_digest": hit.article_digest,
        "publisher": papers[hit.article_digest],
        "span": list(hit.evidence.span),
        "sentence": hit.sentence,
        "sentence_span": list(hit.sentence_span),
    }


def _line(hit: ScreenHit, papers: Papers) -> Line:
    """A hit for a reader."""
    from legation.brief.dossier import Line
    from legation.brief.excerpt import excerpt
    from legation.brief.plain import one_line

    start = hit.sentence_span[0]
    quote = excerpt(hit.sentence, (hit.evidence.span[0] - start, hit.evidence.span[1] - start), ((0, len(hit.sentence)),))
    times = f", {hit.times} times" if hit.times > 1 else ""
    told = f"{one_line(hit.name)} ({one_line(hit.listed.id)}): {one_line('; '.join(hit.why))}"
    return Line(told, one_line(papers[hit.article_digest]) + times, quote=quote)

"""`legation search`: full text over articles and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.options import CaseFile, Json

if TYPE_CHECKING:
    from rich.text import Text


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All must occur; "in quotes" next to each other.')],
    case: CaseFile,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most N articles and N claims.")] = 20,
    json: Json = False,
) -> None:
    """Full text over the articles and the sentences of claims; the words found are marked."""
    from dataclasses import asdict

    from rich.table import Table
    from rich.text import Text

    from legation import api
    from legation.brief.plain import one_line
    from legation.cli.table import console, print_json
    from legation.run.records import Papers

    with api.open(case) as opened:
        hits, papers = opened.search(" ".join(words), limit), Papers(opened)
        if json:
            print_json({**asdict(h), "snippet": h.snippet.replace("\x02", "").replace("\x03", "")} for h in hits)
            return
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        shown = ""
        for hit in hits:
            paper = papers[hit.id if hit.kind == "article" else opened.claim(hit.id).article_digest]
            # several claims of one sentence follow each other: the sentence is shown once
            found = _snippet(hit.snippet).append(f"  {one_line(paper)}", style="dim") if hit.snippet != shown else Text("same sentence", style="dim")
            table.add_row(Text(hit.kind, style="dim"), Text(hit.id[:8], style="cyan"), found)
            shown = hit.snippet
    console().print(table if hits else "Nothing found.")


def _snippet(snippet: str) -> Text:
    """A snippet whose marks of U+0002 and U+0003 have become style."""
    from rich.text import Text

    from legation.brief.plain import plain

    text = Text()
    for n, part in enumerate(snippet.replace("\x03", "\x02").split("\x02")):
        text.append(" ".join(plain(part).splitlines()), style="bold underline" if n % 2 else "")
    return text

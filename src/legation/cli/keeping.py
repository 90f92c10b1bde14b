"""The ledger of a case brought up to date where the user can see it: after a change of the rules it takes minutes in a large case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.store.case import Case


def keep_ledger(case: Case) -> None:
    """Brings the ledger up to date, with a bar on standard error where that is a terminal; at once done where nothing changed."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from legation.cli.table import console
    from legation.run.ledger import book_of

    if not case.book().due():
        return
    screen = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        filing, settling = (progress.add_task(words, total=None) for words in ("ledger: articles filed", "ledger: claims compared"))

        def told(articles: int, blocks: int) -> None:
            """Each bar is as long as the most that was ever left."""
            for task, left in ((filing, articles), (settling, blocks)):
                total = max(progress.tasks[task].total or 0, left)
                progress.update(task, total=total, completed=total - left)

        book_of(case, told)

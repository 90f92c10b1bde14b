"""Sources: the articles of the pile by number, with their day, how much of them is junk, and whose copy they are."""

from __future__ import annotations

from legation.brief.dossier import Grid, Row, Section
from legation.brief.pile import Pile, publisher_of
from legation.brief.plain import one_line
from legation.brief.wording import counted, period_words
from legation.words.reading import Reading


def sources(pile: Pile) -> Section:
    """The chapter that lists the articles."""
    numbers = {r.article.digest: n for n, r in enumerate(pile.readings, 1)}
    rows = tuple(_row(n, r, numbers) for n, r in enumerate(pile.readings, 1))
    copies = sum(1 for r in pile.readings if r.article.copy_of)
    lead = f"{counted(len(rows), 'article')}" + (f", {counted(copies, 'of them a copy', 'of them copies')} of another" if copies else "") + "."
    columns = ("No.", "Source", "Title", "Published", "Junk", "Claims", "Remarks")
    return Section("sources", "Articles", lead, (Grid("Articles", columns, rows, frozenset({0, 4, 5})),))


def _row(n: int, reading: Reading, numbers: dict[str, int]) -> Row:
    a, published = reading.article, reading.article.published
    day = f"{period_words(published.when, short=True)}{'' if published.basis == 'stated' else ' (inferred)'}" if published else "no day"
    claims = len(reading.events) + len(reading.figures) + len(reading.statements) + len(reading.ties)
    remarks = [one_line(note) for note in a.notes]
    if a.copy_of:
        remarks.insert(0, f"copy of [{numbers[a.copy_of]}]" if a.copy_of in numbers else "copy of an article outside this case")
    return Row((str(n), publisher_of(a), one_line(a.title or ""), day, f"{junk_share(reading):.0%}", f"{claims:,}", "; ".join(remarks)))


def junk_share(reading: Reading) -> float:
    """The part of the text that was marked as junk, 0 to 1."""
    text = reading.article.text
    return sum(end - start for start, end in (j.span for j in reading.article.junk)) / len(text) if text else 0.0

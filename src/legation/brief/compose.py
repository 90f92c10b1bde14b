"""Composing a dossier: which chapters, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from rich.console import Console

from legation.brief.amounts import conflicts, how_much
from legation.brief.decided import decided
from legation.brief.disputes import disputed
from legation.brief.dossier import Dossier
from legation.brief.gaps import gaps
from legation.brief.happened import happened
from legation.brief.html import page
from legation.brief.markdown import markdown
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.reasons import reasons
from legation.brief.short import short
from legation.brief.sources import sources
from legation.brief.terminal import show
from legation.brief.ties import ties
from legation.brief.voices import voices
from legation.brief.who import who
from legation.brief.wording import counted, noun, period_words
from legation.words.period import Period

CHAPTERS = (short, happened, who, ties, how_much, disputed, voices, reasons, gaps, sources)
"""The dossier's chapters in their order; each takes the pile."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A dossier with the pile it was made of, in any form."""

    dossier: Dossier
    pile: Pile

    def html(self) -> str:
        """One self-contained page."""
        return page(self.dossier, self.pile)

    def markdown(self) -> str:
        """A Markdown document."""
        return markdown(self.dossier)

    def text(self, width: int = 100) -> str:
        """Plain text, whole."""
        out = StringIO()
        show(self.dossier, Console(file=out, width=width, markup=False, emoji=False, highlight=False), whole=True)
        return out.getvalue()


def compose(pile: Pile, title: str) -> Brief:
    """The dossier of a pile, under a title."""
    of = pile.ledger
    counts = (
        (len(pile.readings), "article", None),
        (len(of.events), "act", None),
        (len(of.quantities), "quantity", "quantities"),
        (sum(map(len, map(conflicts, of.quantities))), "conflict", None),
        (sum(len(r.figures) for r in pile.readings), "figure", None),
        (sum(len(r.voices) for r in pile.readings), "voice", None),
        (sum(len(r.unread) for r in pile.readings), "unread", "unread"),
    )
    named = tuple((noun(n, one, many), n) for n, one, many in counts)
    chapters = (*(chapter(pile) for chapter in CHAPTERS), *((decided(pile.ruled),) if pile.ruled else ()))
    return Brief(Dossier(one_line(title), _span(pile), named, chapters), pile)


def _span(pile: Pile) -> str:
    """From the first to the last stated day of publication, and how many articles have none."""
    stated = [r.article.published.when for r in pile.readings if r.article.published and r.article.published.basis == "stated"]
    firsts, lasts = [p.first for p in stated if p.first], [p.last for p in stated if p.last]
    undated = len(pile.readings) - len(stated)
    words = f"articles of {period_words(Period(min(firsts), max(max(lasts), min(firsts))))}" if firsts and lasts else "no stated day of publication"
    return words + (f", {counted(undated, 'article')} without a stated day" if undated and stated else "")

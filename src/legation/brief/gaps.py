"""What is not known: what nobody tells as fact, what rests on one word, what has no day, and what was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from legation.brief.dossier import Block, Grid, Group, Line, Row, Section
from legation.brief.excerpt import excerpt
from legation.brief.pile import Pile, publisher_of
from legation.brief.plain import one_line
from legation.brief.unsure import unsure
from legation.brief.wording import counted, period_words
from legation.words.reading import Reading, Unread

REASONS, ARTICLES, CLUES = 12, 8, 3
EXAMPLE = 110
"""Letters of a sentence that stands as an example."""


_QUOTED = re.compile("“[^”]*”")


def gaps(pile: Pile) -> Section:
    """The chapter on what a reader cannot take from this pile, each with its reason."""
    hedged = list(unsure(pile))
    blocks: list[Block] = [*_alone(pile), *hedged, *_undated(pile), *_foreign(pile), *_unread(pile)]
    if not blocks:
        return Section("gaps", "What is not known", "Nothing of what was asked here is missing.")
    count = sum(len(r.unread) for r in pile.readings)
    lead = f"{counted(sum(len(b.lines) + b.left_out for b in hedged), 'act or figure', 'acts and figures')} not told as fact."
    return Section("gaps", "What is not known", f"{lead} {counted(count, 'place')} that no rule took: nothing is dropped silently.", tuple(blocks))


def _alone(pile: Pile) -> Iterator[Grid]:
    """How much rests on one word, and how much has no period."""
    quantities, acts = pile.ledger.quantities, pile.ledger.events
    rows = [
        ("Quantities that rest on one origin", sum(q.origins < 2 for q in quantities), len(quantities)),
        ("Acts that rest on one origin", sum(h.origins < 2 for h in acts), len(acts)),
        ("Figures without a period", sum(m.when is None for q in quantities for m in q.members), sum(len(q.members) for q in quantities)),
        ("Acts without a day", sum(h.when is None for h in acts), len(acts)),
    ]
    found = tuple(Row((what, f"{n:,}", f"of {of:,}")) for what, n, of in rows if n)
    if found:
        yield Grid("How well it is borne out", ("", "", ""), found, frozenset({1}))


def _undated(pile: Pile) -> Iterator[Group]:
    found = [(n, r) for n, r in enumerate(pile.readings, 1) if not r.article.published or r.article.published.basis != "stated"]
    if found:
        lines = tuple(_undated_line(n, r) for n, r in found[:ARTICLES])
        yield Group("Articles without a stated day", lines, left_out=len(found) - len(lines))


def _undated_line(n: int, reading: Reading) -> Line:
    published = reading.article.published
    name = _title(n, reading)
    if not published:
        return Line("", f"{name}: no day, and nothing that bears on one")
    clues = "; ".join(one_line(c.says) for c in published.clues[:CLUES])
    return Line("", f"{name}: {period_words(published.when)}, inferred{f' from: {clues}' if clues else ''}")


def _title(n: int, reading: Reading) -> str:
    return f"[{n}] {one_line(reading.article.title or publisher_of(reading.article))}"


def _foreign(pile: Pile) -> Iterator[Group]:
    found = [(n, r) for n, r in enumerate(pile.readings, 1) if r.article.language and not r.article.language.startswith("en")]
    if found:
        lines = tuple(Line("", f"{_title(n, r)}: language {one_line(r.article.language or '')}, kept but not read") for n, r in found[:ARTICLES])
        yield Group("Articles in another language", lines, left_out=len(found) - len(lines))


def _unread(pile: Pile) -> Iterator[Grid]:
    """Unread places by reason, with one place as an example; what stands behind a colon in a reason is for who mends the rules."""
    reasons: dict[str, list[tuple[Reading, Unread]]] = {}
    for reading in pile.readings:
        for u in reading.unread:
            reasons.setdefault(_QUOTED.sub("“…”", one_line(u.why).partition(":")[0]), []).append((reading, u))
    ranked = sorted(reasons.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    if ranked:
        rows = tuple(Row((why, f"{len(found):,}", _example(pile, found))) for why, found in islice(ranked, REASONS))
        rest = sum(len(found) for _, found in ranked[REASONS:])
        yield Grid("Places that no rule took", ("Why", "Places", "For example"), rows, frozenset({1}), rest, "legation serve")


def _example(pile: Pile, found: Sequence[tuple[Reading, Unread]]) -> str:
    reading, u = found[0]
    words = excerpt(reading.article.text, u.span, reading.sentences).short(EXAMPLE)
    return f"{words} [{pile.number(reading)}]"

"""Gaps: what was not read, what was left aside, and what had to be inferred."""

from __future__ import annotations

from collections import defaultdict

from legation.brief.dossier import Group, Line, Section
from legation.brief.excerpt import excerpt
from legation.brief.pile import Pile, publisher_of
from legation.brief.plain import one_line
from legation.brief.wording import counted, period_words
from legation.words.reading import Reading

EXAMPLES = 5


def gaps(pile: Pile) -> Section:
    """The chapter on unread words by reason, articles without a day, articles not read at all."""
    groups = [g for g in (_undated(pile), _foreign(pile), *_unread(pile)) if g]
    if not groups:
        return Section("gaps", "What was not read", "Nothing: every number and act found a rule.")
    count = sum(len(r.unread) for r in pile.readings)
    return Section(
        "gaps", "What was not read", f"{counted(count, 'place')} that no rule took, by reason; nothing is dropped silently.", tuple(groups)
    )


def _undated(pile: Pile) -> Group | None:
    lines = [_undated_line(pile, n, r) for n, r in enumerate(pile.readings, 1) if not r.article.published or r.article.published.basis != "stated"]
    return Group("Articles without a stated day", tuple(lines)) if lines else None


def _undated_line(pile: Pile, n: int, reading: Reading) -> Line:
    published = reading.article.published
    name = f"[{n}] {one_line(reading.article.title or publisher_of(reading.article))}"
    if not published:
        return Line(f"{name}: no day, and nothing that bears on one")
    clues = "; ".join(one_line(c.says) for c in published.clues)
    return Line(f"{name}: {period_words(published.when)}, inferred{f' from: {clues}' if clues else ''}", publisher_of(reading.article))


def _foreign(pile: Pile) -> Group | None:
    lines = [
        Line(f"[{n}] {one_line(r.article.title or publisher_of(r.article))}: language {r.article.language}, kept but not read")
        for n, r in enumerate(pile.readings, 1)
        if r.article.language and not r.article.language.startswith("en")
    ]
    return Group("Articles in another language", tuple(lines)) if lines else None


def _unread(pile: Pile) -> list[Group]:
    reasons: dict[str, list[Line]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for r in pile.readings:
        for u in r.unread:
            counts[u.why] += 1
            if len(reasons[u.why]) < EXAMPLES:
                reasons[u.why].append(Line("", publisher_of(r.article), "", excerpt(r.article.text, u.span, r.sentences)))
    ranked = sorted(counts, key=lambda why: (-counts[why], why))
    return [Group(f"{one_line(why)} ({counts[why]:,})", tuple(reasons[why]), left_out=counts[why] - len(reasons[why])) for why in ranked]

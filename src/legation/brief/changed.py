"""What changed in a case since the analyst last looked: new claims, disputes that arose or were settled, and what now stands."""

from __future__ import annotations

from collections.abc import Sequence

from legation.brief.clauses import upper
from legation.brief.disputes import dispute_group, dispute_titles
from legation.brief.dossier import Block, Group, Line, Section
from legation.brief.headings import quantity_words
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import counted, interval_words, listed
from legation.words.changed import Changes, Revision
from legation.words.dispute import Dispute
from legation.words.quantity import Quantity, Standing
from legation.words.verdict import Place
from legation.words.voice import Voice

SHOWN = 60


def changed(pile: Pile, changes: Changes) -> Section:
    """The chapter: what needs a decision first (disputes, standings), then the new claims one by one."""
    lead = [
        counted(len(changes.new), "new claim"),
        *([f"{counted(len(changes.gone), 'claim')} gone"] if changes.gone else []),
        *([f"{counted(len(changes.arisen), 'new dispute')}"] if changes.arisen else []),
        *([f"{counted(len(changes.settled), 'dispute')} settled"] if changes.settled else []),
        *([f"{counted(len(changes.revised), 'quantity', 'quantities')} revised"] if changes.revised else []),
    ]
    blocks: list[Block] = [*_disputes(pile, changes.arisen, "New"), *_disputes(pile, changes.settled, "Settled")]
    if changes.revised:
        known = {q.id: q for q in pile.ledger.quantities}
        blocks.append(Group("What now stands", tuple(_revision(pile, r, known.get(r.quantity)) for r in changes.revised)))
    blocks += _claims(pile, changes.new, "New claims") + _claims(pile, changes.gone, "Claims that count no more")
    return Section("changed", "What changed", f"{listed(lead)}.", tuple(blocks))


def _disputes(pile: Pile, found: Sequence[Dispute], word: str) -> list[Block]:
    titles = dispute_titles(pile.ledger, pile)
    groups = [dispute_group(pile, d, titles) for d in found[:SHOWN]]
    out: list[Block] = [Group(f"{word}: {g.title or d.kind.value}", g.lines, g.notes, tone=g.tone) for g, d in zip(groups, found, strict=False)]
    if len(found) > SHOWN:
        out.append(Group(f"{word}: more disputes", (), left_out=len(found) - SHOWN, more="legation disputes --limit 0"))
    return out


def _revision(pile: Pile, r: Revision, q: Quantity | None) -> Line:
    title, unit = (quantity_words(pile, q), q.unit) if q else (one_line(r.label), None)
    return Line(f"{upper(title)}: {_stood(r.after, unit)}; before: {_stood(r.before, unit)}")


def _stood(s: Standing | None, unit: str | None) -> str:
    return f"{'disputed, ' if s.disputed else ''}{interval_words(s.low, s.high, unit, s.approx)}" if s else "nothing"


def _claims(pile: Pile, places: Sequence[Place], title: str) -> list[Block]:
    if not places:
        return []
    return [Group(title, tuple(_line(pile, p) for p in places[:SHOWN]), left_out=max(0, len(places) - SHOWN), more="legation diff --json")]


def _line(pile: Pile, place: Place) -> Line:
    claim = pile.claim(place.claim)
    if claim is None or isinstance(claim, Voice):
        return Line(f"claim {place.claim[:8]} of {one_line(place.article)}")
    return pile.line(claim)

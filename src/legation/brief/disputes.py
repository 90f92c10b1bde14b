"""Where the sources disagree: each dispute with its sides under each other, heaviest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from legation.brief.clauses import upper
from legation.brief.dossier import Group, Line, Section
from legation.brief.headings import quantity_words
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.tell import act_words, tell
from legation.brief.wording import amount_words, counted, days_in_words, listed, period_words
from legation.reconcile.disputes import disputes
from legation.words.claim import Claim
from legation.words.dispute import Dispute, DisputeKind
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.quantity import Ledger
from legation.words.voice import Voice

SHOWN, DOUBTFUL = 15, 5
"""Disputes of a dossier; those of them that may be slips of reading."""
PLAIN = {
    DisputeKind.CONFLICT: "conflict",
    DisputeKind.DENIAL: "denial",
    DisputeKind.FINDING: "failed check",
    DisputeKind.TENSION: "tension",
    DisputeKind.CHECK: "to be checked: one reading is doubtful",
}
"""What each kind of dispute is called."""


def disputed(pile: Pile, most: int | None = None) -> Section:
    """The chapter on disputes: conflicts by weight, then failed checks, tensions and doubtful readings; as many as `most` or as a dossier has."""
    found = disputes(pile.ledger)
    if not found:
        return Section("disputes", "Where they disagree", "No two claims were found that do not go together.")
    kinds = Counter(d.kind for d in found)
    lead = listed(counted(kinds[k], n, p) for k, n, p in _COUNTED if kinds[k])
    titles = dispute_titles(pile.ledger, pile)
    doubtful = [d for d in found if d.kind is DisputeKind.CHECK]
    shown = found[:most] if most is not None else [*found[: min(SHOWN, len(found) - len(doubtful))], *doubtful[:DOUBTFUL]]
    groups = [dispute_group(pile, d, titles) for d in shown]
    if len(found) > len(shown):
        groups.append(Group("", (), left_out=len(found) - len(shown), more="legation disputes --limit 0"))
    return Section("disputes", "Where they disagree", f"{lead[0].upper()}{lead[1:]}.", tuple(groups))


_COUNTED = (
    (DisputeKind.CONFLICT, "conflict", None),
    (DisputeKind.DENIAL, "denial", None),
    (DisputeKind.FINDING, "failed check", None),
    (DisputeKind.TENSION, "tension", None),
    (DisputeKind.CHECK, "doubtful reading to check", "doubtful readings to check"),
)


def dispute_titles(ledger: Ledger, pile: Pile) -> dict[str, str]:
    """What each dispute is about."""
    titles = {q.id: quantity_words(pile, q) for q in ledger.quantities}
    titles |= {h.id: act_words(h.type, h.actors, h.recipients, pile.name) for h in ledger.events}
    titles |= {t.id: listed(map(pile.name, t.parties)) for t in ledger.tensions}
    return titles | {f.id: f"{f.kind[0].upper()}{f.kind[1:]}" for f in ledger.findings}


def dispute_group(pile: Pile, d: Dispute, titles: Mapping[str, str]) -> Group:
    """One dispute: its sides as lines, the reason and how many more clash as notes."""
    why = days_in_words(one_line(d.why))
    notes = [f"{PLAIN[d.kind][0].upper()}{PLAIN[d.kind][1:]}: {why}."]
    if d.more:
        notes.append(f"{counted(d.more, 'more pair')} of claims on it clash; {counted(len(d.origins), 'origin')} in all.")
    tone = "sides conflict" if d.kind in (DisputeKind.CONFLICT, DisputeKind.DENIAL) else "sides"
    return Group(upper(titles.get(d.subject, "")), tuple(_side(pile, d, n) for n in range(len(d.sides))), tuple(notes), tone=tone)


def _stance(pile: Pile, claim: Claim) -> str:
    """What a side says, less what the heading says already."""
    if isinstance(claim, Figure):
        subject = one_line(claim.of or "")
        return amount_words(claim.amount, pile.words(claim.id, claim.span)) + (f" ({subject})" if subject else "")
    if isinstance(claim, Event):
        return act_words(claim.type, claim.actors, claim.recipients, pile.name)
    return tell(claim, pile.name)


def _side(pile: Pile, d: Dispute, n: int) -> Line:
    """One side with its day: when it is so, else when it was told."""
    place = d.sides[n]
    claim, quote = pile.claim(place.claim), pile.quote(place.claim, place.span)
    cites = pile.cite(place.claim, place.span)
    if claim is None:
        return Line("", "", "", quote, cites)
    line = Line("", pile.says(claim), "", quote, cites) if isinstance(claim, Voice) else replace(pile.line(claim), text=_stance(pile, claim))
    reading = pile.reading(place.claim)
    told = reading.article.published if reading else None
    when = line.when or (f"told {period_words(told.when, short=True)}" if told else "")
    return Line(line.text, line.says, when, quote, cites, line.flags, line.tone)

"""In short: the essentials of a case on one screen, each with the places that bear it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.brief.amounts import conflicts, quantity_words
from legation.brief.dossier import Grid, Row, Section
from legation.brief.flows import flows, is_fact, pairs
from legation.brief.pile import Pile
from legation.brief.tell import act_words
from legation.brief.wording import amount_words, counted, interval_words, period_words
from legation.words.quantity import Happening, Quantity

MOST = 4
"""Rows of a kind: four kinds of them fill a screen of 24 lines."""


def short(pile: Pile) -> Section:
    """The chapter that opens the dossier: who acts most, what happened last, what conflicts, what stands."""
    rows = tuple(row for kind in (_pairs, _acts, _conflicts, _standing) for row in kind(pile))
    if not rows:
        return Section("short", "In short", "Nothing was taken from these articles.")
    return Section(
        "short", "In short", "The weightiest of each kind; the chapters below have all, with the words.", (Grid("", ("", "", ""), rows),)
    )


def _pairs(pile: Pile) -> Iterator[Row]:
    for n, ((giver, receiver, mutual), found) in enumerate(pairs(flows(pile))[:MOST]):
        tones = ", ".join(f"{f.count} {f.tone}" for f in found)
        cites = tuple(c for f in found for c in f.cites)[:3]
        yield Row(("" if n else "Most acts", f"{pile.name(giver)} {'–' if mutual else '→'} {pile.name(receiver)}: {tones}", ""), cites)


def _acts(pile: Pile) -> Iterator[Row]:
    """The last acts that are told as fact on a day of their own; those told by several origins first."""
    dated = [h for h in pile.ledger.events if is_fact(h) and h.when and h.when.first]
    latest = sorted(dated, key=lambda h: (h.origins > 1, str(h.when and h.when.first)), reverse=True)[:MOST]
    for n, h in enumerate(latest):
        yield Row(("" if n else "Last acts", _act(pile, h), ""), tuple(c for m in h.members for c in pile.cite(m.claim, m.span))[:3])


def _act(pile: Pile, h: Happening) -> str:
    several = f" ({counted(h.origins, 'origin')})" if h.origins > 1 else ""
    return f"{period_words(h.when, short=True)}, {act_words(h.type, h.actors, h.recipients, pile.name)}{several}"


def _conflicts(pile: Pile) -> Iterator[Row]:
    found = [(q, v) for q in pile.ledger.quantities for v in conflicts(q)]
    for n, (q, v) in enumerate(found[:MOST]):
        sides = [m for m in q.members if m.claim in (v.a.claim, v.b.claim)]
        told = " against ".join(amount_words(m.amount, _words(pile, m.claim)) for m in sides)
        yield Row(("" if n else "Conflicts", f"{quantity_words(pile, q)}: {told}", ""), tuple(c for m in sides for c in pile.cite(m.claim, m.span)))


def _standing(pile: Pile) -> Iterator[Row]:
    """What stands for the quantities that most origins tell of, as far as these allow one answer."""
    sure = [q for q in pile.ledger.quantities if len(q.members) > 1 and q.stands and not q.stands.disputed and not conflicts(q)]
    for n, q in enumerate(sorted(sure, key=lambda q: (-q.origins, -len(q.members), q.label))[:MOST]):
        cites = {c.article: c for m in q.members for c in pile.cite(m.claim, m.span)}
        yield Row(("" if n else "What stands", f"{quantity_words(pile, q)}: {_interval(q)}", ""), tuple(cites.values())[:3])


def _interval(q: Quantity) -> str:
    return interval_words(q.stands.low, q.stands.high, q.unit, q.stands.approx) if q.stands else ""


def _words(pile: Pile, claim: str) -> str:
    """The article's own words for an amount, from which its bound takes its wording."""
    found, reading = pile.claim(claim), pile.reading(claim)
    return reading.article.text[slice(*found.span)] if found and reading else ""

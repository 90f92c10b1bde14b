"""Who: the actors by weight, and what they do to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from legation.brief.dossier import Cite, Grid, Row, Section
from legation.brief.flows import Flow, Pair, flows, is_fact, pairs
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import ACTS, counted
from legation.words.event import EventType

SHOWN = 15


def who(pile: Pile) -> Section:
    """The chapter on actors: one grid of actors, one of pairs."""
    actors = _actors(pile)
    if not actors:
        return Section("who", "Who", "No actor of the pile acts, is acted on or holds a figure.")
    lead = (
        f"{counted(len(actors), 'actor')} that act, are acted on or hold a figure."
        " An act counts once, however many articles tell it, and only where it is told as fact."
    )
    return Section("who", "Who", lead, (_actor_grid(pile, actors), *_pair_grid(pile)))


def _actors(pile: Pile) -> list[tuple[str, int, int, int, int]]:
    """Actor, acts done, acts received, figures, articles naming it; weightiest first."""
    done: Counter[str] = Counter()
    received: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for h in filter(is_fact, pile.ledger.events):
        done.update(set(h.actors))
        received.update(set(h.recipients))
    for r in pile.readings:
        named.update({m.id for m in r.mentions})
        for f in r.figures:
            figures.update({p for p in (f.giver, f.receiver) if p})
    everyone = done.keys() | received.keys() | figures.keys()
    return sorted(((a, done[a], received[a], figures[a], named[a]) for a in everyone), key=lambda t: (-(t[1] + t[2] + t[3]), t[0]))


def _actor_grid(pile: Pile, actors: Sequence[tuple[str, int, int, int, int]]) -> Grid:
    rows = tuple(
        Row((pile.name(a), one_line(a), f"{done:,}", f"{got:,}", f"{figures:,}", f"{articles:,}"))
        for a, done, got, figures, articles in actors[:SHOWN]
    )
    columns = ("Actor", "Id", "Acts", "Acted on", "Figures", "Articles")
    return Grid("Actors by weight", columns, rows, frozenset({2, 3, 4, 5}), max(0, len(actors) - SHOWN), "legation actors")


def _pair_grid(pile: Pile) -> tuple[Grid, ...]:
    ranked = pairs(flows(pile))
    if not ranked:
        return ()
    rows = tuple(_pair_row(pile, key, found) for key, found in ranked[:SHOWN])
    columns = ("Between", "Cooperative", "Conflictual", "Mostly", "First places")
    return (Grid("What they do to each other", columns, rows, frozenset({1, 2}), max(0, len(ranked) - SHOWN), "legation events --between A B"),)


def _pair_row(pile: Pile, key: Pair, found: Sequence[Flow]) -> Row:
    giver, receiver, mutual = key
    count = {f.tone: f.count for f in found}
    types: Counter[EventType] = Counter()
    cites: list[Cite] = []
    for f in found:
        types += f.types
        cites += f.cites
    mostly = ", ".join(f"{ACTS[t]} ({n})" for t, n in types.most_common(2))
    cells = (
        f"{pile.name(giver)} {'–' if mutual else '→'} {pile.name(receiver)}",
        str(count.get("cooperative", "")),
        str(count.get("conflictual", "")),
        mostly,
        "",
    )
    return Row(cells, tuple({c.article: c for c in reversed(cites)}.values())[::-1][:3])

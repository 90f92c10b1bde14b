"""The bottom line: five sentences chosen by rule, each with the places that bear it. Nothing is said here that no claim says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, repeat

from legation.brief.amounts import quantity_words
from legation.brief.clauses import clause, joined, period_phrase, upper
from legation.brief.disputes import dispute_titles
from legation.brief.dossier import Cite, Group, Line, Section
from legation.brief.flows import flows, is_fact, pairs
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import amount_words, counted, listed, period_words, spelled
from legation.reconcile.disputes import disputes
from legation.words.amount import Change
from legation.words.dispute import Dispute, DisputeKind
from legation.words.figure import Figure
from legation.words.quantity import Happening, Member, Quantity
from legation.words.status import Status
from legation.words.verdict import Place, Relation
from legation.words.voice import Voice

SENTENCES = 5
PLACES, AMOUNTS = 4, 3
"""References and amounts that a sentence shows."""
VAGUE = frozenset({"change", "distance", "duration", "length", "other", "range", "share", "states"})
"""Measures that do not say what was measured: no ground for a sentence that must stand by itself."""
RECENT = 31
"""Days that the period of a newest act may span: a guess of half a year tells nothing of what is new."""


def short(pile: Pile) -> Section:
    """The chapter that opens the dossier: what is disputed, what most origins tell, what is newest, what changed most, who deals most."""
    kinds = (_disputed, _agreed, _newest, _changed, _dealing)
    first = [list(islice(kind(pile), SENTENCES)) for kind in kinds]
    # one of each kind, and where a kind has none the next best of the others in the same order
    ranked = sorted(((n, k, line) for k, found in enumerate(first) for n, line in enumerate(found)), key=lambda t: t[:2])[:SENTENCES]
    lines = tuple(line for _, _, line in sorted(ranked, key=lambda t: (t[1], t[0])))
    if not lines:
        return Section("short", "Bottom line", "Nothing was taken from these articles.")
    return Section("short", "Bottom line", "", (Group("", lines, tone="sentences"),))


def _line(pile: Pile, text: str, cites: Iterator[Cite], quoted: Place | None = None) -> Line:
    """A sentence with its places, one of each article."""
    found = {c.article: c for c in reversed(list(cites))}
    quote = pile.quote(quoted.claim, quoted.span) if quoted else None
    return Line(f"{upper(text)}.", "", "", quote, tuple(found.values())[::-1][:PLACES])


def _disputed(pile: Pile) -> Iterator[Line]:
    """Where sources contradict each other, heaviest first. Doubtful readings and mere tensions are no matter for a bottom line."""
    titles = dispute_titles(pile.ledger, pile)
    for d in disputes(pile.ledger):
        told, about = ", against ".join(_sides(pile, d)), titles.get(d.subject, "")
        text = {
            DisputeKind.CONFLICT: f"the sources disagree on {about}: {told}",
            DisputeKind.DENIAL: f"it is told, and denied, that {_happening(pile, d.subject)}: {told}",
            DisputeKind.FINDING: f"{about}: {one_line(d.why)}",
        }.get(d.kind)
        if text:
            yield _line(pile, text, chain.from_iterable(pile.cite(s.claim, s.span) for s in d.sides))


def _sides(pile: Pile, d: Dispute) -> Iterator[str]:
    """What each side of a dispute says, with who says it."""
    for side in d.sides:
        claim = pile.claim(side.claim)
        if isinstance(claim, Figure):
            yield f"{amount_words(claim.amount, pile.words(side.claim, side.span))} according to {pile.says(claim)}"
        elif claim:
            denied = not isinstance(claim, Voice) and claim.status is Status.DENIED
            yield f"{'denied' if denied else 'told'} by {pile.says(claim)}"


def _happening(pile: Pile, id: str) -> str:
    found = next((h for h in pile.ledger.events if h.id == id), None)
    return joined([clause(found.type, found.actors, found.recipients, pile.name)]) if found else "it was done"


def _agreed(pile: Pile) -> Iterator[Line]:
    """What several origins tell and nothing disputes: quantities and acts together, those they agree on first, then most origins first."""
    found: list[tuple[int, int, int, str, Quantity | Happening]] = [
        (-_borne_out(q), -sum(p is not None for p in (q.giver, q.receiver)), -_tellers(q), q.id, q)
        for q in pile.ledger.quantities
        if _tellers(q) > 1 and q.measure not in VAGUE and (_borne_out(q) or (q.giver and q.receiver)) and not (q.stands and q.stands.disputed)
    ]
    found += [(-h.origins, -2, -h.origins, h.id, h) for h in pile.ledger.events if h.origins > 1 and is_fact(h)]
    for *_, x in sorted(found, key=lambda t: t[:4]):
        yield _told_by_many(pile, x) if isinstance(x, Quantity) else _done_by_many(pile, x)


def _tellers(q: Quantity) -> int:
    """How many origins tell a level; a change says nothing of how much there is."""
    return len({m.origin for m in q.members if m.role == "level"})


def _borne_out(q: Quantity) -> int:
    """How many origins say what another says too."""
    origins = {m.claim: m.origin for m in q.members if m.role == "level"}
    pairs = ((v.a.claim, v.b.claim) for v in q.verdicts if v.sure and v.verdict in (Relation.SAME, Relation.AGREE))
    return len({origins[c] for a, b in pairs if a in origins and b in origins and origins[a] != origins[b] for c in (a, b)})


def _told_by_many(pile: Pile, q: Quantity) -> Line:
    """What the origins say, each amount once, with the period it is told of."""
    levels = [m for m in q.members if m.role == "level"]
    told = dict.fromkeys(" ".join(p for p in (amount_words(m.amount, pile.words(m.claim, m.span)), _of_when(m)) if p) for m in levels)
    more = [f"{len(told) - AMOUNTS} more"] if len(told) > AMOUNTS else []
    origins = _tellers(q)
    several = "bear each other out on" if _borne_out(q) == origins else "tell of"
    text = f"{spelled(origins)} origins {several} {quantity_words(pile, q)}: {listed([*list(told)[:AMOUNTS], *more])}"
    return _line(pile, text, chain.from_iterable(pile.cite(m.claim, m.span) for m in levels))


def _of_when(m: Member) -> str:
    return f"({period_words(m.when, short=True)})" if m.when else ""


def _done_by_many(pile: Pile, h: Happening) -> Line:
    first, when = h.members[0], period_phrase(h.when)
    text = f"{spelled(h.origins)} origins tell that {f'{when} ' if when else ''}{joined([clause(h.type, h.actors, h.recipients, pile.name)])}"
    cites = chain.from_iterable(pile.cite(m.claim, m.span) for m in h.members)
    return _line(pile, text, cites, Place(first.article, first.span, first.claim))


def _newest(pile: Pile) -> Iterator[Line]:
    """The last acts told as fact; nothing that lies after the last article, for that is a slip of reading."""
    lead = chain(("the newest act told",), repeat("before that"))
    days = [p.when.last for r in pile.readings if (p := r.article.published) and p.when.last]
    for h in sorted(pile.ledger.events, key=lambda h: (str(h.when and h.when.first), h.origins), reverse=True):
        if not is_fact(h) or not h.when or not h.when.first or not h.when.last or len({*h.actors, *h.recipients}) < 2:
            continue
        if (h.when.last - h.when.first).days > RECENT or (days and h.when.first > max(days)):
            continue
        first = h.members[0]
        text = f"{next(lead)}: {period_phrase(h.when)} {joined([clause(h.type, h.actors, h.recipients, pile.name)])}"
        yield _line(pile, text, chain.from_iterable(pile.cite(m.claim, m.span) for m in h.members), Place(first.article, first.span, first.claim))


def _changed(pile: Pile) -> Iterator[Line]:
    """The largest changes told as fact of what has parties; those first that a level told beside them bears out."""
    lead = chain(("the largest change told is",), repeat("a smaller one is"))
    whose = (q for q in pile.ledger.quantities if (q.giver or q.receiver) and q.measure not in VAGUE)
    told = [(m, q) for q in whose for m in q.members if _times(m) > 1 and m.status is Status.ACTUAL]
    for m, q in sorted(told, key=lambda t: (not _fits(*t), -_times(t[0]), t[0].claim)):
        words, when = pile.words(m.claim, m.span), period_phrase(m.when)
        text = f"{next(lead)} in {quantity_words(pile, q)}: {amount_words(m.amount, words)}{f' {when}' if when else ''}"
        yield _line(pile, text, iter(pile.cite(m.claim, m.span)), Place(m.article, m.span, m.claim))


def _fits(change: Member, q: Quantity) -> bool:
    """Whether a level was told that goes with a change."""
    pairs = ((v.a.claim, v.b.claim) for v in q.verdicts if v.sure and v.verdict is Relation.AGREE)
    return any(change.claim in pair for pair in pairs)


def _times(m: Member) -> float:
    """How many times as much, or as little, a change makes of something; 0 for what is no change of this kind."""
    value = m.amount.low if m.amount.low is not None else m.amount.high
    if m.amount.change is None or not value or value < 0 or m.amount.unit not in ("percent", "times"):
        return 0.0
    if m.amount.unit == "times":
        return value
    share = value / 100
    return 1 + share if m.amount.change is Change.INCREASE else 1 / (1 - share) if share < 1 else 0.0


def _dealing(pile: Pile) -> Iterator[Line]:
    """Who deals most with whom."""
    lead = chain(("most is told",), repeat("next most is told"))
    for (giver, receiver, mutual), found in pairs(flows(pile)):
        tones = listed(counted(f.count, f"{f.tone} act") for f in found)
        sides = f"between {pile.name(giver)} and {pile.name(receiver)}" if mutual else f"of {pile.name(giver)} towards {pile.name(receiver)}"
        yield _line(pile, f"{next(lead)} {sides}: {tones}", chain.from_iterable(f.cites for f in found))

"""The bottom line: five sentences chosen by rule, each with the places that bear it. Nothing is said here that no claim says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice, repeat

from legation.brief.clauses import joined, period_phrase, upper
from legation.brief.disputes import dispute_titles
from legation.brief.dossier import Cite, Group, Line, Section
from legation.brief.flows import Flow, flows, is_fact
from legation.brief.happened import act_clause
from legation.brief.headings import quantity_words
from legation.brief.names import named
from legation.brief.pile import Pile, publisher_of
from legation.brief.plain import one_line
from legation.brief.tell import says_phrase
from legation.brief.wording import ACTS, amount_words, change_words, listed, period_words, spelled
from legation.reconcile.disputes import disputes
from legation.words.amount import Change
from legation.words.dispute import Dispute, DisputeKind
from legation.words.event import EventType
from legation.words.figure import Figure
from legation.words.period import Grain, Period
from legation.words.quantity import Happening, Member, Quantity
from legation.words.status import Status
from legation.words.verdict import Place, Relation
from legation.words.voice import Voice

SENTENCES = 5
PLACES, AMOUNTS = 4, 3
"""References and amounts that a sentence shows."""
VAGUE = frozenset({"change", "distance", "duration", "length", "other", "range", "share", "states"})
"""Measures that do not say what was measured: no ground for a sentence that must stand by itself."""
LEADING, KINDS = 5, 3
"""Pairs whose acts are looked at first for the newest; kinds of act that a sentence names."""
RECENT = 31
"""Days that the period of a newest act may span: a guess of half a year tells nothing of what is new."""


def short(pile: Pile) -> Section:
    """The chapter that opens the dossier: what is disputed, what most origins tell, what is newest, what changed most, who deals most."""
    first: list[list[Line]] = []
    for kind in (_disputed, _agreed, _newest, _changed, _dealing):
        # an act that several origins tell may be the newest too: it is told once
        told = {line.cites for found in first for line in found[:1]} if kind is _newest else ()
        first.append(list(islice((line for line in kind(pile) if line.cites not in told), SENTENCES)))
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
    """What each side of a dispute says, with who says it; the paper that all sides stand in is named once."""
    papers = {publisher_of(r.article) for side in d.sides if (r := pile.reading(side.claim))}
    for n, side in enumerate(d.sides, 1):
        claim, reading = pile.claim(side.claim), pile.reading(side.claim)
        if claim is None or reading is None:
            continue
        paper = publisher_of(reading.article)
        says = says_phrase(claim, paper, None if len(papers) > 1 else f"both in {paper}" if n == len(d.sides) else "")
        if isinstance(claim, Figure):
            yield f"{amount_words(claim.amount, pile.words(side.claim, side.span))} according to {says}"
        else:
            denied = not isinstance(claim, Voice) and claim.status is Status.DENIED
            yield f"{'denied' if denied else 'told'} by {says}"


def _happening(pile: Pile, id: str) -> str:
    found = next((h for h in pile.ledger.events if h.id == id), None)
    return joined([act_clause(pile, found)]) if found else "it was done"


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
    """What the origins say, each amount once, in the order of its period or of the day that tells it; of many the last."""
    levels = sorted((m for m in q.members if m.role == "level"), key=lambda m: str((p.first or p.last) if (p := m.when or m.holds) else ""))
    first: dict[str, str] = {}
    for m in levels:
        first.setdefault(amount_words(m.amount, pile.words(m.claim, m.span)), _of_when(m))
    told = [" ".join(filter(None, pair)) for pair in first.items()]
    origins = _tellers(q)
    if _borne_out(q) == origins:
        several = f"bear each other out on {quantity_words(pile, q)}"
    else:
        several = f"give figures for {quantity_words(pile, q)} that do not contradict each other"
    before = f", and before these {len(told) - AMOUNTS} more" if len(told) > AMOUNTS else ""
    text = f"{spelled(origins)} origins {several}: {listed(told[-AMOUNTS:])}{before}"
    return _line(pile, text, chain.from_iterable(pile.cite(m.claim, m.span) for m in levels))


def _of_when(m: Member) -> str:
    if m.when:
        return f"({period_words(m.when, short=True)})"
    return f"(told {period_words(m.holds, short=True)})" if m.holds else ""


def _done_by_many(pile: Pile, h: Happening) -> Line:
    first, when = h.members[0], period_phrase(h.when)
    text = f"{spelled(h.origins)} origins tell that {f'{when} ' if when else ''}{joined([act_clause(pile, h)])}"
    cites = chain.from_iterable(pile.cite(m.claim, m.span) for m in h.members)
    return _line(pile, text, cites, Place(first.article, first.span, first.claim))


def _newest(pile: Pile) -> Iterator[Line]:
    """The last acts told as fact, of the pairs that deal most first; nothing that lies after the last article: that is a slip of reading."""
    lead = chain(("the latest act:",), repeat("before that,"))
    days = [p.when.last for r in pile.readings if (p := r.article.published) and p.when.last]
    leading = {frozenset(pair): -n for n, (pair, _) in enumerate(_dealings(pile)[:LEADING])}
    dated = [(when, phrase, h) for h in pile.ledger.events if is_fact(h) and len({*h.actors, *h.recipients}) > 1 for when, phrase in _dated(pile, h)]
    seen: set[str] = set()
    dated.sort(key=lambda t: (bool(_among(t[2], leading)), _weighed(t[0], t[2]), _among(t[2], leading), t[2].id), reverse=True)
    for when, phrase, h in dated:
        first, told = h.members[0], f"{phrase} {joined([act_clause(pile, h)])}"
        if told not in seen and not (days and when > max(days)):
            seen.add(told)
            cites = chain.from_iterable(pile.cite(m.claim, m.span) for m in h.members)
            yield _line(pile, f"{next(lead)} {told}", cites, Place(first.article, first.span, first.claim))


def _dated(pile: Pile, h: Happening) -> Iterator[tuple[date, str]]:
    """The day of an act and how a sentence tells it: its own, where it is known to within RECENT; else that of the article that tells it first."""
    reading = pile.reading(h.members[0].claim)
    published = reading.article.published if reading else None
    if h.when and h.when.first and h.when.last and (h.when.last - h.when.first).days <= RECENT:
        yield h.when.first, period_phrase(h.when)
    elif h.when is None and published and published.when.grain is Grain.DAY and published.when.first:
        yield published.when.first, f"as told {period_phrase(published.when)},"


def _weighed(day: date, h: Happening) -> int:
    """The day by which an act is new: one without a day of its own may be old when it is told, and stands behind the dated ones of a month."""
    return day.toordinal() - (0 if h.when else RECENT)


def _among(h: Happening, leading: Mapping[frozenset[str], int]) -> tuple[int, ...]:
    """The best place among leading pairs that a pair of an act has; empty where none has one."""
    return tuple(sorted((leading[pair] for pair in _pairs(h) if pair in leading), reverse=True)[:1])


def _pairs(h: Happening) -> set[frozenset[str]]:
    return {frozenset((a, b)) for a in h.actors for b in h.recipients or h.actors}


def _changed(pile: Pile) -> Iterator[Line]:
    """The largest changes told as fact of what has parties; those first that a level told beside them bears out."""
    lead = chain(("the largest change told:",), repeat("a smaller one:"))
    whose = (q for q in pile.ledger.quantities if (q.giver or q.receiver) and q.measure not in VAGUE)
    told = [(m, q) for q in whose for m in q.members if _times(m) > 1 and m.status is Status.ACTUAL]
    for m, q in sorted(told, key=lambda t: (not _fits(*t), -_times(t[0]), t[0].claim)):
        when = period_phrase(m.when)
        text = f"{next(lead)} {quantity_words(pile, q)} {change_words(m.amount, pile.words(m.claim, m.span))}{f' {when}' if when else ''}"
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


def _dealings(pile: Pile) -> list[tuple[tuple[str, str], list[Flow]]]:
    """Flows by the two that they run between, whoever begins; most acts first."""
    found: dict[tuple[str, str], list[Flow]] = {}
    for f in flows(pile):
        found.setdefault((min(f.giver, f.receiver), max(f.giver, f.receiver)), []).append(f)
    return sorted(found.items(), key=lambda kv: (-sum(f.count for f in kv[1]), kv[0]))


def _dealing(pile: Pile) -> Iterator[Line]:
    """Who deals most with whom: how many acts, when, and what each of the two did."""
    lead = chain(("dealings are densest",), repeat("next come those"))
    for pair, found in _dealings(pile):
        acts = [h for h in pile.ledger.events if is_fact(h) and frozenset(pair) in _pairs(h)]
        dated = [h.when for h in acts if h.when]
        days = [day for when in dated for day in (when.first, when.last) if day]
        # a few dated acts say nothing of when all of them were done
        span = f" {period_phrase(Period(min(days), max(days)))}" if 2 * len(dated) > len(acts) and days and min(days) < max(days) else ""
        total, sides = sum(f.count for f in found), _doers(found)
        one = "" if len(sides) > 1 else "all " if total > 1 else ""
        done = listed(_side(pile, *side, alone=len(sides) == 1) for side in sides.items())
        told = f"{spelled(total)} {'act' if total == 1 else 'acts'} told as fact{span}, {one}{done}"
        yield _line(pile, f"{next(lead)} between {listed(named(pile.name(x)) for x in pair)}: {told}", chain.from_iterable(f.cites for f in found))


def _doers(found: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Flows by who acts; empty for what is done together."""
    out: dict[str, list[Flow]] = {}
    for f in sorted(found, key=lambda f: (f.mutual, -f.count)):
        out.setdefault("" if f.mutual else f.giver, []).append(f)
    return out


def _side(pile: Pile, doer: str, found: Sequence[Flow], alone: bool) -> str:
    """What one of two did to the other: `eight by India (attack 6, refusal 2)`; no number where nobody else did anything."""
    types = sum((f.types for f in found), Counter[EventType]())
    kinds = [f"{ACTS[t]}{f' {n}' if n > 1 else ''}" for t, n in types.most_common(KINDS)]
    who = f"by {named(pile.name(doer))}" if doer else "together"
    many = "" if alone else f"{spelled(types.total())} "
    return f"{many}{who} ({', '.join(kinds)}{' and others' if len(types) > KINDS else ''})"

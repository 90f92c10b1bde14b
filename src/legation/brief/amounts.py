"""How much: the quantities of the ledger with all their members, how these relate, and what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from legation.brief.clauses import upper
from legation.brief.dossier import Cite, Grid, Group, Line, Row, Section
from legation.brief.headings import quantity_words, weight
from legation.brief.intervals import Interval, Panel
from legation.brief.origins import Carrier, Origin
from legation.brief.pile import Pile, publisher_of
from legation.brief.plain import one_line
from legation.brief.wording import amount_words, counted, days_in_words, interval_words, period_words
from legation.words.figure import Figure
from legation.words.quantity import Member, Quantity
from legation.words.status import Status
from legation.words.verdict import Relation, Verdict

WHOLE, BRIEF, SINGLES = 8, 12, 15
"""Quantities shown with every claim and its words, those told several times as rows of a table, and those told once."""
ASKED = 6
"""From which weight on a quantity that is told several times is shown with every claim."""
CLAIMS = 6
"""Claims of one quantity that are shown with their words."""
PAIRS = 3
TELLING = (Relation.CONFLICT, Relation.UPDATE, Relation.PART_WHOLE, Relation.OTHER_DEFINITION, Relation.OTHER_PERIOD, Relation.AGREE, Relation.COPY)
"""The order in which verdicts are shown: the rarest and most useful first. That claims say the same needs no words."""

MEANINGS = {
    Relation.CONFLICT: "conflict",
    Relation.UPDATE: "the later updates the earlier",
    Relation.AGREE: "agree",
    Relation.SAME: "the same",
    Relation.COPY: "one origin",
    Relation.PART_WHOLE: "part and whole",
    Relation.OTHER_DEFINITION: "no conflict: another thing is counted",
    Relation.OTHER_PERIOD: "no conflict: another period",
    Relation.UNRELATED: "unrelated",
}


def how_much(pile: Pile) -> Section:
    """The chapter on quantities: conflicts first, then those that most origins tell, then what is told once."""
    quantities = pile.ledger.quantities
    several = sorted(
        (q for q in quantities if len(q.members) > 1), key=lambda q: (not conflicts(q), -q.origins, -weight(q), -len(q.members), q.label)
    )
    single = sorted((q for q in quantities if len(q.members) == 1), key=lambda q: (-weight(q), q.measure, q.label))
    if not quantities:
        return Section("how-much", "How much", "No figure was taken.")
    clashing = sum(1 for q in several if conflicts(q))
    total = counted(len(quantities), "quantity", "quantities")
    lead = f"{total}; {counted(len(several), 'is', 'are')} told more than once, {clashing or 'none'} with a conflict."
    whole = [q for q in several if conflicts(q) or q.origins > 1 or weight(q) >= ASKED][:WHOLE]
    rest = [q for q in several if q not in whole]
    blocks: list[Group | Grid] = [quantity_group(pile, q) for q in whole]
    if rest:
        blocks.append(_grid(pile, "More that is told more than once" if whole else "Told more than once", rest, BRIEF, "legation ledger"))
    if single:
        blocks.append(_grid(pile, "Told once", single, SINGLES, "legation figures"))
    return Section("how-much", "How much", lead, tuple(blocks))


def conflicts(quantity: Quantity) -> list[Verdict]:
    """The pairs that cannot both be true, both readings being sure."""
    return [v for v in quantity.verdicts if v.verdict is Relation.CONFLICT and v.sure]


def quantity_group(pile: Pile, q: Quantity) -> Group:
    """One quantity: members as lines and as a picture, verdicts and what stands as notes."""
    members = sorted(q.members, key=lambda m: (_day(m), [c.article for c in pile.cite(m.claim, m.span)], m.span))
    shown = _weightiest(q, members)
    notes, bearing = tuple(_notes(pile, q)), tuple(dict.fromkeys(chain.from_iterable(_place(pile, q, c) for c in _binding(q))))
    made = Group(
        upper(quantity_words(pile, q)), tuple(member_line(pile, m) for m in shown), notes, _stands(q), len(members) - len(shown), "legation ledger"
    )
    tone = "conflict" if conflicts(q) else ""
    return replace(made, tone=tone, panels=_panels(pile, shown), unit=q.unit, bearing=bearing, roots=_roots(pile, shown))


def _weightiest(q: Quantity, members: Sequence[Member]) -> list[Member]:
    """The members that are shown: those that clash, those that bind what stands, then one of each origin."""
    if len(members) <= CLAIMS:
        return list(members)
    clashing = {p.claim for v in conflicts(q) for p in (v.a, v.b)} | set(_binding(q))
    origins = list(dict.fromkeys(m.origin for m in members))
    ranked = sorted(members, key=lambda m: (m.claim not in clashing, origins.index(m.origin)))[:CLAIMS]
    return [m for m in members if m in ranked]


def _binding(q: Quantity) -> tuple[str, ...]:
    """The claims that what stands rests on; all of them where none is named."""
    return (q.stands.binding or tuple(m.claim for m in q.members)) if q.stands else ()


def _place(pile: Pile, q: Quantity, claim: str) -> tuple[Cite, ...]:
    return next((pile.cite(m.claim, m.span) for m in q.members if m.claim == claim), ())


def _day(m: Member) -> str:
    """The first day a figure holds for, as text that sorts; what has no day comes first."""
    period = m.holds or m.when
    return str((period.first or period.last) if period else "")


def member_line(pile: Pile, m: Member) -> Line:
    """One figure of a quantity."""
    claim, quote = pile.claim(m.claim), pile.quote(m.claim, m.span)
    says = pile.says(claim) if isinstance(claim, Figure) else one_line(m.voice or m.article)
    return Line(_amount(pile, m), says, _period(m), quote, pile.cite(m.claim, m.span), _flags(m))


def _amount(pile: Pile, m: Member) -> str:
    return amount_words(m.amount, pile.words(m.claim, m.span))


def _period(m: Member) -> str:
    return period_words(m.when, short=True) or (f"as of {period_words(m.holds, short=True)}" if m.holds else "")


def _flags(m: Member) -> tuple[str, ...]:
    return tuple(f for f in ("" if m.status is Status.ACTUAL else m.status.value, m.role if m.role == "share" else "") if f)


def _grid(pile: Pile, title: str, found: Sequence[Quantity], most: int, more: str) -> Grid:
    """Quantities as rows: what, how much, when, who says so."""
    rows = tuple(_row(pile, q) for q in found[:most])
    return Grid(title, ("What", "How much", "When", "Who says", "Places"), rows, frozenset(), max(0, len(found) - most), more)


def _row(pile: Pile, q: Quantity) -> Row:
    """What stands of a quantity, or the one claim on it."""
    binding = set(_binding(q))
    told = [m for m in q.members if m.claim in binding] or list(q.members)
    claim, first = pile.claim(told[0].claim), told[0]
    flags = "".join(f" ({f})" for f in _flags(first)) if len(q.members) == 1 else ""
    amount = _amount(pile, first) if len(q.members) == 1 or not q.stands else _interval(q)
    disputed = "disputed: " if q.stands and q.stands.disputed else ""
    says = counted(q.origins, "origin") if q.origins > 1 else pile.says(claim) if claim else ""
    cites = tuple({c.article: c for m in told for c in pile.cite(m.claim, m.span)}.values())[:4]
    return Row((upper(quantity_words(pile, q)), f"{disputed}{amount}{flags}", _period(first), says, ""), cites)


def _interval(q: Quantity) -> str:
    return interval_words(q.stands.low, q.stands.high, q.unit, q.stands.approx) if q.stands else ""


def _notes(pile: Pile, q: Quantity) -> Iterator[Line]:
    """How pairs of claims relate, the weightiest first, pairs that relate alike once; and what the ledger notes of the whole."""
    amounts = {m.claim: _amount(pile, m) for m in q.members}
    seen: set[tuple[Relation, frozenset[str]]] = set()
    for v in sorted((v for v in q.verdicts if v.verdict in TELLING), key=lambda v: TELLING.index(v.verdict)):
        alike = v.verdict, frozenset(amounts.get(p.claim, p.claim) for p in (v.a, v.b))
        if alike not in seen and len(seen) < PAIRS:
            seen.add(alike)
            yield Line(_verdict_words(v, amounts), cites=(*pile.cite(v.a.claim, v.a.span), *pile.cite(v.b.claim, v.b.span)))
    if q.note:
        yield Line(one_line(q.note))


def _stands(q: Quantity) -> str:
    if not q.stands:
        return ""
    why = days_in_words(one_line(q.stands.why))
    disputed = "disputed, " if q.stands.disputed and not why.startswith("disputed") else ""
    return f"What stands: {disputed}{_interval(q)} ({why})."


def _panels(pile: Pile, members: Sequence[Member]) -> tuple[Panel, ...]:
    """The levels among the members, a panel a period; a change has no place beside them. One row is nothing to compare."""
    levels = [m for m in members if m.role == "level" and not m.amount.change]
    if len({m.claim for m in levels}) < 2:
        return ()
    colours = {origin: n for n, origin in enumerate(dict.fromkeys(m.origin for m in members))}
    panels = tuple(
        Panel(title or "no period told", tuple(_mark(pile, m, colours[m.origin]) for m in found)) for title, found in groupby(levels, _period)
    )
    if any(len(p.rows) > 1 for p in panels):
        return panels
    # a heading over every single row would take more room than the rows
    return (Panel("", tuple(replace(row, label=f"{p.title}: {row.label}") for p in panels for row in p.rows)),)


def _roots(pile: Pile, members: Sequence[Member]) -> tuple[Origin, ...]:
    """The origins with the articles that carry them, where some origin is carried by several: articles are more than origins."""
    carried: dict[str, dict[int, Carrier]] = {}
    for m in members:
        for cite in pile.cite(m.claim, m.span):
            paper = publisher_of(pile.readings[cite.article - 1].article)
            label = f"[{cite.article}] {_amount(pile, m)}{f', {paper}' if paper != m.origin else ''}"
            carried.setdefault(m.origin, {}).setdefault(cite.article, Carrier(label, f"#c-{cite.claim}"))
    if all(len(papers) < 2 for papers in carried.values()):
        return ()
    return tuple(Origin(one_line(origin), n, tuple(papers.values())) for n, (origin, papers) in enumerate(carried.items()))


def _mark(pile: Pile, m: Member, colour: int) -> Interval:
    claim, cites = pile.claim(m.claim), pile.cite(m.claim, m.span)
    note = f"{pile.says(claim) if claim else ''} {' '.join(f'[{c.article}]' for c in cites)}".strip()
    a, address = m.amount, f"#c-{cites[0].claim}" if cites else ""
    return Interval(_amount(pile, m), a.low, a.high, a.approx, m.status is not Status.ACTUAL, colour, note, address=address)


def _verdict_words(v: Verdict, amounts: dict[str, str]) -> str:
    a, b = (amounts.get(p.claim, p.claim[:8]) for p in (v.a, v.b))
    meaning = MEANINGS[v.verdict] if v.sure or v.verdict is not Relation.CONFLICT else "to be checked: one reading is doubtful"
    return f"{a[0].upper() + a[1:]} against {b}: {meaning} ({days_in_words(one_line(v.why))})."

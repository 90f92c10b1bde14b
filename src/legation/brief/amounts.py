"""How much: the quantities of the ledger with all their members, how these relate, and what stands."""

from __future__ import annotations

from collections.abc import Sequence

from legation.brief.dossier import Bar, Group, Line, Section
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import amount_words, counted, interval_words, period_words
from legation.words.figure import Figure
from legation.words.quantity import Member, Quantity
from legation.words.verdict import Relation, Verdict

SHOWN = 60
SINGLES = 120
PAIRS = 6
LABEL = 12
"""Letters of a period beside a bar."""
TELLING = (
    Relation.CONFLICT,
    Relation.UPDATE,
    Relation.AGREE,
    Relation.SAME,
    Relation.COPY,
    Relation.PART_WHOLE,
    Relation.OTHER_DEFINITION,
    Relation.OTHER_PERIOD,
)
"""The order in which verdicts are shown: the rarest and most useful first."""

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
    """The chapter on quantities: conflicts first, then those told several times, then what is told once."""
    quantities = pile.ledger.quantities
    several = sorted((q for q in quantities if len(q.members) > 1), key=lambda q: (not conflicts(q), -q.origins, -len(q.members), q.label))
    singles = [line for q in quantities if len(q.members) == 1 for line in [member_line(pile, q.members[0], q)]]
    if not several and not singles:
        return Section("how-much", "How much", "No figure was taken.")
    disputed = sum(1 for q in several if conflicts(q))
    total = counted(len(several) + len(singles), "quantity", "quantities")
    lead = f"{total}; {counted(len(several), 'is', 'are')} told more than once, {disputed} with a conflict."
    groups = [quantity_group(pile, q) for q in several[:SHOWN]]
    if len(several) > SHOWN:
        groups.append(Group("More quantities", (), left_out=len(several) - SHOWN, more="legation ledger"))
    if singles:
        groups.append(Group("Told once", tuple(singles[:SINGLES]), left_out=max(0, len(singles) - SINGLES), more="legation figures"))
    return Section("how-much", "How much", lead, tuple(groups))


def conflicts(quantity: Quantity) -> list[Verdict]:
    """The pairs that cannot both be true, both readings being sure."""
    return [v for v in quantity.verdicts if v.verdict is Relation.CONFLICT and v.sure]


def quantity_group(pile: Pile, q: Quantity) -> Group:
    """One quantity: members as lines, verdicts and what stands as notes."""
    members = sorted(q.members, key=lambda m: (_day(m), [c.article for c in pile.cite(m.claim, m.span)], m.span))
    lines = tuple(member_line(pile, m) for m in members)
    clash = conflicts(q)
    return Group(
        quantity_words(pile, q), lines, tuple(_notes(pile, q)), _stands(q), tone="conflict" if clash else "", bars=_bars(pile, members), unit=q.unit
    )


def _day(m: Member) -> str:
    """The first day a figure holds for, as text that sorts; what has no day comes first."""
    period = m.holds or m.when
    return str((period.first or period.last) if period else "")


def quantity_words(pile: Pile, q: Quantity) -> str:
    """A quantity's heading: its label, then measure and parties where the label does not name them."""
    parties = " → ".join(pile.name(p) for p in (q.giver, q.receiver) if p)
    label, measure = one_line(q.label).replace(q.measure, q.measure.replace("-", " ")), q.measure.replace("-", " ")
    tail = ", ".join(p for p in (measure, parties) if p and p.casefold() not in label.casefold())
    return f"{label} ({tail})" if label and tail else label or tail


def member_line(pile: Pile, m: Member, alone: Quantity | None = None) -> Line:
    """One figure of a quantity; `alone` names what it measures where no heading does."""
    claim, quote = pile.claim(m.claim), pile.quote(m.claim, m.span)
    amount = amount_words(m.amount, quote.words if quote else "")
    what = f"{quantity_words(pile, alone)}: {amount}" if alone else amount
    says = pile.says(claim) if isinstance(claim, Figure) else one_line(m.voice or m.article)
    when = period_words(m.when, short=True) or (f"as of {period_words(m.holds, short=True)}" if m.holds else "")
    flags = tuple(f for f in ("" if m.status.value == "actual" else m.status.value, "" if m.role == "level" else m.role) if f)
    return Line(what, says, when, quote, pile.cite(m.claim, m.span), flags)


def _notes(pile: Pile, q: Quantity) -> list[str]:
    amounts = {m.claim: amount_words(m.amount, _words(pile, m)) for m in q.members}
    notes = [_verdict_words(v, amounts) for v in _telling(q.verdicts)]
    left = len(q.verdicts) - len(notes)
    if left > 0:
        notes.append(f"{counted(left, 'more pair')} compared.")
    return notes


def _stands(q: Quantity) -> str:
    if not q.stands:
        return ""
    why = one_line(q.stands.why)
    disputed = "disputed, " if q.stands.disputed and not why.startswith("disputed") else ""
    return f"What stands: {disputed}{interval_words(q.stands.low, q.stands.high, q.unit, q.stands.approx)} ({why})."


def _words(pile: Pile, m: Member) -> str:
    reading = pile.reading(m.claim)
    return reading.article.text[m.span[0] : m.span[1]] if reading else ""


def _bars(pile: Pile, members: Sequence[Member]) -> tuple[Bar, ...]:
    """The levels among the members; a change has no place beside them."""
    return tuple(Bar(_label(pile, m), m.amount.low, m.amount.high, m.amount.approx) for m in members if m.role == "level" and not m.amount.change)


def _label(pile: Pile, m: Member) -> str:
    """Article and period; only the years of a period whose words are longer than there is room."""
    place, period = " ".join(f"[{c.article}]" for c in pile.cite(m.claim, m.span)), m.when or m.holds
    words = period_words(period, short=True)
    if period and len(words) > LABEL:
        words = "–".join(dict.fromkeys(str(day.year) for day in (period.first, period.last) if day))
    return f"{place} {words}".strip()


def _telling(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return sorted((v for v in verdicts if v.verdict in TELLING), key=lambda v: TELLING.index(v.verdict))[:PAIRS]


def _verdict_words(v: Verdict, amounts: dict[str, str]) -> str:
    a, b = (amounts.get(p.claim, p.claim[:8]) for p in (v.a, v.b))
    meaning = MEANINGS[v.verdict] if v.sure or v.verdict is not Relation.CONFLICT else "to be checked: one reading is doubtful"
    return f"{a[0].upper() + a[1:]} against {b}: {meaning} ({one_line(v.why)})."

"""What happened: the acts of the ledger by date, each once, with all who tell it."""

from __future__ import annotations

from legation.brief.dossier import Cite, Group, Line, Section
from legation.brief.flows import is_fact
from legation.brief.pile import Pile
from legation.brief.tell import act_words, tell
from legation.brief.wording import counted, period_words, tone_of
from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.period import Grain
from legation.words.quantity import Happening
from legation.words.status import Status

SHOWN = 400
UNDATED = "No day told"


def happened(pile: Pile) -> Section:
    """The chapter on acts told as fact, a group a year, undated acts last."""
    told = sorted(filter(is_fact, pile.ledger.events), key=lambda h: _when(pile, h))
    if not told:
        return Section("happened", "What happened", "No act between actors is told as fact.")
    years: dict[str, list[Happening]] = {}
    for h in told[:SHOWN]:
        years.setdefault(_year(h), []).append(h)
    groups = [Group(year, tuple(act_line(pile, h) for h in acts)) for year, acts in years.items()]
    if len(told) > SHOWN:
        last = groups[-1]
        groups[-1] = Group(last.title, last.lines, left_out=len(told) - SHOWN, more="legation events")
    several = sum(h.origins > 1 for h in told)
    lead = (
        f"{counted(len(told), 'act')} told as fact, by date; {several or 'none'} of them told by more than one origin."
        " Planned, possible and denied acts stand under “What is unsure”."
    )
    return Section("happened", "What happened", lead, tuple(groups))


def act_line(pile: Pile, h: Happening) -> Line:
    """A happening with the telling that is most direct first."""
    members = sorted(h.members, key=lambda m: (m.status is not Status.ACTUAL, m.voice is not None))
    first = members[0]
    claim = pile.claim(first.claim)
    flags = []
    text = tell(claim, pile.name) if isinstance(claim, Event) else act_words(h.type, h.actors, h.recipients, pile.name)
    says = pile.says(claim) if claim else ""
    if h.origins > 1:
        says += f", and {counted(h.origins - 1, 'other origin')}"
    if is_fact(h) and any(m.status is Status.DENIED for m in members):
        flags.append("denied by some")
    cites: list[Cite] = [c for m in members for c in pile.cite(m.claim, m.span)]
    quote = pile.quote(first.claim, first.span)
    when = period_words(h.when, short=True) or _told(pile, first.claim)
    return Line(text, says, when, quote, tuple(cites), tuple(flags), tone_of(h.type))


def _told(pile: Pile, claim: str) -> str:
    """When an act without a day of its own was told, where that is a day or a month."""
    reading = pile.reading(claim)
    published = reading.article.published if reading else None
    return f"told {period_words(published.when, short=True)}" if published and published.when.grain in (Grain.DAY, Grain.MONTH) else ""


def _when(pile: Pile, h: Happening) -> tuple[str, str, int, Span]:
    """By day, then by place in the articles; undated acts last."""
    first_told = next((c for m in h.members[:1] for c in pile.cite(m.claim, m.span)), None)
    article, span = (first_told.article, first_told.span) if first_told else (0, (0, 0))
    if h.when is None:
        return ("9999", "", article, span)
    first, last = h.when.first or h.when.last, h.when.last or h.when.first
    return (str(first), str(last), article, span)


def _year(h: Happening) -> str:
    day = h.when and (h.when.first or h.when.last)
    return str(day.year) if day else UNDATED

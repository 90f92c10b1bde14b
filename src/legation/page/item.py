"""An item: one claim as a page lists it, with the way to its sentence and what was decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.brief.clauses import clause, joined, upper
from legation.brief.dossier import Line
from legation.brief.flows import is_fact
from legation.brief.plain import one_line
from legation.brief.tell import FIELDS
from legation.brief.wording import counted, period_words
from legation.page.desk import Desk
from legation.page.visit import Visit
from legation.run.records import line
from legation.store.held import Held
from legation.words.event import Event
from legation.words.quantity import Happening, Telling
from legation.words.status import Status
from legation.words.verdict import Place

DECIDED = ("accepted", "rejected", "corrected")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim's `line`, the address of its sentence (`place`), its state (accepted, rejected, corrected or empty) and the judgement to undo.

    `others` are further tellings of the same act.
    """

    id: str
    kind: str
    line: Line
    place: str
    state: str = ""
    judgement: str = ""
    others: tuple[Item, ...] = ()
    quantity: str = ""


def item(desk: Desk, visit: Visit, held: Held) -> Item:
    """A claim as an item."""
    told = line(held, desk.papers, desk.name)
    if isinstance(held.claim, Event):
        told = _sentence(desk, told, held.claim)
    if not told.when:
        told = replace(told, when=_told(desk, held))
    ruling = desk.judged.claims.get(held.claim.id)
    state = next((w for w in held.judged if w in DECIDED), "")
    return Item(held.claim.id, held.kind, told, place(visit, held), state, ruling.id if ruling else "")


def _sentence(desk: Desk, told: Line, e: Event) -> Line:
    """An act in plain words, as the dossier has it; what it is about stands with who says so."""
    text = upper(joined([clause(e.type, e.actors, e.recipients, desk.name, e, e.status)]))
    about = ", ".join(one_line(c).replace("_", " ") for c in e.contexts[:FIELDS])
    return replace(told, text=text, says=f"{told.says} · {about}" if about else told.says)


def items(desk: Desk, visit: Visit, found: Iterable[Held]) -> list[Item]:
    """Claims as items."""
    return [item(desk, visit, held) for held in found]


def place(visit: Visit, held: Held) -> str:
    """The address of a claim's words in its article."""
    return f"{visit.to(f'/article/{held.article_digest}')}#c-{held.claim.id}"


def sides(desk: Desk, visit: Visit, places: Sequence[Place]) -> list[Item]:
    """The claims that stand at places, those that are gone left out."""
    held = desk.held([p.claim for p in places])
    return [item(desk, visit, held[p.claim]) for p in places if p.claim in held]


def acts(desk: Desk, visit: Visit, found: Sequence[Happening]) -> list[Item]:
    """Happenings as items: the most direct telling first, the others under it."""
    held = desk.held([m.claim for h in found for m in h.members])
    return [made for h in found if (made := _act(desk, visit, h, held))]


def _act(desk: Desk, visit: Visit, h: Happening, held: Mapping[str, Held]) -> Item | None:
    tellings = sorted((m for m in h.members if m.claim in held), key=_indirect)
    if not tellings:
        return None
    first, *others = (item(desk, visit, held[m.claim]) for m in tellings)
    says = first.line.says + (f", and {counted(h.origins - 1, 'other origin')}" if h.origins > 1 else "")
    denied = is_fact(h) and any(m.status is Status.DENIED for m in h.members)
    flags = (*first.line.flags, *(("denied by some",) if denied else ()))
    when = period_words(h.when, short=True) or first.line.when
    return replace(first, line=replace(first.line, says=says, flags=flags, when=when), others=tuple(others))


def _indirect(m: Telling) -> tuple[bool, bool]:
    return m.status is not Status.ACTUAL, m.voice is not None


def _told(desk: Desk, held: Held) -> str:
    """When a claim without a day of its own was told."""
    published = desk.papers.published(held.article_digest)
    return f"told {period_words(published, short=True)}" if published else ""

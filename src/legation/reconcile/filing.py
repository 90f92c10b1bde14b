"""Which shelf each claim of an article goes to. All that is needed for it stands in the article itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.reconcile.contests import Known, Ranking, known, rankings, shelves_of
from legation.reconcile.entry import LIST, Entry, within
from legation.reconcile.entry import entries as made_ready
from legation.reconcile.happenings import Act, actor_of, family
from legation.reconcile.item import ACTS, FIGURES, RANKINGS, STANCES, Item, path_of, shelf_of
from legation.reconcile.likeness import likeness
from legation.reconcile.occasions import with_occasions
from legation.reconcile.origins import origin_of
from legation.reconcile.records import record_of, spoken_of
from legation.reconcile.source import Paper
from legation.reconcile.tensions import stances
from legation.reconcile.wording import STATE, canonical

BEFORE = 300
"""An addition speaks of what a sentence that begins at most so many characters before it tells."""

SIDES = 12
"""Shelves at most that a figure without all its parties is looked for on."""


def items_of(paper: Paper) -> Iterator[Item]:
    """All items of an article."""
    number = paper.teller.number
    figures = list(with_occasions(made_ready(paper.figures), paper))
    yield from figure_items(figures, number)
    for k, told in enumerate(paper.statements):
        if record := record_of(told):
            path = path_of(told.claim.when or told.teller.published, number)
            for parts in spoken_of(record):
                yield Item(shelf_of(FIGURES, *parts), path, (number, k), told.claim.id, record)
    for k, event in enumerate(paper.events):
        act = Act(event, origin_of(event.claim, event.teller))
        path = path_of(event.claim.when or event.teller.published, number, actor_of(act))
        yield Item(shelf_of(ACTS, family(event.claim.type)), path, (number, k), event.claim.id, act)
    for k, stance in enumerate(stances(paper)):
        path = path_of(stance.when or stance.teller.published, number)
        yield Item(shelf_of(STANCES, stance.matter, *stance.pair), path, (number, k), stance.claim, stance)
    ranked: list[Ranking | Known] = [*rankings(paper), *(v for e in figures for v in known(e))]
    for k, matter in enumerate(ranked):
        path = path_of(matter.when or paper.teller.published, number)
        yield Item(shelf_of(RANKINGS, *shelves_of(matter)), path, (number, k), matter.claim, matter)


def figure_items(entries: Sequence[Entry], number: int) -> Iterator[Item]:
    """The figures of an article."""
    own = sorted(entries, key=lambda e: e.span)
    made: dict[str, Item] = {}
    for k, e in enumerate(own):
        follows = e.whole or _spoken_of(e, own)
        joins = None if follows else _whole_of(e, own[max(0, k - LIST) : k])
        with_it = made.get(follows) if follows else None
        if with_it:
            item = Item(with_it.shelf, with_it.path, (number, k), e.id, e, sides=with_it.sides, follows=follows)
        else:
            level = e.role == "level"
            known = f"{_shelf(e)}|{e.dimension}" if level and not e.lacking else ""
            path, sides = path_of(e.holds or e.told.teller.published, number), _sides(e) if level else ()
            item = Item(_shelf(e), path, (number, k), e.id, e, known, sides, joins=joins)
        made[e.id] = item
        yield item


def _shelf(e: Entry, giver: str | None = None, receiver: str | None = None) -> str:
    """Figures that differ in this never speak of one quantity."""
    return shelf_of(
        FIGURES,
        e.measure.name,
        "" if e.measure.parties == "none" else giver or e.giver,
        receiver or e.receiver if e.measure.parties in ("pair", "both") else "",
    )


def _sides(e: Entry) -> tuple[str, ...]:
    """Where a figure that leaves a party out may belong: with what the text beside the number names as that party."""
    if not e.lacking:
        return ()
    # What the number's own clause names goes before what the rest of the sentence names.
    named = {w.removeprefix(STATE) for w in e.subject.places or e.subject.context if w.startswith(STATE)}
    givers = {e.giver} if e.giver else named
    receivers = {""} if e.measure.parties == "holder" else {e.receiver} if e.receiver else named
    pairs = [(g, r) for g in sorted(givers) for r in sorted(receivers) if g != r]
    return tuple(f"{_shelf(e, g, r)}|{e.dimension}" for g, r in pairs[:SIDES])


def _spoken_of(e: Entry, own: Sequence[Entry]) -> str | None:
    """The level of its own article that a change speaks of whose measure was not understood; its own sentence before all."""
    if e.role != "change" or e.measure.name not in ("change", "other"):
        return None
    levels = [m for m in own if m.role == "level" and not m.whole and _speaks_of(e, m)]
    ranked = [(m.told.start == e.told.start, likeness(e, [m]) or 0.0, -k, m.id) for k, m in enumerate(levels)]
    return max(ranked)[3] if ranked else None


def _speaks_of(e: Entry, m: Entry) -> bool:
    """Whether a change may speak of a level: of a measure that its sentence names, or of its sentence or just before it."""
    if (e.giver and m.giver and e.giver not in (m.giver, m.receiver)) or (e.dimension == m.dimension and not e.subject.more):
        return False
    if canonical(m.measure.name.split("-")[0]) in e.subject.context:
        return True
    return 0 <= e.told.start - m.told.start <= (BEFORE if e.dimension == m.dimension else 0)


def _whole_of(e: Entry, before: Sequence[Entry]) -> str | None:
    """The figure of its sentence, of another measure, that it is counted within: `600 dead of 4,700 casualties`."""
    return next((w.id for w in before if within(e, w)), None)

"""Events across articles: one happening with all its tellings. Days may differ by one (time zones)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from legation.reconcile.origins import Origin
from legation.reconcile.periods import STANDING, gap
from legation.reconcile.places import places
from legation.reconcile.source import Told
from legation.reconcile.things import things
from legation.reconcile.wording import STATE, content, pattern, proper_names
from legation.words.event import Event, EventType
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.quantity import Happening, Telling
from legation.words.status import Status
from legation.words.verdict import EventVerdict, Place, Relation

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
FEW = 3
"""Tellings of a happening that a new one must agree with: the last ones."""

DAY_APART = 1
LONGEST = 7
"""A period longer than this many days does not say when an act took place well enough to join two tellings by it."""

SHARED_PARTIES = 0.5
ALIKE, ALIKE_TIED = 0.4, 0.25
"""How much of their words two sentences must share to tell one act; less is needed where day and all parties are the same."""

TELLINGS = 30
"""A happening told more often than this is compared telling by telling only with the next ones."""

ANSWER = 31
"""Days after which what was told is still denied."""

ASSERTED = (Status.ACTUAL, Status.POSSIBLE)

DONE_ONCE = frozenset((EventType.MOBILIZE, EventType.AGREE, EventType.RETREAT, EventType.CONCEDE))
"""What is done with one thing by one side is done once; meetings, threats and attacks come again and again."""

LOOK = 50


@dataclass(frozen=True)
class Act:
    """One telling of an event, ready to compare."""

    told: Told[Event]
    origin: Origin

    @property
    def event(self) -> Event:
        """The claim."""
        return self.told.claim

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @cached_property
    def words(self) -> frozenset[str]:
        """What the sentence says, without the parties."""
        return frozenset(w for w in content(self.told.sentence) if w[1:] not in (*self.event.actors, *self.event.recipients))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures of the sentence."""
        return frozenset(NUMBER.findall(self.told.sentence))

    @cached_property
    def names(self) -> frozenset[str]:
        """The places and people its sentence names, its source apart."""
        return places(self.told.sentence).difference(content(self.origin.name))

    @cached_property
    def people(self) -> frozenset[str]:
        """All names of its sentence, those in everybody's mouth too: who met whom."""
        return proper_names(self.told.sentence, self.told.sentence).difference(content(self.origin.name))

    @cached_property
    def summed(self) -> bool:
        """Whether its sentence sums up many acts: `to date`, `the death toll of the strikes`."""
        return any(pattern("toll", row).search(self.told.sentence) for row in ("word", "late"))

    @cached_property
    def things(self) -> frozenset[str]:
        """What it is on, by name."""
        return things(self.told.sentence, self.told.inside)

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """First and last day as numbers; the publication's where the act is undated; None where it is not known to a week."""
        p = self.event.when or self.told.teller.published
        if not p or not p.first or not p.last or (p.last - p.first).days > LONGEST:
            return None
        return p.first.toordinal(), p.last.toordinal()


def family(kind: EventType) -> str:
    """Types of event under which one act may be told."""
    return kind.value


def actor_of(act: Act) -> str:
    """Whose act it is, where the shelf of its family must be divided: of several actors the first in order."""
    return min(act.event.actors, default="")


def act_groups(acts: Iterable[Act]) -> list[list[Act]]:
    """Acts of one shelf by event: each is held, by party and week, against the groups of its own and the next weeks."""
    groups: list[list[Act]] = []
    at: dict[tuple[str, int], list[int]] = defaultdict(list)
    for act in acts:
        keys = _keys(act)
        near = dict.fromkeys(n for party, week in keys for w in (week - 1, week, week + 1) for n in at[party, w][-LOOK:])
        near |= dict.fromkeys(n for thing in act.things for n in at[thing, 0][-LOOK:])
        found = next((n for n in near if all(_one_act(act, other) or _on_one_thing(act, other) for other in groups[n][-FEW:])), None)
        if found is None:
            found = len(groups)
            groups.append([])
            for key in (*keys, *((thing, 0) for thing in act.things)):
                at[key].append(found)
        groups[found].append(act)
    return groups


def _keys(act: Act) -> list[tuple[str, int]]:
    if act.days is None:
        return []
    week = act.days[0] // LONGEST
    first = week - ANSWER // LONGEST if _answers(act) else week
    parties = dict.fromkeys((*act.event.actors, *act.event.recipients))
    return [(p, w) for p in parties for w in range(first, week + 1)]


def _answers(act: Act) -> bool:
    """Whether it denies what was told before it, on no day that it names."""
    return act.event.status is Status.DENIED and not act.event.when


def _one_act(a: Act, b: Act) -> bool:
    if not _near(a, b):
        return False
    actors, recipients = _shared(a.event.actors, b.event.actors), _shared(a.event.recipients, b.event.recipients)
    if min(actors, recipients) < SHARED_PARTIES or _told_apart(a, b):
        return False
    common = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return common >= (ALIKE_TIED if actors == recipients == 1 and _tied(a, b) else ALIKE)


def _near(a: Act, b: Act) -> bool:
    """Whether the days allow one act; a denial that gives no day of its own speaks of what was told before it."""
    if a.days is None or b.days is None:
        return False
    if max(a.days[0] - b.days[1], b.days[0] - a.days[1]) <= DAY_APART:
        return True
    first, second = (a, b) if a.days < b.days else (b, a)
    after = a.days[0] - b.days[1] if second is a else b.days[0] - a.days[1]
    return _answers(second) and first.event.status in ASSERTED and after <= ANSWER


def _tied(a: Act, b: Act) -> bool:
    """Whether more than words tie two acts of the same parties: attacks a place, talks their day or a place, other acts their day."""
    if a.event.type is EventType.ASSAULT:
        return a.days == b.days and bool(a.names & b.names)
    if a.event.type is EventType.CONSULT and (a.names & b.names or _third(a) & _third(b)):
        return True
    return a.days == b.days and bool(a.event.recipients)


def _third(act: Act) -> frozenset[str]:
    """The states that its sentence names beside its parties: where it takes place, or what it is about."""
    return frozenset(w for w in act.words if w.startswith(STATE))


def _on_one_thing(a: Act, b: Act) -> bool:
    """Whether two texts that give no day speak of one act, as they name what it is on: `the deployment of THAAD`."""
    x, y = a.event, b.event
    if a.told.teller.digest == b.told.teller.digest or not a.things & b.things or x.status is not y.status or not (_undated(a) and _undated(b)):
        return False
    if x.type not in DONE_ONCE:
        return False
    between = gap(a.told.teller.published, b.told.teller.published)
    towards = not x.recipients or not y.recipients or _shared(x.recipients, y.recipients) >= SHARED_PARTIES
    return between is not None and between <= STANDING and _shared(x.actors, y.actors) >= SHARED_PARTIES and towards


def _undated(act: Act) -> bool:
    when = act.event.when
    return when is None or when.days is None or when.days > LONGEST


def _told_apart(a: Act, b: Act) -> bool:
    """Whether one article tells both, or they are of two days and every number differs, or attacks in two places: then they are two acts.

    An article tells an act once, but for the denial of one source beside the charge of another: in its own voice it does not contradict itself.
    """
    if a.told.teller.digest == b.told.teller.digest:
        return (a.event.status is Status.DENIED) == (b.event.status is Status.DENIED) or a.origin.key == b.origin.key
    if a.event.type is EventType.ASSAULT and (_elsewhere(a.names, b.names) or (a.summed != b.summed and not a.names & b.names)):
        return True
    if a.event.type is EventType.CONSULT and a.days != b.days and a.people - b.people and b.people - a.people:
        return True
    return a.days != b.days and bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)


def _elsewhere(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether most of what either names is not named by the other."""
    return bool(a and b) and len(a & b) < SHARED_PARTIES * min(len(a), len(b))


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    x, y = set(a), set(b)
    return 1.0 if x == y else len(x & y) / len(x | y)


def happening(acts: Sequence[Act]) -> Happening:
    """The event that acts tell together."""
    first = acts[0].event
    fullest = max(acts, key=lambda a: len(a.event.actors) + len(a.event.recipients)).event
    return Happening(
        id=digest("happening", first.id),
        type=first.type,
        actors=fullest.actors,
        recipients=fullest.recipients,
        when=_when(acts),
        members=tuple(Telling(a.event.id, a.told.teller.id, a.event.span, a.event.status, a.event.voice, a.origin.name) for a in acts),
        verdicts=tuple(_verdict(a, b) for k, a in enumerate(acts) for b in acts[k + 1 : k + 1 + TELLINGS]),
        origins=len({a.origin.key for a in acts}),
    )


def _when(acts: Sequence[Act]) -> Period | None:
    """The period most tellings give; of several the shortest."""
    said = Counter(a.event.when for a in acts if a.event.when)
    return max(said, key=lambda p: (said[p], -(p.days or date.max.toordinal())), default=None)


def _verdict(a: Act, b: Act) -> EventVerdict:
    relation, why = _relation(a, b)
    return EventVerdict(_place(a), _place(b), relation, why)


def _place(a: Act) -> Place:
    return Place(a.told.teller.id, a.event.span, a.event.id)


def _relation(a: Act, b: Act) -> tuple[Relation, str]:
    x, y = a.event.status, b.event.status
    if (x is Status.DENIED) != (y is Status.DENIED):
        asserted = y if x is Status.DENIED else x
        if asserted in ASSERTED:
            return Relation.CONFLICT, f"{a.origin.name}: {x}; {b.origin.name}: {y}"
        return Relation.OTHER_DEFINITION, f"{x} against {y}"
    if x is not y:
        later = Status.PLANNED in (x, y) and Status.ACTUAL in (x, y)
        return (Relation.UPDATE, "announced, then done") if later else (Relation.OTHER_DEFINITION, f"{x} against {y}")
    if a.told.teller.digest != b.told.teller.digest and a.origin.key == b.origin.key:
        return Relation.COPY, f"both from {a.origin.name}"
    return Relation.SAME, "the same act"

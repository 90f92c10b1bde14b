"""Tensions of a case: acts of one side towards another that do not go together, and opposed words on one matter.

`has always stood with the Council` against `leads in blocking the Council`, `this leverage is illusory` against `its increased influence`.
Neither side is called wrong: each is shown with its words and day. An act of one day does not contradict one of another, so
only acts told without a day, or of days that meet, are held against each other.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from legation.reconcile.opposites import always, judged, opposed_acts
from legation.reconcile.origins import Origin, origin_of
from legation.reconcile.periods import STANDING, gap
from legation.reconcile.source import Paper, Teller, Told
from legation.reconcile.wording import STATE, content, is_state, state_name
from legation.words.event import Event, EventType
from legation.words.evidence import Span, covers
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.statement import Statement
from legation.words.status import Status
from legation.words.tension import Side, Tension, TensionKind
from legation.words.voice import Voice

LOOK = 20
"""Stances of the opposite kind, the latest, that a stance is held against."""

UNREAL = frozenset((Status.CONDITIONAL, Status.DEMANDED, Status.PLANNED, Status.DENIED))
PAIR = 2
"""Parties that opposed words must share: of one party alone much is said that has nothing to do with each other."""

MOST_PARTIES = 8
"""A sentence that speaks of more parties than this speaks of none in particular."""

ALWAYS = 1096
"""What is told of all times is held against what was told up to so many days before or after."""

ACT = "act"


@dataclass(frozen=True, slots=True)
class Stance:
    """A claim that may be one side: `what` is the act's type or the judging word, `matter` what it is judged of (`act` for acts).

    `leans` is what it is held against the opposites of: an act's type and direction, the lower or the higher side of a judgement.
    `parties` are all that its sentence speaks of, in order; `pair` the two of them under which it is filed; `ever` whether it speaks of all times.
    """

    kind: TensionKind
    claim: str
    teller: Teller
    span: Span
    origin: Origin
    when: Period | None
    what: str
    matter: str
    leans: tuple[str, ...]
    parties: tuple[str, ...]
    ever: bool = False
    pair: tuple[str, str] = ("", "")

    @property
    def side(self) -> Side:
        """The stance as a side of a tension."""
        return Side(self.claim, self.teller.id, self.span, self.when, self.teller.published, self.origin.name)


def stances(paper: Paper) -> Iterator[Stance]:
    """What an article takes sides on, once for each two of the parties that it may share with another article."""
    for start, here in _by_sentence(paper).items():
        parties = _parties(here)
        if PAIR <= len(parties) <= MOST_PARTIES:
            for stance in (*_acts(here, parties), *_words(here, parties, start)):
                yield from (replace(stance, pair=pair) for pair in combinations(parties, 2))


_Claim = Told[Event] | Told[Statement] | Told[Voice]


def _by_sentence(paper: Paper) -> dict[int, list[_Claim]]:
    out: dict[int, list[_Claim]] = defaultdict(list)
    claims: tuple[_Claim, ...] = (*paper.events, *paper.statements, *paper.voices)
    for t in claims:
        out[t.start].append(t)
    return out


def _parties(here: Sequence[_Claim]) -> tuple[str, ...]:
    """Whom the claims of a sentence, and the sentence itself, speak of."""
    found = {w.removeprefix(STATE) for w in content(here[0].sentence) if w.startswith(STATE)}
    for t in here:
        if isinstance(t.claim, Event):
            found.update(t.claim.actors, t.claim.recipients)
        elif isinstance(t.claim, Statement):
            found.update(t.claim.parties)
    return tuple(sorted(found))


def _acts(here: Iterable[_Claim], parties: tuple[str, ...]) -> Iterator[Stance]:
    for t in here:
        e = t.claim
        if isinstance(e, Event) and e.status is Status.ACTUAL and opposed_acts()[e.type]:
            origin, ever = origin_of(e, t.teller), always(t.sentence)
            named = {w.removeprefix(STATE) for w in content(t.sentence)}
            for dyad in ((a, r) for a in e.actors for r in e.recipients if len(e.recipients) <= PAIR and (r in named or not is_state(r))):
                yield Stance(TensionKind.ACTS, e.id, t.teller, e.span, origin, e.when, e.type, ACT, (e.type, *dyad), parties, ever)


def _words(here: Sequence[_Claim], parties: tuple[str, ...], start: int) -> Iterator[Stance]:
    for said in judged(here[0].sentence):
        span = said.span[0] + start, said.span[1] + start
        around = [t for t in here if covers(t.claim.span, span)]
        if not around or any(getattr(t.claim, "status", None) in UNREAL for t in around):
            continue
        t = min(around, key=lambda t: t.claim.span[1] - t.claim.span[0])
        when, origin = getattr(t.claim, "when", None), origin_of(t.claim, t.teller)
        leans = ("low" if said.low else "high",)
        yield Stance(TensionKind.WORDS, t.claim.id, t.teller, span, origin, when, said.word, said.matter, leans, parties)


def tensions(filed: Iterable[Stance]) -> tuple[Tension, ...]:
    """The tensions between stances on one matter filed under one pair; one for each set of parties and matter, with how many more texts clash so.

    A tension of many parties is of the first two alone, or it would be found once for each two of them.
    """
    seen: dict[tuple[str, ...], deque[Stance]] = defaultdict(lambda: deque(maxlen=LOOK))
    found = []
    for mine in filed:
        for leans, matter in _opposites(mine):
            for rival in seen[leans]:
                both = tuple(p for p in mine.parties if p in rival.parties)
                if both[:2] == mine.pair and _may_clash(mine, rival) and (t := _clash(mine, rival, both, matter)):
                    found.append(t)
        seen[mine.leans].append(mine)
    alike: dict[tuple[object, ...], list[Tension]] = defaultdict(list)
    for t in sorted(found, key=lambda t: (-len(t.parties), t.id)):
        alike[t.kind, frozenset(t.parties), t.why.partition(":")[0]].append(t)
    return tuple(replace(own[0], more=len({frozenset((t.a.article, t.b.article)) for t in own}) - 1) for own in alike.values())


def _opposites(mine: Stance) -> list[tuple[tuple[str, ...], str]]:
    """What a stance is held against, with what they differ in."""
    if mine.kind is TensionKind.WORDS:
        return [(("high" if mine.leans == ("low",) else "low",), mine.matter)]
    kind, *dyad = mine.leans
    return [((other, *dyad), matter) for other, matter in opposed_acts()[EventType(kind)].items()]


def _clash(mine: Stance, rival: Stance, both: tuple[str, ...], matter: str) -> Tension | None:
    if mine.kind is TensionKind.WORDS:
        if _at_one_time(mine, rival):
            return _tension(both, f"{matter}: “{rival.what}” against “{mine.what}”", rival, mine)
        return None
    _, actor, recipient = mine.leans
    third = [p for p in both if p not in (actor, recipient)]
    # Beside the two a third party is spoken of: acts in one matter.
    if third and (((mine.ever or rival.ever) and _told_near(mine, rival)) or _at_one_time(mine, rival)):
        why = f"{state_name(actor)} towards {state_name(recipient)}, {matter}: {rival.what.lower()} against {mine.what.lower()}"
        return _tension((actor, recipient, *third), why, rival, mine)
    return None


def _may_clash(a: Stance, b: Stance) -> bool:
    """Whether two texts and two sources speak: who says both sees no clash. What a paper tells in its own voice on two days has one source."""
    return a.teller.root != b.teller.root and a.origin.key != b.origin.key


def _at_one_time(a: Stance, b: Stance) -> bool:
    """Whether both are of one time: their days meet, or neither has one and they were told within half a year."""
    if a.when and b.when:
        return a.when.meets(b.when)
    return (gap(a.when or a.teller.published, b.when or b.teller.published) or 0) <= STANDING


def _told_near(a: Stance, b: Stance) -> bool:
    """Whether both are told in the same years: "always" is said of the times up to its article."""
    return (gap(a.teller.published, b.teller.published) or 0) <= ALWAYS


def _tension(parties: tuple[str, ...], why: str, a: Stance, b: Stance) -> Tension:
    first, second = sorted((a, b), key=_day)
    if first is not a:
        head, _, sides = why.rpartition(": ")
        x, _, y = sides.partition(" against ")
        why = f"{head}: {y} against {x}"
    return Tension(digest("tension", *sorted((a.claim, b.claim))), a.kind, parties, why, first.side, second.side)


def _day(t: Stance) -> tuple[str, str]:
    p = t.teller.published
    return str((p.first or p.last) if p else "9999"), t.claim

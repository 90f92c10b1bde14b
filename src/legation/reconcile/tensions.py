"""Tensions of a case: acts of one side towards another that do not go together, and opposed words on one matter.

`has always stood with the Council` against `leads in blocking the Council`, `this leverage is illusory` against `its increased influence`.
Neither side is called wrong: each is shown with its words and day. An act of one day does not contradict one of another, so
only acts told without a day, or of days that meet, are held against each other.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation.reconcile.opposites import always, judged, opposed_acts
from legation.reconcile.origins import Origin, origin_of
from legation.reconcile.periods import STANDING, gap
from legation.reconcile.source import C, LedgerSource, Teller, Told
from legation.reconcile.wording import STATE, content, state_name
from legation.words.event import Event
from legation.words.evidence import Span, covers
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.statement import Statement
from legation.words.status import Status
from legation.words.tension import Side, Tension, TensionKind
from legation.words.voice import Voice

LOOK = 20
"""Sides of the opposite kind, the latest, that a side is held against."""

UNREAL = frozenset((Status.CONDITIONAL, Status.DEMANDED, Status.PLANNED, Status.DENIED))
PAIR = 2
"""Parties that opposed words must share: of one party alone much is said that has nothing to do with each other."""

Spot = tuple[str, int]
"""A sentence by its article's digest and its first character."""
_Acts = Mapping[Spot, Sequence[Told[Event]]]
_Statements = Mapping[Spot, Sequence[Told[Statement]]]
_Voices = Mapping[Spot, Sequence[Told[Voice]]]


@dataclass(frozen=True)
class _Told:
    """A claim that may be one side: `what` is the act's type or the judging word, `parties` all that its sentence speaks of."""

    id: str
    teller: Teller
    span: Span
    origin: Origin
    when: Period | None
    what: str
    sentence: str
    parties: frozenset[str]

    @cached_property
    def side(self) -> Side:
        return Side(self.id, self.teller.id, self.span, self.when, self.teller.published, self.origin.name)


def tensions(source: LedgerSource) -> tuple[Tension, ...]:
    """All tensions, one a kind, pair of articles and set of parties; those of most parties first."""
    events, statements = _by_sentence(source.claims_for_ledger(Event)), _by_sentence(source.claims_for_ledger(Statement))
    voices = _by_sentence(source.claims_for_ledger(Voice))
    parties = _parties(events, statements, voices)
    found = [*_acts(events, parties), *_words((events, statements, voices), parties)]
    best: dict[tuple[object, ...], Tension] = {}
    for t in sorted(found, key=lambda t: (-len(t.parties), t.id)):
        best.setdefault((t.kind, frozenset(t.parties), *sorted((t.a.article, t.b.article))), t)
    return tuple(best.values())


def _by_sentence(told: Iterable[Told[C]]) -> dict[Spot, list[Told[C]]]:
    out: dict[Spot, list[Told[C]]] = defaultdict(list)
    for t in told:
        out[t.teller.digest, t.start].append(t)
    return out


def _parties(events: _Acts, statements: _Statements, voices: _Voices) -> dict[Spot, frozenset[str]]:
    """Whom the claims of each sentence, and the sentence itself, speak of."""
    out: dict[Spot, set[str]] = defaultdict(set)
    for spot, acts in events.items():
        out[spot].update(*((*t.claim.actors, *t.claim.recipients) for t in acts), _states(acts[0].sentence))
    for spot, said in statements.items():
        out[spot].update(*(t.claim.parties for t in said), _states(said[0].sentence))
    for spot, told in voices.items():
        out[spot].update(_states(told[0].sentence))
    return {spot: frozenset(found) for spot, found in out.items()}


def _states(sentence: str) -> set[str]:
    return {w.removeprefix(STATE) for w in content(sentence) if w.startswith(STATE)}


def _acts(events: _Acts, parties: Mapping[Spot, frozenset[str]]) -> Iterator[Tension]:
    """Opposed acts of one side towards another in one matter: beside the two a third party is spoken of."""
    seen: dict[tuple[str, str, str], deque[_Told]] = defaultdict(lambda: deque(maxlen=LOOK))
    for spot, acts in events.items():
        for t in acts:
            e = t.claim
            if e.status is not Status.ACTUAL:
                continue
            mine = _Told(e.id, t.teller, e.span, origin_of(e, t.teller), e.when, e.type, t.sentence, parties[spot])
            for actor, recipient in ((a, r) for a in e.actors for r in e.recipients):
                for other, matter in opposed_acts()[e.type].items():
                    for rival in seen[actor, recipient, other]:
                        third = mine.parties & rival.parties - {actor, recipient}
                        if third and _may_clash(mine, rival) and (_at_one_time(mine, rival) or always(rival.sentence + mine.sentence)):
                            why = f"{state_name(actor)} towards {state_name(recipient)}, {matter}: {rival.what.lower()} against {mine.what.lower()}"
                            yield _tension(TensionKind.ACTS, (actor, recipient, *sorted(third)), why, rival, mine)
                seen[actor, recipient, e.type].append(mine)


def _words(claims: tuple[_Acts, _Statements, _Voices], parties: Mapping[Spot, frozenset[str]]) -> Iterator[Tension]:
    """Opposed words on one matter of the same parties."""
    seen: dict[tuple[str, bool], deque[_Told]] = defaultdict(lambda: deque(maxlen=LOOK))
    for spot in parties:
        here: list[Told[Event] | Told[Statement] | Told[Voice]] = [t for kind in claims for t in kind.get(spot, ())]
        for said in judged(here[0].sentence):
            span = said.span[0] + spot[1], said.span[1] + spot[1]
            around = [t for t in here if covers(t.claim.span, span)]
            if not around or any(getattr(t.claim, "status", None) in UNREAL for t in around):
                continue
            t = min(around, key=lambda t: t.claim.span[1] - t.claim.span[0])
            when = getattr(t.claim, "when", None)
            mine = _Told(t.claim.id, t.teller, span, origin_of(t.claim, t.teller), when, said.word, t.sentence, parties[spot])
            for rival in seen[said.matter, not said.low]:
                both = mine.parties & rival.parties
                if len(both) >= PAIR and _may_clash(mine, rival) and _at_one_time(mine, rival):
                    why = f"{said.matter}: “{rival.what}” against “{mine.what}”"
                    yield _tension(TensionKind.WORDS, tuple(sorted(both)), why, rival, mine)
            seen[said.matter, said.low].append(mine)


def _may_clash(a: _Told, b: _Told) -> bool:
    """Whether two texts and two sources speak: who says both sees no clash."""
    return a.teller.root != b.teller.root and a.origin.key != b.origin.key


def _at_one_time(a: _Told, b: _Told) -> bool:
    """Whether both are of one time: their days meet, or neither has one and they were told within half a year."""
    if a.when and b.when:
        return a.when.meets(b.when)
    return (gap(a.when or a.teller.published, b.when or b.teller.published) or 0) <= STANDING


def _tension(kind: TensionKind, parties: tuple[str, ...], why: str, a: _Told, b: _Told) -> Tension:
    first, second = sorted((a, b), key=_day)
    if first is not a:
        head, _, sides = why.rpartition(": ")
        x, _, y = sides.partition(" against ")
        why = f"{head}: {y} against {x}"
    return Tension(digest("tension", *sorted((a.id, b.id))), kind, parties, why, first.side, second.side)


def _day(t: _Told) -> tuple[str, str]:
    p = t.teller.published
    return str((p.first or p.last) if p else "9999"), t.id

"""Contests: rankings held against each other, and against the values that are known of those they rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legation.reconcile.entry import Entry
from legation.reconcile.marked import frames_of
from legation.reconcile.origins import Origin, origin_of
from legation.reconcile.periods import STANDING, calendar, gap
from legation.reconcile.rankings import EVERYONE, Order, code, orders
from legation.reconcile.source import Paper, Teller, Told
from legation.reconcile.values import ROUGH, reach
from legation.reconcile.wording import STATE, state_name
from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.finding import Finding, FindingKind
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.statement import Statement, Tie
from legation.words.status import Status
from legation.words.tension import Side, Tension, TensionKind
from legation.words.verdict import Place
from legation.words.voice import Voice

LATEST = 731
"""A value whose period ended more days before a ranking was told does not say how things then stood."""

TOLD_FACT = (Status.ACTUAL, Status.DENIED)

LIKE = 0.05
"""By how much the lengths of two periods may differ and their values still be held against each other."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """An order as a claim tells it; `denied` where it says that this is not so."""

    order: Order
    claim: str
    teller: Teller
    span: Span
    origin: Origin
    when: Period | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A figure as a value of a frame: what `owner` has with `other` in a period, from `low` to `high`; `said` and `source` for the reader."""

    frame: str
    owner: str
    other: str
    low: float | None
    high: float | None
    dimension: str
    when: Period
    claim: str
    teller: Teller
    span: Span
    said: str
    source: str


# ---- what an article brings ----

_Claim = Told[Event] | Told[Figure] | Told[Statement] | Told[Tie] | Told[Voice]


def rankings(paper: Paper) -> Iterator[Ranking]:
    """The rankings of an article, each by the narrowest claim that covers a sentence which tells one as fact."""
    by_sentence: dict[int, list[_Claim]] = {}
    for own in (paper.statements, paper.ties, paper.events, paper.figures, paper.voices):
        for t in own:
            by_sentence.setdefault(t.start, []).append(t)
    year = _year(paper.teller.published)
    for here in by_sentence.values():
        for order in dict.fromkeys(orders(here[0].sentence, year)):
            t = _teller_of(here, order)
            status = getattr(t.claim, "status", Status.ACTUAL)
            if status in TOLD_FACT:
                when = getattr(t.claim, "when", None)
                yield Ranking(order, t.claim.id, t.teller, t.claim.span, origin_of(t.claim, t.teller), when, status is Status.DENIED)


def _teller_of(here: Sequence[_Claim], order: Order) -> _Claim:
    """The claim that tells an order: the statement of its kind, else the one that says most of the sentence."""
    kind = "superlative" if order.top else "comparison"
    return next((t for t in here if isinstance(t.claim, Statement) and t.claim.kind == kind), max(here, key=_length))


def _length(t: _Claim) -> int:
    return t.claim.span[1] - t.claim.span[0]


def _year(told: Period | None) -> int | None:
    return told.first.year if told and told.first and told.last and told.first.year == told.last.year else None


def known(e: Entry) -> Iterator[Known]:
    """A level of two parties and a dated period as a value of its giver's and of its receiver's frame."""
    when = e.figure.when
    plain = e.role == "level" and not e.increment and not e.whole and not e.subject.goods and not e.subject.limits
    if not (plain and when and when.days and e.giver and e.receiver and e.figure.status is Status.ACTUAL and e.figure.amount.per is None):
        return
    for frame, owner, other in zip(frames_of(e.measure.name), (e.giver, e.receiver), (e.receiver, e.giver), strict=True):
        if frame:
            low, high = (None if abs(x) == float("inf") else x for x in reach(e))
            yield Known(frame, owner, other, low, high, e.dimension, when, e.id, e.told.teller, e.span, e.said, e.origin.name)


def shelves_of(matter: Ranking | Known) -> tuple[str, ...]:
    """On which shelf it stands: all of one frame and owner together."""
    return (matter.order.frame, code(matter.order.owner)) if isinstance(matter, Ranking) else (matter.frame, matter.owner)


# ---- against each other ----


def contests(told: Sequence[Ranking]) -> Iterator[Tension]:
    """Rankings of two sources that cannot both be so at one time."""
    seen: set[frozenset[str]] = set()
    for k, a in enumerate(told):
        for b in told[k + 1 :]:
            texts = frozenset((a.teller.digest, b.teller.digest))
            if texts not in seen and _may_clash(a, b) and _at_one_time(a, b) and _clash(a, b):
                seen.add(texts)
                yield _tension(a, b)


def _may_clash(a: Ranking, b: Ranking) -> bool:
    """Whether two texts and two sources speak of one frame."""
    x, y = a.order, b.order
    one = (x.frame, x.owner, x.with_, x.goods) == (y.frame, y.owner, y.with_, y.goods)
    return one and a.teller.root != b.teller.root and a.origin.key != b.origin.key


def _at_one_time(a: Ranking, b: Ranking) -> bool:
    """Whether both are of one time; an order of years names its own."""
    if a.order.over.isdigit() or b.order.over.isdigit():
        return True
    if a.when and b.when:
        return a.when.meets(b.when)
    return (gap(a.when or a.teller.published, b.when or b.teller.published) or 0) <= STANDING


def _clash(a: Ranking, b: Ranking) -> bool:
    x, y = a.order, b.order
    if (x.over, x.under, x.top) == (y.over, y.under, y.top):
        return a.denied != b.denied
    if a.denied or b.denied:
        return False
    if x.top and y.top:
        return x.top == y.top and x.over != y.over
    if x.top or y.top:
        first, pair = (x, y) if x.top else (y, x)
        return first.top == "largest" and pair.under == first.over
    return (x.over, x.under) == (y.under, y.over)


def _tension(a: Ranking, b: Ranking) -> Tension:
    first, second = sorted((a, b), key=lambda r: (str(r.teller.published), r.claim))
    parties = [code(p) for p in (a.order.owner, a.order.with_, a.order.over, b.order.over) if p.startswith(STATE)]
    why = f"{_matter(a.order)}: {_told(first)} against {_told(second)}"
    return Tension(digest("tension", *sorted((a.claim, b.claim))), TensionKind.RANKS, tuple(dict.fromkeys(parties)), why, _side(first), _side(second))


def _side(r: Ranking) -> Side:
    return Side(r.claim, r.teller.id, r.span, r.when, r.teller.published, r.origin.name)


def _matter(order: Order) -> str:
    """What is ranked, in words: `exports to, as seen from Laos`."""
    goods = f" ({', '.join(order.goods)})" if order.goods else ""
    with_ = f" {state_name(code(order.with_))}" if order.with_ else ""
    return f"{state_name(code(order.owner))}, {order.frame}{with_}{goods}"


def _told(r: Ranking) -> str:
    """What a ranking says, in words: `the largest is Thailand`, `more to Thailand than to Vietnam`, `more in 2016 than in 2015`."""
    over, under = (state_name(code(w)) for w in (r.order.over, r.order.under))
    way = "in" if over.isdigit() else r.order.frame.rpartition(" ")[2]
    said = f"the {r.order.top} is {over}" if r.order.under == EVERYONE else f"more {way} {over} than {way} {under}"
    return f"it is not so that {said}" if r.denied else said


# ---- against what is known ----


def disproved(told: Iterable[Ranking], values: Sequence[Known]) -> Iterator[Finding]:
    """Rankings told as fact that known values refute: of one period, or of the years they name, the other is more."""
    for r in told:
        if r.denied or r.order.goods or r.order.top not in ("largest", ""):
            continue
        own = [v for v in values if v.frame == r.order.frame and v.owner == code(r.order.owner)]
        over = [v for v in own if _is_over(r.order, v) and _of_its_time(r, v)]
        pair = next(((a, b) for a in over for b in own if _is_under(r.order, b, a) and _less(a, b)), None)
        if pair:
            a, b = pair
            why = f"{_matter(r.order)}: told that {_told(r)}, but {a.said} ({_name(a)}) is less than {b.said} ({_name(b)})"
            places = (Place(r.teller.id, r.span, r.claim), *(Place(v.teller.id, v.span, v.claim) for v in pair))
            sources = tuple(dict.fromkeys((r.origin.name, a.source, b.source)))
            yield Finding(digest("finding", FindingKind.RANKING, *(p.claim for p in places)), FindingKind.RANKING, why, places, sources)


def _name(v: Known) -> str:
    return f"{state_name(v.other)} in {calendar(v.when)}"


def _is_over(order: Order, v: Known) -> bool:
    if order.over.isdigit():
        return _is_year(v.when, order.over) and v.other == code(order.with_)
    return v.other == code(order.over)


def _is_under(order: Order, v: Known, over: Known) -> bool:
    if order.over.isdigit():
        return _is_year(v.when, order.under) and v.other == code(order.with_)
    one_time = v.when.meets(over.when) and v.when.days == over.when.days
    return one_time and v.other != over.other and order.under in (EVERYONE, STATE + v.other)


def _is_year(when: Period, year: str) -> bool:
    return bool(when.days and abs(when.days - 365) <= LIKE * 365 and when.first and str(when.first.year) == year)


def _less(a: Known, b: Known) -> bool:
    """Whether the one that is told to be more is less, by all that both figures allow."""
    return a.dimension == b.dimension and a.high is not None and b.low is not None and a.high * (1 + ROUGH) < b.low


def _of_its_time(r: Ranking, v: Known) -> bool:
    """Whether a value may say how things stood when the ranking was so; years are named."""
    if r.order.over.isdigit():
        return True
    if r.when:
        return r.when.meets(v.when)
    told, last = r.teller.published, v.when.last
    return bool(told and told.first and last and 0 <= (told.first - last).days <= LATEST)

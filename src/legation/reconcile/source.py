"""What the ledger asks for: claims with what must be known of their article and sentence. The store answers; `run` brings them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.period import Period
from legation.words.statement import Statement, Tie
from legation.words.voice import Voice

C = TypeVar("C", Event, Figure, Statement, Tie, Voice)


@dataclass(frozen=True, slots=True)
class Teller:
    """An article as the ledger knows it; `root` is the digest of the first of its near-identical copies, its own where it is none.

    `number` is its place in the case; `paper` the paper in which its text stood first, None where that is not known.
    """

    id: str
    digest: str
    root: str
    publisher: str | None = None
    published: Period | None = None
    number: int = 0
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Told(Generic[C]):
    """A claim, the article that tells it and the sentence it stands in; `start` is the sentence's first offset in the article."""

    claim: C
    teller: Teller
    sentence: str
    start: int

    @property
    def words(self) -> str:
        """The evidence as it stands in the sentence."""
        first, last = self.inside
        return self.sentence[first:last]

    @property
    def inside(self) -> Span:
        """The evidence's span counted from the sentence's start."""
        return max(0, self.claim.span[0] - self.start), max(0, self.claim.span[1] - self.start)


@dataclass(frozen=True, slots=True)
class Paper:
    """What one article brings to the ledger."""

    teller: Teller
    events: tuple[Told[Event], ...] = ()
    figures: tuple[Told[Figure], ...] = ()
    statements: tuple[Told[Statement], ...] = ()
    voices: tuple[Told[Voice], ...] = ()
    ties: tuple[Told[Tie], ...] = ()


def papers(source: LedgerSource) -> list[Paper]:
    """The claims of a source article by article, in the order of the case; articles without a number get those of the order they come in."""
    tellers: dict[str, Teller] = {}
    figures, events = _by_article(source.claims_for_ledger(Figure), tellers), _by_article(source.claims_for_ledger(Event), tellers)
    statements, voices = _by_article(source.claims_for_ledger(Statement), tellers), _by_article(source.claims_for_ledger(Voice), tellers)
    ties = _by_article(source.claims_for_ledger(Tie), tellers)
    if not any(t.number for t in tellers.values()):
        tellers = {digest: replace(t, number=n) for n, (digest, t) in enumerate(tellers.items(), 1)}
    return [
        Paper(t, tuple(events[t.digest]), tuple(figures[t.digest]), tuple(statements[t.digest]), tuple(voices[t.digest]), tuple(ties[t.digest]))
        for t in sorted(tellers.values(), key=lambda t: t.number)
    ]


def _by_article(claims: Iterable[Told[C]], tellers: dict[str, Teller]) -> dict[str, list[Told[C]]]:
    out: dict[str, list[Told[C]]] = defaultdict(list)
    for t in claims:
        tellers.setdefault(t.teller.digest, t.teller)
        out[t.teller.digest].append(t)
    return out


def root_of(digest: str, copies: Mapping[str, str]) -> str:
    """The first of a chain of near-identical texts; `copies` says for each digest which earlier one it repeats."""
    seen = {digest}
    while (earlier := copies.get(digest)) and earlier not in seen:
        seen.add(earlier)
        digest = earlier
    return digest


class LedgerSource(Protocol):
    """Gives all live claims of a case."""

    def claims_for_ledger(self, kind: type[C]) -> Iterable[Told[C]]:
        """All claims of one kind, each article's together and in text order; figures only with a measure."""

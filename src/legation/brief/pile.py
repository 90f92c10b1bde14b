"""The pile: a case's readings and ledger with the look-ups that every chapter of the dossier needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from legation.brief.dossier import Cite, Line
from legation.brief.excerpt import Excerpt, excerpt
from legation.brief.names import tabled, tabled_name
from legation.brief.plain import one_line
from legation.brief.tell import says_who, tell
from legation.brief.wording import STATUSES, period_words
from legation.words.actor import Mention
from legation.words.article import Article
from legation.words.claim import Claim
from legation.words.evidence import Span
from legation.words.paper import source_name
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.ruling import Ruled
from legation.words.status import Status
from legation.words.voice import Voice


@dataclass(frozen=True)
class Pile:
    """Readings in the order of their days (the dossier's article numbers follow it) and the ledger over them."""

    readings: tuple[Reading, ...]
    ledger: Ledger
    ruled: tuple[Ruled, ...] = ()

    @classmethod
    def of(cls, readings: Iterable[Reading], ledger: Ledger, ruled: Iterable[Ruled] = ()) -> Pile:
        """A pile in order of publication, undated articles last."""
        return cls(tuple(sorted(readings, key=_day)), ledger, tuple(ruled))

    @cached_property
    def _places(self) -> dict[str, tuple[int, Claim | Voice]]:
        return {c.id: (n, c) for n, r in enumerate(self.readings) for kind in (r.events, r.figures, r.statements, r.ties, r.voices) for c in kind}

    @cached_property
    def _names(self) -> dict[str, str]:
        seen: dict[str, Counter[str]] = {}
        for reading in self.readings:
            for m in reading.mentions:
                seen.setdefault(m.id, Counter())[_written(m, reading.article.text)] += 1
        return {id: one_line(names.most_common(1)[0][0]) for id, names in seen.items()}

    @cached_property
    def originals(self) -> tuple[Reading, ...]:
        """The readings without copies of others in the pile: what a copy says is not said twice."""
        here = {r.article.digest for r in self.readings}
        return tuple(r for r in self.readings if r.article.copy_of not in here)

    def name(self, actor: str | None) -> str:
        """An actor's name: what the tables call it, else its usual name in the articles. A state is never called by the name of who heads it."""
        found = self._names.get(actor, actor) if actor else actor
        return tabled_name(actor) if found == actor or actor in tabled() else found or ""

    def claim(self, id: str) -> Claim | Voice | None:
        """The claim or voice with an id."""
        found = self._places.get(id)
        return found[1] if found else None

    def reading(self, id: str) -> Reading | None:
        """The reading that holds a claim."""
        found = self._places.get(id)
        return self.readings[found[0]] if found else None

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(r): n for n, r in enumerate(self.readings, 1)}

    def number(self, reading: Reading) -> int:
        """The number of an article in this dossier."""
        return self._numbers[id(reading)]

    def cite(self, id: str, span: Span) -> tuple[Cite, ...]:
        """The reference to a claim, empty where its article is not in the pile."""
        found = self._places.get(id)
        return (Cite(id, found[0] + 1, span),) if found else ()

    def quote(self, id: str, span: Span) -> Excerpt | None:
        """A claim's words inside their sentence."""
        found = self.reading(id)
        return excerpt(found.article.text, span, found.sentences) if found else None

    def words(self, id: str, span: Span) -> str:
        """A claim's own words; empty where its article is not in the pile."""
        found = self.reading(id)
        return found.article.text[slice(*span)] if found else ""

    def says(self, claim: Claim | Voice) -> str:
        """Who says so, and in which paper."""
        found = self.reading(claim.id)
        return says_who(claim, publisher_of(found.article) if found else "")

    def line(self, claim: Claim, more: str = "") -> Line:
        """A line for one claim with all that a reader needs to check it; `more` is said behind it."""
        flags = () if claim.status is Status.ACTUAL else (claim.status.value,)
        quote = self.quote(claim.id, claim.span)
        text = tell(claim, self.name, quote.words if quote else "") + more
        return Line(text, self.says(claim), period_words(claim.when, short=True), quote, self.cite(claim.id, claim.span), flags)

    def claims(self) -> Iterator[Claim]:
        """All claims, article by article, of copies none."""
        for r in self.originals:
            yield from r.events
            yield from r.figures
            yield from r.statements
            yield from r.ties


def publisher_of(a: Article) -> str:
    """What a reader calls an article's source: its paper, else its title, its file or its id."""
    return one_line(source_name(a.publisher, a.url, a.title, a.path) or a.id)


def _written(m: Mention, text: str) -> str:
    """A mention's name; of a group whose name is kept in small letters as the article writes it."""
    words = text[slice(*m.span)]
    return words if m.name.islower() and words.casefold() == m.name else m.name


def _day(reading: Reading) -> tuple[str, str]:
    published = reading.article.published
    day = published and (published.when.first or published.when.last)
    return (day.isoformat() if day else "9999", reading.article.id)


def status_words(status: Status) -> str:
    """A status with what it means: `planned (announced or expected)`."""
    return f"{status.value} ({STATUSES[status]})"

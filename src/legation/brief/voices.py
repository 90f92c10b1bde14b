"""Who says: the voices of the pile, how often they speak and what they tell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from legation.brief.dossier import Cite, Grid, Row, Section
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import counted, tone_of
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.status import Status

SHOWN = 20
"""Voices of a dossier: those on whom a claim rests or who speak for somebody; of passers-by the number is enough."""
_THE = re.compile(r"^the (?=\S)", re.I)


@dataclass(slots=True)
class Speaker:
    """One voice: statements, how many of them verbatim, and the claims that rest on it."""

    name: str
    countries: Counter[str] = field(default_factory=Counter)
    said: int = 0
    verbatim: int = 0
    tells: Counter[str] = field(default_factory=Counter)
    cites: list[Cite] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """What a dossier owes to a voice: the claims that rest on it, and that it speaks for a state or body."""
        return self.tells.total() + bool(self.countries)


def voices(pile: Pile) -> Section:
    """The chapter on voices."""
    speakers = sorted(_speakers(pile).values(), key=lambda s: (-s.weight, -(s.said + s.tells.total()), s.name.casefold()))
    hidden = sum(v.speaker is None for r in pile.originals for v in r.voices)
    if not speakers and not hidden:
        return Section("voices", "Who says", "No voice but the articles' own.")
    lead = f"{counted(len(speakers), 'voice')} besides the articles' own; {counted(hidden, 'statement') if hidden else 'none'} of unnamed sources."
    columns = ("Voice", "Of", "Statements", "Verbatim", "What rests on it", "First places")
    rows = tuple(_row(pile, s) for s in ([s for s in speakers if s.weight] or speakers)[:SHOWN])
    return Section("voices", "Who says", lead, (Grid("Voices", columns, rows, frozenset({2, 3}), len(speakers) - len(rows), "legation voices"),))


def _speakers(pile: Pile) -> dict[str, Speaker]:
    found: dict[str, Speaker] = {}

    def of(name: str) -> Speaker:
        name = _THE.sub("", one_line(name))
        return found.setdefault(name.casefold(), Speaker(name))

    for reading in pile.originals:
        for v in reading.voices:
            if v.speaker:
                s = of(v.speaker)
                s.said += 1
                s.verbatim += v.verbatim
                s.cites += pile.cite(v.id, v.span)
                if v.country:
                    s.countries[v.country] += 1
    for claim in pile.claims():
        for source in claim.voices[-1:]:
            s = of(source.speaker)
            s.tells[_kind(claim)] += 1
            s.cites += pile.cite(claim.id, claim.span)
            if source.country:
                s.countries[source.country] += 1
    return found


def _kind(claim: object) -> str:
    """What a claim adds to the picture of its voice."""
    if isinstance(claim, Event):
        return "denial" if claim.status is Status.DENIED else f"{tone_of(claim.type)} act"
    return "figure" if isinstance(claim, Figure) else "assessment"


def _row(pile: Pile, s: Speaker) -> Row:
    of = pile.name(s.countries.most_common(1)[0][0]) if s.countries else ""
    tells = ", ".join(counted(n, kind) for kind, n in s.tells.most_common())
    seen: dict[int, Cite] = {}
    for cite in s.cites:
        seen.setdefault(cite.article, cite)
    return Row((s.name, of, f"{s.said:,}", f"{s.verbatim:,}", tells, ""), tuple(seen.values())[:3])

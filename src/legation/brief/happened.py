"""What happened: the acts of the ledger, those of each pair that deals much together and by date, with all who tell them; of many the weightiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from legation.brief.clauses import clause, joined, upper
from legation.brief.dossier import Cite, Group, Line, Section
from legation.brief.flows import is_fact
from legation.brief.names import named
from legation.brief.pile import Pile
from legation.brief.tell import act_words
from legation.brief.wording import counted, listed, period_words, tone_of
from legation.words.event import Event
from legation.words.evidence import Span
from legation.words.period import Grain
from legation.words.quantity import Happening, Telling
from legation.words.status import Status

SHOWN = 45
"""Acts that a reader is given; of more the weightiest."""
FEWEST = 3
"""Acts that a pair must have to be told of under a heading of its own; years with fewer stand under one heading with the next."""
PAIRS = 6
UNDATED = "No day told"
OTHERS = "Others"


def happened(pile: Pile) -> Section:
    """The chapter on acts told as fact: by pairs where some deal much with each other, else by years."""
    told = [h for h in pile.ledger.events if is_fact(h)]
    if not told:
        return Section("happened", "What happened", "No act between actors is told as fact.")
    shown = sorted(_weightiest(told), key=lambda h: _when(pile, h))
    groups = list(_by_pair(pile, shown) or (_group(pile, _years(pile, acts), acts) for acts in _stretches(pile, shown)))
    several = sum(h.origins > 1 for h in told)
    lead = f"{counted(len(told), 'act')} told as fact; {several or 'none'} of them told by more than one origin."
    if len(told) > len(shown):
        lead += f" Shown are {len(shown)}: those that several origins tell, and the latest between those who deal most with each other."
        groups.append(Group("", (), left_out=len(told) - len(shown), more="legation events"))
    return Section("happened", "What happened", lead, tuple(groups))


def _weightiest(told: Sequence[Happening]) -> list[Happening]:
    """The acts that several origins tell, then the latest of each pair, the pairs that deal most first."""
    dealings = _dealings(told)
    rank: dict[str, tuple[int, int]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for h in sorted(told, key=lambda h: str(h.when.first if h.when else ""), reverse=True):
        pair = _main(h, dealings)
        seen[pair] += 1
        # the fifth act of the pair that deals most stands beside the first of one that deals a fifth as much
        rank[h.id] = (-dealings[pair] // seen[pair], seen[pair])
    return sorted(told, key=lambda h: (h.origins < 2, rank[h.id]))[:SHOWN]


def _dealings(told: Sequence[Happening]) -> Counter[tuple[str, str]]:
    return Counter(p for h in told for p in _parties(h))


def _parties(h: Happening) -> set[tuple[str, str]]:
    others = h.recipients or h.actors
    return {(min(a, b), max(a, b)) for a in h.actors for b in others if a != b}


def _main(h: Happening, dealings: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Of the pairs of an act that which deals most; empty where it has no two parties."""
    return max(_parties(h), key=lambda p: (dealings[p], p), default=("", ""))


def _by_pair(pile: Pile, acts: Sequence[Happening]) -> list[Group]:
    """A group for each pair with acts enough, those that deal most first, and one for the others; empty where fewer than two pairs have them."""
    dealings = _dealings(acts)
    of = {h.id: _main(h, dealings) for h in acts}
    count = Counter(p for p in of.values() if all(p))
    leading = [p for p, n in sorted(count.items(), key=lambda kv: (-kv[1], kv[0])) if n >= FEWEST][:PAIRS]
    if len(leading) < 2:
        return []
    named_acts = [(listed(upper(named(pile.name(x))) for x in p), [h for h in acts if of[h.id] == p]) for p in leading]
    rest = [h for h in acts if of[h.id] not in leading]
    return [_group(pile, title, found) for title, found in (*named_acts, (OTHERS, rest)) if found]


def _stretches(pile: Pile, acts: Sequence[Happening]) -> list[list[Happening]]:
    """Acts year by year; years with few of them together."""
    out: list[list[Happening]] = []
    for h in acts:
        last, year = out[-1] if out else [], _year(pile, h)
        same = last and (_year(pile, last[-1]) == year or (len(last) < FEWEST and UNDATED not in (_year(pile, last[-1]), year)))
        if same:
            last.append(h)
        else:
            out.append([h])
    return out


def _years(pile: Pile, acts: Sequence[Happening]) -> str:
    return "–".join(dict.fromkeys((_year(pile, acts[0]), _year(pile, acts[-1]))))


def _group(pile: Pile, title: str, acts: Sequence[Happening]) -> Group:
    """A line a sentence, however many acts it tells."""
    sentences: dict[tuple[str, str], list[Happening]] = {}
    for h in acts:
        first = _first(h)
        quote = pile.quote(first.claim, first.span)
        sentences.setdefault((str(quote or first.claim), period_words(h.when)), []).append(h)
    return Group(title, tuple(_acts_line(pile, found) for found in sentences.values()))


def _acts_line(pile: Pile, acts: Sequence[Happening]) -> Line:
    """The acts of one sentence as one line in plain words."""
    lines = [act_line(pile, h) for h in acts]
    text = upper(joined(act_clause(pile, h) for h in acts if not any(_tells_more(other, h) for other in acts)))
    cites = tuple(dict.fromkeys(c for line in lines for c in line.cites))
    flags = tuple(dict.fromkeys(f for line in lines for f in line.flags))
    first, most = lines[0], max(lines, key=lambda line: len(line.cites))
    return Line(f"{text}.", most.says, first.when, first.quote, cites, flags, first.tone if len({x.tone for x in lines}) == 1 else "mixed")


def _tells_more(other: Happening, h: Happening) -> bool:
    """Whether another act of a sentence is the same, done to more than these."""
    return other.type is h.type and other.actors == h.actors and {*h.recipients} < {*other.recipients}


def act_clause(pile: Pile, h: Happening, status: Status = Status.ACTUAL) -> tuple[str, str]:
    """An act in two parts, who and did what, as particular as a telling of it is."""
    tellings = [c for m in h.members if isinstance(c := pile.claim(m.claim), Event) and c.type is h.type]
    how = max(tellings, key=lambda e: (bool(e.mode), len(e.cameo or "")), default=None)
    return clause(h.type, h.actors, h.recipients, pile.name, how, status)


def act_line(pile: Pile, h: Happening) -> Line:
    """A happening with the telling that is most direct first."""
    first = _first(h)
    claim = pile.claim(first.claim)
    says = pile.says(claim) if claim else ""
    if h.origins > 1:
        says += f", and {counted(h.origins - 1, 'other origin')}"
    denied = is_fact(h) and any(m.status is Status.DENIED for m in h.members)
    cites: list[Cite] = [c for m in sorted(h.members, key=lambda m: m is not first) for c in pile.cite(m.claim, m.span)]
    when = period_words(h.when, short=True) or _told(pile, first.claim)
    text = act_words(h.type, h.actors, h.recipients, pile.name)
    return Line(text, says, when, pile.quote(first.claim, first.span), tuple(cites), ("denied by some",) if denied else (), tone_of(h.type))


def _first(h: Happening) -> Telling:
    """The telling that is most direct."""
    return min(h.members, key=lambda m: (m.status is not Status.ACTUAL, m.voice is not None))


def _told(pile: Pile, claim: str) -> str:
    """When an act without a day of its own was told, where that is a day or a month."""
    reading = pile.reading(claim)
    published = reading.article.published if reading else None
    return f"told {period_words(published.when, short=True)}" if published and published.when.grain in (Grain.DAY, Grain.MONTH) else ""


def _when(pile: Pile, h: Happening) -> tuple[str, str, int, Span]:
    """By day, else by the day on which it was first told, then by place in the articles; what has neither comes last."""
    first_told = next((c for m in h.members[:1] for c in pile.cite(m.claim, m.span)), None)
    article, span = (first_told.article, first_told.span) if first_told else (0, (0, 0))
    days = list(_days(pile, h))
    return (str(days[0]), str(days[-1]), article, span) if days else ("9999", "", article, span)


def _days(pile: Pile, h: Happening) -> Iterator[date]:
    """The first and the last day of an act, or the day on which it was told."""
    reading = pile.reading(_first(h).claim)
    published = reading.article.published if reading else None
    period = h.when or (published.when if published and published.when.grain in (Grain.DAY, Grain.MONTH) else None)
    yield from (day for day in (period.first, period.last) if day) if period else ()


def _year(pile: Pile, h: Happening) -> str:
    return next((str(day.year) for day in _days(pile, h)), UNDATED)

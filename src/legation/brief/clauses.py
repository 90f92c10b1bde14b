"""Acts, figures and disputes as clauses of a sentence, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.brief.names import named
from legation.brief.tell import Naming
from legation.brief.wording import listed, period_words
from legation.words.event import EventType
from legation.words.period import Period

CLAUSES = {
    EventType.AGREE: ("made a promise to {b}", "came to an agreement", "made a promise"),
    EventType.CONSULT: ("met or spoke with {b}", "met or spoke", "held talks or paid a visit"),
    EventType.SUPPORT: ("gave its support to {b}", "declared their support", "declared its support"),
    EventType.CONCEDE: ("gave way to {b} in words", "gave way in words", "gave way in words"),
    EventType.COOPERATE: ("worked together with {b}", "worked together", "cooperated"),
    EventType.AID: ("aided {b}", "gave aid", "gave aid"),
    EventType.RETREAT: ("released, lifted or withdrew something in favour of {b}", "released, lifted or withdrew something", "drew back"),
    EventType.REQUEST: ("demanded something of {b}", "demanded something", "made a demand"),
    EventType.ACCUSE: ("criticised {b}", "made an accusation", "made an accusation"),
    EventType.REJECT: ("turned down {b}", "refused", "refused"),
    EventType.THREATEN: ("threatened {b}", "made a threat", "made a threat"),
    EventType.PROTEST: ("protested against {b}", "protested", "protested"),
    EventType.SANCTION: ("put sanctions on {b} or cut relations", "cut relations or set sanctions", "cut relations or set sanctions"),
    EventType.MOBILIZE: ("made a show of force towards {b}", "made a show of force", "made a show of force"),
    EventType.COERCE: ("used coercion against {b}", "used coercion", "used coercion"),
    EventType.ASSAULT: ("attacked {b}", "fought", "attacked"),
}
"""What each type says was done: towards somebody, by several together, by one alone."""

UNNAMED = "somebody unnamed"


def clause(kind: EventType, actors: Sequence[str], recipients: Sequence[str], name: Naming) -> tuple[str, str]:
    """An act told as done, in two parts: who, and did what (`the United States`, `criticised Russia`)."""
    towards, together, alone = CLAUSES[kind]
    done = towards.format(b=listed(named(name(b)) for b in recipients)) if recipients else together if len(actors) > 1 else alone
    return listed(named(name(a)) for a in actors) or UNNAMED, done


def joined(clauses: Iterable[tuple[str, str]]) -> str:
    """Clauses as one, each once; a doer who does more is named once."""
    acts: dict[str, dict[str, None]] = {}
    for doer, done in clauses:
        acts.setdefault(doer, {})[done] = None
    return "; ".join(f"{doer} {listed(done)}" for doer, done in acts.items())


def upper(words: str) -> str:
    """With a capital at the beginning, as a sentence has it."""
    return words[:1].upper() + words[1:]


def period_phrase(period: Period | None) -> str:
    """A period as a sentence has it: `on 6 March 2017`, `in May 2017`, `from 8 March to 3 May 2017`, `since 2015`; empty for None."""
    words = period_words(period)
    if period is None or words.startswith(("since", "until")):
        return words
    if period.first == period.last:
        return f"on {words}"
    return f"{'from' if ' to ' in words else 'in the' if words.startswith('week') else 'in'} {words}"
